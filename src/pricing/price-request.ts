import { utcDay } from "../lib/calendar.ts";
import { type BillLine, tokenLines, totalOf, webSearchLines } from "./bill-line.ts";
import { type Modifiers, modifierFactor } from "./modifiers.ts";
import { type ModelCard, type RulesInForce, rulesInForce, type WebSearchFee } from "./rate-card.ts";
import { promptTokens, requireUsage, type Usage } from "./usage.ts";

/** Which tier of a model's rates a request was charged at. */
export type Tier = "standard" | "long-context";

/** One request whose model is already known. */
export interface ChargedRequest extends Modifiers {
  readonly usage: Usage;
  /** ISO date or date-time, UTC; picks the rates in force. */
  readonly at: string;
}

/** What a request costs, line by line. */
export interface PricedUsage {
  /** The catalog's own id of the model, after aliases. */
  readonly model: string;
  readonly lines: readonly BillLine[];
  /** The sum of `lines`, USD unrounded. */
  readonly total: number;
  /** Which rates applied, from where. */
  readonly rates: {
    readonly effectiveFrom: string;
    readonly source: string;
    readonly checkedOn: string;
    readonly tier: Tier;
    readonly retired: boolean;
  };
  /** Whether the prompt was longer than the model took on that day. */
  readonly overWindow: boolean;
}

/**
 * What one request costs: `amount = tokens × rate / 1,000,000` for each class, at the rates of its day. Where the model has a
 * long-context tier and the prompt is strictly above the threshold, every token of the request, output too, is charged at the tier.
 *
 * @throws RangeError for a count that is no whole number ≥ 0, a used class without a rate, a modifier not offered on that day, a day
 *         before the model's first
 * @example priceWithCard(sonnet46, { usage: { input: 1_000_000 }, at: "2026-11-20" }, webSearch).total //=> 3
 */
export function priceWithCard(card: ModelCard, request: ChargedRequest, webSearch: WebSearchFee): PricedUsage {
  const { usage, at } = request;
  requireUsage(usage);
  const day = utcDay(at);
  const rules = rulesInForce(card, day);
  const prompt = promptTokens(usage);
  const tier = tierOf(rules, prompt);
  const factor = modifierFactor(card, day, request);
  const lines = [
    ...tokenLines(usage, ratesOf(rules, tier), { factor, model: card.id }),
    ...webSearchLines(usage.webSearches ?? 0, webSearch),
  ];
  return {
    model: card.id,
    lines,
    total: totalOf(lines),
    rates: originOf(rules, tier),
    overWindow: prompt > rules.period.contextWindow,
  };
}

/** The tier of a prompt: long-context strictly above the threshold. */
export function tierOf(rules: RulesInForce, prompt: number): Tier {
  return rules.longContext !== null && prompt > rules.longContext.thresholdTokens ? "long-context" : "standard";
}

/** The rates of a tier, USD per million tokens, before modifiers. */
export function ratesOf(rules: RulesInForce, tier: Tier): RulesInForce["period"]["rates"] {
  return tier === "long-context" && rules.longContext !== null ? rules.longContext.rates : rules.period.rates;
}

/** Where the rates of a tier come from. */
function originOf({ period, retired }: RulesInForce, tier: Tier): PricedUsage["rates"] {
  return { effectiveFrom: period.from, source: period.source, checkedOn: period.checkedOn, tier, retired };
}
