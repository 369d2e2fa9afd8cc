import { type ReactElement, useEffect, useMemo, useState } from "react";
import type { Conflict } from "../../scenario/conflicts.ts";
import { DEFAULT_SIMULATED } from "../../scenario/defaults.ts";
import type { Scenario } from "../../scenario/scenario.ts";
import { replaceScenario } from "../../state/actions.ts";
import { measuredMarks } from "../../state/measured-marks.ts";
import { scenarioFromPaste } from "../../state/scenario-from-paste.ts";
import { scenarioFromUsage, type UsageTaken } from "../../state/scenario-from-usage.ts";
import { scenarioStore } from "../../state/scenario-store.ts";
import { usageStore } from "../../state/usage-store.ts";
import { useScenario } from "../../state/use-scenario.ts";
import { useUsageStore } from "../../state/use-usage-store.ts";
import { Button } from "../../ui/button.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import { Notice } from "../../ui/notice.tsx";
import { SectionCard } from "../../ui/section-card.tsx";
import type { LogProfile } from "../../usage-import/log-profile.ts";
import type { MeasuredUsage } from "../../usage-import/usage-format.ts";
import { type ComparedTerms, combineLogUse, combinePasteUse, type UseView } from "./combine-use-my-usage.ts";
import { useLogAnswer } from "./what-if-answer.ts";

/** Puts the measured usage into the calculator, and says beforehand how near the calculator comes to it. Nothing without usage. */
export function UseMyUsage(): ReactElement | null {
  const source = useUsageStore((state) => state.source);
  const paste = useUsageStore((state) => state.paste);
  useEffect(() => usageStore.subscribe(forgetMarksOfOtherUsage), []);
  if (source === "paste") return paste && <UsePaste pasted={paste} />;
  return source === "files" ? <UseLog /> : null;
}

function forgetMarksOfOtherUsage(now: Usage, before: Usage): void {
  if (now.report !== before.report || now.paste !== before.paste) measuredMarks.setState({}, true);
}

type Usage = ReturnType<typeof usageStore.getState>;

function UseLog(): ReactElement {
  const zone = useUsageStore((state) => state.zone);
  const { outputKeptShare } = DEFAULT_SIMULATED;
  const { answered, hasFailed } = useLogAnswer({ kind: "profile", zone, outputKeptShare });
  if (hasFailed) return <Notice tone="error" title="The log could not be measured. Read it again." announced />;
  if (answered === null) return <div className="min-h-40" aria-busy="true" />;
  if (answered.answer === null)
    return <p className="text-sm text-soft">The log has no main conversation to make a profile of.</p>;
  return <UseProfile profile={answered.answer} />;
}

function UseProfile({ profile }: { readonly profile: LogProfile }): ReactElement {
  const terms = useComparedTerms();
  const view = useMemo(() => combineLogUse(profile, terms), [profile, terms]);
  return <Use usage={profile} view={view} take={(scenario) => scenarioFromUsage(profile, scenario)} />;
}

function UsePaste({ pasted }: { readonly pasted: MeasuredUsage }): ReactElement | null {
  const terms = useComparedTerms();
  const view = useMemo(() => combinePasteUse(pasted, terms), [pasted, terms]);
  return view && <Use usage={pasted} view={view} take={(scenario) => scenarioFromPaste(pasted, scenario)} />;
}

function useComparedTerms(): ComparedTerms {
  const priceDate = useScenario(({ scenario }) => scenario.priceDate);
  const tokenizerFactor = useScenario(({ scenario }) => scenario.tokenizerFactor);
  return useMemo(() => ({ priceDate, tokenizerFactor }), [priceDate, tokenizerFactor]);
}

const COLUMNS = [
  { id: "input", label: "Input" },
  { id: "value", label: "Measured", numeric: true },
  { id: "basis", label: "From" },
];

interface UseProps {
  /** What was measured: what is said after its use must not stand beside other usage. */
  readonly usage: object;
  readonly view: UseView;
  readonly take: (scenario: Scenario) => UsageTaken | null;
}

function Use({ usage, view, take }: UseProps): ReactElement {
  const [used, setUsed] = useState<{ readonly usage: object; readonly mended: readonly Conflict[] } | null>(null);
  const use = (): void => {
    const taken = take(scenarioStore.getState().scenario);
    if (taken === null) return;
    replaceScenario(taken.scenario);
    measuredMarks.setState(taken.marks, true);
    setUsed({ usage, mended: taken.mended });
  };
  return (
    <SectionCard
      title="Into the calculator"
      level={3}
      aside={
        <Button kind="primary" onClick={use}>
          Use my usage
        </Button>
      }
    >
      <p className="font-medium">{view.sentence}</p>
      <ul className="my-3 grid list-disc gap-1 ps-5 text-sm text-soft">
        {view.notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
      {used?.usage !== usage ? null : (
        <Notice
          tone="info"
          title="The inputs are now your usage: one profile, Measured, with the measured values marked. Back undoes it."
          items={used.mended.map(({ reason }) => `Changed to fit: ${reason}.`)}
          announced
        />
      )}
      <Disclosure title="What is taken over">
        <DataTable caption="Measured values; the inputs take them on their own steps" columns={COLUMNS} rows={view.rows} />
      </Disclosure>
    </SectionCard>
  );
}
