import { memo, type ReactElement } from "react";
import { memoByObject } from "../../lib/memo-by-object.ts";
import type { Scenario } from "../../scenario/scenario.ts";
import { selectEstimate } from "../../state/selectors.ts";
import type { ShownProps } from "../../state/shown-props.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { SectionCard } from "../../ui/section-card.tsx";
import { combinePlans } from "./combine-plans.ts";

const COLUMNS = [
  { id: "plan", label: "Plan" },
  { id: "fee", label: "Fee", numeric: true },
  { id: "covers", label: "Covers of this work", numeric: true },
  { id: "past", label: "Past it, at API rates", numeric: true },
  { id: "cost", label: "Costs you a month", numeric: true },
  { id: "saves", label: "Saves against the API", numeric: true },
];

const viewOf = memoByObject((shown: Scenario) => combinePlans(shown, selectEstimate({ shown })));

/** The API and every plan beside one developer's month. */
export const PlansPanel = memo(function PlansPanel({ state }: ShownProps): ReactElement {
  const { rows, notes } = viewOf(state.shown);
  return (
    <SectionCard title="Every plan for this work" level={2}>
      <DataTable caption="US$ a month for one developer" columns={COLUMNS} rows={rows} />
      <ul className="mt-3 grid list-disc gap-1 ps-5 text-sm text-soft">
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </SectionCard>
  );
});
