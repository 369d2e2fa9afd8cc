import { memo, type ReactElement, type ReactNode } from "react";
import { DataTable } from "../../ui/data-table.tsx";
import { formatCount } from "../../ui/format-count.ts";
import type { SeatsView } from "./combine-seats.ts";
import type { SeatCell, SeatRow } from "./seat-rows.ts";

/** The bill by kinds, who gets what, and the team with fewer and with more developers. */
export const SeatTables = memo(function SeatTables({ view }: { readonly view: SeatsView }): ReactElement {
  const { bill, total, given, notGiven, headCounts, notes } = view;
  return (
    <>
      <SeatTable
        caption="The bill at the low and at the high end of the plans' limits, US$ a month"
        label="For"
        rows={bill}
        footer={["Total", ...total]}
      />
      <div>
        <SeatTable caption="Who gets what, work in API-equivalent US$ a month" label="Group or user" rows={given} isText />
        {notGiven > 0 ? (
          <p className="mt-2 text-sm text-soft">
            {formatCount(notGiven)} more {notGiven === 1 ? "row is" : "rows are"} in the file under "Export".
          </p>
        ) : null}
      </div>
      {headCounts.length === 0 ? null : (
        <SeatTable caption="With other head counts of the same mix, US$ a month" label="Head count" rows={headCounts} />
      )}
      <ul className="grid max-w-prose list-disc gap-1 ps-5 text-sm text-soft">
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </>
  );
});

interface SeatTableProps {
  readonly caption: string;
  readonly label: string;
  readonly rows: readonly SeatRow[];
  readonly footer?: readonly string[];
  /** Whether the ends are words and no amounts. */
  readonly isText?: boolean;
}

function SeatTable({ caption, label, rows, footer, isText = false }: SeatTableProps): ReactElement {
  const side = isText ? "start" : "end";
  return (
    <DataTable
      caption={caption}
      columns={[
        { id: "what", label },
        { id: "low", label: "Low limits", numeric: !isText },
        { id: "high", label: "High limits", numeric: !isText },
      ]}
      rows={rows.map(({ id, label: what, low, high }) => ({
        id,
        cells: [<LabelCell key="what" {...what} />, cellOf(low, side), cellOf(high, side)],
      }))}
      footer={footer}
    />
  );
}

// Never squeezed to a word a line by amounts that do not wrap.
function LabelCell(cell: SeatCell): ReactElement {
  return <div className="min-w-16">{cellOf(cell, "start")}</div>;
}

function cellOf({ text, note }: SeatCell, side: "start" | "end"): ReactNode {
  if (note === "") return text;
  return (
    <>
      {text}
      <span className={`block max-w-56 text-xs text-wrap text-soft ${side === "end" ? "ms-auto" : ""}`}>{note}</span>
    </>
  );
}
