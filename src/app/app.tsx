import { lazy, type ReactElement } from "react";
import { AnswerPanel, ResultBar } from "../features/answer/answer-panel.tsx";
import { MixPanel } from "../features/mix/mix-panel.tsx";
import { LinkNotice } from "../features/notices/link-notice.tsx";
import { PriceAge } from "../features/notices/price-age.tsx";
import { PresetPanel } from "../features/preset/preset-panel.tsx";
import { ProfileTabs } from "../features/profiles/profile-tabs.tsx";
import { SessionPanel } from "../features/session/session-panel.tsx";
import { WorkPanel } from "../features/work/work-panel.tsx";
import { useScenario } from "../state/use-scenario.ts";
import { Button } from "../ui/button.tsx";
import { SectionCard } from "../ui/section-card.tsx";
import { PanelBoundary } from "./panel-boundary.tsx";
import { TextPageLinks } from "./text-pages.tsx";

// What the first answer does not need comes in chunks of its own, fetched at once behind the first one.
const Details = lazy(async () => ({ default: (await import("./details.tsx")).Details }));
const HeaderTools = lazy(async () => ({ default: (await import("./header-tools.tsx")).HeaderTools }));
const Compared = lazy(async () => ({ default: (await import("./compared.tsx")).Compared }));
const Editing = lazy(async () => ({ default: (await import("./compared.tsx")).Editing }));
const FoldedInputs = lazy(async () => ({ default: (await import("./folded-inputs.tsx")).FoldedInputs }));
const RequestCount = lazy(async () => ({ default: (await import("../features/privacy/request-count.tsx")).RequestCount }));

/**
 * The whole page: inputs on the left, the answer and what it rests on at the right; on a phone one below the other, the answer in a bar.
 * @param tools the header's, where their code is there already: then what they say of an opened link pushes nothing down
 */
export function App({ tools }: { readonly tools?: ReactElement | undefined }): ReactElement {
  return (
    <div className="mx-auto max-w-[90rem] px-4 pb-40 sm:px-6 lg:pb-12">
      <header className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-4">
        <div>
          <h1 className="text-lg font-semibold">What does Claude Code cost?</h1>
          <PriceAge />
        </div>
        <PanelBoundary name="Saving and sharing" room={<div className="h-11 w-full sm:w-40" />}>
          {tools ?? <HeaderTools />}
        </PanelBoundary>
      </header>
      <LinkNotice />
      <div className="mt-2 grid grid-cols-1 items-start gap-5 lg:grid-cols-[24rem_minmax(0,1fr)]">
        <Inputs />
        <Results />
      </div>
      <Footer />
      <PanelBoundary name="The bar with the answer">
        <ResultBar />
      </PanelBoundary>
    </div>
  );
}

function Inputs(): ReactElement {
  return (
    <div className="grid grid-cols-1 gap-4">
      <PanelBoundary name="The inputs of your work">
        <SectionCard
          title="Your work"
          level={2}
          aside={
            <PanelBoundary name="What is being edited" room={<div className="min-h-6 pointer-coarse:min-h-11" />}>
              <Editing />
            </PanelBoundary>
          }
        >
          <div className="grid grid-cols-1 gap-5">
            <PresetPanel />
            <div>
              <Button onClick={goToOwnUsage}>Start from your own usage</Button>
            </div>
            <WorkPanel />
          </div>
        </SectionCard>
      </PanelBoundary>
      <PanelBoundary name="The inputs of your sessions">
        <SectionCard title="Sessions" level={2}>
          <div className="grid grid-cols-1 gap-5">
            <ProfileTabs />
            <SessionPanel />
            <MixPanel />
            <div>
              <PanelBoundary name="The further inputs" room={<div className="min-h-20" />}>
                <FoldedInputs />
              </PanelBoundary>
            </div>
          </div>
        </SectionCard>
      </PanelBoundary>
    </div>
  );
}

// The address holds the scenario, so a link to a place on the page would take it away.
function goToOwnUsage(): void {
  const place = document.getElementById("own-usage");
  place?.scrollIntoView();
  place?.focus({ preventScroll: true });
}

function Results(): ReactElement {
  return (
    <main className="grid min-w-0 grid-cols-1 gap-4">
      <PanelBoundary name="The answer">
        <div className="z-10 lg:sticky lg:top-0 lg:-mx-1 lg:bg-paper lg:px-1 lg:pt-1 lg:pb-2">
          <AnswerPanel />
        </div>
      </PanelBoundary>
      <ComparedSlot />
      <PanelBoundary name="Charts and tables" room={<div className="min-h-screen" />}>
        <Details />
      </PanelBoundary>
    </main>
  );
}

// With one scenario there is nothing to compare: the charts stand directly under the answer.
function ComparedSlot(): ReactElement | null {
  const isCompared = useScenario(({ others }) => others.length > 0);
  return isCompared ? (
    <PanelBoundary name="The comparison" room={<div className="min-h-28" />}>
      <Compared />
    </PanelBoundary>
  ) : null;
}

// A preset's page stands two folders deeper; while the pages are drawn, scripts/preset-pages.mjs sees to that.
const ROOT = typeof document === "object" && document.documentElement.dataset.preset ? "../../" : "./";

function Footer(): ReactElement {
  return (
    <footer className="mt-10 grid max-w-prose gap-2 border-t border-line pt-4 text-sm text-soft">
      <TextPageLinks root={ROOT} />
      <p>Everything is worked out in your browser. No account, no cookie.</p>
      <p>
        Not in these figures: taxes, background calls that Claude Code makes by itself (under $0.04 a session by its
        documentation), minimum cacheable lengths, and a plan's real limits, which are not published.
      </p>
      <PanelBoundary name="The count of requests" room={<div className="min-h-10" />}>
        <RequestCount />
      </PanelBoundary>
    </footer>
  );
}
