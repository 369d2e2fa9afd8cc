import type { ReactElement } from "react";
import { LimitsPanel } from "../features/limits/limits-panel.tsx";
import { AssumptionsPanel } from "../features/session/assumptions-panel.tsx";
import { FromHabits } from "../features/session/from-habits.tsx";
import { TermsPanel } from "../features/terms/terms-panel.tsx";

/** The inputs that most people leave as they are. */
export function FoldedInputs(): ReactElement {
  return (
    <>
      <FromHabits />
      <AssumptionsPanel />
      <TermsPanel />
      <LimitsPanel />
    </>
  );
}
