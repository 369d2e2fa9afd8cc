import { type ChangeEvent, type DragEvent, type ReactElement, useId, useRef, useState } from "react";
import { cancelReading, prepareToRead, readFiles, refuse } from "../../state/usage-store.ts";
import { useUsageStore } from "../../state/use-usage-store.ts";
import { Button } from "../../ui/button.tsx";
import { formatTokens } from "../../ui/format-count.ts";
import type { DroppedFile } from "../../usage-import/log-worker-protocol.ts";
import { firstTotalsInWords } from "./combine-import-headline.ts";
import { chooseLogs } from "./drop-choose-logs.ts";
import { canPickDirectory, filesOfDrop, filesOfInput, pickDirectory } from "./drop-read-entries.ts";

/** Where session logs are dropped or picked: files, or whole folders. */
export function ImportDrop(): ReactElement {
  const id = useId();
  const isReading = useUsageStore(({ status }) => status === "reading");
  const [isOver, setIsOver] = useState(false);
  const [isLooking, setIsLooking] = useState(false);
  const take = async (found: Promise<readonly DroppedFile[] | null>): Promise<void> => {
    setIsLooking(true);
    const files = await found.finally(() => setIsLooking(false));
    if (files) readChosen(files);
  };
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    setIsOver(false);
    if (!isReading) void take(filesOfDrop(event.dataTransfer));
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be dropped on in every browser, and its name stands in it as text
    <div
      role="group"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-hint`}
      className={`flex min-w-0 flex-col gap-3 rounded-sm border-2 border-dashed p-3 ${isOver ? "border-accent bg-wash" : "border-edge"}`}
      onPointerEnter={prepare}
      onFocus={prepare}
      onDragEnter={prepare}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={onDrop}
    >
      <p id={`${id}-title`} className="text-sm font-medium">
        Drop session logs here
      </p>
      <p id={`${id}-hint`} className="text-sm text-soft">
        The folder <code className="font-mono">~/.claude/projects</code>, or .jsonl files in it. It is hidden: on a Mac,
        Cmd+Shift+. shows it. Logs dropped later are added, and a file twice changes nothing.
      </p>
      {isReading ? <ReadingBar /> : <Pickers take={take} isLooking={isLooking} />}
    </div>
  );
}

/** When somebody comes here with the pointer, the keyboard or files: the threads have started by the time that there is something to read. */
function prepare(): void {
  prepareToRead().catch(() => {});
}

function readChosen(files: readonly DroppedFile[]): void {
  const { logs, problem } = chooseLogs(files);
  if (problem === null) void readFiles(logs);
  else refuse(problem);
}

interface PickersProps {
  readonly take: (found: Promise<readonly DroppedFile[] | null>) => Promise<void>;
  readonly isLooking: boolean;
}

function Pickers({ take, isLooking }: PickersProps): ReactElement {
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const onPick = (event: ChangeEvent<HTMLInputElement>): void => {
    const picked = filesOfInput(event.target.files ?? new DataTransfer().files);
    // Else the same files could not be picked again.
    event.target.value = "";
    void take(Promise.resolve(picked));
  };
  const onFolder = (): void => {
    if (!canPickDirectory()) folder.current?.click();
    // A frame of another site may not open folders by a handle: the input still may.
    else void take(pickDirectory()).catch(() => folder.current?.click());
  };
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Button onClick={onFolder}>Choose a folder</Button>
      <Button onClick={() => files.current?.click()}>Choose files</Button>
      <input ref={files} type="file" multiple hidden aria-label="Session log files" onChange={onPick} />
      <input
        ref={folder}
        type="file"
        multiple
        hidden
        aria-label="Session log folder"
        onChange={onPick}
        {...{ webkitdirectory: "" }}
      />
      {isLooking ? <span className="text-sm text-soft">Looking for logs…</span> : null}
    </div>
  );
}

function ReadingBar(): ReactElement {
  const id = useId();
  const progress = useUsageStore((state) => state.progress);
  const totals = useUsageStore((state) => state.totals);
  if (totals !== null) return <p className="text-sm">{firstTotalsInWords(totals)}</p>;
  if (progress === null) return <p className="text-sm">Adding up…</p>;
  const { done, total } = progress;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 text-sm">
      <label htmlFor={id} className="min-w-40">
        {total === 0 ? "Reading…" : `Reading: ${megabytes(Math.min(done, total))} of ${megabytes(total)} MB`}
      </label>
      <progress
        id={id}
        className="h-2 min-w-24 flex-1 accent-accent"
        value={total === 0 ? undefined : Math.min(done, total)}
        max={Math.max(total, 1)}
      />
      <Button onClick={cancelReading}>Cancel</Button>
    </div>
  );
}

function megabytes(bytes: number): string {
  return bytes > 0 && bytes < 1e6 ? "<1" : formatTokens(bytes / 1e6);
}
