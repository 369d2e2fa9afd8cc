import { memo, type ReactElement, useCallback, useMemo, useState } from "react";
import type { Profile, Scenario } from "../../scenario/scenario.ts";
import type { SimulatedProfile } from "../../scenario/session-story.ts";
import { changeUsage } from "../../state/actions.ts";
import type { ShownProps } from "../../state/shown-props.ts";
import { Button } from "../../ui/button.tsx";
import { formatTokens } from "../../ui/format-count.ts";
import { Notice } from "../../ui/notice.tsx";
import { SectionCard } from "../../ui/section-card.tsx";
import { combineSessionStory, type SessionStoryView } from "./combine-session-story.ts";
import { RequestLines } from "./request-lines.tsx";
import { SessionQuestions } from "./session-questions.tsx";
import { CostsChart, TurnsChart } from "./story-charts.tsx";

const TITLE = "A session, request by request";

/** A profile whose session can be told, with its name. */
type ToldProfile = SimulatedProfile & Pick<Profile, "name">;

/** The session of the profile in view: the prompt of each request, what it costs, and when to stop. */
export const SessionStoryPanel = memo(function SessionStoryPanel({ state }: ShownProps): ReactElement {
  const { shown, inView } = state;
  const { name, mix, usage } = shown.profiles[inView] ?? (shown.profiles[0] as Profile);
  const profile = useMemo(() => (usage.kind === "simulated" ? { name, mix, usage } : null), [name, mix, usage]);
  if (profile === null)
    return (
      <SectionCard title={TITLE} level={2}>
        <p className="text-sm text-soft">
          {`"${name}" is described by its totals. Totals say how many tokens a session used, not in which request: there are no requests to show. Describe it by its shape to see them.`}
        </p>
      </SectionCard>
    );
  return <Story scenario={shown} profile={profile} index={inView} />;
});

interface StoryProps {
  readonly scenario: Scenario;
  readonly profile: ToldProfile;
  /** Of the profile in view, 0-based. */
  readonly index: number;
}

function Story({ scenario, profile, index }: StoryProps): ReactElement {
  const view = useMemo(() => combineSessionStory(scenario, profile), [scenario, profile]);
  const { request, choose, chooseColumn, isFromChart } = useChosenRequest(view);
  return (
    <div className="grid min-w-0 grid-cols-1 gap-4">
      <TurnsChart title={TITLE} view={view} chosen={request} onChoose={chooseColumn} />
      <Notes notes={view.notes} index={index} />
      <RequestLines
        scenario={scenario}
        profile={profile}
        story={view.story}
        request={request}
        onChoose={choose}
        announced={isFromChart}
      />
      <CostsChart view={view} />
      <SessionQuestions scenario={scenario} profile={profile} />
    </div>
  );
}

interface ChosenRequest {
  /** 1-based. */
  readonly request: number;
  readonly choose: (request: number) => void;
  readonly chooseColumn: (column: number) => void;
  /** Chosen in the chart, away from the lines. */
  readonly isFromChart: boolean;
}

// Until one is chosen it is the last one, and where the session gets shorter than the one chosen, again the last.
function useChosenRequest({ requests, shownRequests }: SessionStoryView): ChosenRequest {
  const [chosen, setChosen] = useState<{ readonly at: number | { readonly column: number } } | null>(null);
  const at = chosen?.at ?? requests;
  const wanted = typeof at === "number" ? at : (shownRequests[at.column] ?? requests);
  const choose = useCallback((request: number) => setChosen({ at: request }), []);
  const chooseColumn = useCallback((column: number) => setChosen({ at: { column } }), []);
  return { request: Math.min(wanted, requests), choose, chooseColumn, isFromChart: typeof at !== "number" };
}

function Notes({ notes, index }: { readonly notes: SessionStoryView["notes"]; readonly index: number }): ReactElement {
  return (
    <>
      {notes.map(({ tone, title, compactAt }) => (
        <Notice key={title} tone={tone} title={title}>
          {compactAt === null ? undefined : (
            <Button onClick={() => changeUsage(index, { compactAtTokens: compactAt })}>
              Compact at {formatTokens(compactAt)} tokens
            </Button>
          )}
        </Notice>
      ))}
    </>
  );
}
