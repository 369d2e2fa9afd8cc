import { type BillLine, tokenLines, totalOf, webSearchLines } from "../pricing/bill-line.ts";
import type { Tier } from "../pricing/price-request.ts";
import type { ClassRates } from "../pricing/rate-card.ts";
import { type FullUsage, NO_USAGE, promptTokens } from "../pricing/usage.ts";
import { catalog } from "../rates/catalog.ts";
import type { BilledRequest } from "./log-usage.ts";

/**
 * All that requests share which went to one model on one day, served alike and at one tier: a log has 200,000 requests and a few hundred
 * of these. Speed, place and batch are as logged: one that the model did not offer is no part of the rates.
 */
export interface RequestTerms extends Pick<BilledRequest, "speed" | "geo" | "batch"> {
  /** The catalog's id; as written where the catalog knows none. */
  readonly model: string;
  readonly known: boolean;
  /** Whether its spelling names a regional endpoint of Bedrock or Vertex. */
  readonly regional: boolean;
  readonly tier: Tier;
  /** USD per million tokens, every modifier inside; null for an unknown model. */
  readonly rates: ClassRates | null;
  /** The longest prompt that the model took on that day, in tokens. */
  readonly contextWindow: number;
  /** Whether the model no longer served on that day. */
  readonly retired: boolean;
}

/** One request that was billed, with what it costs at the catalog's rates of its day. */
export interface MeasuredRequest extends Omit<RequestTerms, "rates" | "contextWindow"> {
  readonly usage: FullUsage;
  /** USD, unrounded: the sum of `linesOf`; null where the model, or a class that it used, has no rate. */
  readonly cost: number | null;
  /** Whether the prompt was longer than the model took on that day. */
  readonly overWindow: boolean;
  readonly terms: RequestTerms;
}

/** A request on its terms. What has no price has no tier either, and is neither too long nor too late. */
export function requestOn(terms: RequestTerms, usage: FullUsage, cost: number | null): MeasuredRequest {
  const isPriced = cost !== null;
  return {
    model: terms.model,
    known: terms.known,
    regional: terms.regional,
    usage,
    speed: terms.speed,
    geo: terms.geo,
    batch: terms.batch,
    cost,
    tier: isPriced ? terms.tier : "standard",
    overWindow: isPriced && promptTokens(usage) > terms.contextWindow,
    retired: isPriced && terms.retired,
    terms,
  };
}

/** What a request is billed for, line by line; nothing where it has no price. */
export function linesOf({ terms, usage, cost }: Pick<MeasuredRequest, "terms" | "usage" | "cost">): BillLine[] {
  return cost === null ? [] : linesAt(terms, usage);
}

/**
 * What tokens and searches cost on these terms, USD unrounded; null for an unknown model.
 *
 * @throws RangeError for a class that is used and has no rate
 */
export function costOn(terms: RequestTerms, usage: FullUsage): number | null {
  return terms.rates === null ? null : totalOf(linesAt(terms, usage));
}

/** A line for one token of each class that has a rate, and for one search: what can stand in a bill on these terms. */
export function unitLines(terms: RequestTerms): BillLine[] {
  return terms.rates === null
    ? []
    : linesAt(terms, { ...NO_USAGE, ...Object.fromEntries(Object.keys(terms.rates).map((name) => [name, 1])), webSearches: 1 });
}

function linesAt({ rates, model }: RequestTerms, usage: FullUsage): BillLine[] {
  const lines = tokenLines(usage, rates ?? {}, { factor: 1, model });
  if (usage.webSearches > 0) lines.push(...webSearchLines(usage.webSearches, catalog.webSearch));
  return lines;
}
