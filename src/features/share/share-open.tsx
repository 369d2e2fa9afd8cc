import { type ChangeEvent, type ReactElement, useId, useRef, useState } from "react";
import { noteLinkProblems, replaceComparison } from "../../state/actions.ts";
import { Button } from "../../ui/button.tsx";
import { isFile, LONGEST_SHARED, readShared } from "./read-shared.ts";

/** Opens a file, its text or a link in the place of what the page holds, as one step; what cannot be opened is named. */
export function ShareOpen({ onOpened }: { readonly onOpened: () => void }): ReactElement {
  const id = useId();
  const file = useRef<HTMLInputElement>(null);
  const [text, setText] = useState("");
  const [problem, setProblem] = useState("");
  const open = (content: string): void => {
    const read = readShared(content);
    if ("problem" in read) setProblem(read.problem);
    else {
      replaceComparison(() => read.comparison);
      if (read.problems.length > 0) noteLinkProblems(read.problems, isFile(content) ? "file" : "link");
      onOpened();
    }
  };
  const onPick = async ({ target }: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const [picked] = target.files ?? [];
    // A character has at most four bytes; a longer file is not even read.
    const content = picked && picked.size <= 4 * LONGEST_SHARED ? picked.text() : "x".repeat(LONGEST_SHARED + 1);
    target.value = "";
    if (picked) open(await Promise.resolve(content).catch(() => ""));
  };
  return (
    <div className="grid gap-2">
      <label htmlFor={id} className="text-sm">
        A link, or the text of a file
      </label>
      <textarea
        id={id}
        className="field w-full py-1.5 font-mono"
        rows={3}
        spellCheck={false}
        aria-describedby={`${id}-problem`}
        value={text}
        onChange={({ target }) => {
          setText(target.value);
          setProblem("");
        }}
      />
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => open(text)}>Open</Button>
        <Button onClick={() => file.current?.click()}>Choose a file</Button>
        <input ref={file} type="file" accept=".json,application/json" hidden aria-label="File to open" onChange={onPick} />
      </div>
      <p id={`${id}-problem`} role="status" className="text-sm text-bad empty:hidden">
        {problem}
      </p>
    </div>
  );
}
