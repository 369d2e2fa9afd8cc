import { type ReactElement, useCallback } from "react";
import { addToMix, moveShare, removeFromMix, replaceInMix } from "../../scenario/mix.ts";
import { modelName, modelOptions } from "../../scenario/model-options.ts";
import { MOST_IN_MIX } from "../../scenario/ranges.ts";
import type { MixShare } from "../../scenario/scenario.ts";
import { changeMix } from "../../state/actions.ts";
import { useConflict } from "../../state/use-conflict.ts";
import { useRangedField } from "../../state/use-ranged-field.ts";
import { useScenario } from "../../state/use-scenario.ts";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { SelectField, type SelectGroup } from "../../ui/select-field.tsx";
import { SliderField } from "../../ui/slider-field.tsx";
import { linearStops } from "../../ui/stops.ts";
import { SwitchField } from "../../ui/switch-field.tsx";

const PERCENTS = linearStops(0, 100, { step: 5 });
const NO_MODEL = "";
const NO_MIX: readonly MixShare[] = [];

/** Which models the edited profile's sessions run on; the shares always add to 100. */
export function MixPanel(): ReactElement {
  const index = useScenario(({ inView }) => inView);
  const mix = useScenario(({ scenario }) => scenario.profiles[index]?.mix ?? NO_MIX);
  const ownModels = useScenario(({ scenario }) => scenario.ownModels);
  const conflict = useConflict("mix");
  const taken = mix.map(({ model }) => model);
  const more: readonly SelectGroup[] = [
    { label: "", options: [{ value: NO_MODEL, label: "Choose…" }] },
    ...modelOptions(ownModels, { without: taken }),
  ];
  return (
    <fieldset className="grid grid-cols-1 gap-3">
      <legend className="mb-2 text-sm font-medium">Models</legend>
      {mix.map((share, place) => (
        <MixRow
          // biome-ignore lint/suspicious/noArrayIndexKey: a row keeps its place while its model changes, else its select would lose the focus
          key={`${index} ${place}`}
          id={`mix-${place}`}
          share={share}
          index={index}
          alone={mix.length === 1}
          options={modelOptions(ownModels, { without: taken.filter((model) => model !== share.model) })}
        />
      ))}
      {mix.length < MOST_IN_MIX ? (
        <SelectField
          id="mix-add"
          label="Add a model"
          groups={more}
          value={NO_MODEL}
          onChange={(model) => changeMix(index, (present) => addToMix(present, model))}
        />
      ) : null}
      {conflict === undefined ? null : <Notice tone="error" title="These models cannot be used so" items={[conflict]} />}
    </fieldset>
  );
}

interface MixRowProps {
  readonly id: string;
  readonly share: MixShare;
  readonly index: number;
  readonly alone: boolean;
  readonly options: readonly SelectGroup[];
}

function MixRow({ id, share, index, alone, options }: MixRowProps): ReactElement {
  const { model, percent, locked } = share;
  const name = modelName(model);
  const set = useCallback((next: number) => changeMix(index, (mix) => moveShare(mix, model, next)), [index, model]);
  const ranged = useRangedField(id, "mixPercent", { value: percent, set });
  const choose = (
    <SelectField
      id={`${id}-model`}
      label="Model"
      labelHidden
      groups={options}
      value={model}
      onChange={(by) => changeMix(index, (mix) => replaceInMix(mix, model, by))}
    />
  );
  if (alone) return choose;
  return (
    <div className="grid grid-cols-1 gap-2 rounded-md border border-line p-3">
      {choose}
      <SliderField {...ranged} label={`Share of ${name}`} stops={PERCENTS} valueText={`${percent} percent`} unit="%" />
      <div className="flex items-center justify-between gap-2">
        <SwitchField
          id={`${id}-locked`}
          label="Hold this share"
          checked={locked}
          onChange={(hold) =>
            changeMix(index, (mix) => mix.map((other) => (other.model === model ? { ...other, locked: hold } : other)))
          }
        />
        <Button aria-label={`Remove ${name}`} onClick={() => changeMix(index, (mix) => removeFromMix(mix, model))}>
          Remove
        </Button>
      </div>
    </div>
  );
}
