import type { ReactElement } from "react";
import { memoByObject } from "../../lib/memo-by-object.ts";
import type { PastedUsage } from "../../state/usage-store.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { Notice } from "../../ui/notice.tsx";
import { SectionCard } from "../../ui/section-card.tsx";
import { combinePaste } from "./combine-paste.ts";
import { ProblemList } from "./import-problems.tsx";

const viewOf = memoByObject(combinePaste);

/** What a paste comes to: tokens and cost by model, held against the dollars that it states. */
export function PasteResults({ paste }: { readonly paste: PastedUsage }): ReactElement {
  const { headline, columns, rows, footer, reconciliation, unpriced } = viewOf(paste);
  return (
    <SectionCard title="What you pasted" level={3}>
      <div className="grid grid-cols-1 gap-4">
        <p className="max-w-prose">{headline}</p>
        {rows.length === 0 ? null : (
          <DataTable caption="By model, tokens and US$" columns={columns} rows={rows} footer={footer} />
        )}
        {unpriced === null ? null : <Notice tone="warn" title={unpriced} />}
        {reconciliation.length === 0 ? null : <Notice tone="info" title="Stated against recalculated" items={reconciliation} />}
        <ProblemList problems={paste.problems} count={paste.problems.length} />
      </div>
    </SectionCard>
  );
}
