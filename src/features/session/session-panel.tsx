import { type ReactElement, useCallback } from "react";
import type { Profile } from "../../scenario/scenario.ts";
import { changeKind, changeProfile } from "../../state/actions.ts";
import { useRangedField } from "../../state/use-ranged-field.ts";
import { ChoiceField } from "../../ui/choice-field.tsx";
import { speakCount } from "../../ui/format-count.ts";
import { SliderField } from "../../ui/slider-field.tsx";
import { CountedRequests } from "./counted-requests.tsx";
import { OPEN_FIELDS, TOTALS_FIELDS } from "./session-fields.ts";
import { SessionNumber } from "./session-number.tsx";
import { useProfile } from "./use-profile.ts";

const SESSIONS = [0, 0.5, 1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30, 40, 50, 75, 100, 150, 200, 300, 500];

const KINDS = [
  { value: "simulated", label: "By its shape" },
  { value: "totals", label: "By its totals" },
] as const;

/** How often the edited profile's sessions come, and how large one is. */
export function SessionPanel(): ReactElement {
  const { profile, index } = useProfile();
  return (
    <div className="grid grid-cols-1 gap-4">
      <SessionsPerDay value={profile.sessionsPerDay} index={index} />
      <ChoiceField legend="A session" choices={KINDS} value={profile.usage.kind} onChange={(kind) => changeKind(index, kind)} />
      <UsageNumbers usage={profile.usage} index={index} />
    </div>
  );
}

function SessionsPerDay({ value, index }: { readonly value: number; readonly index: number }): ReactElement {
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
