import { catalog } from "../../src/rates/catalog.ts";
import type { Codec } from "../../src/scenario/codec.ts";
import {
  DEFAULT_LEVERS,
  DEFAULT_PROFILE,
  DEFAULT_SCENARIO,
  DEFAULT_SIMULATED,
  DEFAULT_TOTALS,
} from "../../src/scenario/defaults.ts";
import {
  COMPARISON,
  KINDS,
  LEVER_FIELDS,
  type LinkField,
  type LinkFields,
  PROFILE_FIELDS,
  SCENARIO_FIELDS,
  SIMULATED_FIELDS,
  TOTALS_FIELDS,
} from "../../src/scenario/link-fields.ts";
import { APP_LEVER_FIELDS, QUESTION_FIELDS } from "../../src/scenario/link-questions.ts";
import { codeOfModel } from "../../src/scenario/model-codes.ts";
import { DEFAULT_QUESTIONS } from "../../src/scenario/questions.ts";

/** What a field means, with its unit; for values of several parts their names, and one such value. */
interface Meaning {
  readonly means: string;
  readonly parts?: readonly string[];
  readonly sample?: string;
  /** What a text of the field looks like, where the code's own words do not say it. */
  readonly form?: string;
}

type Meanings<Fields> = { readonly [field in keyof Fields]: Meaning };

const SCENARIO: Meanings<typeof SCENARIO_FIELDS> = {
  priceDate: { means: "price date: the day whose prices apply", form: "a day, `2026-11-20`" },
  preset: { means: "the preset it began from; a label only" },
  developers: { means: "developers" },
  workingDays: { means: "working days a month" },
  dayBasis: { means: "what a daily figure is spread over: working days, or 30 calendar days" },
  tokensOf: { means: "the model in whose tokens the counts are stated" },
  tokenizerFactor: { means: "tokens that the tokenizer since Opus 4.7 makes of one earlier token" },
  batchPercent: { means: "how much of the work runs in batch, %" },
  routerFee: { means: "router's fee, USD a request" },
  place: { means: "where requests are served: anywhere, US only, a regional endpoint of a partner's cloud" },
  fast: { means: "fast mode" },
  discountPercent: { means: "a contract's discount, %" },
  ownModels: {
    means: "models of one's own: rates in USD per million tokens; the tokenizer is `n` (since Opus 4.7) or `o` (before)",
    form: "up to 3 of `name_input_5m write_1h write_read_output_tokenizer`, each rate 0 to 10,000, up to 6 decimals",
  },
  work: { means: "what the work is for" },
  planBilling: { means: "how plans are paid: by the month or by the year" },
  limitRule: { means: "whose word the plans' limits are: public guides', users' measurements, one's own" },
  overflow: { means: "past a plan's limit: buy at API rates, or stop" },
  ownLimits: {
    means: "one's own limits of plans, API-equivalent USD a month",
    form: "`plan_low_high`, each 0 to 10,000,000, up to 2 decimals; plans `pro`, `max`, `ultra`, `team-standard`, `team-premium`",
  },
  oneRead: { means: "something long that is read once", parts: ["tokens", "before request"], sample: "65000_5" },
  reReadTokens: { means: "tokens that a new conversation reads again" },
  currency: { means: "a currency beside US dollars", parts: ["code", "units for one USD"], sample: "EUR_0.92" },
  costSpread: { means: "how far sessions differ: the dearest in ten over the middle one" },
  budget: {
    means: "what a month may cost, all developers",
    parts: ["USD a month", "USD a working day", "tax %", "starting credit"],
    sample: "5000_300_19_1",
  },
  team: {
    means: "groups of developers, up to 12, with `~` between them",
    parts: ["developers", "their API-equivalent USD a month"],
    sample: "5_1600",
  },
  failed: {
    means: "requests that do not go as planned, of every 100; the first and the third add to at most 100",
    parts: ["end in an error", "are sent again", "are refused without output"],
    sample: "2_5_1",
  },
};

const QUESTIONS: Meanings<typeof QUESTION_FIELDS> = {
  call: {
    means: "one call of the API",
    parts: [
      "prompt tokens",
      "output tokens",
      "thinking tokens",
      "% of the prompt from the cache",
      "batch",
      "calls a month",
      "model",
    ],
    sample: "2000_500_0_0_0_10000_s5.5",
  },
  vendors: {
    means: "other vendors: the tokens that they need for the same task, 100 = as many",
    parts: ["%"],
    sample: "120",
  },
  hardware: {
    means: "own hardware",
    parts: [
      "USD an hour",
      "hours a month",
      "tokens read a second",
      "tokens written a second",
      "% at work",
      "people's hours a month",
      "USD for an hour of theirs",
    ],
    sample: "2.5_720_5000_500_50_20_75",
  },
};

