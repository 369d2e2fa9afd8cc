import { type Days, type IsoDay, isWithin } from "../lib/calendar.ts";
import { requireWithin } from "../lib/range-error.ts";
import { type BillLine, billLine, totalOf } from "./bill-line.ts";
import type { Provenance } from "./rate-card.ts";
import type { UsageByThreshold } from "./session-tokens.ts";
import type { Usage } from "./usage.ts";

/** USD per million tokens, as another vendor states them. */
export interface VendorRates {
  readonly input: number;
  /** null = none is known: what was in the cache is priced as input, the most that it can cost. */
  readonly cachedInput: number | null;
  /** null = the vendor caches by itself and charges nothing for it beyond input. */
  readonly cacheWrite: number | null;
  readonly output: number;
}

/** What another vendor's model costs from one day to the next change. */
export interface VendorPeriod extends Omit<Days, "from">, Provenance {
  /** null = its first day was not looked into: taken for any earlier day too. */
  readonly from: IsoDay | null;
  readonly rates: VendorRates;
  /** For every token of a request whose prompt is strictly above the threshold, in tokens. */
  readonly longContext: { readonly thresholdTokens: number; readonly rates: VendorRates } | null;
}

/** A model of another vendor: never one of the catalog's, so that nothing of Claude's can be priced with it. */
export interface VendorCard {
  readonly id: string;
  readonly name: string;
  readonly vendor: string;
  /** `historical`: public guides still set it beside Claude; whether it is still sold was not looked into. */
  readonly status: "current" | "historical";
  /** In order of time, without gaps. */
  readonly periods: readonly VendorPeriod[];
  readonly note?: string;
}

/** What some tokens cost at another vendor's list price: the items are `input`, `cacheWrite`, `cachedInput` and `output`. */
export interface VendorBill {
  readonly lines: readonly BillLine[];
  /** USD, unrounded: the sum of `lines`. */
  readonly total: number;
}

/** What a model costs on a day, and the change after it that is known; `now` is null before its first day. */
export function vendorPeriods(
  { periods }: VendorCard,
  day: IsoDay,
): { readonly now: VendorPeriod | null; readonly next: VendorPeriod | null } {
  return {
    now: periods.find(({ from, to }) => isWithin(day, { from: from ?? "", to })) ?? null,
    next: periods.find(({ from }) => from !== null && from > day) ?? null,
  };
}

/**
 * What Claude's tokens would cost at another vendor's list price. Cache writes are plain input where the vendor charges none; reads are at
 * its cached rate, or at input where none is known. Tokens above its threshold are all at its dearer rates.
 *
 * @param usage the tokens, split at the threshold of the period; without one all of them stand in `upTo`
 * @param tokensPercent over 0: tokens that this model needs for the same task, 100 = as many. Which prompts pass the threshold stays as it is,
 *        so that the bill is in proportion to it
 * @throws RangeError for a share that is not over 0, naming it
 * @example vendorBill({ rates: { input: 2, … }, … }, { upTo: { input: 1_000_000 }, above: {} }, { tokensPercent: 50 }).total //=> 1
 */
export function vendorBill(
  { rates, longContext }: VendorPeriod,
  { upTo, above }: { readonly [side in keyof UsageByThreshold]: Usage },
  { tokensPercent }: { readonly tokensPercent: number },
): VendorBill {
  requireWithin("tokensPercent", tokensPercent, [Number.MIN_VALUE, Number.MAX_VALUE]);
  const share = tokensPercent / 100;
  const lines = [...linesAt(rates, upTo, share), ...linesAt(longContext?.rates ?? rates, above, share)];
  return { lines, total: totalOf(lines) };
}

function linesAt(rates: VendorRates, usage: Usage, share: number): readonly BillLine[] {
  const { input = 0, cacheWrite5m = 0, cacheWrite1h = 0, cacheRead = 0, output = 0 } = usage;
  const writes = cacheWrite5m + cacheWrite1h;
  const plain = input + (rates.cacheWrite === null ? writes : 0) + (rates.cachedInput === null ? cacheRead : 0);
  const line = (item: string, quantity: number, rate: number | null): readonly BillLine[] =>
    quantity === 0 || rate === null ? [] : [billLine({ item, quantity: quantity * share, rate, per: 1_000_000 })];
  return [
    ...line("input", plain, rates.input),
    ...line("cacheWrite", writes, rates.cacheWrite),
    ...line("cachedInput", cacheRead, rates.cachedInput),
    ...line("output", output, rates.output),
  ];
}

/**
 * Under how many tokens, in percent of Claude's, another model is cheaper: Claude's bill ÷ the other's for as many tokens. At exactly so
 * many both cost the same. null where one of the bills is nothing.
 * @example cheaperUnderPercent(100, 40) //=> 250
 */
export function cheaperUnderPercent(claudeUsd: number, vendorUsdAtSameTokens: number): number | null {
  return claudeUsd > 0 && vendorUsdAtSameTokens > 0 ? (claudeUsd / vendorUsdAtSameTokens) * 100 : null;
}
