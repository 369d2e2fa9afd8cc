import { memo, type ReactElement } from "react";
import { APP_LEVER_ORDER, type AppLeverId } from "../../pricing/app-levers.ts";
import { type AppLevers, questionsOf } from "../../scenario/questions.ts";
import { changeAppLever } from "../../state/questions-actions.ts";
import { useScenario } from "../../state/use-scenario.ts";
import { Disclosure } from "../../ui/disclosure.tsx";
import { SwitchField } from "../../ui/switch-field.tsx";
import { AppLeverSettings } from "./app-lever-settings.tsx";
import { APP_LEVER_NAMES, APP_STRENGTHS } from "./app-lever-words.ts";
import type { AppLeversView } from "./combine-app-levers.ts";

/** Every lever in the order in which they act: its switch, what it does here, how hard it is pulled. */
export function AppLeverControls({ view }: { readonly view: AppLeversView }): ReactElement {
  return (
    <ol className="grid grid-cols-1">
      {APP_LEVER_ORDER.map((id) => (
        <LeverRow
          key={id}
          id={id}
          says={view.says[id]}
          conflict={view.conflicts[id]}
          sentences={id === "prefix" ? view.prefix : NONE}
        />
      ))}
    </ol>
  );
}

const NONE: readonly string[] = [];

interface LeverRowProps {
  readonly id: AppLeverId;
  readonly says: string;
  readonly conflict: string | null;
  readonly sentences: readonly string[];
}

// The switch reads the store itself: the words beside it may lag behind, the input may not.
const LeverRow = memo(function LeverRow({ id, says, conflict, sentences }: LeverRowProps): ReactElement {
  const on = useScenario(({ scenario }) => questionsOf(scenario).app[id].on);
  const settings = (
    <div className="grid grid-cols-1 gap-4">
      <AppLeverSettings id={id} />
      {sentences.length === 0 ? null : (
        <ul className="grid max-w-prose list-disc gap-1 ps-5 text-sm text-soft">
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </div>
  );
  return (
    <li className="grid grid-cols-1 gap-2 border-t border-line py-3">
      <SwitchField
        id={`app-lever-${id}`}
        label={APP_LEVER_NAMES[id].label}
        checked={on}
        onChange={(checked) => changeAppLever(id, { on: checked } as Partial<AppLevers[AppLeverId]>)}
        hint={says}
      />
      {conflict === null ? null : <p className="text-sm text-bad">{conflict}.</p>}
      {on ? <div className="rounded-sm bg-sunk p-3">{settings}</div> : <Folded id={id}>{settings}</Folded>}
    </li>
  );
});

function Folded({ id, children }: { readonly id: AppLeverId; readonly children: ReactElement }): ReactElement {
  const strength = useScenario(({ scenario }) => strengthOf(id, questionsOf(scenario).app));
  return (
    <Disclosure title="Settings" summary={strength}>
      {children}
    </Disclosure>
  );
}

function strengthOf<Id extends AppLeverId>(id: Id, levers: AppLevers): string {
  return APP_STRENGTHS[id](levers[id]);
}
