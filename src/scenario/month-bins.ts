import type { MonthRange } from "../pricing/month-range.ts";

/** Months whose bill lies between two round amounts, as shares of all months (0–1). */
export interface MonthBin {
  /** USD, in it; null = from nothing on. */
  readonly from: number | null;
  /** USD, not in it any more; null = no end. */
  readonly to: number | null;
  /** Of them, those below p10. */
  readonly cheapest: number;
  /** Those from p10 to p90. */
  readonly middle: number;
  /** Those above p90. */
  readonly dearest: number;
}

const ABOUT = 14;
/** Of the months at either end that do not stretch the axis, in permille: they are in the first and the last bin. */
const TAIL = 5;

/**
 * Drawn months counted between round amounts 1, 2 or 5 times a power of ten apart: 6 to 16 bins, the first and the last without an end. Where
 * (nearly) all months cost the same there is one bin.
 *
 * @param range its `months` from the cheapest to the dearest
 * @example half of the months $10, half $22: bins under $11, $11–12 …, $22 and more; the first and last hold a half each
 */
export function binsOf({ months, p10, p90 }: Pick<MonthRange, "months" | "p10" | "p90">): readonly MonthBin[] {
  const least = months[Math.floor((months.length * TAIL) / 1_000)] as number;
  const most = months[Math.ceil((months.length * (1_000 - TAIL)) / 1_000) - 1] as number;
  const edges = edgesBetween(least, most);
  const counts = Array.from({ length: edges.length + 1 }, () => ({ cheapest: 0, middle: 0, dearest: 0 }));
  let bin = 0;
  for (const month of months) {
    while (month >= (edges[bin] ?? Infinity)) bin += 1;
    const count = counts[bin] as (typeof counts)[number];
    count[month < p10 ? "cheapest" : month > p90 ? "dearest" : "middle"] += 1;
  }
  return counts.map(({ cheapest, middle, dearest }, index) => ({
    from: edges[index - 1] ?? null,
    to: edges[index] ?? null,
    cheapest: cheapest / months.length,
    middle: middle / months.length,
    dearest: dearest / months.length,
  }));
}

// The edges inside: the first bin begins below `least`, the last ends above `most`.
function edgesBetween(least: number, most: number): readonly number[] {
  // A step too small for the digits of the amounts themselves would make one bin thousands of times.
  if (most - least <= most * 1e-9) return [];
  const { digit, power } = stepFor((most - least) / ABOUT);
  const multiple = (count: number): number => (power < 0 ? (digit * count) / 10 ** -power : digit * count * 10 ** power);
  const step = multiple(1);
  const first = Math.floor(least / step) + 1;
  const last = Math.floor(most / step);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => multiple(first + index));
}

function stepFor(wished: number): { readonly digit: number; readonly power: number } {
  const power = Math.floor(Math.log10(wished));
  const leading = Number((wished / 10 ** power).toPrecision(12));
  const digit = [1, 2, 5].find((nice) => leading <= nice) ?? 10;
  return { digit, power };
}
