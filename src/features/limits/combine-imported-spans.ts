import { daysBetween } from "../../lib/calendar.ts";
import { formatCount } from "../../ui/format-count.ts";
import { formatUsd } from "../../ui/format-money.ts";

/** The last days of imported usage, and what they cost at API rates. */
export interface ImportedSpan {
  readonly id: string;
  /** "last 3 days, 2026-11-18 to 2026-11-20: $31.20" */
  readonly label: string;
  /** USD, unrounded. */
  readonly usd: number;
}

interface Day {
  /** `YYYY-MM-DD`; null = without a timestamp. */
  readonly key: string | null;
  /** USD; null where nothing of it has a price. */
  readonly cost: number | null;
}

/** A meter runs a week: more days than these can be in no reading. */
const MOST_DAYS = 7;

/**
 * Spans that end with the newest day that has requests, one for each such day of the last seven, and all of it.
 * @param days those with requests, the newest first
 * @param total USD of everything that was read
 */
export function importedSpans(days: readonly Day[], total: number): readonly ImportedSpan[] {
  const dated = days.flatMap(({ key, cost }) => (key === null ? [] : [{ day: key, usd: cost ?? 0 }]));
  const newest = dated[0]?.day;
  const week = dated.filter(({ day }) => newest !== undefined && daysBetween(day, newest) < MOST_DAYS);
  const spans = week.map(({ day }, place) => {
    const usd = week.slice(0, place + 1).reduce((sum, one) => sum + one.usd, 0);
    return { id: day, label: `${spanName(day, newest ?? day)}: ${formatUsd(usd)}`, usd };
  });
  return [...spans, { id: "all", label: `all of it: ${formatUsd(total)}`, usd: total }];
}

function spanName(from: string, to: string): string {
  const days = daysBetween(from, to) + 1;
  return days === 1 ? `${to} alone` : `the last ${formatCount(days)} days, from ${from} to ${to}`;
}
