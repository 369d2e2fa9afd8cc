import { type ReactElement, useCallback } from "react";
import { changeUsage } from "../../state/actions.ts";
import { useRangedField } from "../../state/use-ranged-field.ts";
import { SliderField } from "../../ui/slider-field.tsx";
import type { SessionField } from "./session-fields.ts";

/** One number of the edited profile's session. */
export function SessionNumber({
  field,
  value,
  index,
}: {
  readonly field: SessionField<string>;
  readonly value: number;
  readonly index: number;
}): ReactElement {
  const { name, range, label, unit, stops, hint } = field;
  const set = useCallback((next: number) => changeUsage(index, { [name]: next }), [index, name]);
  const ranged = useRangedField(name, range, { value, set });
  return <SliderField {...ranged} label={label} unit={unit} stops={stops} hint={hint} />;
}
