import type { IsoDay } from "../lib/calendar.ts";
import type { UsdRange } from "./plan-capacity.ts";

/** What Anthropic's own documentation said that Claude Code costs on the API, and while it said so. */
export interface PublishedAverage {
  /** USD per developer and day of use. The wording is "active day" only in the latest; before, it was "day". */
  readonly usdPerActiveDay: number;
  /** USD per day that nine developers of ten stay below. */
  readonly p90UsdPerActiveDay: number;
  /** USD per developer and month, as published; not the daily figure times a number of days. */
  readonly usdPerMonth: UsdRange;
  /** The model that the figures were stated for, or null where none was named. */
  readonly model: string | null;
  /** First and last day on which the wording was seen, both included. */
  readonly seenFrom: IsoDay;
  readonly seenTo: IsoDay;
  readonly source: string;
}

const COSTS_PAGE = "code.claude.com/docs/en/costs (github.com/ericbuess/claude-code-docs, docs/costs.md";

/** Anthropic's averages, newest first. */
export const publishedAverages: readonly PublishedAverage[] = [
  {
    usdPerActiveDay: 13,
    p90UsdPerActiveDay: 30,
    usdPerMonth: { low: 150, high: 250 },
    model: null,
    seenFrom: "2026-04-10",
    seenTo: "2026-08-22",
    source: `${COSTS_PAGE} @534578db)`,
  },
  {
    usdPerActiveDay: 6,
    p90UsdPerActiveDay: 12,
    usdPerMonth: { low: 100, high: 200 },
    model: "Sonnet 4, then 4.5, then 4.6",
    seenFrom: "2025-07-24",
    seenTo: "2026-04-09",
    source: `${COSTS_PAGE} @52787899, @14750e62, @6b99baff)`,
  },
  {
    usdPerActiveDay: 6,
    p90UsdPerActiveDay: 12,
    usdPerMonth: { low: 50, high: 60 },
    model: "Sonnet 4",
    seenFrom: "2025-07-09",
    seenTo: "2025-07-23",
    source: `${COSTS_PAGE} @7c03648a)`,
  },
];
