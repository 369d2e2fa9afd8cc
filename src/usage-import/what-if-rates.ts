import type { IsoDay } from "../lib/calendar.ts";
import { modifierFactor } from "../pricing/modifiers.ts";
import { type ClassRates, type ModelCard, rulesInForce } from "../pricing/rate-card.ts";
import type { FullUsage } from "../pricing/usage.ts";
import { webSearchFee } from "../rates/fees.ts";
import type { BilledRequest } from "./log-usage.ts";
import { dayOfRates, offeredModifiers } from "./price-billed-request.ts";

/** USD per million tokens, every modifier inside; NaN = no known rate. */
interface UsdPerMillion {
  readonly input: number;
  readonly cacheWrite5m: number;
  readonly cacheWrite1h: number;
  readonly cacheRead: number;
  readonly output: number;
}

/** All that the price of a request depends on besides its tokens. */
export interface RequestRates {
  /** Prompts strictly above it, in tokens, cost `above`. */
  readonly threshold: number;
  readonly standard: UsdPerMillion;
  readonly above: UsdPerMillion;
  /** The longest prompt that the model took on that day, in tokens. */
  readonly contextWindow: number;
  /** Whether the day is before the model's first, whose rates these then are. */
  readonly isBeforeFirstDay: boolean;
  /** What was asked for and not offered, so not in the rates. */
  readonly refused: { readonly fast: boolean; readonly geo: boolean; readonly batch: boolean };
}

/** How a request is served. */
export type ServedAs = Pick<BilledRequest, "speed" | "geo" | "batch"> & { readonly regional: boolean };

/** Rates by model, day and way of serving, each worked out once: a log has 200,000 requests and a few hundred of these. */
export type RateTable = (card: ModelCard, day: IsoDay, served: ServedAs) => RequestRates;

interface RatesOfModel {
  readonly days: Map<IsoDay, WaysOfDay>;
  /** The day asked for last: requests come in order of time, so it is mostly the one asked for next. */
  day: IsoDay | null;
  ways: WaysOfDay;
}

/** By way of serving, a number from 0 to 15. */
type WaysOfDay = (RequestRates | undefined)[];

/** An empty table of rates. */
export function createRateTable(): RateTable {
  const models = new Map<ModelCard, RatesOfModel>();
  return (card, day, served) => {
    let model = models.get(card);
    if (model === undefined) {
      model = { days: new Map(), day: null, ways: [] };
      models.set(card, model);
    }
    if (model.day !== day) turnTo(model, day);
    const way =
      (served.speed === "fast" ? 1 : 0) + (served.geo === "us" ? 2 : 0) + (served.batch ? 4 : 0) + (served.regional ? 8 : 0);
    const known = model.ways[way];
    if (known !== undefined) return known;
    const rates = ratesFor(card, day, served);
    model.ways[way] = rates;
    return rates;
  };
}

function turnTo(model: RatesOfModel, day: IsoDay): void {
  model.day = day;
  model.ways = model.days.get(day) ?? [];
  model.days.set(day, model.ways);
}

function ratesFor(card: ModelCard, day: IsoDay, served: ServedAs): RequestRates {
  const { at, problem } = dayOfRates(card, day);
  const { offered } = offeredModifiers(card, at, served);
  const factor = modifierFactor(card, at, { ...offered, regional: served.regional });
  const { period, longContext } = rulesInForce(card, at);
  const standard = timesFactor(period.rates, factor);
  return {
    threshold: longContext?.thresholdTokens ?? Infinity,
    standard,
    above: longContext ? timesFactor(longContext.rates, factor) : standard,
    contextWindow: period.contextWindow,
    isBeforeFirstDay: problem !== null,
    refused: {
      fast: served.speed === "fast" && offered.speed !== "fast",
      geo: served.geo === "us" && offered.geo !== "us",
      batch: served.batch && offered.batch !== true,
    },
  };
}

function timesFactor(rates: ClassRates, factor: number): UsdPerMillion {
  return {
    input: (rates.input ?? Number.NaN) * factor,
    cacheWrite5m: (rates.cacheWrite5m ?? Number.NaN) * factor,
    cacheWrite1h: (rates.cacheWrite1h ?? Number.NaN) * factor,
    cacheRead: (rates.cacheRead ?? Number.NaN) * factor,
    output: (rates.output ?? Number.NaN) * factor,
  };
}

/**
 * What a request costs, USD: the same sum in the same order as `priceWithCard`, without its lines.
 * @returns NaN where a class is used that has no rate
 */
export function costAtRates(rates: RequestRates, usage: FullUsage): number {
  return tokenCostAtRates(rates, usage) + (usage.webSearches * webSearchFee.usdPerThousand) / 1_000;
}

/** The same without web searches. */
export function tokenCostAtRates(rates: RequestRates, usage: FullUsage): number {
  const prompt = usage.input + usage.cacheWrite5m + usage.cacheWrite1h + usage.cacheRead;
  const tier = prompt > rates.threshold ? rates.above : rates.standard;
  return (
    amount(usage.input, tier.input) +
    amount(usage.cacheWrite5m, tier.cacheWrite5m) +
    amount(usage.cacheWrite1h, tier.cacheWrite1h) +
    amount(usage.cacheRead, tier.cacheRead) +
    amount(usage.output, tier.output)
  );
}

// A class that is not used may have no rate: 0 × NaN would be NaN.
function amount(tokens: number, rate: number): number {
  return tokens === 0 ? 0 : (tokens * rate) / 1_000_000;
}