const APP_LEVERS: Meanings<typeof APP_LEVER_FIELDS> = {
  outputCap: { means: "lever of an app: a cap on the output", parts: ["on", "tokens"], sample: "1_300" },
  trimming: { means: "lever of an app: a shorter prompt", parts: ["on", "% left out"], sample: "1_20" },
  prefix: {
    means: "lever of an app: a prefix kept in the cache",
    parts: ["on", "tokens", "lives", "calls come evenly or in bursts", "calls of a burst", "minutes from burst to burst"],
    sample: "1_1500_5m_burst_20_60",
  },
  batch: { means: "lever of an app: batch", parts: ["on", "% of the calls"], sample: "1_50" },
  localCache: { means: "lever of an app: answers of its own", parts: ["on", "% of the calls"], sample: "1_20" },
  smaller: { means: "lever of an app: a smaller model", parts: ["on", "% of the calls", "model"], sample: "1_50_h5.5" },
};

const LEVERS: Meanings<typeof LEVER_FIELDS> = {
  routing: {
    means: "lever: easy, medium and hard work on a model each",
    parts: ["on", "easy %", "medium %", "easy", "medium", "hard", "by", "USD a request"],
    sample: "1_70_20_h5.5_s5.5_o5.5_session_0",
  },
  caching: { means: "lever: another cache", parts: ["on", "lives"], sample: "1_1h" },
  compaction: {
    means: "lever: compaction",
    parts: ["on", "at tokens", "% taken away from totals"],
    sample: "1_100000_60",
  },
  clearing: { means: "lever: `/clear`", parts: ["on", "after requests"], sample: "1_30" },
  thinking: { means: "lever: less thinking", parts: ["on", "% less output"], sample: "1_30" },
  batch: { means: "lever: batch", parts: ["on", "% of the work"], sample: "1_20" },
  subagents: { means: "lever: subagents on another model", parts: ["on", "model"], sample: "1_h5.5" },
};

const PROFILE: Meanings<typeof PROFILE_FIELDS> = {
  sessionsPerDay: { means: "sessions a working day, of one developer" },
  name: { means: "name", form: "1 to 24 letters, digits and blanks, `_` for a blank" },
  mix: { means: "model mix", form: "1 to 12 of `model_percent`, `l` behind a locked share, `~` between; 100 % together" },
  kind: { means: "whether the session is stated by its shape or by its totals" },
};

const SIMULATED: Meanings<typeof SIMULATED_FIELDS> = {
  requests: { means: "requests of a session" },
  basePromptTokens: { means: "tokens sent with every request: system prompt, tools, CLAUDE.md" },
  inputGrowthPerRequest: { means: "new input tokens before each request" },
  outputPerRequest: { means: "output tokens of a request, thinking included" },
  outputKeptShare: { means: "share of the output that stays in the conversation" },
  caching: { means: "prompt caching" },
  warmPromptTokens: { means: "tokens of the base prompt that are cached already" },
  pauseMinutes: { means: "breaks of 5 to 60 minutes" },
  pauseHours: { means: "breaks of more than an hour" },
  prefixChanges: { means: "times the cached prefix changes" },
  compactAtTokens: { means: "compaction before a prompt would pass so many tokens" },
  summaryTokens: { means: "tokens of a compaction's summary" },
  clearAfterRequests: { means: "`/clear` after so many requests" },
  subagents: {
    means: "subagents that a session starts",
    parts: ["how many", "model", "requests", "base tokens", "growth", "output"],
    sample: "2_h5.5_15_12000_2000_400",
  },
  modelSwitch: { means: "another model from a request on", parts: ["before request", "model"], sample: "40_s5.5" },
  routing: { means: "what the mix is a mix of: whole sessions, or the requests of each" },
};

const TOTALS: Meanings<typeof TOTALS_FIELDS> = {
  input: { means: "input tokens" },
  cacheWrite5m: { means: "tokens written to the 5-minute cache" },
  cacheWrite1h: { means: "tokens written to the 1-hour cache" },
  cacheRead: { means: "tokens read from the cache" },
  output: { means: "output tokens" },
  webSearches: { means: "web searches" },
  requests: { means: "requests that the totals came from" },
};

const COMPARED: Meaning = {
  means: "how many scenarios, the baseline, the one that was being edited",
  parts: ["scenarios", "baseline", "edited"],
  sample: "3_a_b",
};

