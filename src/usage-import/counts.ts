import { type IsoDay, utcDay } from "../lib/calendar.ts";

/** The most that a total over many requests may be; more is a mistake. */
export const MOST_IN_TOTAL = 1e15;

/** The most that one request may count (model.md section 7, rule 3). */
export const MOST_IN_REQUEST = 1e9;

/**
 * A count as JSON writes it: missing or null is 0, an integral float will do, −0 is 0. Null for anything else: a count that is
 * negative, fractional, above `most`, or no number at all is never taken for 0.
 *
 * @example readCount(3.5, MOST_IN_TOTAL) //=> null
 */
export function readCount(value: unknown, most: number): number | null {
  if (value === undefined || value === null) return 0;
  if (typeof value !== "number" || !Number.isSafeInteger(value) || value < 0 || value > most) return null;
  return value === 0 ? 0 : value;
}

/** The counts of several members, all of them good, or null when one is bad. */
export function readCounts<Name extends string>(
  members: Readonly<Record<Name, unknown>>,
  most: number,
): Readonly<Record<Name, number>> | null {
  const counts = Object.entries(members).map(([name, value]) => [name, readCount(value, most)] as const);
  return counts.some(([, count]) => count === null) ? null : (Object.fromEntries(counts) as Record<Name, number>);
}

/** USD as a text states them, or null: a price that is negative, absurd or no number states nothing. */
export function readUsd(value: unknown): number | null {
  if (typeof value !== "number" || !(value >= 0 && value <= 1e12)) return null;
  return value === 0 ? 0 : value;
}

/** The UTC day of a date or date-time, or null for anything else. */
export function readDay(value: unknown): IsoDay | null {
  if (typeof value !== "string") return null;
  try {
    return utcDay(value);
  } catch {
    return null;
  }
}

/** A model's name inside a sentence: only a short one of harmless characters is repeated. @example shownModel("a b") //=> "a model" */
export function shownModel(name: string): string {
  return /^[\w.:@/[\] -]{1,40}$/.test(name) ? name : "a model";
}
