import { outOfRange, requireWhole, requireWithin } from "../lib/range-error.ts";
import { perMonth } from "./week-and-month.ts";

/** What a person's own weekly meter showed, and what the work in between cost. */
export interface MeterReading {
  /** Whole per cent that the meter showed before the work, 0–99; null = the week had just begun, so that it stood at 0 exactly. */
  readonly beforePercent: number | null;
  /** Whole per cent after the work, 1–100. */
  readonly afterPercent: number;
  /** API-equivalent USD of the work in between, as a subscription caches it: all of what moved the meter, on every machine. */
  readonly usd: number;
}

/** A limit, and the band that the meter's rounding leaves open. USD, unrounded. */
export interface MeteredLimit {
  readonly low: number;
  /** Taking the readings as they stand. */
  readonly middle: number;
  /** null = no end: the meter may not have moved at all. */
  readonly high: number | null;
}

/** What a plan covers by a person's own meter. */
export interface LimitFromMeter {
  /** How far the meter moved. */
  readonly movedPercent: number;
  /** How far off that can be, either way: 0.5 or 1. */
  readonly errorPercent: number;
  readonly perWeek: MeteredLimit;
  /** The week × 52/12. */
  readonly perMonth: MeteredLimit;
}

// A meter rounds to the nearest whole per cent, so one reading is off by up to a half. The difference of two is off by up to one, and
// that holds for a meter that cuts off instead of rounding too.
const ERROR_OF_READING = 0.5;

/**
 * The weekly limit behind "my meter moved by x % while this work cost $y": y ÷ x %. Rounding leaves a band: x ± 0.5 where the week had just
 * begun, x ± 1 between two readings. What the band leaves out: work that the person did not count.
 *
 * @throws RangeError for a reading that is no whole per cent, one that did not rise, and work that cost nothing
 * @example limitFromMeter({ beforePercent: null, afterPercent: 45, usd: 90 }).perWeek.middle //=> 200
 */
export function limitFromMeter({ beforePercent, afterPercent, usd }: MeterReading): LimitFromMeter {
  requireReadings(beforePercent, afterPercent);
  requireWithin("usd", usd, [Number.MIN_VALUE, Number.MAX_VALUE]);
  const movedPercent = afterPercent - (beforePercent ?? 0);
  const errorPercent = beforePercent === null ? ERROR_OF_READING : 2 * ERROR_OF_READING;
  const least = movedPercent - errorPercent;
  const weekly: MeteredLimit = {
    low: (usd * 100) / (movedPercent + errorPercent),
    middle: (usd * 100) / movedPercent,
    high: least > 0 ? (usd * 100) / least : null,
  };
  return { movedPercent, errorPercent, perWeek: weekly, perMonth: inMonths(weekly) };
}

function requireReadings(before: number | null, after: number): void {
  requireWhole("afterPercent", after, 1);
  requireWithin("afterPercent", after, [1, 100]);
  if (before === null) return;
  requireWhole("beforePercent", before);
  if (before >= after) throw outOfRange("beforePercent", before, `less than the ${after} % after the work`);
}

function inMonths({ low, middle, high }: MeteredLimit): MeteredLimit {
  return { low: perMonth(low), middle: perMonth(middle), high: high === null ? null : perMonth(high) };
}
