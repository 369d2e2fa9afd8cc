import type { ClassRates } from "../pricing/rate-card.ts";
import { type FullUsage, TOKEN_CLASSES, type TokenClass, type Usage } from "../pricing/usage.ts";

/** USD from a least to a most, both included. */
export type Interval = readonly [low: number, high: number];

/** What counts can have cost within their rounding, were all unsplit cache writes of one lifetime or of the other. */
export interface CostBand {
  readonly at5m: Interval;
  readonly at1h: Interval;
  /** The part of both that is no tokens: web searches, USD. */
  readonly searchUsd: number;
}

/** Whether the dollars that a text states for a model follow from its tokens. */
export interface Reconciliation {
  readonly statedUsd: number;
  /** USD recalculated with 5-minute cache writes; [0, 0] when unpriced. */
  readonly at5m: Interval;
  /** USD recalculated with 1-hour cache writes. */
  readonly at1h: Interval;
  /** Share of the cache writes that lived an hour (0–1), inferred from the difference; null where nothing can be inferred. */
  readonly hourShare: { readonly low: number; readonly best: number; readonly high: number } | null;
  /** `fits` at 5 minutes · `needs-1h`: only with some 1-hour writes · `does-not-fit` at all · `unpriced`: no rates. */
  readonly verdict: "fits" | "needs-1h" | "does-not-fit" | "unpriced";
}

/** Counts to recalculate, and how they were rounded. */
export interface RoundedUsage {
  readonly usage: FullUsage;
  /** Half of the last printed digit of each count, in tokens. */
  readonly slack: Usage;
  /** Whether `cacheWrite5m` may hold 1-hour writes too. */
  readonly unsplitWrites: boolean;
  /** On every token rate. */
  readonly factor: number;
  readonly searchUsd: number;
}

/**
 * The least and the most that rounded counts can have cost at some rates; null when a used class has no rate.
 * @example costBand({ input: 2 }, { 1,000,000 input ± 500,000 }).at5m //=> [1, 3]
 */
export function costBand(rates: ClassRates, known: RoundedUsage): CostBand | null {
  const at5m = bandAt(rates, known, "cacheWrite5m");
  const at1h = bandAt(rates, known, known.unsplitWrites ? "cacheWrite1h" : "cacheWrite5m");
  return at5m && at1h && { at5m, at1h, searchUsd: known.searchUsd };
}

function bandAt(rates: ClassRates, known: RoundedUsage, writes: TokenClass): Interval | null {
  let [low, high] = [known.searchUsd, known.searchUsd];
  for (const item of TOKEN_CLASSES) {
    const count = known.usage[item];
    const rate = rates[item === "cacheWrite5m" ? writes : item];
    if (count === 0) continue;
    if (rate === undefined) return null;
    const slack = known.slack[item] ?? 0;
    low += (Math.max(0, count - slack) * rate * known.factor) / 1_000_000;
    high += ((count + slack) * rate * known.factor) / 1_000_000;
  }
  return [low, high];
}

/** Two bands of the same model, added. */
export function addBands(a: CostBand, b: CostBand): CostBand {
  return { at5m: addIntervals(a.at5m, b.at5m), at1h: addIntervals(a.at1h, b.at1h), searchUsd: a.searchUsd + b.searchUsd };
}

function addIntervals(a: Interval, b: Interval): Interval {
  return [a[0] + b[0], a[1] + b[1]];
}

/**
 * Holds stated dollars against what the tokens cost. A text without the lifetimes of its cache writes leaves a span from all 5 minutes to
 * all an hour; where in it the stated dollars lie tells the share of the hour: `(stated − at5m) / (at1h − at5m)`. The share's low and
 * high come from the corners of both bands, so they are never too narrow.
 *
 * @param statedUsd as printed
 * @param band      what the counts can have cost, or null when they cannot be priced
 * @example reconcile(2, { band: { at5m: [1, 1], at1h: [3, 3], searchUsd: 0 }, statedSlackUsd: 0 }).hourShare?.best //=> 0.5
 */
export function reconcile(
  statedUsd: number,
  { band, statedSlackUsd }: { readonly band: CostBand | null; readonly statedSlackUsd: number },
): Reconciliation {
  if (band === null) return { statedUsd, at5m: [0, 0], at1h: [0, 0], hourShare: null, verdict: "unpriced" };
  const { at5m, at1h } = band;
  const stated: Interval = [statedUsd - statedSlackUsd, statedUsd + statedSlackUsd];
  const verdict = overlap(stated, at5m) ? "fits" : overlap(stated, [at5m[0], at1h[1]]) ? "needs-1h" : "does-not-fit";
  return { statedUsd, at5m, at1h, hourShare: verdict === "does-not-fit" ? null : hourShare(stated, band), verdict };
}

function overlap(a: Interval, b: Interval): boolean {
  return a[0] <= b[1] && b[0] <= a[1];
}

function hourShare(stated: Interval, { at5m, at1h }: CostBand): Reconciliation["hourShare"] {
  // The lower ends differ by the least that the writes can have cost more, the upper ends by the most.
  const [leastMore, mostMore] = [at1h[0] - at5m[0], at1h[1] - at5m[1]];
  if (leastMore <= 0) return null;
  const [leastOver, mostOver] = [stated[0] - at5m[1], stated[1] - at5m[0]];
  return {
    low: asShare(leastOver / mostMore),
    best: asShare((stated[0] + stated[1] - at5m[0] - at5m[1]) / (leastMore + mostMore)),
    high: asShare(mostOver / leastMore),
  };
}

function asShare(value: number): number {
  return Math.min(1, Math.max(0, value));
}

/**
 * Whether dollars fit Sonnet 5 at $3/$15, the price announced for September 2026 and cancelled on 2026-08-10: Claude Code's own prints
 * valued it so until then (pricing facts 9.17). Each of its rates was 1.5 times the one in force.
 */
export function fitsPlannedSonnet5(
  statedUsd: number,
  { band, statedSlackUsd }: { readonly band: CostBand; readonly statedSlackUsd: number },
): boolean {
  const planned = { ...band, at5m: atPlannedRates(band.at5m, band), at1h: atPlannedRates(band.at1h, band) };
  return reconcile(statedUsd, { band: planned, statedSlackUsd }).verdict === "fits";
}

function atPlannedRates([low, high]: Interval, { searchUsd }: CostBand): Interval {
  return [(low - searchUsd) * 1.5 + searchUsd, (high - searchUsd) * 1.5 + searchUsd];
}
