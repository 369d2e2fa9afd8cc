import type { ReactElement } from "react";
import { MonthRangePanel } from "../features/month-range/month-range-panel.tsx";
import { SeatsPanel } from "../features/seats/seats-panel.tsx";
import { LaggingGroup } from "./lagging-group.tsx";
import { PanelBoundary } from "./panel-boundary.tsx";

/** The month as a range, and the seats of a team: a chunk of its own, fetched when a person comes near. */
export function Team(): ReactElement {
  return (
    <>
      <LaggingGroup>
        {(state) => (
          <PanelBoundary name="The month as a range">
            <MonthRangePanel state={state} />
          </PanelBoundary>
        )}
      </LaggingGroup>
      <LaggingGroup>
        {(state) => (
          <PanelBoundary name="The seats of a team">
            <SeatsPanel state={state} />
          </PanelBoundary>
        )}
      </LaggingGroup>
    </>
  );
}
