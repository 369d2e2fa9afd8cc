import type { ReactElement, ReactNode } from "react";
import { useShallow } from "zustand/react/shallow";
import { FoldedInputs } from "../app/folded-inputs.tsx";
import { CurrencyPanel } from "../features/currency/currency-panel.tsx";
import { LimitsPanel } from "../features/limits/limits-panel.tsx";
import { MixPanel } from "../features/mix/mix-panel.tsx";
import { PresetPanel } from "../features/preset/preset-panel.tsx";
import { ProfileTabs } from "../features/profiles/profile-tabs.tsx";
import { AssumptionsPanel } from "../features/session/assumptions-panel.tsx";
import { SessionPanel } from "../features/session/session-panel.tsx";
import { TermsPanel } from "../features/terms/terms-panel.tsx";
import { WorkPanel } from "../features/work/work-panel.tsx";
import type { EmbedLock } from "../scenario/embed-snippet.ts";
import { viewProfile } from "../state/actions.ts";
import type { ScenarioState } from "../state/scenario-store.ts";
import { selectEstimate, selectIsStale } from "../state/selectors.ts";
import { useScenario } from "../state/use-scenario.ts";
import { ChoiceField } from "../ui/choice-field.tsx";
import { formatAboutUsd } from "../ui/format-money.ts";
import { SectionCard } from "../ui/section-card.tsx";
import type { InputGroup } from "./combine-inputs.ts";
import { InputText } from "./input-text.tsx";

interface Locked {
  readonly lock: readonly EmbedLock[];
}

/** The calculator's inputs; groups that are locked stand there as text. */
export function EmbedInputs({ lock }: Locked): ReactElement {
  return (
    <div className="grid grid-cols-1 items-start gap-4 md:grid-cols-2 md:grid-rows-[auto_1fr]">
      <SectionCard title="Your work" level={2}>
        <div className="grid grid-cols-1 gap-5">
          <Group id="preset" lock={lock} inputs={<PresetPanel />} />
          <Group id="work" lock={lock} inputs={<WorkPanel />} />
        </div>
      </SectionCard>
      <div className="md:row-span-2">
        <SectionCard title="Sessions" level={2}>
          <div className="grid grid-cols-1 gap-5">
            {lock.includes("session") ? <ProfileChoice lock={lock} /> : <ProfileTabs />}
            <Group id="session" lock={lock} inputs={<SessionPanel />} />
            <TotalBelow />
          </div>
        </SectionCard>
      </div>
      <SectionCard title="Models and terms" level={2}>
        <div className="grid grid-cols-1 gap-5">
          <Group id="models" lock={lock} inputs={<MixPanel />} />
          <Folded lock={lock} />
          <TotalBelow />
        </div>
      </SectionCard>
    </div>
  );
}

// In a narrow frame as high as its content nothing can be kept in sight, and the answer is a screen away from what moves it.
function TotalBelow(): ReactElement {
  const perMonth = useScenario(selectEstimate).perMonth;
  const isStale = useScenario(selectIsStale);
  return (
    <p className="border-t border-line pt-3 text-sm md:hidden">
      <strong className="font-semibold">{formatAboutUsd(perMonth)} a month</strong> on the API
      {isStale ? <span className="text-warn">, not updated</span> : null}
    </p>
  );
}

interface GroupProps extends Locked {
  readonly id: InputGroup;
  readonly inputs: ReactNode;
}

function Group({ id, lock, inputs }: GroupProps): ReactNode {
  return lock.includes(id) ? <InputText group={id} /> : inputs;
}

function Folded({ lock }: Locked): ReactElement {
  if (lock.length === 0)
    return (
      <div>
        <FoldedInputs />
      </div>
    );
  return (
    <div className="grid grid-cols-1 gap-5">
      <Group id="assumptions" lock={lock} inputs={<AssumptionsPanel />} />
      <Group id="terms" lock={lock} inputs={<TermsPanel />} />
      <Group id="limits" lock={lock} inputs={<LimitsPanel />} />
      <CurrencyPanel />
    </div>
  );
}

// Which kind of session the other inputs are of; kinds are neither added nor taken away.
function ProfileChoice({ lock }: Locked): ReactElement | null {
  const names = useScenario(useShallow(({ scenario }: ScenarioState) => scenario.profiles.map(({ name }) => name)));
  const inView = useScenario((state) => state.inView);
  if (names.length < 2 || (lock.includes("models") && lock.includes("assumptions"))) return null;
  return (
    <ChoiceField
      legend="Kinds of session"
      legendHidden
      choices={names.map((name, index) => ({ value: String(index), label: name }))}
      value={String(inView)}
      onChange={(index) => viewProfile(Number(index))}
    />
  );
}
