import { type Days, type IsoDay, isWithin } from "../lib/calendar.ts";
import { outOfRange } from "../lib/range-error.ts";
import type { TokenClass } from "./usage.ts";

/**
 * USD per million tokens by class. Each is stored as published, none is worked out from another: cache reads alone cost 0.1, 0.05 or
 * 0.025 of input depending on the model. A class left out has no known rate, and using it is an error.
 */
export type ClassRates = Readonly<Partial<Record<TokenClass, number>>>;

/** Where a figure comes from and when that was last looked at. */
export interface Provenance {
  readonly source: string;
  readonly checkedOn: IsoDay;
}

/** The rates of every token of a request whose prompt is strictly above the threshold. */
export interface LongContextTier {
  /** Prompt tokens (input + cache writes + cache reads) of one request. */
  readonly thresholdTokens: number;
  readonly rates: ClassRates;
}

/** What a model costs, and how long a prompt it takes, from one day to the next change. */
export interface RatePeriod extends Days, Provenance {
  readonly rates: ClassRates;
  readonly longContext: LongContextTier | null;
  /** Tokens of the longest prompt that the model took in these days. */
  readonly contextWindow: number;
}

/** Days in which fast mode was accepted, and what it multiplied every token rate by; 1 = accepted and billed as standard. */
export interface FastPeriod extends Days, Provenance {
  readonly multiplier: number;
}

/** Text of models `before-4.7` makes fewer tokens than the same text in later ones. */
export type Tokenizer = "before-4.7" | "from-4.7";

/** One model as the provider prices it. */
export interface ModelCard {
  /** The provider's own id, and ours: `claude-opus-5-5`. */
  readonly id: string;
  readonly name: string;
  readonly family: "fable" | "mythos" | "opus" | "sonnet" | "haiku" | "own";
  /** Other exact spellings that the regular forms (region, vendor, `@date`, `[1m]`) do not give. */
  readonly aliases: readonly string[];
  /** `current` is offered first; `legacy` still serves; `limited` needs an invitation; `retired` no longer serves. */
  readonly status: "current" | "legacy" | "limited" | "retired";
  readonly released: IsoDay;
  /** First day on which the provider's own API no longer serves it; a day ahead is an announced one. */
  readonly retired: IsoDay | null;
  /** In order of time, without gaps or overlaps; the first begins at the release. */
  readonly periods: readonly RatePeriod[];
  readonly fast: readonly FastPeriod[];
  /** What batch multiplies every token rate by; null = not offered. */
  readonly batchMultiplier: number | null;
  /** What US-only inference multiplies every token rate by; null = not offered. */
  readonly usMultiplier: number | null;
  /** What a regional endpoint of Bedrock or Vertex multiplies every token rate by; 1 = costs nothing. */
  readonly regionalMultiplier: number;
  readonly tokenizer: Tokenizer;
  /** The shortest prefix that is cached, in tokens; null = not found. */
  readonly minCacheableTokens: number | null;
  /** How sure the sources are of the rates: official or two that agree, one good one, one weak one. */
  readonly confidence: "high" | "medium" | "low";
  readonly note?: string;
}

/** What server-side web search costs; no modifier touches it. */
export interface WebSearchFee extends Provenance {
  readonly usdPerThousand: number;
}

/** All that pricing needs to know of the provider's price list. */
export interface Catalog {
  /** The day the list was last checked; a request without a date is priced on it. */
  readonly date: IsoDay;
  readonly models: readonly ModelCard[];
  readonly webSearch: WebSearchFee;
}

/** The rules by which a model bills on one day. */
export interface RulesInForce {
  readonly period: RatePeriod;
  /** The tier for prompts strictly above its threshold, or null where every prompt costs the same. */
  readonly longContext: LongContextTier | null;
  readonly retired: boolean;
}

/**
 * The rules of a model on a day. After retirement the last rates stay, flagged. A prompt above the day's context window is priced by the
 * last rule that such prompts had: so Sonnet 4.5 keeps its tier above 200,000 after 2026-04-30, when such requests became errors.
 *
 * @throws RangeError for a day before the model's first
 */
export function rulesInForce(card: ModelCard, day: IsoDay): RulesInForce {
  const period = card.periods.find((candidate) => isWithin(day, candidate));
  if (!period) throw outOfRange("at", day, `a day on which ${card.id} had a price: its first is ${card.released}`);
  return {
    period,
    longContext: period.longContext ?? lapsedTier(card, period),
    retired: card.retired !== null && card.retired <= day,
  };
}

function lapsedTier(card: ModelCard, inForce: RatePeriod): LongContextTier | null {
  const lapsed = card.periods.findLast((period) => period.from < inForce.from && period.longContext !== null);
  if (!lapsed?.longContext || inForce.contextWindow > lapsed.longContext.thresholdTokens) return null;
  return lapsed.longContext;
}
