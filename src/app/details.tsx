import { type ReactElement, useRef } from "react";
import { BillPanel } from "../features/bill/bill-panel.tsx";
import { BreakEvenPanel } from "../features/break-even/break-even-panel.tsx";
import { ModelCostsPanel } from "../features/model-costs/model-costs-panel.tsx";
import { MonthPanel } from "../features/month/month-panel.tsx";
import { PlansPanel } from "../features/plans/plans-panel.tsx";
import { useScenario } from "../state/use-scenario.ts";
import { useLagging } from "../ui/charts/use-lagging.ts";
import { PanelBoundary } from "./panel-boundary.tsx";

/** What stands under the answer: charts first, then tables. All of it may lag: the answer is on screen before any of this is worked out. */
export function Details(): ReactElement {
  return (
    <>
      <Comparisons />
      <Bills />
    </>
  );
}

function Comparisons(): ReactElement {
  const box = useRef<HTMLDivElement>(null);
  const state = useLagging(
    useScenario((present) => present),
    box,
  );
  return (
    <div ref={box} className="grid min-w-0 grid-cols-1 gap-4">
      <PanelBoundary name="The chart of API against plans">
        <BreakEvenPanel state={state} />
      </PanelBoundary>
      <PanelBoundary name="The chart of models">
        <ModelCostsPanel state={state} />
      </PanelBoundary>
    </div>
  );
}

function Bills(): ReactElement {
  const box = useRef<HTMLDivElement>(null);
  const state = useLagging(
    useScenario((present) => present),
    box,
  );
  return (
    <div ref={box} className="grid min-w-0 grid-cols-1 gap-4">
      <PanelBoundary name="The chart of the month">
        <MonthPanel state={state} />
      </PanelBoundary>
      <PanelBoundary name="The bill">
        <BillPanel state={state} />
      </PanelBoundary>
      <PanelBoundary name="The plans">
        <PlansPanel state={state} />
      </PanelBoundary>
    </div>
  );
}
