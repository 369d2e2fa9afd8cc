import type { ReactElement } from "react";
import { dismissLinkProblems } from "../../state/actions.ts";
import { useScenario } from "../../state/use-scenario.ts";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";

/** What of an opened link could not be used: figures that look like the sender's must not be taken for them. */
export function LinkNotice(): ReactElement | null {
  const problems = useScenario(({ linkProblems }) => linkProblems);
  const from = useScenario(({ linkFrom }) => linkFrom);
  return (
    <div role="status">
      {problems.length === 0 ? null : (
        <Notice
          tone="warn"
          title={`This ${from} did not open as it was made: what could not be used was left at its default.`}
          items={[...new Set(problems.map(({ field, reason }) => `${field}: ${reason}`))]}
        >
          <div className="mt-2">
            <Button onClick={dismissLinkProblems}>Put away</Button>
          </div>
        </Notice>
      )}
    </div>
  );
}
