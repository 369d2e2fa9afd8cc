import { type ReactElement, useCallback } from "react";
import type { Profile } from "../../scenario/scenario.ts";
import { changeKind, changeProfile } from "../../state/actions.ts";
import { useRangedField } from "../../state/use-ranged-field.ts";
import { useScenario } from "../../state/use-scenario.ts";
import { ChoiceField } from "../../ui/choice-field.tsx";
import { speakCount } from "../../ui/format-count.ts";
import { SliderField } from "../../ui/slider-field.tsx";
import { CountedRequests } from "./counted-requests.tsx";
import { OPEN_FIELDS, TOTALS_FIELDS } from "./session-fields.ts";
import { SessionNumber } from "./session-number.tsx";
import { useUsage } from "./use-usage.ts";

const SESSIONS = [0, 0.5, 1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30, 40, 50, 75, 100, 150, 200, 300, 500];

const KINDS = [
  { value: "simulated", label: "By its shape" },
  { value: "totals", label: "By its totals" },
] as const;

/** How often the edited profile's sessions come, and how large one is. */
export function SessionPanel(): ReactElement {
  const index = useScenario(({ inView }) => inView);
  return (
    <div className="grid grid-cols-1 gap-4">
      <SessionsPerDay index={index} />
      <Usage index={index} />
    </div>
  );
}

// Each part reads just what it shows, so that a slider draws its own part again and no other.
function Usage({ index }: { readonly index: number }): ReactElement {
  const usage = useUsage(index);
  return (
    <>
      <ChoiceField legend="A session" choices={KINDS} value={usage.kind} onChange={(kind) => changeKind(index, kind)} />
      <UsageNumbers usage={usage} index={index} />
    </>
  );
}

function SessionsPerDay({ index }: { readonly index: number }): ReactElement {
  const value = useScenario(({ scenario }) => scenario.profiles[index]?.sessionsPerDay ?? 0);
  const set = useCallback((sessionsPerDay: number) => changeProfile(index, { sessionsPerDay }), [index]);
  const ranged = useRangedField("sessions", "sessionsPerDay", { value, set });
  return (
    <SliderField
      {...ranged}
      label="Sessions a working day"
      stops={SESSIONS}
      valueText={`${speakCount(value)} sessions a day`}
      unit="a developer"
    />
  );
}

function UsageNumbers({ usage, index }: { readonly usage: Profile["usage"]; readonly index: number }): ReactElement {
  if (usage.kind === "simulated")
    return (
      <>
        {OPEN_FIELDS.map((field) => (
          <SessionNumber key={`${index} ${field.name}`} field={field} value={usage[field.name]} index={index} />
        ))}
      </>
    );
  return (
    <>
      {TOTALS_FIELDS.map((field) => (
        <SessionNumber key={`${index} ${field.name}`} field={field} value={usage[field.name]} index={index} />
      ))}
      <CountedRequests requests={usage.requests} index={index} />
    </>
  );
}
