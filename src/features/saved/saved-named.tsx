import { type FormEvent, type ReactElement, useId, useState } from "react";
import type { NamedScenario, SavedLink, SavedList } from "../../state/saved-scenarios.ts";
import { Button } from "../../ui/button.tsx";
import { nameProblem, withoutNamed, withRenamed } from "./saved-list.ts";

export interface SavedNamedProps {
  readonly list: SavedList;
  readonly onOpen: (link: string) => void;
  readonly onChange: (words: string, how: (list: SavedList) => SavedList) => void;
}

/** Everything saved on purpose, and the own scenario that a link took the place of. */
export function SavedNamed({ list, onOpen, onChange }: SavedNamedProps): ReactElement {
  const [renamed, setRenamed] = useState<string | null>(null);
  if (list.named.length === 0 && list.beforeLink === null)
    return <p className="text-sm text-soft">Nothing is saved under a name yet.</p>;
  return (
    <ul className="grid gap-2">
      {list.beforeLink === null ? null : (
        <Row
          name="Before the link you opened"
          saved={list.beforeLink}
          onOpen={onOpen}
          onDelete={() => onChange("Deleted “Before the link you opened”", (now) => ({ ...now, beforeLink: null }))}
        />
      )}
      {list.named.map((entry) =>
        entry.name === renamed ? (
          <RenameRow key={entry.name} entry={entry} named={list.named} onChange={onChange} onDone={() => setRenamed(null)} />
        ) : (
          <Row
            key={entry.name}
            name={entry.name}
            saved={entry}
            onOpen={onOpen}
            onRename={() => setRenamed(entry.name)}
            onDelete={() => onChange(`Deleted “${entry.name}”`, (now) => withoutNamed(now, entry.name))}
          />
        ),
      )}
    </ul>
  );
}

interface RowProps {
  readonly name: string;
  readonly saved: SavedLink;
  readonly onOpen: (link: string) => void;
  readonly onRename?: () => void;
  readonly onDelete: () => void;
}

function Row({ name, saved, onOpen, onRename, onDelete }: RowProps): ReactElement {
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-t border-line pt-2">
      <span className="min-w-0 text-sm">
        <span className="font-medium">{name}</span>{" "}
        <span className="text-soft">
          saved <time dateTime={saved.savedOn}>{saved.savedOn}</time>
        </span>
      </span>
      <span className="flex flex-wrap gap-2">
        <Button aria-label={`Open ${name}`} onClick={() => onOpen(saved.link)}>
          Open
        </Button>
        {onRename ? (
          <Button aria-label={`Rename ${name}`} onClick={onRename}>
            Rename
          </Button>
        ) : null}
        <Button aria-label={`Delete ${name}`} onClick={onDelete}>
          Delete
        </Button>
      </span>
    </li>
  );
}

interface RenameRowProps extends Pick<SavedNamedProps, "onChange"> {
  readonly entry: NamedScenario;
  readonly named: readonly NamedScenario[];
  readonly onDone: () => void;
}

function RenameRow({ entry, named, onChange, onDone }: RenameRowProps): ReactElement {
  const id = useId();
  const [name, setName] = useState(entry.name);
  const to = name.trim();
  const problem = nameProblem(to, { named, own: entry.name });
  const rename = (event: FormEvent): void => {
    event.preventDefault();
    if (problem !== null) return;
    if (to !== entry.name) onChange(`Renamed to “${to}”`, (list) => withRenamed(list, { from: entry.name, to }));
    onDone();
  };
  return (
    <li className="border-t border-line pt-2">
      <form className="flex flex-wrap items-center gap-2" onSubmit={rename}>
        <label htmlFor={id} className="sr-only">
          New name of {entry.name}
        </label>
        <input
          id={id}
          className="field w-60 max-w-full"
          maxLength={24}
          autoComplete="off"
          value={name}
          ref={focusOnce}
          aria-invalid={problem !== null || undefined}
          aria-describedby={`${id}-problem`}
          onChange={({ target }) => setName(target.value)}
        />
        <Button type="submit">Rename</Button>
        <Button onClick={onDone}>Cancel</Button>
        <p id={`${id}-problem`} aria-live="polite" className="basis-full text-sm text-bad empty:hidden">
          {problem}
        </p>
      </form>
    </li>
  );
}

// The button that was pressed is gone: the focus goes on to what took its place.
function focusOnce(input: HTMLInputElement | null): void {
  input?.select();
}
