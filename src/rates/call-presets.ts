export type CallPresetId =
  | "chat-reply"
  | "file-review"
  | "blog-post"
  | "code-generation"
  | "long-document"
  | "video-frames"
  | "codebase-review"
  | "support-tickets"
  | "cached-prompt"
  | "solo-developer"
  | "small-saas"
  | "startup";

/** Calls that are alike, on the model that they were published on and in its tokens. */
export interface PublishedCall {
  readonly model: string;
  readonly promptTokens: number;
  readonly outputTokens: number;
  /** 0–100: the share of the prompt that is read from the cache. */
  readonly cachedPercent: number;
  readonly batch: boolean;
  /** null where one call is meant and nobody says how often. */
  readonly callsPerMonth: number | null;
}

/** What the source says that it comes to, USD from low to high. */
export interface PublishedCost {
  /** One call, a month of them, or what caching saves a month against sending the same uncached. */
  readonly of: "call" | "month" | "saved-by-caching";
  readonly low: number;
  readonly high: number;
}

/** A use of the API that a public guide prices, or that is put together from one. */
export interface CallPreset {
  readonly id: CallPresetId;
  readonly name: string;
  /** One kind of call, or several that make up a month. */
  readonly calls: readonly [PublishedCall, ...PublishedCall[]];
  /** null where the use is put together here. */
  readonly published: PublishedCost | null;
  /** What else the source says, and what was filled in or left out: sentences; null where counts and amount say it all. */
  readonly note: string | null;
}

/** Where all of these uses, their counts and their amounts stand. */
export const callPresetsSource = "a public guide, Claude API Pricing Explained (What It Actually Costs in 2026)";

const OPUS_4 = "claude-opus-4-20250514";
const SONNET_4 = "claude-sonnet-4-20250514";
const HAIKU_3_5 = "claude-3-5-haiku-20241022";

const CHAT: PublishedCall = call(HAIKU_3_5, 2_000, 500);
const REVIEW: PublishedCall = call(SONNET_4, 5_000, 2_000);

/** Uses of the API, each with the counts, the model and the amount that were published. */
export const callPresets: readonly CallPreset[] = [
  single("chat-reply", "Chat reply", { of: CHAT, usd: 0.004 }),
  single("file-review", "Code review of one file", { of: REVIEW, usd: 0.045 }),
  single("blog-post", "Blog post", { of: call(SONNET_4, 3_000, 4_000), usd: 0.069 }),
  single("code-generation", "Complex code generation", { of: call(OPUS_4, 20_000, 5_000), usd: 0.675 }),
  single("long-document", "Analysis of a long document", { of: call(SONNET_4, 50_000, 3_000), usd: 0.195 }),
  single("video-frames", "Analysis of video frames", { of: call(SONNET_4, 10_000, 1_500), usd: 0.053 }),
  single("codebase-review", "Review of a whole codebase", { of: call(OPUS_4, 100_000, 10_000), usd: 2.25 }),
  {
    id: "support-tickets",
    name: "10,000 support tickets in a batch",
    calls: [{ ...CHAT, batch: true, callsPerMonth: 10_000 }],
    published: null,
    note: "Each ticket is taken as one of the guide's chat replies, at its batch rates of Haiku 3.5.",
  },
  {
    id: "cached-prompt",
    name: "A cached prompt, 1,000 calls a day",
    calls: [{ ...call(SONNET_4, 5_000, 0), cachedPercent: 100, callsPerMonth: 30_000 }],
    published: { of: "saved-by-caching", low: 400, high: 400 },
    note: "The guide says $13.50 a day, about $400 a month. Reads only, as there: no write, no output, a cache that never expires, 30 days.",
  },
  {
    id: "solo-developer",
    name: "Solo developer, 500 calls a month",
    calls: [{ ...call(SONNET_4, 2_800, 700), callsPerMonth: 500 }],
    published: { of: "month", low: 8, high: 12 },
    note: "The guide states calls of 3,500 tokens and does not split them: four fifths are taken as input.",
  },
  {
    id: "small-saas",
    name: "Small SaaS: 10,000 chat replies and 500 code reviews",
    calls: [
      { ...CHAT, callsPerMonth: 10_000 },
      { ...REVIEW, callsPerMonth: 500 },
    ],
    published: { of: "month", low: 50, high: 80 },
    note: "The guide's own counts of a chat reply and of a review.",
  },
  {
    id: "startup",
    name: "Startup: 50,000 mixed calls a month",
    calls: [
      { ...CHAT, callsPerMonth: 40_000 },
      { ...REVIEW, callsPerMonth: 10_000 },
    ],
    published: { of: "month", low: 300, high: 800 },
    note: "The guide does not say the mix: four fifths are taken as chat replies, the rest as reviews of one file.",
  },
];

function call(model: string, promptTokens: number, outputTokens: number): PublishedCall {
  return { model, promptTokens, outputTokens, cachedPercent: 0, batch: false, callsPerMonth: null };
}

function single(id: CallPresetId, name: string, { of, usd }: { readonly of: PublishedCall; readonly usd: number }): CallPreset {
  return { id, name, calls: [of], published: { of: "call", low: usd, high: usd }, note: null };
}
