import { type ReactElement, useCallback } from "react";
import { DEFAULT_LEVERS } from "../../scenario/defaults.ts";
import { modelOptions } from "../../scenario/model-options.ts";
import type { ModelSwitch, SimulatedUsage } from "../../scenario/scenario.ts";
import { changeUsage } from "../../state/actions.ts";
import { useConflict } from "../../state/use-conflict.ts";
import { useRangedField } from "../../state/use-ranged-field.ts";
import { useScenario } from "../../state/use-scenario.ts";
import { speakCount } from "../../ui/format-count.ts";
import { Notice } from "../../ui/notice.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { SliderField } from "../../ui/slider-field.tsx";
import { SwitchField } from "../../ui/switch-field.tsx";
import { notReached } from "./assumptions-summary.ts";
import { ModelConflict } from "./model-conflict.tsx";
import { useInMix } from "./use-in-mix.ts";

const REQUESTS = [2, 3, 5, 8, 10, 15, 20, 25, 30, 40, 50, 60, 80, 100, 150, 200, 300, 500, 1_000];
const { mediumModel, hardModel } = DEFAULT_LEVERS.routing;

/** Whether a session goes on on another model, from which request on and on which. */
export function SwitchOfModel({ usage, index }: { readonly usage: SimulatedUsage; readonly index: number }): ReactElement {
  const { modelSwitch, requests } = usage;
  const other = useInMix(index, mediumModel) ? hardModel : mediumModel;
  const halfWay = Math.max(2, Math.round(requests / 2));
  return (
    <div className="grid grid-cols-1 gap-3">
      <SwitchField
        id="model-switch"
        label="Switch the model"
        checked={modelSwitch !== null}
        onChange={(on) => changeUsage(index, { modelSwitch: on ? { beforeRequest: halfWay, model: other } : null })}
        hint="The other model has nothing of the conversation in its cache and reads it anew. opusplan does this: Opus plans, Sonnet goes on."
      />
      {modelSwitch === null ? null : <SwitchFields key={index} modelSwitch={modelSwitch} usage={usage} index={index} />}
    </div>
  );
}

function SwitchFields({
  modelSwitch: { beforeRequest, model },
  usage: { requests, routing },
  index,
}: {
  readonly modelSwitch: ModelSwitch;
  readonly usage: SimulatedUsage;
  readonly index: number;
}): ReactElement {
  const set = useCallback(
    (before: number) => changeUsage(index, { modelSwitch: { beforeRequest: before, model } }),
    [index, model],
  );
  const before = useRangedField("switchBeforeRequest", "switchBeforeRequest", { value: beforeRequest, set });
  const ownModels = useScenario(({ scenario }) => scenario.ownModels);
  const isMixed = useInMix(index, model);
  const conflict = useConflict("modelSwitch");
  return (
    <>
      <SliderField
        {...before}
        label="Switch before request"
        stops={REQUESTS}
        valueText={`before request ${speakCount(beforeRequest)}`}
        hint={beforeRequest <= requests ? undefined : notReached(requests)}
      />
      <SelectField
        id="switch-model"
        label="Go on with"
        groups={modelOptions(ownModels)}
        value={model}
        onChange={(next) => changeUsage(index, { modelSwitch: { beforeRequest, model: next } })}
        hint={isMixed ? "A session that began on this model stays on it." : undefined}
      />
      <ModelConflict model={model} index={index} />
      {conflict === undefined || routing !== "request" ? null : (
        <Notice tone="error" title="There can be no switch here" items={[conflict]} announced />
      )}
    </>
  );
}
