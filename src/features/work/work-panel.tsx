import type { ReactElement } from "react";
import { changeScenario } from "../../state/actions.ts";
import { useRangedField } from "../../state/use-ranged-field.ts";
import { useScenario } from "../../state/use-scenario.ts";
import { speakCount } from "../../ui/format-count.ts";
import { SliderField } from "../../ui/slider-field.tsx";
import { linearStops, logStops } from "../../ui/stops.ts";

const DAYS = linearStops(1, 25, { step: 1 });
const DEVELOPERS = logStops(1, 500);

const setDays = (workingDays: number): void => changeScenario({ workingDays });
const setDevelopers = (developers: number): void => changeScenario({ developers });

/** How many days a month are worked, and by how many people. */
export function WorkPanel(): ReactElement {
  const workingDays = useScenario(({ scenario }) => scenario.workingDays);
  const developers = useScenario(({ scenario }) => scenario.developers);
  const days = useRangedField("days", "workingDays", { value: workingDays, set: setDays });
  const people = useRangedField("developers", "developers", { value: developers, set: setDevelopers });
  return (
    <div className="grid grid-cols-1 gap-4">
      <SliderField
        {...days}
        label="Working days a month"
        stops={DAYS}
        valueText={`${speakCount(workingDays)} days a month`}
        unit="days"
      />
      <SliderField
        {...people}
        label="Developers"
        stops={DEVELOPERS}
        valueText={`${speakCount(developers)} developers`}
        unit={developers === 1 ? "person" : "people"}
      />
    </div>
  );
}
