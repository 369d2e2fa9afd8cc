import { type ReactElement, useDeferredValue } from "react";
import { memoByObject } from "../../lib/memo-by-object.ts";
import { selectEstimate } from "../../state/selectors.ts";
import { useScenario } from "../../state/use-scenario.ts";
import { ChartFrame } from "../../ui/chart-frame.tsx";
import { stackedBars } from "../../ui/charts/chart-kind.ts";
import { ChartSlot } from "../../ui/charts/chart-slot.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { combineMonth } from "./combine-month.ts";

const viewOf = memoByObject(combineMonth);

/** The month's bill by profile and model. */
export function MonthPanel(): ReactElement {
  const view = useScenario((state) => viewOf(selectEstimate(state)));
  const calm = useDeferredValue(view);
  const table = (
    <DataTable
      caption="One month on the API by kind of session and model, all developers"
      columns={calm.columns}
      rows={calm.rows}
    />
  );
  return (
    <ChartFrame title="The month by kind of session" level={2} takeaway={view.takeaway} height="low" table={table}>
      {(names) => <ChartSlot {...names} height={192} draw={stackedBars} props={view.chart} />}
    </ChartFrame>
  );
}
