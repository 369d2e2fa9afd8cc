import { CACHE_LIFETIME, COMPACTION, DEAREST_SHARE } from "./varied-choices.ts";
import type { VariedInput } from "./varied-input.ts";
import { between, byCount, byQuarter, ofScenario, ofSimulated, ofTotals, SESSIONS, SUBAGENTS } from "./varied-numbers.ts";

/** Every input that is varied, each by itself and in all profiles at once; inputs of equal weight are listed in this order. */
export const VARIED_INPUTS: readonly VariedInput[] = [
  byQuarter(SESSIONS),
  byQuarter(ofScenario("workingDays", "Working days a month")),
  byQuarter(ofScenario("developers", "Developers")),
  byQuarter(ofSimulated("requests", "Requests in a session")),
  byQuarter(ofSimulated("basePromptTokens", "Base prompt")),
  byQuarter(ofSimulated("inputGrowthPerRequest", "Context growth a request")),
  byQuarter(ofSimulated("outputPerRequest", "Output a request")),
  byQuarter(ofSimulated("outputKeptShare", "Output that stays in the context")),
  byCount(ofSimulated("pauseMinutes", "Breaks of 5–60 minutes")),
  byCount(ofSimulated("pauseHours", "Breaks of more than an hour")),
  byCount(ofSimulated("prefixChanges", "Changes of the cached prefix")),
  byCount(SUBAGENTS),
  CACHE_LIFETIME,
  COMPACTION,
  byQuarter(ofTotals("input", "Input")),
  byQuarter(ofTotals("output", "Output")),
  byQuarter(ofTotals("cacheRead", "Cache read")),
  byQuarter(ofTotals("cacheWrite5m", "Cache write, 5 minutes")),
  byQuarter(ofTotals("cacheWrite1h", "Cache write, 1 hour")),
  byQuarter(ofTotals("webSearches", "Web searches")),
  DEAREST_SHARE,
  between(ofScenario("batchPercent", "Batch share"), [0, 50], { unit: "%", words: "" }),
  between(ofScenario("tokenizerFactor", "Tokenizer factor"), [1, 1.35], { unit: "", words: "a factor of " }),
];
