import { memo, type ReactElement } from "react";
import { memoByObject } from "../../lib/memo-by-object.ts";
import { selectEstimate } from "../../state/selectors.ts";
import type { ShownProps } from "../../state/shown-props.ts";
import { ChartFrame } from "../../ui/chart-frame.tsx";
import { stackedBars } from "../../ui/charts/chart-kind.ts";
import { ChartLegend } from "../../ui/charts/chart-legend.tsx";
import { ChartSlot } from "../../ui/charts/chart-slot.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { combineMonth } from "./combine-month.ts";

const viewOf = memoByObject(combineMonth);

/** The month's bill by profile and model. */
export const MonthPanel = memo(function MonthPanel({ state }: ShownProps): ReactElement {
  const view = viewOf(selectEstimate(state));
  const table = (
    <DataTable
      caption="One month on the API by kind of session and model, all developers"
      columns={view.columns}
      rows={view.rows}
    />
  );
  return (
    <ChartFrame
      title="The month by kind of session"
      file="month"
      level={2}
      takeaway={view.takeaway}
      legend={<ChartLegend items={view.chart.parts} />}
      height="low"
      table={table}
    >
      {(names) => <ChartSlot {...names} height={192} draw={stackedBars} props={view.chart} />}
    </ChartFrame>
  );
});
