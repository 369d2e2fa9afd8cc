// Where other vendors' prices were read. Each source has one name, so that one search finds everything that rests on it.

/** A price list kept by others, with all vendors' models that are compared. */
export const PI_AI_NOV_2026: string = "npm @earendil-works/pi-ai 1.5.2 (2026-11-10)";

/** Two records of OpenAI's own price table on the day after the launch: cache writes and the tier too. */
export const LAUNCH_OF_GPT_6_ASTRA: string = `${PI_AI_NOV_2026}; github.com/pydantic/genai-prices/pull/680; github.com/steipete/CodexBar/pull/3427`;

/** The launch of GPT-6 Sol and Luna, cache writes included. */
export const LAUNCH_OF_GPT_6: string = `${PI_AI_NOV_2026}; github.com/merefield/codexometer, v0.18.4`;

/** The launch of GPT-6.2: input, output, and by how much cached input became cheaper. */
export const LAUNCH_OF_GPT_6_2: string =
  "docs.laozhang.ai/en/announcements/gpt-6-2-2026-11.md; docs.apiyi.com/en/news/gpt-6-2-astra-sol-launch.md (stored copies, 2026-11-18)";

/** The launch price of Gemini 4 Argon and its last day. */
export const GEMINI_4_ARGON: string = `${PI_AI_NOV_2026}; github.com/BerriAI/litellm/discussions/46238`;

/** The launch price of Gemini 4 Carbon and what follows it, cached input included. */
export const GEMINI_4_CARBON: string =
  "docs.laozhang.ai/announcements/gemini-4-carbon-2026-11.md (stored copy, 2026-11-11); github.com/BerriAI/litellm/discussions/50970";

/** The launch price of Gemini 3.8 Flash and its last day. */
export const GEMINI_3_8_FLASH: string = `${PI_AI_NOV_2026}; github.com/uttamdeb/agent-telemetry, v1.6.6`;

/** A public guide of 2026 that sets older models beside Claude: input and output only. */
export const GUIDE_OF_2026: string = "public guide “Claude API Pricing Explained (What It Actually Costs in 2026)”";

/** OpenAI's announcement of cached input at half price. */
export const CACHED_INPUT_OCT_2024: string = `${GUIDE_OF_2026}; cached input: OpenAI's announcement of prompt caching, 2024-10-01 (stored copy)`;
