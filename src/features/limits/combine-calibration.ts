import { type LimitFromMeter, limitFromMeter, type MeteredLimit, type MeterReading } from "../../pricing/limit-from-meter.ts";
import type { LimitRange } from "../../scenario/scenario.ts";
import type { DataRow } from "../../ui/data-table.tsx";
import { formatExact } from "../../ui/format-count.ts";
import { formatAboutUsd, formatUsd } from "../../ui/format-money.ts";

/** What a person's own meter says a plan covers; or why nothing follows from it. */
export type CalibrationView =
  | { readonly problem: string }
  | {
      readonly problem: null;
      readonly sentence: string;
      /** A week and a month: at least, as read, at most. */
      readonly rows: readonly DataRow[];
      /** What is taken over, API-equivalent USD a month: the band, or twice its low end where it has no high one. */
      readonly limit: LimitRange;
      /** Set where the band has no high end. */
      readonly openEnd: string | null;
    };

/** The limit behind a reading of the weekly meter, with the band that its rounding leaves. */
export function combineCalibration({ beforePercent, afterPercent, usd }: MeterReading): CalibrationView {
  if (beforePercent !== null && beforePercent >= afterPercent)
    return { problem: "The meter has to stand higher after the work than before it." };
  if (usd === 0) return { problem: "Say what the work in between cost: without it nothing follows from the meter." };
  const found = limitFromMeter({ beforePercent, afterPercent, usd });
  const { perWeek, perMonth } = found;
  return {
    problem: null,
    sentence: sentenceOf(found, usd),
    rows: [bandRow("A week", perWeek), bandRow("A month", perMonth)],
    // A limit needs two ends. The cautious one for both: a plan must not look better than the meter shows.
    limit: { low: perMonth.low, high: perMonth.high ?? perMonth.low },
    openEnd:
      perMonth.high === null
        ? `A meter in whole per cent may not have moved at all here, so there is no most. If you take it over, the least, ${formatUsd(perMonth.low)} a month, stands for both ends: measure over more work for a better one.`
        : null,
  };
}

function sentenceOf({ movedPercent, errorPercent, perWeek }: LimitFromMeter, usd: number): string {
  const moved = `${formatExact(movedPercent)} %, give or take ${formatExact(errorPercent)}`;
  return `${formatUsd(usd)} of work moved the meter by ${moved}: the plan covers about ${formatAboutUsd(perWeek.middle)} of such work a week (API-equivalent, not a bill).`;
}

function bandRow(period: string, { low, middle, high }: MeteredLimit): DataRow {
  return { id: period, cells: [period, formatUsd(low), formatUsd(middle), high === null ? "no end" : formatUsd(high)] };
}
