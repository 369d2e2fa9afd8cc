import { lazy, type ReactElement, Suspense } from "react";
import { CurrencyPanel } from "../features/currency/currency-panel.tsx";
import { LimitsPanel } from "../features/limits/limits-panel.tsx";
import { AssumptionsPanel } from "../features/session/assumptions-panel.tsx";
import { TermsPanel } from "../features/terms/terms-panel.tsx";

const FromHabits = lazy(async () => ({ default: (await import("../features/session/from-habits.tsx")).FromHabits }));

/** The inputs that most people leave as they are. */
export function FoldedInputs(): ReactElement {
  return (
    <>
      <Suspense fallback={<div className="min-h-11" />}>
        <FromHabits />
      </Suspense>
      <AssumptionsPanel />
      <TermsPanel />
      <LimitsPanel />
      <CurrencyPanel />
    </>
  );
}
