import { memo, type ReactElement } from "react";
import { memoByObject } from "../../lib/memo-by-object.ts";
import type { Scenario } from "../../scenario/scenario.ts";
import { selectEstimate } from "../../state/selectors.ts";
import type { ShownProps } from "../../state/shown-props.ts";
import { type DataColumn, DataTable } from "../../ui/data-table.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import { rateInWords } from "../../ui/format-currency.ts";
import { Notice } from "../../ui/notice.tsx";
import { SectionCard } from "../../ui/section-card.tsx";
import { combinePlans } from "./combine-plans.ts";
import { fitCells } from "./fit-cells.tsx";
import { PLAN_COLUMNS } from "./plan-columns.ts";
import { WorkKindField } from "./work-kind-field.tsx";

const viewOf = memoByObject((shown: Scenario) => combinePlans(shown, selectEstimate({ shown })));

const RANGE_COLUMNS: readonly DataColumn[] = [
  { id: "bill", label: "A month's work on the API" },
  { id: "low", label: "Cheapest at the low limits" },
  { id: "high", label: "Cheapest at the high limits" },
];

/** Which plan fits one developer's month: the verdict, what it hangs on, and the API and every plan beside each other. */
export const PlansPanel = memo(function PlansPanel({ state }: ShownProps): ReactElement {
  const { verdict, reasons, warnings, ranges, rows, notes } = viewOf(state.shown);
  const { currency } = state.shown;
  const rate = currency.code === "USD" ? "" : `; ≈ ${rateInWords(currency)}`;
  const [first, ...others] = verdict;
  return (
    <SectionCard title="Which plan fits" level={2}>
      <div className="grid grid-cols-1 gap-4">
        <WorkKindField />
        <div data-verdict="">
          <p className="text-pretty">{first}</p>
          {others.map((sentence) => (
            <p key={sentence} className="mt-1 text-sm text-pretty text-soft">
              {sentence}
            </p>
          ))}
        </div>
        {reasons === null ? null : <Notice tone="info" {...reasons} />}
        {warnings.map((warning) => (
          <Notice key={warning.title} tone="warn" {...warning} />
        ))}
        <DataTable
          caption={`US$ a month for one developer${rate}`}
          columns={PLAN_COLUMNS}
          rows={rows.map((row) => ({ id: row.id, cells: fitCells(row, currency) }))}
        />
        {ranges === null ? null : (
          <Disclosure title="Where the answer flips" summary="the cheapest for every amount of work">
            <DataTable
              caption="The cheapest choice by the API bill of one developer's month"
              columns={RANGE_COLUMNS}
              rows={ranges}
            />
          </Disclosure>
        )}
        <ul className="grid list-disc gap-1 ps-5 text-sm text-soft">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      </div>
    </SectionCard>
  );
});
