import type { ReactElement } from "react";
import { PriceNote } from "../features/notices/price-note.tsx";
import { KeepingNotices } from "../features/saved/keeping-notices.tsx";
import { OpenSaved } from "../features/saved/open-saved.tsx";
import { UndoButtons } from "../features/saved/undo-buttons.tsx";
import { CopyLink } from "../features/share/copy-link.tsx";
import { OpenShare } from "../features/share/open-share.tsx";
import { PageStatus } from "../features/status/page-status.tsx";
import { pageUndo } from "../state/page-memory.ts";

/** What the header offers for the scenario as a whole, and below it what there is to know of where the scenario came from. */
export function HeaderTools(): ReactElement {
  return (
    <>
      <div className="flex flex-wrap items-center gap-1 sm:gap-2">
        <UndoButtons />
        <OpenSaved />
        <OpenShare />
        <CopyLink />
      </div>
      <PageStatus history={pageUndo.store} />
      <div className="grid basis-full gap-2 empty:hidden">
        <PriceNote />
        <KeepingNotices />
      </div>
    </>
  );
}
