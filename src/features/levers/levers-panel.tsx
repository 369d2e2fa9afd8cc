import { memo, type ReactElement } from "react";
import { memoByObject } from "../../lib/memo-by-object.ts";
import { LEVER_ORDER, pullAll } from "../../scenario/levers.ts";
import { applyLevers } from "../../state/actions.ts";
import { selectConflicts } from "../../state/selectors.ts";
import type { ShownProps } from "../../state/shown-props.ts";
import { useScenario } from "../../state/use-scenario.ts";
import { Button } from "../../ui/button.tsx";
import { ChartFrame } from "../../ui/chart-frame.tsx";
import { waterfallBars } from "../../ui/charts/chart-kind.ts";
import { ChartLegend } from "../../ui/charts/chart-legend.tsx";
import { ChartSlot } from "../../ui/charts/chart-slot.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { SectionCard } from "../../ui/section-card.tsx";
import { combineLevers } from "./combine-levers.ts";
import { LeverControls } from "./lever-controls.tsx";

const viewOf = memoByObject(combineLevers);

/** From today's bill to the one with every lever that is on, and the levers themselves. */
export const LeversPanel = memo(function LeversPanel({ state }: ShownProps): ReactElement {
  const view = viewOf(state.shown);
  const table = (
    <DataTable
      caption="US$ a month, all developers; the changes are those between the bills as shown"
      columns={view.columns}
      rows={view.rows}
    />
  );
  return (
    <>
      <ChartFrame
        title="What would cut the bill"
        file="levers"
        level={2}
        takeaway={view.takeaway}
        legend={<ChartLegend items={view.chart.parts} />}
        height="tall"
        table={table}
      >
        {(names) => <ChartSlot {...names} height={384} draw={waterfallBars} props={view.chart} />}
      </ChartFrame>
      <SectionCard title="Levers" level={3} aside={<MakeInputs />}>
        <p className="mb-3 text-sm text-soft">
          Each acts on what those above it have left. They change no other figure of the page until you make them your inputs.
        </p>
        <LeverControls view={view} />
      </SectionCard>
    </>
  );
});

function MakeInputs(): ReactElement {
  const isIdle = useScenario(
    (state) => LEVER_ORDER.every((id) => !state.scenario.levers[id].on) || selectConflicts(state).length > 0,
  );
  return (
    <Button disabled={isIdle} onClick={() => applyLevers(pullAll)}>
      Make these my inputs
    </Button>
  );
}
