import { memo, type ReactElement } from "react";
import { memoByObject } from "../../lib/memo-by-object.ts";
import type { ShownProps } from "../../state/shown-props.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { SectionCard } from "../../ui/section-card.tsx";
import { combineBillingMode } from "./combine-billing-mode.ts";

const viewOf = memoByObject(combineBillingMode);

const COLUMNS = [
  { id: "mode", label: "The same work" },
  { id: "month", label: "US$ a month", numeric: true },
];

/** What the same work comes to as a subscription caches it and as an API key does, and the two terms between. */
export const BillingModePanel = memo(function BillingModePanel({ state }: ShownProps): ReactElement {
  const view = viewOf(state.shown);
  return (
    <SectionCard title="API key or subscription: the same work" level={2}>
      {"why" in view ? (
        <p className="text-sm text-soft">{view.why}</p>
      ) : (
        <>
          <p className="mb-3 text-sm text-soft">{view.sentence}</p>
          <DataTable
            caption="From a subscription's 1-hour cache to an API key's 5-minute cache, at API rates; all developers"
            captionHidden
            columns={COLUMNS}
            rows={view.rows}
            footer={view.total}
          />
          <ul className="mt-3 grid list-disc gap-1 ps-5 text-sm text-soft">
            {view.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </>
      )}
    </SectionCard>
  );
});
