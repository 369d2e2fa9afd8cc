import { memo, type ReactElement } from "react";
import { LEVER_ORDER, type LeverId } from "../../scenario/levers.ts";
import type { Levers } from "../../scenario/scenario.ts";
import { changeLever } from "../../state/actions.ts";
import { useScenario } from "../../state/use-scenario.ts";
import { Disclosure } from "../../ui/disclosure.tsx";
import { SwitchField } from "../../ui/switch-field.tsx";
import type { LeversView } from "./combine-levers.ts";
import { LeverSettings } from "./lever-settings.tsx";
import { LEVER_NAMES, STRENGTHS } from "./lever-words.ts";

/** Every lever in the order in which they act: its switch, what it does here, how hard it is pulled. */
export function LeverControls({ view: { says, conflicts, reReading } }: { readonly view: LeversView }): ReactElement {
  return (
    <ol className="grid grid-cols-1">
      {LEVER_ORDER.map((id) => (
        <LeverRow key={id} id={id} says={says[id]} conflict={conflicts[id]} reReading={id === "routing" ? reReading : ""} />
      ))}
    </ol>
  );
}

interface LeverRowProps {
  readonly id: LeverId;
  readonly says: string;
  readonly conflict: string | null;
  readonly reReading: string;
}

// The switch reads the store itself: the words beside it may lag behind, the input may not.
const LeverRow = memo(function LeverRow({ id, says, conflict, reReading }: LeverRowProps): ReactElement {
  const on = useScenario(({ scenario }) => scenario.levers[id].on);
  return (
    <li className="grid grid-cols-1 gap-2 border-t border-line py-3">
      <SwitchField
        id={`lever-${id}`}
        label={LEVER_NAMES[id].label}
        checked={on}
        onChange={(checked) => changeLever(id, { on: checked } as Partial<Levers[LeverId]>)}
        hint={says}
      />
      {conflict === null ? null : <p className="text-sm text-bad first-letter:uppercase">{conflict}.</p>}
      {on ? (
        <div className="grid grid-cols-1 gap-4 rounded-sm bg-sunk p-3">
          <LeverSettings id={id} reReading={reReading} />
        </div>
      ) : (
        <FoldedSettings id={id} reReading={reReading} />
      )}
    </li>
  );
});

function FoldedSettings({ id, reReading }: Pick<LeverRowProps, "id" | "reReading">): ReactElement {
  const strength = useScenario(({ scenario }) => strengthOf(id, scenario.levers));
  return (
    <Disclosure title="Settings" summary={strength}>
      <div className="grid grid-cols-1 gap-4">
        <LeverSettings id={id} reReading={reReading} />
      </div>
    </Disclosure>
  );
}

function strengthOf<Id extends LeverId>(id: Id, levers: Levers): string {
  return STRENGTHS[id](levers[id]);
}
