import { type DragEvent, type FormEvent, type ReactElement, useId, useRef, useState } from "react";
import { Button } from "../../ui/button.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import { Notice } from "../../ui/notice.tsx";
import { type PastedUsers, type PasteReading, readPasted } from "./combine-pasted.ts";

interface PasteUsersProps {
  readonly onRead: (users: PastedUsers) => void;
}

/** Ten thousand lines are far smaller; a table that is not one is not even read. */
const MOST_BYTES = 5_000_000;
const TOO_LARGE: PasteReading = {
  users: null,
  title: "This file is larger than 5 MB: no table of users.",
  tone: "error",
  items: [],
};
const UNREADABLE: PasteReading = { users: null, title: "This file could not be read.", tone: "error", items: [] };

/** A table of users, pasted or dropped. What was read is emptied out of the field; what was not stays to be mended. */
export function PasteUsers({ onRead }: PasteUsersProps): ReactElement {
  const id = useId();
  const [text, setText] = useState("");
  const [reading, setReading] = useState<PasteReading | null>(null);
  const picker = useRef<HTMLInputElement>(null);
  const show = (read: PasteReading): void => {
    setReading(read);
    if (read.users !== null) onRead(read.users);
  };
  const readText = (event: FormEvent): void => {
    event.preventDefault();
    const read = readPasted(text);
    show(read);
    if (read.tone === "info") setText("");
  };
  const readFile = async (file: File | undefined): Promise<void> => {
    if (file) show(await readingOf(file));
  };
  const onDrop = (event: DragEvent): void => {
    const [file] = event.dataTransfer.files;
    // Text that is dragged goes into the field by itself.
    if (file === undefined) return;
    event.preventDefault();
    void readFile(file);
  };
  return (
    <Disclosure title="Paste a table of users" summary="user, USD a month">
      <form className="grid grid-cols-1 gap-2" onSubmit={readText} onDragOver={keepFile} onDrop={onDrop}>
        <label htmlFor={id} className="text-sm font-medium">
          Users and what their month is worth
        </label>
        <textarea
          id={id}
          className="field min-h-28 resize-y py-2 font-mono"
          value={text}
          onChange={(event) => setText(event.target.value)}
          spellCheck={false}
          autoComplete="off"
          aria-describedby={`${id}-hint`}
        />
        <p id={`${id}-hint`} className="max-w-prose text-sm text-soft">
          One line each: user, API-equivalent USD a month. Paste, or drop a CSV file here. Names stay in this page: the link gets
          up to 12 groups.
        </p>
        <div className="flex flex-wrap gap-2">
          <Button kind="primary" type="submit" disabled={text.trim() === ""}>
            Read users
          </Button>
          <Button onClick={() => picker.current?.click()}>Choose a CSV file</Button>
          <input
            ref={picker}
            type="file"
            accept=".csv,.tsv,.txt,text/csv"
            hidden
            aria-label="CSV file of users"
            onChange={(event) => {
              const [file] = event.target.files ?? [];
              void readFile(file);
              // Else the same file could not be picked again.
              event.target.value = "";
            }}
          />
        </div>
        <div aria-live="polite" className="empty:hidden">
          {reading === null ? null : <Notice tone={reading.tone} title={reading.title} items={reading.items} />}
        </div>
      </form>
    </Disclosure>
  );
}

function keepFile(event: DragEvent): void {
  if (event.dataTransfer.types.includes("Files")) event.preventDefault();
}

async function readingOf(file: File): Promise<PasteReading> {
  if (file.size > MOST_BYTES) return TOO_LARGE;
  return file.text().then(readPasted, () => UNREADABLE);
}
