import type { IsoDay } from "../lib/calendar.ts";
import type { BillLine } from "../pricing/bill-line.ts";
import { type Modifiers, modifierFactor } from "../pricing/modifiers.ts";
import { priceWithCard, type Tier } from "../pricing/price-request.ts";
import type { ModelCard } from "../pricing/rate-card.ts";
import type { FullUsage } from "../pricing/usage.ts";
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
  const parsed = parseModelId(billed.model);
  const card = parsed && findModel(parsed.id);
  if (!parsed || !card)
    return { request: unpriced(billed, { model: billed.model, known: false, regional: false }), problems: [] };
  const { at, problem } = dayOfRates(card, day ?? catalogDate);
  const { offered, refused } = offeredModifiers(card, at, billed);
  const problems = problem === null ? refused : [problem, ...refused];
  try {
    const { total, lines, rates, overWindow } = priceWithCard(
      card,
      { ...offered, usage: billed.usage, at, regional: parsed.regional },
      catalog.webSearch,
    );
    const { tier, retired } = rates;
    const { usage, speed, geo, batch } = billed;
    const served = { model: card.id, known: true, regional: parsed.regional, usage, speed, geo, batch };
    return { request: { ...served, lines, cost: total, tier, overWindow, retired }, problems };
  } catch (error) {
    // A class without a rate is never free.
    const reason = error instanceof RangeError ? error.message : "cannot be priced";
    return {
      request: unpriced(billed, { model: card.id, known: true, regional: parsed.regional }),
      problems: [...problems, reason],
    };
  }
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
