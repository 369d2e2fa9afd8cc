import type { IsoDay } from "../lib/calendar.ts";
import { outOfRange } from "../lib/range-error.ts";
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

/** The same for one of several models in a run. */
export interface ServedTerms extends SessionTerms {
  /** The number of the model in the run: only its requests count; left out: all of them. */
  readonly servedBy?: number;
}

/**
 * The lines of a session on one model, one for each class and rate. One run of the tokens serves every model, which is what lets the
 * page follow a slider.
 *
 * @throws RangeError as `priceWithCard`
 */
export function sessionLines(card: ModelCard, tokens: SessionTokens, terms: ServedTerms): BillLine[] {
  const { period, longContext } = rulesInForce(card, terms.day);
  const { upTo, above } = usageByThreshold(tokens, longContext?.thresholdTokens ?? null, terms.servedBy);
  const at = { factor: modifierFactor(card, terms.day, terms), model: card.id };
  return [...tokenLines(upTo, period.rates, at), ...(longContext ? tokenLines(above, longContext.rates, at) : [])];
}

/**
 * What each request of a session costs on the model that served it, USD unrounded, at the tier of its own prompt. A class without a rate
 * counts nothing here: ask `sessionLines` first, which refuses it.
 *
 * @param cards the models by their numbers in the run
 */
export function requestCosts(cards: readonly ModelCard[], tokens: SessionTokens, terms: SessionTerms): number[] {
  const prices = cards.map((card) => priceList(card, tokens.caching, terms));
  return tokens.read.map((read, index) => {
    const price = prices[tokens.servedBy[index] ?? 0];
    if (!price) throw outOfRange("servedBy", tokens.servedBy[index], `the number of one of ${cards.length} models`);
    const fresh = tokens.fresh[index] ?? 0;
    const rates = read + fresh > price.threshold ? price.above : price.standard;
    return read * rates.read + fresh * rates.fresh + (tokens.output[index] ?? 0) * rates.output;
  });
}

interface UsdPerToken {
  readonly read: number;
  readonly fresh: number;
  readonly output: number;
}

interface PriceList {
  readonly threshold: number;
  readonly standard: UsdPerToken;
  readonly above: UsdPerToken;
}

function priceList(card: ModelCard, caching: Caching, terms: SessionTerms): PriceList {
  const { period, longContext } = rulesInForce(card, terms.day);
  const factor = modifierFactor(card, terms.day, terms);
  const standard = usdPerToken(period.rates, caching, factor);
  const above = longContext ? usdPerToken(longContext.rates, caching, factor) : standard;
  return { threshold: longContext?.thresholdTokens ?? Infinity, standard, above };
}

function usdPerToken(rates: ClassRates, caching: Caching, factor: number): UsdPerToken {
  const perToken = (name: TokenClass): number => ((rates[name] ?? 0) * factor) / 1_000_000;
  return { read: perToken("cacheRead"), fresh: perToken(freshClass(caching)), output: perToken("output") };
}
