import type { ReactElement } from "react";
import { pageSaved } from "../../state/page-memory.ts";
import { openSaved, startAfresh } from "../../state/saved-input.ts";
import type { SaveFailure } from "../../state/saved-scenarios.ts";
import { useSaved } from "../../state/use-saved.ts";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { FAILURES } from "./keeping-failures.ts";

/** What a person should know of saved input: where the page went on from, what a link took the place of, and once why nothing is saved. */
export function KeepingNotices(): ReactElement {
  const isContinued = useSaved((state) => state.isContinued);
  const kept = useSaved((state) => state.kept);
  const told = useSaved((state) => state.told);
  return (
    <div role="status" className="grid gap-2 empty:hidden">
      {isContinued ? <ContinuedNotice /> : null}
      {kept ? <KeptNotice link={kept.link} /> : null}
      {told ? <FailureNotice failure={told} /> : null}
    </div>
  );
}

function ContinuedNotice(): ReactElement {
  const afresh = (): void => {
    startAfresh();
    pageSaved.putAway("isContinued");
  };
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
      Your last scenario, as this browser saved it.
      <span className="flex flex-wrap gap-2">
        <Button onClick={afresh}>Start afresh</Button>
        <Button onClick={() => pageSaved.putAway("isContinued")}>Put away</Button>
      </span>
    </p>
  );
}

function KeptNotice({ link }: { readonly link: string }): ReactElement {
  const goBack = (): void => {
    openSaved(link);
    pageSaved.putAway("kept");
  };
  return (
    <Notice tone="info" title="Your own last scenario is kept, under “Saved”.">
      <span className="flex flex-wrap gap-2">
        <Button onClick={goBack}>Go back to it</Button>
        <Button onClick={() => pageSaved.putAway("kept")}>Put away</Button>
      </span>
    </Notice>
  );
}

function FailureNotice({ failure }: { readonly failure: SaveFailure }): ReactElement {
  return (
    <Notice tone="info" title={FAILURES[failure]}>
      <Button onClick={() => pageSaved.putAway("told")}>Put away</Button>
    </Notice>
  );
}
