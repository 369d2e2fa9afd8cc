import { lazy, type ReactElement, Suspense } from "react";
import { Later } from "./later.tsx";
import { PanelBoundary } from "./panel-boundary.tsx";

const Insights = lazy(async () => ({ default: (await import("./insights.tsx")).Insights }));
const OwnUsage = lazy(async () => ({ default: (await import("./own-usage.tsx")).OwnUsage }));
const Team = lazy(async () => ({ default: (await import("./team.tsx")).Team }));

/** What stands far down the page, each part drawn when a person comes near to it. */
export function Further(): ReactElement {
  return (
    <>
      <PanelBoundary name="The session and its levers">
        <Later room={<div className="min-h-screen" />}>
          <Suspense fallback={<div className="min-h-screen" />}>
            <Insights />
          </Suspense>
        </Later>
      </PanelBoundary>
      <PanelBoundary name="The month as a range and the seats of a team">
        <Later room={<div className="min-h-screen" />}>
          <Suspense fallback={<div className="min-h-screen" />}>
            <Team />
          </Suspense>
        </Later>
      </PanelBoundary>
      <section id="own-usage" aria-label="Your own usage" tabIndex={-1} className="grid scroll-mt-60 grid-cols-1 gap-4">
        <Later room={<div className="min-h-60" />}>
          <Suspense fallback={<div className="min-h-60" />}>
            <OwnUsage />
          </Suspense>
        </Later>
      </section>
    </>
  );
}
