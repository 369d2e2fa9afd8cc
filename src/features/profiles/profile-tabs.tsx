import { type ChangeEvent, type ReactElement, useId, useState } from "react";
import { useShallow } from "zustand/react/shallow";
import { isName } from "../../scenario/profile-name.ts";
import { MOST_PROFILES } from "../../scenario/ranges.ts";
import { addProfile, changeProfile, markReadable, removeProfile, viewProfile } from "../../state/actions.ts";
import type { ScenarioState } from "../../state/scenario-store.ts";
import { useScenario } from "../../state/use-scenario.ts";
import { Button } from "../../ui/button.tsx";
import { ChoiceField } from "../../ui/choice-field.tsx";

/** The scenario's profiles: which one is edited, its name, one more or one less. */
export function ProfileTabs(): ReactElement {
  const names = useScenario(useShallow(({ scenario }: ScenarioState) => scenario.profiles.map(({ name }) => name)));
  const inView = useScenario((state) => state.inView);
  const several = names.length > 1;
  return (
    <div className="grid grid-cols-1 gap-3">
      {several ? (
        <ChoiceField
          legend="Kinds of session"
          legendHidden
          choices={names.map((name, index) => ({ value: String(index), label: name }))}
          value={String(inView)}
          onChange={(index) => viewProfile(Number(index))}
        />
      ) : null}
      <div className="flex flex-wrap items-end gap-2">
        {several ? <ProfileName key={inView} index={inView} name={names[inView] ?? ""} /> : null}
        {several ? <Button onClick={() => removeProfile(inView)}>Remove</Button> : null}
        {names.length < MOST_PROFILES ? <Button onClick={addProfile}>Add a kind of session</Button> : null}
      </div>
    </div>
  );
}

function ProfileName({ index, name }: { readonly index: number; readonly name: string }): ReactElement {
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const bad = draft !== null && !isName(draft);
  const type = (event: ChangeEvent<HTMLInputElement>): void => {
    const text = event.target.value;
    setDraft(text);
    markReadable("name", isName(text));
    if (isName(text)) changeProfile(index, { name: text });
  };
  const leave = (): void => {
    setDraft(null);
    markReadable("name", true);
  };
  return (
    <div className="min-w-0 grow basis-40">
      <label htmlFor={id} className="text-sm font-medium">
        Its name
      </label>
      <input
        id={id}
        className="field mt-1"
        value={draft ?? name}
        maxLength={40}
        onChange={type}
        onBlur={leave}
        aria-invalid={bad}
        aria-describedby={bad ? `${id}-message` : undefined}
      />
      {bad ? (
        <p id={`${id}-message`} className="mt-1 text-sm text-bad">
          1 to 24 letters, digits and blanks; on leaving, the last good name stays.
        </p>
      ) : null}
    </div>
  );
}
