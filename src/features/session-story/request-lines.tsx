import { type ReactElement, useMemo } from "react";
import { modelLinesInWords } from "../../scenario/bill-in-words.ts";
import type { Scenario } from "../../scenario/scenario.ts";
import { requestLines, type SessionStory, type SimulatedProfile } from "../../scenario/session-story.ts";
import { BillLines } from "../../ui/bill-lines.tsx";
import { formatCount, formatTokens } from "../../ui/format-count.ts";
import { NumberField } from "../../ui/number-field.tsx";
import { SectionCard } from "../../ui/section-card.tsx";

interface RequestLinesProps {
  readonly scenario: Scenario;
  readonly profile: SimulatedProfile;
  readonly story: SessionStory;
  /** 1-based; there is such a request. */
  readonly request: number;
  readonly onChoose: (request: number) => void;
  /** Says aloud which request is shown: where it was chosen elsewhere. */
  readonly announced: boolean;
}

/** The lines that one request's cost is the sum of. */
export function RequestLines({ scenario, profile, story, request, onChoose, announced }: RequestLinesProps): ReactElement {
  const told = story.requests[request - 1];
  const model = told?.model ?? "";
  const lines = useMemo(
    () => modelLinesInWords(scenario, model, requestLines(scenario, profile, request - 1)),
    [scenario, profile, model, request],
  );
  const count = story.requests.length;
  const caption = `Request ${formatCount(request)}${told?.kind === "compaction" ? ", a compaction" : ""}${told?.isAfterBreak ? ", its cache gone" : ""}: ${formatTokens(told?.promptTokens ?? 0)} tokens of prompt`;
  return (
    <SectionCard title="What one request is charged" level={3}>
      <div className="mb-4 flex flex-wrap items-end gap-x-4 gap-y-2">
        <NumberField
          id="story-request"
          label="Request"
          value={request}
          onChange={onChoose}
          least={1}
          most={count}
          unit={`of ${formatCount(count)}`}
          describedBy="story-request-how"
        />
        <p id="story-request-how" className="text-sm text-soft">
          Type its number, or pick a column of the chart above.
        </p>
      </div>
      <p role="status" className="sr-only">
        {announced ? `Request ${formatCount(request)}: its lines are shown below the chart.` : ""}
      </p>
      {lines.length === 0 ? (
        <p className="text-sm text-soft">{caption}. Nothing is used, so there is nothing to charge.</p>
      ) : (
        <BillLines caption={caption} lines={lines} period="for this request" />
      )}
    </SectionCard>
  );
}
