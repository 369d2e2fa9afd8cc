import { type ReactElement, useDeferredValue, useMemo } from "react";
import type { Profile } from "../../scenario/scenario.ts";
import { useScenario } from "../../state/use-scenario.ts";
import { ChartFrame } from "../../ui/chart-frame.tsx";
import { stackedBars } from "../../ui/charts/chart-kind.ts";
import { ChartSlot } from "../../ui/charts/chart-slot.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { combineModelCosts } from "./combine-model-costs.ts";

/** What one session of the profile in view costs on each model, by class of tokens. */
export function ModelCostsPanel(): ReactElement {
  const shown = useScenario((state) => state.shown);
  const inView = useScenario((state) => state.inView);
  const view = useMemo(() => combineModelCosts(shown, shown.profiles[inView] ?? (shown.profiles[0] as Profile)), [shown, inView]);
  const calm = useDeferredValue(view);
  const table = <DataTable caption="One session on each model, US$ by class" columns={calm.columns} rows={calm.rows} />;
  return (
    <ChartFrame title="A session on each model" level={2} takeaway={view.takeaway} table={table}>
      {(names) => <ChartSlot {...names} height={288} draw={stackedBars} props={view.chart} />}
    </ChartFrame>
  );
}
