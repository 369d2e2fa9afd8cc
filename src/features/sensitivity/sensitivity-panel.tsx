import { memo, type ReactElement } from "react";
import { memoByObject } from "../../lib/memo-by-object.ts";
import type { ShownProps } from "../../state/shown-props.ts";
import { ChartFrame } from "../../ui/chart-frame.tsx";
import { tornado } from "../../ui/charts/chart-kind.ts";
import { ChartLegend } from "../../ui/charts/chart-legend.tsx";
import { ChartSlot } from "../../ui/charts/chart-slot.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { SectionCard } from "../../ui/section-card.tsx";
import { combineSensitivity } from "./combine-sensitivity.ts";

const TITLE = "Which input moves the bill most";
const viewOf = memoByObject(combineSensitivity);

/** How far each input by itself moves the month's bill on the API, the greatest first. */
export const SensitivityPanel = memo(function SensitivityPanel({ state }: ShownProps): ReactElement {
  const view = viewOf(state.shown);
  if (view === null)
    return (
      <SectionCard title={TITLE} level={2}>
        <p className="text-sm text-soft">No input moves the bill yet: this work costs nothing.</p>
      </SectionCard>
    );
  const { takeaway, chart, columns, rows, caption } = view;
  const isTall = chart.rows.length > 5;
  return (
    <ChartFrame
      title={TITLE}
      file="sensitivity"
      level={2}
      takeaway={takeaway}
      legend={
        <div className="grid gap-1">
          <ChartLegend items={[chart.low, chart.high]} />
          <p className="text-xs text-soft">
            Each input changes by itself, in all profiles: by a quarter, or from end to end as the table states.
          </p>
        </div>
      }
      height={isTall ? "tall" : "middle"}
      table={<DataTable caption={caption} columns={columns} rows={rows} />}
    >
      {(names) => <ChartSlot {...names} height={isTall ? 384 : 288} draw={tornado} props={chart} />}
    </ChartFrame>
  );
});
