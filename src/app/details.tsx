import type { ReactElement } from "react";
import { BillPanel } from "../features/bill/bill-panel.tsx";
import { BreakEvenPanel } from "../features/break-even/break-even-panel.tsx";
import { ModelCostsPanel } from "../features/model-costs/model-costs-panel.tsx";
import { MonthPanel } from "../features/month/month-panel.tsx";
import { PlansPanel } from "../features/plans/plans-panel.tsx";
import { PanelBoundary } from "./panel-boundary.tsx";

/** What stands under the answer: charts first, then tables. */
export function Details(): ReactElement {
  return (
    <>
      <PanelBoundary name="The chart of API against plans">
        <BreakEvenPanel />
      </PanelBoundary>
      <PanelBoundary name="The chart of models">
        <ModelCostsPanel />
      </PanelBoundary>
      <PanelBoundary name="The chart of the month">
        <MonthPanel />
      </PanelBoundary>
      <PanelBoundary name="The bill">
        <BillPanel />
      </PanelBoundary>
      <PanelBoundary name="The plans">
        <PlansPanel />
      </PanelBoundary>
    </>
  );
}
