import { lazy, type ReactElement, type ReactNode, Suspense, startTransition, useEffect, useState } from "react";
import { useStore } from "zustand/react";
import { PanelBoundary } from "../app/panel-boundary.tsx";
import { AnswerPanel } from "../features/answer/answer-panel.tsx";
import { LinkNotice } from "../features/notices/link-notice.tsx";
import { PriceAge } from "../features/notices/price-age.tsx";
import { PriceNote } from "../features/notices/price-note.tsx";
import type { EmbedOptions } from "../scenario/embed-snippet.ts";
import { Notice } from "../ui/notice.tsx";
import { EmbedInputs } from "./embed-inputs.tsx";
import { embedNotes } from "./embed-notes.ts";
import { EmbedPanels, type EmbedPanelsProps } from "./embed-panels.tsx";
import { FullLink, originInCalculator } from "./full-link.tsx";

const PageStatus = lazy(async () => ({ default: (await import("../features/status/page-status.tsx")).PageStatus }));
const PrintPage = lazy(async () => ({ default: (await import("../app/print-page.tsx")).PrintPage }));

export interface EmbedViewProps extends Pick<EmbedOptions, "show" | "lock"> {
  /** Null until their code is there. */
  readonly panels: EmbedPanelsProps | null;
}

/** The calculator inside another page: answer, inputs, chosen panels, and the way to the whole. One below the other, inputs side by side where there is room. */
export function EmbedView({ show, lock, panels }: EmbedViewProps): ReactElement {
  return (
    <div className="grid grid-cols-1 gap-4 p-4">
      <header>
        <h1 className="text-base font-semibold">What does Claude Code cost?</h1>
        <PriceAge />
        <Notes />
      </header>
      <main className="grid min-w-0 grid-cols-1 gap-4">
        {show.includes("verdict") ? (
          <>
            <PanelBoundary name="The answer">
              <AnswerPanel />
            </PanelBoundary>
            <PanelBoundary name="The inputs">
              <EmbedInputs lock={lock} />
            </PanelBoundary>
          </>
        ) : null}
        <div className="grid min-w-0 grid-cols-1 gap-4 empty:hidden">{panels === null ? null : <EmbedPanels {...panels} />}</div>
      </main>
      <footer>
        <FullLink />
      </footer>
      <LoadedLater>
        <PageStatus />
        <PrintPage origin={originInCalculator} />
      </LoadedLater>
    </div>
  );
}

const LATER_MILLISECONDS = 1_500;

// Whoever prints or changes an input has read first: until then the code for it would be in the way of the answer.
function LoadedLater({ children }: { readonly children: ReactNode }): ReactNode {
  const [isLater, setIsLater] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => startTransition(() => setIsLater(true)), LATER_MILLISECONDS);
    return () => clearTimeout(timer);
  }, []);
  return isLater ? <Suspense>{children}</Suspense> : null;
}

function Notes(): ReactElement {
  const wasRefused = useStore(embedNotes, (notes) => notes.wasRefused);
  return (
    <div className="*:not-empty:mt-3">
      <LinkNotice />
      <PriceNote />
      <div role="status">
        {wasRefused ? <Notice tone="info" title="Not done: it would change inputs that are locked on this page." /> : null}
      </div>
    </div>
  );
}
