import type { ReactElement } from "react";
import type { SimulatedUsage } from "../../scenario/scenario.ts";
import { changeUsage } from "../../state/actions.ts";
import { ChoiceField } from "../../ui/choice-field.tsx";

const CHOICES: readonly { readonly value: SimulatedUsage["routing"]; readonly label: string }[] = [
  { value: "session", label: "Sessions" },
  { value: "request", label: "Requests" },
];

const HINTS: Readonly<Record<SimulatedUsage["routing"], string>> = {
  session: "Each session stays on one model of the mix.",
  request:
    "Each request goes to a model of the mix, by its shares. Every change of model reads the conversation anew: the cache of one model is of no use to another.",
};

/** Whether the shares of the model mix are shares of the sessions or of the requests of each. */
export function MixOf({ routing, index }: { readonly routing: SimulatedUsage["routing"]; readonly index: number }): ReactElement {
  return (
    <ChoiceField
      legend="The model mix is of"
      choices={CHOICES}
      value={routing}
      onChange={(next) => changeUsage(index, { routing: next })}
      hint={HINTS[routing]}
    />
  );
}
