import { type ReactElement, useEffect, useState } from "react";
import { pageSaved } from "../../state/page-memory.ts";
import { openSaved } from "../../state/saved-input.ts";
import type { SavedList } from "../../state/saved-scenarios.ts";
import { useSaved } from "../../state/use-saved.ts";
import { Button } from "../../ui/button.tsx";
import { DialogFrame } from "../../ui/dialog-frame.tsx";
import { Notice } from "../../ui/notice.tsx";
import { FAILURES } from "./keeping-failures.ts";
import { SavedNamed } from "./saved-named.tsx";
import { SavedSave } from "./saved-save.tsx";

/** A change of the list that can be taken back. */
export interface SavedChange {
  /** What was done: "Deleted “Team A”". */
  readonly words: string;
  readonly before: SavedList;
}

/** What was saved in this browser: to open, rename and delete; and the present scenario, to save under a name. */
export function SavedDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const list = useSaved((state) => state);
  const [done, setDone] = useState<SavedChange | null>(null);
  const [problem, setProblem] = useState("");
  useEffect(() => pageSaved.probe(), []);
  const change = (words: string, how: (list: SavedList) => SavedList): void => {
    setProblem("");
    setDone({ words, before: { named: list.named, beforeLink: list.beforeLink } });
    pageSaved.change(how);
  };
  const open = (link: string): void => {
    if (openSaved(link)) onClose();
    else setProblem("Nothing of it can be read, so nothing was opened.");
  };
  return (
    <DialogFrame title="Saved in this browser" onClose={onClose}>
      <div className="grid gap-4">
        {list.failure === null ? (
          <SavedSave named={list.named} onChange={change} />
        ) : (
          <Notice tone="warn" title={FAILURES[list.failure]}>
            {list.failure === "unreadable" ? (
              <Button onClick={pageSaved.removeUnreadable}>Delete what cannot be read</Button>
            ) : null}
          </Notice>
        )}
        <SavedNamed list={list} onOpen={open} onChange={change} />
        <div role="status" className="flex flex-wrap items-center gap-3 text-sm empty:hidden">
          {problem}
          {done && list.failure === null ? <Done done={done} onUndone={() => setDone(null)} /> : null}
        </div>
        <p className="text-sm text-soft">
          Your last scenario is saved by itself. All of it stays in this browser; nothing is sent anywhere.
        </p>
      </div>
    </DialogFrame>
  );
}

function Done({ done, onUndone }: { readonly done: SavedChange; readonly onUndone: () => void }): ReactElement {
  const undo = (): void => {
    pageSaved.change(() => done.before);
    onUndone();
  };
  return (
    <>
      <span>{done.words}.</span>
      <Button onClick={undo}>Undo</Button>
    </>
  );
}
