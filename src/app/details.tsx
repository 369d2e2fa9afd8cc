import { lazy, type ReactElement } from "react";
import { BillPanel } from "../features/bill/bill-panel.tsx";
import { BreakEvenPanel } from "../features/break-even/break-even-panel.tsx";
import { ModelCostsPanel } from "../features/model-costs/model-costs-panel.tsx";
import { MonthPanel } from "../features/month/month-panel.tsx";
import { PlansPanel } from "../features/plans/plans-panel.tsx";
import { Further } from "./further.tsx";
import { LaggingGroup } from "./lagging-group.tsx";
import { PanelBoundary } from "./panel-boundary.tsx";

// Draws nothing until the browser is about to print.
const PrintPage = lazy(async () => ({ default: (await import("./print-page.tsx")).PrintPage }));

/** What stands under the answer: charts first, then tables, then what is drawn when a person comes near. All of it may lag: the answer is on screen before any of this is worked out. */
export function Details(): ReactElement {
  return (
    <>
      <LaggingGroup>
        {(state) => (
          <>
            <PanelBoundary name="The chart of API against plans">
              <BreakEvenPanel state={state} />
            </PanelBoundary>
            <PanelBoundary name="The chart of models">
              <ModelCostsPanel state={state} />
            </PanelBoundary>
          </>
        )}
      </LaggingGroup>
      <LaggingGroup>
        {(state) => (
          <>
            <PanelBoundary name="The chart of the month">
              <MonthPanel state={state} />
            </PanelBoundary>
            <PanelBoundary name="The bill">
              <BillPanel state={state} />
            </PanelBoundary>
            <PanelBoundary name="The plans">
              <PlansPanel state={state} />
            </PanelBoundary>
          </>
        )}
      </LaggingGroup>
      <Further />
      <PanelBoundary name="The sheet for the printer">
        <PrintPage />
      </PanelBoundary>
    </>
  );
}
