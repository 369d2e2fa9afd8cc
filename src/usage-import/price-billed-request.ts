import type { IsoDay } from "../lib/calendar.ts";
import { type BillLine, tokenLines, totalOf, webSearchLines } from "../pricing/bill-line.ts";
import { type Modifiers, modifierFactor } from "../pricing/modifiers.ts";
import { ratesOf, type Tier, tierOf } from "../pricing/price-request.ts";
import { type ModelCard, type RulesInForce, rulesInForce } from "../pricing/rate-card.ts";
import { type FullUsage, promptTokens } from "../pricing/usage.ts";
import { catalog, catalogDate } from "../rates/catalog.ts";
import { findModel, parseModelId } from "../rates/resolve-model.ts";
import type { BilledRequest } from "./log-usage.ts";

/**
 * One request that was billed, with what it costs at the catalog's rates of its day. Speed, place and batch are as logged: one that the
 * model did not offer is no part of the price.
 */
export interface MeasuredRequest extends Pick<BilledRequest, "speed" | "geo" | "batch"> {
  /** The catalog's id; as written where the catalog knows none. */
  readonly model: string;
  readonly known: boolean;
  /** Whether its spelling names a regional endpoint of Bedrock or Vertex. */
  readonly regional: boolean;
  readonly usage: FullUsage;
  /** Empty where there is no price. */
  readonly lines: readonly BillLine[];
  /** USD, unrounded; null where the model, or a class that it used, has no rate. */
  readonly cost: number | null;
  readonly tier: Tier;
  /** Whether the prompt was longer than the model took on that day. */
  readonly overWindow: boolean;
  /** Whether the model no longer served on that day. */
  readonly retired: boolean;
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
  return createRequestPricer()(billed, day);
}

/** `priceBilledRequest` for many requests: what a model's rates are on a day is worked out once. */
export type RequestPricer = (billed: BilledRequest, day: IsoDay | null) => PricedBilledRequest;

export function createRequestPricer(): RequestPricer {
  const known = new Map<string, Service | null>();
  return (billed, day) => {
    const { model, speed, geo, batch, usage } = billed;
    // The model comes last: it may have any letters.
    const key = `${day} ${speed} ${geo} ${batch} ${model}`;
    let service = known.get(key);
    if (service === undefined) {
      service = serviceOf(billed, day);
      known.set(key, service);
    }
    if (service === null) return { request: unpriced(billed, { model, known: false, regional: false }), problems: NO_PROBLEMS };
    const { card, regional, rules, factor, problems } = service;
    try {
      const prompt = promptTokens(usage);
      const tier = tierOf(rules, prompt);
      const lines = tokenLines(usage, ratesOf(rules, tier), { factor, model: card.id });
      if (usage.webSearches > 0) lines.push(...webSearchLines(usage.webSearches, catalog.webSearch));
      return {
        request: {
          model: card.id,
          known: true,
          regional,
          usage,
          speed,
          geo,
          batch,
          lines,
          cost: totalOf(lines),
          tier,
          overWindow: prompt > rules.period.contextWindow,
          retired: rules.retired,
        },
        problems,
      };
    } catch (error) {
      // A class without a rate is never free.
      const reason = error instanceof RangeError ? error.message : "cannot be priced";
      return { request: unpriced(billed, { model: card.id, known: true, regional }), problems: [...problems, reason] };
    }
  };
}

const NO_PROBLEMS: readonly string[] = [];

/** All that a price depends on besides the counts. */
interface Service {
  readonly card: ModelCard;
  readonly regional: boolean;
  readonly rules: RulesInForce;
  readonly factor: number;
  readonly problems: readonly string[];
}

/** Null where the catalog does not know the model. */
function serviceOf(billed: BilledRequest, day: IsoDay | null): Service | null {
  const parsed = parseModelId(billed.model);
  const card = parsed && findModel(parsed.id);
  if (!parsed || !card) return null;
  const { at, problem } = dayOfRates(card, day ?? catalogDate);
  const { offered, refused } = offeredModifiers(card, at, billed);
  const { regional } = parsed;
  return {
    card,
    regional,
    rules: rulesInForce(card, at),
    factor: modifierFactor(card, at, { ...offered, regional }),
    problems: problem === null ? refused : [problem, ...refused],
  };
}

function unpriced(billed: BilledRequest, name: Pick<MeasuredRequest, "model" | "known" | "regional">): MeasuredRequest {
  const { usage, speed, geo, batch } = billed;
  return { ...name, usage, speed, geo, batch, lines: [], cost: null, tier: "standard", overWindow: false, retired: false };
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
