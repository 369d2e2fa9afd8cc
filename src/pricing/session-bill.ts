import type { IsoDay } from "../lib/calendar.ts";
import { type BillLine, tokenLines } from "./bill-line.ts";
import { type Modifiers, modifierFactor } from "./modifiers.ts";
import { type ClassRates, type ModelCard, rulesInForce } from "./rate-card.ts";
import type { Caching } from "./session-shape.ts";
import { freshClass, type SessionTokens, usageByThreshold } from "./session-tokens.ts";
import type { TokenClass } from "./usage.ts";

/** How a session's requests are served: the day whose rates apply, and the modifiers. */
export interface SessionTerms extends Modifiers {
  readonly day: IsoDay;
}

/**
 * The lines of a session on one model, one for each class and rate. One run of the tokens serves every model, which is what lets the
 * page follow a slider.
 *
 * @throws RangeError as `priceWithCard`
 */
export function sessionLines(card: ModelCard, tokens: SessionTokens, terms: SessionTerms): BillLine[] {
  const { period, longContext } = rulesInForce(card, terms.day);
  const { upTo, above } = usageByThreshold(tokens, longContext?.thresholdTokens ?? null);
  const at = { factor: modifierFactor(card, terms.day, terms), model: card.id };
  return [...tokenLines(upTo, period.rates, at), ...(longContext ? tokenLines(above, longContext.rates, at) : [])];
}

/**
 * What each request of a session costs on one model, USD unrounded, at the tier of its own prompt. A class without a rate counts nothing
 * here: ask `sessionLines` first, which refuses it.
 */
export function requestCosts(card: ModelCard, tokens: SessionTokens, terms: SessionTerms): number[] {
  const { period, longContext } = rulesInForce(card, terms.day);
  const factor = modifierFactor(card, terms.day, terms);
  const standard = usdPerToken(period.rates, tokens.caching, factor);
  const above = longContext ? usdPerToken(longContext.rates, tokens.caching, factor) : standard;
  const threshold = longContext?.thresholdTokens ?? Infinity;
  return tokens.read.map((read, index) => {
    const fresh = tokens.fresh[index] ?? 0;
    const rates = read + fresh > threshold ? above : standard;
    return read * rates.read + fresh * rates.fresh + (tokens.output[index] ?? 0) * rates.output;
  });
}

function usdPerToken(rates: ClassRates, caching: Caching, factor: number): { read: number; fresh: number; output: number } {
  const perToken = (name: TokenClass): number => ((rates[name] ?? 0) * factor) / 1_000_000;
  return { read: perToken("cacheRead"), fresh: perToken(freshClass(caching)), output: perToken("output") };
}
