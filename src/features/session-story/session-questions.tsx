import { type ReactElement, useMemo } from "react";
import type { Scenario } from "../../scenario/scenario.ts";
import type { SimulatedProfile } from "../../scenario/session-story.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { SectionCard } from "../../ui/section-card.tsx";
import { combineQuestions } from "./combine-questions.ts";
import { OneReadFields, ReReadField } from "./question-fields.tsx";

const NEXT_COLUMNS = [
  { id: "when", label: "The next request" },
  { id: "cost", label: "US$", numeric: true },
];

interface SessionQuestionsProps {
  readonly scenario: Scenario;
  readonly profile: SimulatedProfile;
}

/** What it costs to go on, when to start over, and what one long read comes to. */
export function SessionQuestions({ scenario, profile }: SessionQuestionsProps): ReactElement {
  const view = useMemo(() => combineQuestions(scenario, profile), [scenario, profile]);
  return (
    <div className="grid min-w-0 grid-cols-1 gap-4 xl:grid-cols-2">
      <SectionCard title="Going on" level={3}>
        <DataTable caption="What the next request costs" captionHidden columns={NEXT_COLUMNS} rows={view.next} />
        <p className="mt-2 text-sm text-soft">{view.nextNote}</p>
      </SectionCard>
      <SectionCard title="Starting over" level={3}>
        <p className="mb-4 text-sm">{view.startOver}</p>
        <ReReadField />
      </SectionCard>
      <div className="xl:col-span-full">
        <SectionCard title="The price of one habit" level={3}>
          <p className="mb-4 text-sm">{view.oneRead}</p>
          <OneReadFields />
        </SectionCard>
      </div>
    </div>
  );
}
