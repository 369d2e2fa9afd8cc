import { memo, type ReactElement, useCallback } from "react";
import { callPresets } from "../../rates/call-presets.ts";
import { modelOptions } from "../../scenario/model-options.ts";
import { type CallQuestion, type QuestionNumber, questionsOf } from "../../scenario/questions.ts";
import { changeQuestion } from "../../state/questions-actions.ts";
import { scenarioStore } from "../../state/scenario-store.ts";
import { useQuestionField } from "../../state/use-question-field.ts";
import { useScenario } from "../../state/use-scenario.ts";
import { SelectField, type SelectGroup } from "../../ui/select-field.tsx";
import { SliderField } from "../../ui/slider-field.tsx";
import { linearStops, logStops } from "../../ui/stops.ts";
import { SwitchField } from "../../ui/switch-field.tsx";
import { onModel } from "./call-changes.ts";
import { callOfPreset, presetOfCall } from "./combine-call-presets.ts";

interface CallField {
  readonly name: "promptTokens" | "outputTokens" | "thinkingTokens" | "cachedPercent" | "callsPerMonth";
  readonly range: QuestionNumber;
  readonly label: string;
  readonly unit: string;
  readonly stops: readonly number[];
  readonly hint: string;
}

const FIELDS: readonly CallField[] = [
  {
    name: "promptTokens",
    range: "promptTokens",
    label: "Tokens sent",
    unit: "tokens",
    stops: [0, ...logStops(100, 200_000, { series: "E6" })],
    hint: "All of the prompt: system prompt, context and question.",
  },
  {
    name: "outputTokens",
    range: "outputTokens",
    label: "Tokens answered",
    unit: "tokens",
    stops: [0, ...logStops(50, 50_000, { series: "E6" })],
    hint: "What a reader sees of the answer.",
  },
  {
    name: "thinkingTokens",
    range: "outputTokens",
    label: "Tokens of thinking",
    unit: "tokens",
    stops: [0, ...logStops(100, 50_000, { series: "E6" })],
    hint: "Billed as output. A public guide puts 2,000–5,000 on top of an answer of 500.",
  },
  {
    name: "cachedPercent",
    range: "sharePercent",
    label: "Read from the cache",
    unit: "%",
    stops: linearStops(0, 100, { step: 5 }),
    hint: "Of the tokens sent. Reads only: what writing the cache costs is under “An app on the API”.",
  },
  {
    name: "callsPerMonth",
    range: "callsPerMonth",
    label: "Calls a month",
    unit: "calls",
    stops: [0, ...logStops(100, 1_000_000, { series: "1-2-5" })],
    hint: "Every figure of a month is this many calls.",
  },
];

const MODELS: readonly SelectGroup[] = modelOptions([]);
const OWN = "";
const USES: readonly SelectGroup[] = [
  {
    label: "",
    options: [
      { value: OWN, label: "Your own call" },
      ...callPresets.filter(({ calls }) => calls.length === 1).map(({ id, name }) => ({ value: id, label: name })),
    ],
  },
];

/** What one call sends and gets, how often, and on which model. */
export const CallFields = memo(function CallFields(): ReactElement {
  const call = useScenario(({ scenario }) => questionsOf(scenario).call);
  return (
    <div className="grid grid-cols-1 items-start gap-x-8 gap-y-5 sm:grid-cols-2">
      <UseField call={call} />
      <SelectField
        id="call-model"
        label="Model of the call"
        groups={MODELS}
        value={call.model}
        onChange={chooseModel}
        hint="Tokens are counted as it counts them; a model with another tokenizer converts them."
      />
      {FIELDS.map((field) => (
        <CallNumber key={field.name} field={field} value={call[field.name]} />
      ))}
      <SwitchField
        id="call-batch"
        label="In a batch"
        checked={call.batch}
        onChange={(batch) => changeQuestion("call", { batch })}
        hint="For calls that nobody waits for, at half the price."
      />
    </div>
  );
});

function UseField({ call }: { readonly call: CallQuestion }): ReactElement {
  const tokenizerFactor = useScenario(({ scenario }) => scenario.tokenizerFactor);
  return (
    <SelectField
      id="call-use"
      label="Start from a use"
      groups={USES}
      value={presetOfCall(call, { tokenizerFactor })?.id ?? OWN}
      onChange={chooseUse}
      hint="Counts that public guides published, as today's model of the same family counts them."
    />
  );
}

function chooseUse(id: string): void {
  const preset = callPresets.find((candidate) => candidate.id === id);
  const call = preset && callOfPreset(preset, scenarioStore.getState().scenario);
  if (call) changeQuestion("call", call);
}

function chooseModel(model: string): void {
  const { scenario } = scenarioStore.getState();
  changeQuestion("call", onModel(scenario, questionsOf(scenario).call, model));
}

function CallNumber({ field, value }: { readonly field: CallField; readonly value: number }): ReactElement {
  const { name, range, label, unit, stops, hint } = field;
  const set = useCallback((next: number) => changeQuestion("call", { [name]: next }), [name]);
  const ranged = useQuestionField(`call-${name}`, range, { value, set });
  return <SliderField {...ranged} label={label} unit={unit} stops={stops} hint={hint} />;
}
