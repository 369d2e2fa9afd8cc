import { memo, type ReactElement } from "react";
import { memoByObject } from "../../lib/memo-by-object.ts";
import { type Comparison, editedOf, MOST_COMPARED } from "../../scenario/comparison.ts";
import { compareWithCopy } from "../../state/comparison-actions.ts";
import { selectLink } from "../../state/link-selector.ts";
import { comparisonOf, type ScenarioState, scenarioStore } from "../../state/scenario-store.ts";
import type { ShownProps } from "../../state/shown-props.ts";
import { Button } from "../../ui/button.tsx";
import { CopyButton } from "../../ui/copy-button.tsx";
import { SectionCard } from "../../ui/section-card.tsx";
import { combineCompare } from "./combine-compare.ts";
import { compareAsMarkdown, linesAsMarkdown, type MarkdownFooting } from "./combine-compare-markdown.ts";
import { COMPARE_ID } from "./compare-place.ts";
import { CompareTable } from "./compare-table.tsx";
import { DifferenceLines, DifferenceParts } from "./compared-differences.tsx";

const comparisonIn = memoByObject((state: ScenarioState): Comparison => comparisonOf(state));
const viewOf = memoByObject(combineCompare);

/** Two to four scenarios side by side, one of them the baseline. */
export const ComparePanel = memo(function ComparePanel({ state }: ShownProps): ReactElement {
  const isFull = comparisonIn(state).scenarios.length >= MOST_COMPARED;
  return (
    <div id={COMPARE_ID} tabIndex={-1} className="scroll-mt-60 outline-offset-4">
      <SectionCard
        title="Compare"
        level={2}
        aside={
          <Button onClick={compareWithCopy} disabled={isFull} title={isFull ? "Four are the most." : undefined}>
            Add a copy
          </Button>
        }
      >
        <Compared state={state} />
      </SectionCard>
    </div>
  );
});

function Compared({ state }: ShownProps): ReactElement {
  const comparison = comparisonIn(state);
  const view = viewOf(comparison);
  return (
    <div className="grid grid-cols-1 gap-4">
      <DifferenceLines differences={view.differences} />
      <CompareTable view={view} currency={editedOf(comparison).currency} />
      <DifferenceParts differences={view.differences} />
      <div className="flex flex-wrap gap-2">
        <CopyButton label="Copy as lines" text={() => linesAsMarkdown(newest(), footing())} />
        <CopyButton label="Copy as Markdown table" text={() => compareAsMarkdown(newest(), footing())} />
      </div>
    </div>
  );
}

// What is drawn may lag behind the input by a moment; what is copied may not.
function newest(): ReturnType<typeof combineCompare> {
  return viewOf(comparisonIn(scenarioStore.getState()));
}

function footing(): MarkdownFooting {
  const state = scenarioStore.getState();
  const days = [...new Set(comparisonIn(state).scenarios.map(({ priceDate }) => priceDate))];
  return { prices: `prices of ${days.join(" and ")}`, link: `${location.href.split("#", 1)[0]}#${selectLink(state)}` };
}
