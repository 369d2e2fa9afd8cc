import {
  type ComponentType,
  lazy,
  memo,
  type ReactElement,
  type ReactNode,
  startTransition,
  useEffect,
  useRef,
  useState,
} from "react";
import type { ScenarioState } from "../state/scenario-store.ts";
import type { ShownProps } from "../state/shown-props.ts";
import { Disclosure } from "../ui/disclosure.tsx";
import { SectionCard } from "../ui/section-card.tsx";
import { LaggingGroup } from "./lagging-group.tsx";
import { PanelBoundary } from "./panel-boundary.tsx";

interface Question {
  readonly title: string;
  readonly summary: string;
  readonly Panel: ComponentType<ShownProps>;
}

const QUESTIONS: readonly Question[] = [
  {
    title: "One call",
    summary: "on every model",
    Panel: lazy(async () => ({ default: (await import("../features/one-call/one-call-panel.tsx")).OneCallPanel })),
  },
  {
    title: "An app on the API",
    summary: "what cuts its bill",
    Panel: lazy(async () => ({ default: (await import("../features/app-levers/app-levers-panel.tsx")).AppLeversPanel })),
  },
  {
    title: "Other vendors",
    summary: "at their list prices",
    Panel: lazy(async () => ({ default: (await import("../features/vendors/vendors-panel.tsx")).VendorsPanel })),
  },
  {
    title: "Own hardware",
    summary: "where it meets the API",
    Panel: lazy(async () => ({ default: (await import("../features/own-hardware/own-hardware-panel.tsx")).OwnHardwarePanel })),
  },
];

/** Smaller questions beside the session, each folded; its code is fetched and its figures are worked out when it is opened. */
export function Against(): ReactElement {
  return (
    <LaggingGroup>
      {(state) => (
        <SectionCard title="Against what else" level={2}>
          {QUESTIONS.map((question) => (
            <Folded key={question.title} question={question} state={state} />
          ))}
        </SectionCard>
      )}
    </LaggingGroup>
  );
}

function Folded({ question: { title, summary, Panel }, state }: { readonly question: Question; readonly state: ScenarioState }) {
  return (
    <Disclosure title={title} summary={summary}>
      <WhileOpen state={state}>
        {(shown) => (
          <PanelBoundary name={title} room={<div className="min-h-60" />}>
            <Panel state={shown} />
          </PanelBoundary>
        )}
      </WhileOpen>
    </Disclosure>
  );
}

interface WhileOpenProps {
  readonly state: ScenarioState;
  readonly children: (shown: ScenarioState) => ReactNode;
}

// Nothing until it is opened for the first time; closed again it stays as it is.
function WhileOpen({ state, children }: WhileOpenProps): ReactElement {
  const box = useRef<HTMLDivElement>(null);
  const [fold, setFold] = useState<"never" | "open" | "closed">("never");
  useEffect(() => {
    const details = box.current?.closest("details");
    if (!details) return;
    const follow = (): void =>
      startTransition(() => setFold((before) => (details.open ? "open" : before === "never" ? before : "closed")));
    follow();
    details.addEventListener("toggle", follow);
    return () => details.removeEventListener("toggle", follow);
  }, []);
  return (
    <div ref={box}>
      {fold === "never" ? null : (
        <Held isOpen={fold === "open"} state={state}>
          {children}
        </Held>
      )}
    </div>
  );
}

// A closed panel does not work figures out that nobody sees.
const Held = memo(
  function Held({ state, children }: WhileOpenProps & { readonly isOpen: boolean }): ReactNode {
    return children(state);
  },
  (_before, { isOpen }) => !isOpen,
);
