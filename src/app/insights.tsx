import type { ReactElement } from "react";
import { BillingModePanel } from "../features/billing-mode/billing-mode-panel.tsx";
import { BudgetPanel } from "../features/budget/budget-panel.tsx";
import { LeversPanel } from "../features/levers/levers-panel.tsx";
import { SensitivityPanel } from "../features/sensitivity/sensitivity-panel.tsx";
import { SessionStoryPanel } from "../features/session-story/session-story-panel.tsx";
import { LaggingGroup } from "./lagging-group.tsx";
import { PanelBoundary } from "./panel-boundary.tsx";

/** What a session is made of and what would change the bill: a chunk of its own, fetched behind the first charts. */
export function Insights(): ReactElement {
  return (
    <>
      <LaggingGroup>
        {(state) => (
          <PanelBoundary name="The session, request by request">
            <SessionStoryPanel state={state} />
          </PanelBoundary>
        )}
      </LaggingGroup>
      <LaggingGroup>
        {(state) => (
          <>
            <PanelBoundary name="The levers">
              <LeversPanel state={state} />
            </PanelBoundary>
            <PanelBoundary name="API key or subscription">
              <BillingModePanel state={state} />
            </PanelBoundary>
          </>
        )}
      </LaggingGroup>
      <LaggingGroup>
        {(state) => (
          <PanelBoundary name="The budget">
            <BudgetPanel state={state} />
          </PanelBoundary>
        )}
      </LaggingGroup>
      <LaggingGroup>
        {(state) => (
          <PanelBoundary name="What moves the bill">
            <SensitivityPanel state={state} />
          </PanelBoundary>
        )}
      </LaggingGroup>
    </>
  );
}
