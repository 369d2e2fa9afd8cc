import type { IsoDay } from "../lib/calendar.ts";
import { type Modifiers, modifierFactor } from "../pricing/modifiers.ts";
import { ratesOf, type Tier } from "../pricing/price-request.ts";
import { type ClassRates, type ModelCard, rulesInForce } from "../pricing/rate-card.ts";
import { promptTokens } from "../pricing/usage.ts";
import { catalogDate } from "../rates/catalog.ts";
import { findModel, parseModelId } from "../rates/resolve-model.ts";
import type { BilledRequest } from "./log-usage.ts";
import { costOn, type MeasuredRequest, type RequestTerms, requestOn } from "./request-terms.ts";

/** What a request comes to on its terms, and what the reader should know of its price. */
interface PricedOnTerms {
  readonly terms: RequestTerms;
  /** USD, unrounded; null where the model, or a class that it used, has no rate. */
  readonly cost: number | null;
  readonly problems: readonly string[];
}

/** A request and what the reader should know of its price. */
export interface PricedBilledRequest {
  readonly request: MeasuredRequest;
  readonly problems: readonly string[];
}

/**
 * What one logged request costs at the rates of a day, its tier by its own prompt. Never throws and never drops: before the model's
 * first day its first rates apply, a modifier that the model did not offer is left out, and either is a problem. An unknown model has no
 * cost.
 *
 * @param day UTC; null = the log does not say: the catalog's own day
 */
export function priceBilledRequest(billed: BilledRequest, day: IsoDay | null): PricedBilledRequest {
  const { terms, cost, problems } = createRequestPricer()(billed, day);
  return { request: requestOn(terms, billed.usage, cost), problems };
}

/** `priceBilledRequest` for many requests: what a model's rates are on a day is worked out once. */
export type RequestPricer = (billed: BilledRequest, day: IsoDay | null) => PricedOnTerms;

export function createRequestPricer(): RequestPricer {
  const known = new Map<string, Service>();
  return (billed, day) => {
    const { model, speed, geo, batch, usage } = billed;
    // The model comes last: it may have any letters.
    const key = `${day} ${speed} ${geo} ${batch} ${model}`;
    let service = known.get(key);
    if (service === undefined) {
      service = serviceOf(billed, day);
      known.set(key, service);
    }
    const terms = promptTokens(usage) > service.threshold ? service.above : service.standard;
    try {
      return { terms, cost: costOn(terms, usage), problems: service.problems };
    } catch (error) {
      // A class without a rate is never free.
      const reason = error instanceof RangeError ? error.message : "cannot be priced";
      return { terms, cost: null, problems: [...service.problems, reason] };
    }
  };
}

/** A model on a day, served in one way: its terms, which are `above` for prompts strictly above `threshold` tokens. */
interface Service {
  readonly threshold: number;
  readonly standard: RequestTerms;
  readonly above: RequestTerms;
  readonly problems: readonly string[];
}

function serviceOf(billed: BilledRequest, day: IsoDay | null): Service {
  const parsed = parseModelId(billed.model);
  const card = parsed && findModel(parsed.id);
  if (!parsed || !card) return unknownService(billed);
  const { at, problem } = dayOfRates(card, day ?? catalogDate);
  const { offered, refused } = offeredModifiers(card, at, billed);
  const { regional } = parsed;
  const rules = rulesInForce(card, at);
  const factor = modifierFactor(card, at, { ...offered, regional });
  const { speed, geo, batch } = billed;
  const termsOf = (tier: Tier): RequestTerms => ({
    ...{ model: card.id, known: true, regional, speed, geo, batch, tier },
    rates: timesFactor(ratesOf(rules, tier), factor),
    contextWindow: rules.period.contextWindow,
    retired: rules.retired,
  });
  return {
    threshold: rules.longContext?.thresholdTokens ?? Infinity,
    standard: termsOf("standard"),
    above: termsOf("long-context"),
    problems: problem === null ? refused : [problem, ...refused],
  };
}

function unknownService({ model, speed, geo, batch }: BilledRequest): Service {
  const terms: RequestTerms = {
    ...{ model, known: false, regional: false, speed, geo, batch, tier: "standard" },
    ...{ rates: null, contextWindow: Infinity, retired: false },
  };
  return { threshold: Infinity, standard: terms, above: terms, problems: [] };
}

function timesFactor(rates: ClassRates, factor: number): ClassRates {
  return Object.fromEntries(Object.entries(rates).map(([name, rate]) => [name, rate * factor]));
}

/** The day whose rates price a request: the model's first where it is earlier, and that is a problem. */
export function dayOfRates(card: ModelCard, day: IsoDay): { readonly at: IsoDay; readonly problem: string | null } {
  const first = card.periods[0]?.from ?? card.released;
  if (day >= first) return { at: day, problem: null };
  return { at: first, problem: `${day} is before the first day of ${card.id}, ${first}: priced at its first rates` };
}

/** Of the modifiers asked for those that a model offered on a day, and why not the others. */
export function offeredModifiers(
  card: ModelCard,
  day: IsoDay,
  { speed, geo, batch }: Pick<BilledRequest, "speed" | "geo" | "batch">,
): { readonly offered: Modifiers; readonly refused: readonly string[] } {
  let offered: Modifiers = {};
  const refused: string[] = [];
  // One after the other, so that one that is refused does not take the others with it.
  for (const asked of [{ speed }, { geo }, { batch }]) {
    try {
      modifierFactor(card, day, { ...offered, ...asked });
      offered = { ...offered, ...asked };
    } catch (error) {
      refused.push(`${error instanceof RangeError ? error.message : "a modifier that is not offered"}: priced without it`);
    }
  }
  return { offered, refused };
}
