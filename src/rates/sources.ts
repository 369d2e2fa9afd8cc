// Where the rates were read. Each page has one name, so that one search finds everything that rests on it.

const PRICING_PAGE = "platform.claude.com/docs/en/about-claude/pricing";
const RELEASE_NOTES = "platform.claude.com/docs/en/release-notes/overview";
const MIRROR = "github.com/thevibeworks/claude-code-docs";
const PI_AI = "npm @earendil-works/pi-ai 1.5.2 (2026-11-10)";
const GENAI_PRICES = "npm @pydantic/genai-prices 0.1.8 (2026-09-23)";

/** Anthropic's pricing page of 2025-12-11: the oldest models, and the tier above 200,000 tokens as it stood then. */
export const PRICING_DEC_2025: string = `${PRICING_PAGE} as of 2025-12-11 (${MIRROR} @f6b168ee3)`;

/** Anthropic's pricing page of 2026-08-21, the newest that could be read whole. */
export const PRICING_AUG_2026: string = `${PRICING_PAGE} as of 2026-08-21 (${MIRROR} @86fa4f70d)`;

/** Anthropic's pricing page of September 2026, in a stored copy: Fable 5.1 and Mythos 5.1. */
export const PRICING_SEP_2026: string = `${PRICING_PAGE}?ref=optimizesmart.com (stored copy, 2026-09-01 to 2026-09-22)`;

/** Two price lists kept by others, for models that had left Anthropic's page before it could be read. */
export const PRICE_LISTS_2026: string = `${GENAI_PRICES}; github.com/anomalyco/models.dev @f3fc6922 (2026-07-02)`;

/** The launch of the 4.6 generation with a tier above 200,000 tokens. */
export const LAUNCH_OF_4_6: string = `${GENAI_PRICES}; ${MIRROR}, history of February 2026`;

/** The end of the tier of the 4.6 generation. */
export const RELEASE_NOTES_MAR_2026: string = `${RELEASE_NOTES}, entry of 2026-03-13 (one price up to 1M tokens)`;

/** The end of prompts above 200,000 tokens on Sonnet 4 and 4.5. */
export const RELEASE_NOTES_APR_2026: string = `${RELEASE_NOTES}, entry of 2026-04-30 (end of the 1M beta)`;

/** The cheaper cache reads of Sonnet 5.5. */
export const RELEASE_NOTES_OCT_2026: string = `${RELEASE_NOTES}, entry of 2026-10-07 (stored copy); ${PI_AI}`;

/** The launch of Mythos 5.2: input and output. */
export const RELEASE_NOTES_NOV_2026: string = `${RELEASE_NOTES}, entry of 2026-11-09 (stored copy)`;

/** The launch of Fable 5.2, and a list that has all five of its rates. */
export const LAUNCH_OF_FABLE_5_2: string = `${RELEASE_NOTES_NOV_2026}; ${PI_AI}`;

/** Anthropic's page on Opus 5.5, and a list that agrees. */
export const MODEL_PAGE_OPUS_5_5: string = `platform.claude.com/docs/zh-CN/models/opus-5-5/overview (stored copy); ${PI_AI}`;

/** Anthropic's page on Sonnet 5.5 as launched, and a tool that checked the live page then. */
export const MODEL_PAGE_SONNET_5_5: string =
  "platform.claude.com/docs/zh-CN/models/sonnet-5-5/overview (stored copy); github.com/kurofune/claudit, v1.8.1 to v1.9.2";

/** Anthropic's page on Haiku 5.5, both tiers, and a list that agrees. */
export const MODEL_PAGE_HAIKU_5_5: string = `platform.claude.com/docs/en/models/haiku-5-5/overview (stored copy); ${PI_AI}`;

/** Claude Code's page on fast mode, and its history. */
export const FAST_MODE_NOV_2026: string =
  "code.claude.com/docs/en/fast-mode (stored copy, November 2026; history in github.com/ericbuess/claude-code-docs)";

/** Two resellers' pages that state the fast price of Opus 5.5. */
export const FAST_OPUS_5_5: string = "vercel.com/ai-gateway/models/claude-opus-5.5-fast; docs.litellm.ai/blog/claude_opus_5_5";

/** Google Cloud's page on Fable 5.2, in a stored copy: twice the price on every token. */
export const FAST_FABLE_5_2: string =
  "documentation.s3ns.fr/gemini-enterprise-agent-platform/models/partner-models/claude/fable-5-2 (stored copy)";

/** A press article: the only price of Mythos Preview that was found. */
export const PRESS_MYTHOS_PREVIEW: string = "hadi.aboudaya.com/blog/anthropic-claude-mythos-system-card-analysis";