/** The tables of docs/link.md: a heading and a table for each group of keys, and one of models. */
export function linkDocTables(): string {
  const { usage: _, ...profile } = DEFAULT_PROFILE;
  const groups = [
    ["The whole scenario", rows(SCENARIO_FIELDS, SCENARIO, DEFAULT_SCENARIO)],
    ["Levers", rows(LEVER_FIELDS, LEVERS, DEFAULT_LEVERS)],
    ["Against what else: one call, other vendors, own hardware", rows(QUESTION_FIELDS, QUESTIONS, DEFAULT_QUESTIONS)],
    ["Levers of an app that calls the API", rows(APP_LEVER_FIELDS, APP_LEVERS, DEFAULT_QUESTIONS.app)],
    ["Each kind of session", rows(PROFILE_FIELDS, PROFILE, { ...profile, kind: "simulated" as const })],
    ["A session by its shape (`kind=session`)", rows(SIMULATED_FIELDS, SIMULATED, DEFAULT_SIMULATED)],
    ["A session by its totals (`kind=totals`)", rows(TOTALS_FIELDS, TOTALS, DEFAULT_TOTALS)],
    [
      "Comparisons",
      [
        row(COMPARISON, COMPARED, "one scenario"),
        row(KINDS, { means: "in a further scenario: how many kinds of session it has" }, "as the first"),
      ],
    ],
  ] as const;
  const keys = groups.map(([heading, lines]) =>
    [`### ${heading}`, "", "| key | means | takes | left out |", "| --- | --- | --- | --- |", ...lines].join("\n"),
  );
  const models = catalog.models.map(
    ({ id, name, retired }) => `| \`${codeOfModel(id)}\` | ${name} | \`${id}\` | ${retired ?? ""} |`,
  );
  const table = ["### Models", "", "| code | model | id | no longer serves from |", "| --- | --- | --- | --- |", ...models].join(
    "\n",
  );
  return [...keys, table].join("\n\n");
}

function rows<Fields extends object>(
  fields: LinkFields<Fields>,
  meanings: { readonly [field in keyof Fields]: Meaning },
  defaults: NoInfer<Fields>,
): readonly string[] {
  return (Object.keys(fields) as (keyof Fields)[]).map((name) => {
    const { key, codec } = fields[name];
    const text = codec.write(defaults[name]);
    return row(fields[name], meanings[name], key === "pd" ? "always written" : text === "" ? "none" : `\`${text}\``);
  });
}

function row<Value>({ key, codec }: LinkField<Value>, { means, parts, sample, form }: Meaning, leftOut: string): string {
  const takes = form ?? (parts && sample ? partsTaken(codec, parts, sample) : taken(codec.read));
  return `| \`${key}\` | ${means} | ${takes} | ${leftOut} |`;
}

function partsTaken<Value>(codec: Codec<Value>, parts: readonly string[], sample: string): string {
  const texts = sample.split("_");
  const each = parts.map((name, place) => {
    const read = (text: string): ReturnType<typeof codec.read> => codec.read(texts.with(place, text).join("_"));
    return `${name}: ${taken(read)}`;
  });
  return `${"value" in codec.read("none") ? "`none` or " : ""}\`${sample}\`: ${each.join("; ")}`;
}

// Asked of the code itself: what it answers to a number that is too large, and to a text that is no value at all.
function taken(read: Codec<unknown>["read"]): string {
  const words = ["none", "same"].filter((word) => "value" in read(word)).map((word) => `\`${word}\` or `);
  const high = read("999999999999");
  const range = "note" in high ? /it takes (.+)$/.exec(high.note ?? "")?.[1] : undefined;
  if (range) return words.join("") + range.replace(/(?<![\d.])\d{4,}/g, grouped).replace("up to 1 decimals", "up to 1 decimal");
  const refused = read("!");
  const reason = "reason" in refused ? refused.reason : "";
  const choice = / is none of (.+)$/.exec(reason)?.[1];
  if (choice)
    return choice
      .split(", ")
      .map((word) => `\`${word}\``)
      .join(", ");
  if (reason.includes("neither 1 nor 0")) return "`1` or `0`";
  if (reason.includes("is no model"))
    return `${words.join("")}a model's code${"value" in read("own-x") ? ", or an own model" : ""}`;
  if (reason.includes("currency")) return "three capital letters";
  throw new Error(`nobody says what it takes: ${reason}`);
}

function grouped(digits: string): string {
  return Number(digits).toLocaleString("en-US");
}
