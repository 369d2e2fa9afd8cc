import type { RangedField } from "../../scenario/ranges.ts";
import type { SimulatedUsage, TotalsUsage } from "../../scenario/scenario.ts";
import { linearStops, logStops } from "../../ui/stops.ts";

/** How one number of a session is asked for. */
export interface SessionField<Name> {
  readonly name: Name;
  readonly range: RangedField;
  readonly label: string;
  readonly unit: string;
  readonly stops: readonly number[];
  readonly hint?: string;
}

type NumberOf<Usage> = { [name in keyof Usage]: Usage[name] extends number ? name : never }[keyof Usage];
/** The fields of a simulated session that hold a plain number. */
export type SimulatedNumber = NumberOf<SimulatedUsage>;

/** Stops with 0 before them: a log scale has no 0 of its own. */
export const fromZero = (stops: readonly number[]): readonly number[] => [0, ...stops];

/** The numbers of a simulated session that stand open. */
export const OPEN_FIELDS: readonly SessionField<SimulatedNumber>[] = [
  {
    name: "requests",
    range: "requests",
    label: "Requests in a session",
    unit: "requests",
    stops: logStops(1, 1_000, { series: "E6" }),
    hint: "Each thing Claude does is a request: a file read, an edit, a test run.",
  },
  {
    name: "inputGrowthPerRequest",
    range: "inputGrowthPerRequest",
    label: "Context growth a request",
    unit: "tokens",
    stops: fromZero(logStops(100, 50_000, { series: "E6" })),
    hint: "What you type and what tools return. 100 lines of TypeScript are 500–800 tokens.",
  },
  {
    name: "outputPerRequest",
    range: "outputPerRequest",
    label: "Output a request",
    unit: "tokens",
    stops: fromZero(logStops(50, 20_000, { series: "E6" })),
    hint: "Thinking included. Daily logs of 2026 show 320–1,040 a response.",
  },
];

/** The totals of a session, as `/cost` prints them. */
export const TOTALS_FIELDS: readonly SessionField<NumberOf<TotalsUsage>>[] = [
  totals("input", "Input"),
  totals("output", "Output"),
  totals("cacheRead", "Cache read"),
  totals("cacheWrite5m", "Cache write, 5 minutes"),
  totals("cacheWrite1h", "Cache write, 1 hour"),
  { name: "webSearches", range: "webSearches", label: "Web searches", unit: "searches", stops: linearStops(0, 20, { step: 1 }) },
];

function totals<Name extends NumberOf<TotalsUsage>>(name: Name, label: string): SessionField<Name> {
  return { name, range: "totalTokens", label, unit: "tokens", stops: fromZero(logStops(1_000, 10_000_000, { series: "E6" })) };
}
