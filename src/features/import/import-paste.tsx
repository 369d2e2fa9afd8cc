import { type FormEvent, type ReactElement, useId, useState } from "react";
import { readPaste, usageStore } from "../../state/usage-store.ts";
import { useUsageStore } from "../../state/use-usage-store.ts";
import { Button } from "../../ui/button.tsx";

/** A field for a paste. What was read is emptied out of it; what was not stays to be mended. */
export function ImportPaste(): ReactElement {
  const id = useId();
  const [text, setText] = useState("");
  const isReading = useUsageStore(({ status }) => status === "reading");
  const read = (event: FormEvent): void => {
    event.preventDefault();
    readPaste(text);
    if (usageStore.getState().problem === null) setText("");
  };
  return (
    <form className="flex min-w-0 flex-col gap-2" onSubmit={read}>
      <label htmlFor={id} className="text-sm font-medium">
        Paste
      </label>
      <textarea
        id={id}
        className="field min-h-28 flex-1 resize-y py-2 font-mono"
        value={text}
        onChange={(event) => setText(event.target.value)}
        spellCheck={false}
        autoComplete="off"
        aria-describedby={`${id}-hint`}
      />
      <p id={`${id}-hint`} className="text-sm text-soft">
        The print of /cost or /usage, ccusage --json, the API's usage, the JSON of claude -p, or a usage report of the Console.
      </p>
      <div>
        <Button kind="primary" type="submit" disabled={isReading || text.trim() === ""}>
          Read
        </Button>
      </div>
    </form>
  );
}
