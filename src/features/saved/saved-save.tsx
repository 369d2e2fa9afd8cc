import { type FormEvent, type ReactElement, useId, useState } from "react";
import { selectLink } from "../../state/link-selector.ts";
import { pageSaved } from "../../state/page-memory.ts";
import type { NamedScenario, SavedList } from "../../state/saved-scenarios.ts";
import { scenarioStore } from "../../state/scenario-store.ts";
import { Button } from "../../ui/button.tsx";
import { nameProblem, withNamed } from "./saved-list.ts";

export interface SavedSaveProps {
  readonly named: readonly NamedScenario[];
  readonly onChange: (words: string, how: (list: SavedList) => SavedList) => void;
}

/** Saves what the page holds under a name; the same name once more takes the place of the first. */
export function SavedSave({ named, onChange }: SavedSaveProps): ReactElement {
  const id = useId();
  const [name, setName] = useState("");
  const [problem, setProblem] = useState("");
  const save = (event: FormEvent): void => {
    event.preventDefault();
    const wanted = name.trim();
    const reason = nameProblem(wanted, { named, own: null });
    setProblem(reason ?? "");
    if (reason !== null) return;
    const isTaken = named.some((entry) => entry.name === wanted);
    const entry = { name: wanted, savedOn: pageSaved.today(), link: selectLink(scenarioStore.getState()) };
    onChange(isTaken ? `Saved over the earlier “${wanted}”` : `Saved “${wanted}”`, (list) => withNamed(list, entry));
    setName("");
  };
  return (
    <form className="grid gap-1.5" onSubmit={save}>
      <label htmlFor={id} className="text-sm font-medium">
        Save this scenario as
      </label>
      <span className="flex flex-wrap gap-2">
        <input
          id={id}
          className="field w-60 max-w-full"
          maxLength={24}
          autoComplete="off"
          value={name}
          aria-invalid={problem !== "" || undefined}
          aria-describedby={`${id}-problem`}
          onChange={({ target }) => {
            setName(target.value);
            setProblem("");
          }}
        />
        <Button kind="primary" type="submit">
          Save
        </Button>
      </span>
      <p id={`${id}-problem`} aria-live="polite" className="text-sm text-bad empty:hidden">
        {problem}
      </p>
    </form>
  );
}
