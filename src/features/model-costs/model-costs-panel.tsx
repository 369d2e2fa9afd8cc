import { memo, type ReactElement, useMemo } from "react";
import type { Profile } from "../../scenario/scenario.ts";
import type { ShownProps } from "../../state/shown-props.ts";
import { ChartFrame } from "../../ui/chart-frame.tsx";
import { stackedBars } from "../../ui/charts/chart-kind.ts";
import { ChartSlot } from "../../ui/charts/chart-slot.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { combineModelCosts } from "./combine-model-costs.ts";

/** What one session of the profile in view costs on each model, by class of tokens. */
export const ModelCostsPanel = memo(function ModelCostsPanel({ state }: ShownProps): ReactElement {
  const { shown, inView } = state;
  const view = useMemo(() => combineModelCosts(shown, shown.profiles[inView] ?? (shown.profiles[0] as Profile)), [shown, inView]);
  const table = <DataTable caption="One session on each model, US$ by class" columns={view.columns} rows={view.rows} />;
  return (
    <ChartFrame title="A session on each model" level={2} takeaway={view.takeaway} table={table}>
      {(names) => <ChartSlot {...names} height={288} draw={stackedBars} props={view.chart} />}
    </ChartFrame>
  );
});
