import { catalogDate } from "../rates/catalog.ts";
import type { Levers, Profile, Scenario, SimulatedUsage, TotalsUsage } from "./scenario.ts";

/** A simulated session as version 1 of the link takes it when a field is not stated. Frozen with that version. */
export const DEFAULT_SIMULATED: SimulatedUsage = {
  kind: "simulated",
  requests: 80,
  basePromptTokens: 20_000,
  inputGrowthPerRequest: 1_600,
  outputPerRequest: 600,
  outputKeptShare: 0.6,
  caching: "5m",
  warmPromptTokens: 0,
  pauseMinutes: 2,
  pauseHours: 0,
  prefixChanges: 0,
  compactAtTokens: null,
  summaryTokens: 5_000,
  clearAfterRequests: null,
  subagents: {
    count: 0,
    model: null,
    requests: 15,
    basePromptTokens: 12_000,
    inputGrowthPerRequest: 2_000,
    outputPerRequest: 400,
  },
  modelSwitch: null,
  routing: "session",
};

/** A session by totals as version 1 of the link takes it when a field is not stated. Frozen with that version. */
export const DEFAULT_TOTALS: TotalsUsage = {
  kind: "totals",
  input: 0,
  cacheWrite5m: 0,
  cacheWrite1h: 0,
  cacheRead: 0,
  output: 0,
  webSearches: 0,
  requests: null,
};

/** A profile as version 1 of the link takes it when a field is not stated. Frozen with that version. */
export const DEFAULT_PROFILE: Profile = {
  name: "Coding",
  sessionsPerDay: 3,
  mix: [{ model: "claude-opus-5-5", percent: 100, locked: false }],
  usage: DEFAULT_SIMULATED,
};

/** The levers as version 1 of the link takes them when nothing is stated: all off. Frozen with that version. */
export const DEFAULT_LEVERS: Levers = {
  routing: {
    on: false,
    easyPercent: 70,
    mediumPercent: 20,
    easyModel: "claude-haiku-5-5",
    mediumModel: "claude-sonnet-5-5",
    hardModel: "claude-opus-5-5",
    by: "session",
    fee: 0,
  },
  caching: { on: false, to: "1h" },
  compaction: { on: false, atTokens: 100_000, removedPercent: 60 },
  clearing: { on: false, afterRequests: 30 },
  thinking: { on: false, lessPercent: 30 },
  batch: { on: false, percent: 20 },
  subagents: { on: false, model: "claude-haiku-5-5" },
};

/** The scenario of an empty link, and what version 1 of the link leaves out. Frozen with that version, the price date apart. */
export const DEFAULT_SCENARIO: Scenario = {
  preset: "typical",
  priceDate: catalogDate,
  tokensOf: "claude-opus-5-5",
  tokenizerFactor: 1.3,
  developers: 1,
  workingDays: 15,
  dayBasis: "working",
  profiles: [DEFAULT_PROFILE],
  batchPercent: 0,
  routerFee: 0,
  place: "global",
  fast: false,
  discountPercent: 0,
  ownModels: [],
  work: "interactive",
  planBilling: "monthly",
  limitRule: "community",
  overflow: "api-rates",
  ownLimits: { pro: null, max: null, ultra: null, "team-standard": null, "team-premium": null },
  levers: DEFAULT_LEVERS,
  // A log of 10,000 lines at 6.5 tokens a line, the middle of what a guide gives for code (5–8).
  oneRead: { tokens: 65_000, request: 5 },
  reReadTokens: 10_000,
  currency: { code: "USD", perUsd: 1 },
  // Assumed: nobody publishes how the cost of single sessions spreads.
  costSpread: 3,
  budget: { monthlyUsd: null, dailyUsd: null, taxPercent: 0, startingCredit: false },
  team: [],
  failed: { erroredPercent: 0, retriedPercent: 0, refusedPercent: 0 },
};
