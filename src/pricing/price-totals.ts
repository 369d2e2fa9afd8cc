import type { IsoDay } from "../lib/calendar.ts";
import { requireWhole } from "../lib/range-error.ts";
import { type BillLine, tokenLines, webSearchLines } from "./bill-line.ts";
import { type Modifiers, modifierFactor } from "./modifiers.ts";
import { ratesOf, tierOf } from "./price-request.ts";
import { type ModelCard, rulesInForce, type WebSearchFee } from "./rate-card.ts";
import { promptTokens, requireUsage, type Usage } from "./usage.ts";

/** Tokens added up over requests. */
export interface UsageTotals {
  readonly usage: Usage;
  /** How many requests they came from, or null when nobody counted. */
  readonly requests: number | null;
}

/** The bill of totals, and whether it can only be too low. */
export interface PricedTotals {
  readonly lines: readonly BillLine[];
  /** Totals cannot tell which prompts passed a long-context threshold: then the standard tier is the least they can have cost. */
  readonly lowerBound: boolean;
}

/**
 * What tokens added up over several requests cost. With a request count they are taken as an even split, and all of them are at the tier
 * of the even prompt; without one they are at the standard tier, a lower bound wherever some prompt could have passed the threshold.
 *
 * @throws RangeError as `priceWithCard`
 */
export function priceTotals(
  card: ModelCard,
  { usage, requests }: UsageTotals,
  terms: Modifiers & { readonly day: IsoDay; readonly webSearch: WebSearchFee },
): PricedTotals {
  requireUsage(usage);
  if (requests !== null) requireWhole("requests", requests, 1);
  const rules = rulesInForce(card, terms.day);
  const prompt = promptTokens(usage);
  const tier = requests === null ? "standard" : tierOf(rules, prompt / requests);
  const factor = modifierFactor(card, terms.day, terms);
  return {
    lines: [
      ...tokenLines(usage, ratesOf(rules, tier), { factor, model: card.id }),
      ...webSearchLines(usage.webSearches ?? 0, terms.webSearch),
    ],
    lowerBound: requests === null && tierOf(rules, prompt) === "long-context",
  };
}
