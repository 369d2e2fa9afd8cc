import { type ReactElement, useCallback } from "react";
import { modelOptions } from "../../scenario/model-options.ts";
import type { Subagents } from "../../scenario/scenario.ts";
import { changeScenario } from "../../state/actions.ts";
import { useRangedField } from "../../state/use-ranged-field.ts";
import { useScenario } from "../../state/use-scenario.ts";
import { SelectField } from "../../ui/select-field.tsx";
import { SliderField } from "../../ui/slider-field.tsx";
import { ModelConflict } from "./model-conflict.tsx";
import type { SessionField } from "./session-fields.ts";
import { SUBAGENT_COUNT, SUBAGENT_SIZES, type SubagentNumber } from "./subagent-fields.ts";

const SAME_MODEL = "";

/** How many subagents a session starts, on which model, and how large each is. */
export function SubagentsOfSession({
  subagents,
  index,
}: {
  readonly subagents: Subagents;
  readonly index: number;
}): ReactElement {
  const { count, model } = subagents;
  const number = (field: SessionField<SubagentNumber>): ReactElement => (
    <SubagentSlider key={`${index} ${field.name}`} field={field} value={subagents[field.name]} index={index} />
  );
  // One place for the count whether or not the rest stands below it, else its slider would lose the hand that drags it from 0.
  return (
    <div className="grid grid-cols-1 gap-4">
      {number(SUBAGENT_COUNT)}
      {count === 0 ? null : (
        <div className="grid grid-cols-1 gap-4 border-s-2 border-line ps-3">
          <SubagentModel model={model} index={index} />
          {SUBAGENT_SIZES.map(number)}
        </div>
      )}
    </div>
  );
}

function SubagentModel({ model, index }: { readonly model: string | null; readonly index: number }): ReactElement {
  const ownModels = useScenario(({ scenario }) => scenario.ownModels);
  return (
    <>
      <SelectField
        id="subagent-model"
        label="They run on"
        groups={[{ label: "", options: [{ value: SAME_MODEL, label: "Same model as the session" }] }, ...modelOptions(ownModels)]}
        value={model ?? SAME_MODEL}
        onChange={(next) => changeSubagents(index, { model: next === SAME_MODEL ? null : next })}
      />
      {model === null ? null : <ModelConflict model={model} index={index} />}
    </>
  );
}

function SubagentSlider({
  field,
  value,
  index,
}: {
  readonly field: SessionField<SubagentNumber>;
  readonly value: number;
  readonly index: number;
}): ReactElement {
  const { name, range, label, unit, stops, hint } = field;
  const set = useCallback((next: number) => changeSubagents(index, { [name]: next }), [index, name]);
  const ranged = useRangedField(`subagent-${name}`, range, { value, set });
  return <SliderField {...ranged} label={label} unit={unit} stops={stops} hint={hint} />;
}

// Changes the subagents as they are by then, so that a slider's setter need not be made anew for every change of its neighbours.
function changeSubagents(index: number, change: Partial<Subagents>): void {
  changeScenario(({ profiles }) => ({
    profiles: profiles.map((profile, place) => {
      const { usage } = profile;
      if (place !== index || usage.kind !== "simulated") return profile;
      return { ...profile, usage: { ...usage, subagents: { ...usage.subagents, ...change } } };
    }),
  }));
}
