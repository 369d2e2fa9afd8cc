import { memo, type ReactElement, useMemo, useState } from "react";
import { memoByObject } from "../../lib/memo-by-object.ts";
import { FEWEST_DAYS } from "../../scenario/month-spread.ts";
import { selectEstimate } from "../../state/selectors.ts";
import type { ShownProps } from "../../state/shown-props.ts";
import { useMonthSpread } from "../../state/use-month-spread.ts";
import { useUsageStore } from "../../state/use-usage-store.ts";
import { ChartFrame } from "../../ui/chart-frame.tsx";
import { stackedBars } from "../../ui/charts/chart-kind.ts";
import { ChartLegend } from "../../ui/charts/chart-legend.tsx";
import { ChartSlot } from "../../ui/charts/chart-slot.tsx";
import { useSame } from "../../ui/charts/same-value.ts";
import { ChoiceField } from "../../ui/choice-field.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { SectionCard } from "../../ui/section-card.tsx";
import type { LogSummary } from "../../usage-import/log-summary.ts";
import { combineMonthRange, dollarsOfDays, type MonthRangeView, rangeJob } from "./combine-month-range.ts";
import { SpreadField } from "./spread-field.tsx";

const TITLE = "The month as a range";
const daysOf = memoByObject(({ heatMap }: LogSummary) => dollarsOfDays(heatMap));

const BASES = [
  { value: "measured", label: "Your imported days" },
  { value: "assumed", label: "Assumed sessions" },
] as const;
type Basis = (typeof BASES)[number]["value"];

/** What a month may come to instead of one figure, and in how many months each choice is the cheapest. Drawn when the input rests. */
export const MonthRangePanel = memo(function MonthRangePanel({ state }: ShownProps): ReactElement {
  const [basis, setBasis] = useState<Basis>("measured");
  const summary = useUsageStore((usage) => usage.summary);
  const days = summary === null ? [] : daysOf(summary);
  const hasDays = days.length >= FEWEST_DAYS;
  const isMeasured = hasDays && basis === "measured";
  const { shown } = state;
  const asked = rangeJob(shown, selectEstimate({ shown }), isMeasured ? days : null);
  const drawn = useMonthSpread(useSame(asked));
  const view = useMemo(() => (drawn && drawn.spread !== "failed" ? combineMonthRange(drawn.job, drawn.spread) : null), [drawn]);
  return (
    <>
      {view ? <Range view={view} /> : <NoRange words={wordsFor(asked !== null, drawn?.spread === "failed")} />}
      <SectionCard title="The cheaper choice, month by month" level={3}>
        <div className="grid grid-cols-1 gap-4">
          {view ? <Shares view={view} /> : null}
          {hasDays ? <ChoiceField legend="Months are drawn from" choices={BASES} value={basis} onChange={setBasis} /> : null}
          {isMeasured ? null : <SpreadField />}
          {view ? <Notes notes={view.notes} /> : null}
        </div>
      </SectionCard>
    </>
  );
});

function wordsFor(canBeDrawn: boolean, hasFailed: boolean): string {
  if (!canBeDrawn) return "There are too many sessions, or too dear ones, for months to be drawn.";
  return hasFailed ? "The months could not be drawn. The estimate above holds." : "Drawing months…";
}

function NoRange({ words }: { readonly words: string }): ReactElement {
  return (
    <SectionCard title={TITLE} level={2}>
      <p className="min-h-96 text-sm text-soft">{words}</p>
    </SectionCard>
  );
}

function Range({ view: { takeaway, chart, columns, rows } }: { readonly view: MonthRangeView }): ReactElement {
  return (
    <ChartFrame
      title={TITLE}
      file="month-range"
      level={2}
      takeaway={takeaway}
      legend={<ChartLegend items={chart.parts} />}
      height="tall"
      table={<DataTable caption="Share of the drawn months, by what the month costs" columns={columns} rows={rows} />}
    >
      {(names) => <ChartSlot {...names} height={384} draw={stackedBars} props={chart} />}
    </ChartFrame>
  );
}

function Shares({ view: { verdict, shareColumns, shareRows } }: { readonly view: MonthRangeView }): ReactElement {
  return (
    <div className="grid grid-cols-1 gap-3">
      <p>{verdict}</p>
      {shareRows.length === 0 ? null : (
        <DataTable caption="In how many months it is the cheapest, one developer" columns={shareColumns} rows={shareRows} />
      )}
    </div>
  );
}

function Notes({ notes }: { readonly notes: readonly string[] }): ReactElement {
  return (
    <ul className="grid max-w-prose list-disc gap-1 ps-5 text-sm text-soft">
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
}
