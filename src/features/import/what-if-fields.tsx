import type { ReactElement } from "react";
import { modelOptions } from "../../scenario/model-options.ts";
import { RANGES } from "../../scenario/ranges.ts";
import { ChoiceField } from "../../ui/choice-field.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { SliderField } from "../../ui/slider-field.tsx";
import { linearStops } from "../../ui/stops.ts";
import type { LogChange } from "../../usage-import/what-if.ts";

/** What a person changes of the measured requests; the tokenizer's factor is the scenario's. */
export interface ChosenChange extends Omit<LogChange, "tokenizerFactor" | "batch"> {
  /** 0–1. */
  readonly batch: number;
}

const OWN_MODEL = "";
const MODELS = [{ label: "", options: [{ value: OWN_MODEL, label: "As measured" }] }, ...modelOptions([])];
const PERCENTS = linearStops(0, 100, { step: 5 });

const SCOPES = [
  { value: "all", label: "All requests" },
  { value: "subagents", label: "Subagents only" },
] as const;

const LIFETIMES = [
  { value: "as-measured", label: "As measured" },
  { value: "5m", label: "API key, 5 minutes" },
  { value: "1h", label: "Subscription, 1 hour" },
] as const;

/** What is changed of the measured requests. */
export function WhatIfFields({
  chosen,
  onChange,
}: {
  readonly chosen: ChosenChange;
  readonly onChange: (chosen: ChosenChange) => void;
}): ReactElement {
  const percent = Math.round(chosen.batch * 1_000) / 10;
  return (
    <div className="grid grid-cols-1 items-start gap-x-5 gap-y-4 sm:grid-cols-2">
      <SelectField
        id="what-if-model"
        label="Model"
        groups={MODELS}
        value={chosen.model ?? OWN_MODEL}
        onChange={(model) => onChange({ ...chosen, model: model === OWN_MODEL ? null : model })}
      />
      <ChoiceField
        legend="Model and batch for"
        choices={SCOPES}
        value={chosen.scope}
        onChange={(scope) => onChange({ ...chosen, scope })}
      />
      <SliderField
        id="what-if-batch"
        label="Share in batch"
        unit="%"
        {...RANGES.leverPercent}
        stops={PERCENTS}
        value={percent}
        onChange={(next) => onChange({ ...chosen, batch: next / 100 })}
        hint="Only for work that nobody waits for."
      />
      <ChoiceField
        legend="Cache of the conversations"
        choices={LIFETIMES}
        value={chosen.cacheLifetime}
        onChange={(cacheLifetime) => onChange({ ...chosen, cacheLifetime })}
        hint="Pauses are those of the log's own times. Subagents' cache lives 5 minutes on both."
      />
    </div>
  );
}
