import { requireWithin } from "../lib/range-error.ts";

/** What a numeric field takes: both ends included, so many decimals (at most 6). */
export interface NumberRange {
  readonly least: number;
  readonly most: number;
  readonly decimals: number;
}

const tokens = (most: number): NumberRange => ({ least: 0, most, decimals: 0 });
const percent: NumberRange = { least: 0, most: 100, decimals: 1 };

/** The fields of a scenario that hold a number. */
export type RangedField =
  | "developers"
  | "workingDays"
  | "tokenizerFactor"
  | "batchPercent"
  | "routerFee"
  | "discountPercent"
  | "sessionsPerDay"
  | "mixPercent"
  | "requests"
  | "basePromptTokens"
  | "inputGrowthPerRequest"
  | "outputPerRequest"
  | "outputKeptShare"
  | "warmPromptTokens"
  | "pauseMinutes"
  | "pauseHours"
  | "prefixChanges"
  | "compactAtTokens"
  | "summaryTokens"
  | "totalTokens"
  | "webSearches"
  | "countedRequests"
  | "clearAfterRequests"
  | "subagentCount"
  | "switchBeforeRequest"
  | "reReadTokens"
  | "leverPercent"
  | "ownRate"
  | "limit"
  | "perUsd"
  | "costSpread"
  | "monthUsd"
  | "taxPercent"
  | "failedPercent";

/** The range of every numeric field of a scenario: the slider, the text field, the link and an import all obey this one list. */
export const RANGES: Readonly<Record<RangedField, NumberRange>> = {
  developers: { least: 1, most: 100_000, decimals: 0 },
  workingDays: { least: 1, most: 31, decimals: 1 },
  tokenizerFactor: { least: 1, most: 1.35, decimals: 2 },
  batchPercent: percent,
  routerFee: { least: 0, most: 1, decimals: 6 },
  discountPercent: percent,
  sessionsPerDay: { least: 0, most: 1_000_000, decimals: 4 },
  mixPercent: percent,
  requests: { least: 1, most: 5_000, decimals: 0 },
  basePromptTokens: tokens(1_000_000),
  inputGrowthPerRequest: tokens(1_000_000),
  outputPerRequest: tokens(200_000),
  outputKeptShare: { least: 0, most: 1, decimals: 3 },
  warmPromptTokens: tokens(1_000_000),
  pauseMinutes: { least: 0, most: 1_000, decimals: 0 },
  pauseHours: { least: 0, most: 1_000, decimals: 0 },
  prefixChanges: { least: 0, most: 1_000, decimals: 0 },
  compactAtTokens: { least: 1_000, most: 10_000_000, decimals: 0 },
  summaryTokens: tokens(200_000),
  totalTokens: tokens(100_000_000_000),
  webSearches: { least: 0, most: 1_000_000, decimals: 0 },
  countedRequests: { least: 1, most: 10_000_000, decimals: 0 },
  clearAfterRequests: { least: 1, most: 5_000, decimals: 0 },
  subagentCount: { least: 0, most: 100, decimals: 0 },
  switchBeforeRequest: { least: 2, most: 5_000, decimals: 0 },
  reReadTokens: tokens(1_000_000),
  leverPercent: percent,
  ownRate: { least: 0, most: 10_000, decimals: 6 },
  limit: { least: 0, most: 10_000_000, decimals: 2 },
  // The dearest currencies stand at 0.3 to a dollar, the cheapest at some 100,000: wide of both.
  perUsd: { least: 0.0001, most: 1_000_000, decimals: 6 },
  costSpread: { least: 1, most: 20, decimals: 2 },
  monthUsd: { least: 0, most: 100_000_000, decimals: 2 },
  taxPercent: percent,
  failedPercent: percent,
};

/** The most profiles that a scenario holds. */
export const MOST_PROFILES = 5;
/** The most models in one mix. */
export const MOST_IN_MIX = 12;
/** The most models of one's own. */
export const MOST_OWN_MODELS = 3;
/** The most groups of developers that a team is stated in. */
export const MOST_TEAM_GROUPS = 12;

/** A value brought into a range and onto its step. @example quantise({ least: 0, most: 1, decimals: 1 }, 0.26) //=> 0.3 */
export function quantise({ least, most, decimals }: NumberRange, value: number): number {
  requireWithin("value", value, [-Number.MAX_VALUE, Number.MAX_VALUE]);
  return Number(Math.min(most, Math.max(least, value)).toFixed(decimals));
}
