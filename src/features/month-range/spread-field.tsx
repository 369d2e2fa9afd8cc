import type { ReactElement } from "react";
import { changeScenario } from "../../state/actions.ts";
import { useRangedField } from "../../state/use-ranged-field.ts";
import { useScenario } from "../../state/use-scenario.ts";
import { formatCount } from "../../ui/format-count.ts";
import { SliderField } from "../../ui/slider-field.tsx";

const STOPS = [1, 1.25, 1.5, 2, 2.5, 3, 3.5, 4, 5, 6, 8, 10, 15, 20];
const setSpread = (costSpread: number): void => changeScenario({ costSpread });

/** How far sessions differ in cost. */
export function SpreadField(): ReactElement {
  const value = useScenario(({ scenario }) => scenario.costSpread);
  const ranged = useRangedField("cost-spread", "costSpread", { value, set: setSpread });
  return (
    <SliderField
      {...ranged}
      label="How far sessions differ"
      unit="times"
      stops={STOPS}
      valueText={`${formatCount(value)} times`}
      hint="What nine sessions of ten stay under, over what half of them stay under (p90 over p50 of a session's cost). 3 is assumed, because nobody publishes it; at 1 all sessions cost the same."
    />
  );
}
