import type { ReactElement } from "react";
import { workKindById, workKinds } from "../../scenario/work-kinds.ts";
import { changeScenario } from "../../state/actions.ts";
import { useScenario } from "../../state/use-scenario.ts";
import { ChoiceField } from "../../ui/choice-field.tsx";

const CHOICES = workKinds.map(({ id, name }) => ({ value: id, label: name }));

/** What the work is for, which decides whether a plan serves it at all. Reads the store itself: an input may not lag. */
export function WorkKindField(): ReactElement {
  const work = useScenario(({ scenario }) => scenario.work);
  return (
    <ChoiceField
      legend="What is the work for?"
      choices={CHOICES}
      value={work}
      onChange={(next) => changeScenario({ work: next })}
      hint={workKindById(work).words}
    />
  );
}
