import { lazy, type ReactElement, type ReactNode } from "react";
import { Later } from "./later.tsx";
import { PanelBoundary } from "./panel-boundary.tsx";

const Insights = lazy(async () => ({ default: (await import("./insights.tsx")).Insights }));
const OwnUsage = lazy(async () => ({ default: (await import("./own-usage.tsx")).OwnUsage }));
const Against = lazy(async () => ({ default: (await import("./against.tsx")).Against }));
const Team = lazy(async () => ({ default: (await import("./team.tsx")).Team }));

const SCREEN = <div className="min-h-screen" />;
const PANEL = <div className="min-h-60" />;

/** What stands far down the page, each part drawn when a person comes near to it. */
export function Further(): ReactElement {
  return (
    <>
      <Part name="The session and its levers" room={SCREEN}>
        <Insights />
      </Part>
      <Part name="The month as a range and the seats of a team" room={SCREEN}>
        <Team />
      </Part>
      <section id="own-usage" aria-label="From your own usage" tabIndex={-1} className="grid scroll-mt-60 grid-cols-1 gap-4">
        <Part name="Your own usage" room={PANEL}>
          <OwnUsage />
        </Part>
      </section>
      <Part name="Against what else" room={PANEL}>
        <Against />
      </Part>
    </>
  );
}

interface PartProps {
  readonly name: string;
  readonly room: ReactElement;
  readonly children: ReactNode;
}

function Part({ name, room, children }: PartProps): ReactElement {
  return (
    <PanelBoundary name={name} room={room}>
      <Later room={room}>{children}</Later>
    </PanelBoundary>
  );
}
