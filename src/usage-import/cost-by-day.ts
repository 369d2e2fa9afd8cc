import { daysBetween, type IsoDay } from "../lib/calendar.ts";

/** What one day cost. */
export interface DayCost {
  readonly day: IsoDay;
  /** USD, unrounded; requests without a price are not in it. */
  readonly cost: number;
  /** A day without any was not worked on. */
  readonly requests: number;
}

/**
 * Every day from the first of the month twelve months ago to today, those without requests at $0: 13 months, the last of them as far as
 * it has come.
 *
 * @example heatMap([], "2026-11-20")[0] //=> { day: "2025-11-01", cost: 0, requests: 0 }
 */
export function heatMap(days: readonly DayCost[], today: IsoDay): DayCost[] {
  const known = new Map(days.map((entry) => [entry.day, entry]));
  const first = `${String(Number(today.slice(0, 4)) - 1).padStart(4, "0")}-${today.slice(5, 7)}-01`;
  return Array.from({ length: daysBetween(first, today) + 1 }, (_, index) => {
    const day = dayAfter(first, index);
    return known.get(day) ?? { day, cost: 0, requests: 0 };
  });
}

/** The day so many days later; earlier for a number below 0. @example dayAfter("2026-02-28", 1) //=> "2026-03-01" */
export function dayAfter(day: IsoDay, days: number): IsoDay {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
