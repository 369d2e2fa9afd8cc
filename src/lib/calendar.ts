import { outOfRange } from "./range-error.ts";

/** A calendar day in UTC, `YYYY-MM-DD`; such texts sort as the days do. */
export type IsoDay = string;

/** A span of days: `from` is the first day inside, `to` the first day after it; null = still open. */
export interface Days {
  readonly from: IsoDay;
  readonly to: IsoDay | null;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?$/;
const ZONED = /(Z|[+-]\d{2}:?\d{2})$/;

/**
 * The UTC day of an ISO date or date-time. A date-time without a zone is UTC: the same text must mean the same day on every machine.
 *
 * @throws RangeError for anything that is not such a text, `2026-02-30` included
 * @example utcDay("2026-10-06T23:30:00-02:00") //=> "2026-10-07"
 */
export function utcDay(at: string, field = "at"): IsoDay {
  const day = DAY.test(at) ? at : dayOfInstant(at);
  if (day === null || !isDay(day)) throw outOfRange(field, at, "an ISO date or date-time");
  return day;
}

function dayOfInstant(at: string): IsoDay | null {
  // Date.parse takes 30 February for 2 March.
  if (!INSTANT.test(at) || !isDay(at.slice(0, 10))) return null;
  const milliseconds = Date.parse(ZONED.test(at) ? at : `${at.replace(" ", "T")}Z`);
  return Number.isNaN(milliseconds) ? null : new Date(milliseconds).toISOString().slice(0, 10);
}

/** Whether a text is a day that exists. @example isDay("2026-02-30") //=> false */
export function isDay(text: string): boolean {
  if (!DAY.test(text)) return false;
  const milliseconds = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(milliseconds) && new Date(milliseconds).toISOString().startsWith(text);
}

/** Whether a day lies in a span: `from` inclusive, `to` exclusive. */
export function isWithin(day: IsoDay, days: Days): boolean {
  return days.from <= day && (days.to === null || day < days.to);
}

/** Whole days from one day to another, negative when `to` is earlier. @example daysBetween("2026-02-27", "2026-03-01") //=> 2 */
export function daysBetween(from: IsoDay, to: IsoDay): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
