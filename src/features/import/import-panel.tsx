import { type ReactElement, type ReactNode, useDeferredValue } from "react";
import { forgetUsage } from "../../state/usage-store.ts";
import { useUsageStore } from "../../state/use-usage-store.ts";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { SectionCard } from "../../ui/section-card.tsx";
import { ImportDrop } from "./import-drop.tsx";
import { LogHeadline } from "./import-headline.tsx";
import { ImportPaste } from "./import-paste.tsx";
import { ProblemList } from "./import-problems.tsx";
import { LogResults } from "./import-results.tsx";
import { PasteResults } from "./paste-results.tsx";

/** What a person really used: read from a paste or from session logs, in the browser; under a log's results whatever else is made of it. */
export function ImportPanel({ children }: { readonly children?: ReactNode }): ReactElement {
  const source = useUsageStore((state) => state.source);
  return (
    <div className="grid min-w-0 grid-cols-1 gap-4">
      <SectionCard
        title="Your own usage"
        level={2}
        aside={source === null ? undefined : <Button onClick={forgetUsage}>Clear</Button>}
      >
        <div className="grid grid-cols-1 gap-4">
          <p className="max-w-prose text-sm text-soft">
            Paste what Claude Code printed or drop its session logs, and see what it cost. Everything is read in this browser;
            only numbers and names are kept, and only until you leave the page.
          </p>
          <div className="grid grid-cols-1 gap-4 md:grid-cols-2">
            <ImportDrop />
            <ImportPaste />
          </div>
          <Read />
        </div>
      </SectionCard>
      <Results>{children}</Results>
    </div>
  );
}

/** What was read, or why not; told to a screen reader as it comes. */
function Read(): ReactElement {
  const problem = useUsageStore((state) => state.problem);
  const status = useUsageStore((state) => state.status);
  const report = useUsageStore((state) => state.report);
  const source = useUsageStore((state) => state.source);
  return (
    <div aria-live="polite" className="grid grid-cols-1 gap-3 empty:hidden">
      {problem === null ? null : (
        <Notice tone="error" title={asSentence(problem)}>
          {source === null ? undefined : "What was read before is still shown."}
        </Notice>
      )}
      {status === "failed" && report ? <ProblemList problems={report.usage.problems} count={report.problemCount} /> : null}
      <LogHeadline />
    </div>
  );
}

function asSentence(reason: string): string {
  return `${reason.charAt(0).toUpperCase()}${reason.slice(1).replace(/\.$/, "")}.`;
}

function Results({ children }: { readonly children: ReactNode }): ReactElement | null {
  // A long log's tables take more than a frame to draw: the headline does not wait for them, nor does a click.
  const summary = useDeferredValue(useUsageStore((state) => state.summary));
  const paste = useUsageStore((state) => state.paste);
  const zone = useUsageStore((state) => state.zone);
  if (summary)
    return (
      <>
        <LogResults summary={summary} zone={zone} />
        {children}
      </>
    );
  return paste ? <PasteResults paste={paste} /> : null;
}
