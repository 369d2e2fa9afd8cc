import { Fragment, memo, type ReactElement, type ReactNode } from "react";
import { type DataRow, DataTable } from "../../ui/data-table.tsx";
import { OpenAmount } from "../../ui/open-amount.tsx";
import { percentUnder, type VendorRow } from "./combine-vendors.ts";

const COLUMNS = [
  { id: "model", label: "Model" },
  { id: "month", label: "Your month", numeric: true },
  { id: "against", label: "Against Claude", numeric: true },
  { id: "under", label: "Cheaper under", numeric: true },
  { id: "rates", label: "Input / cached / output, per MTok", numeric: true },
  { id: "next", label: "Next change" },
  { id: "source", label: "Source, checked" },
];

/** Other vendors' models beside the month on Claude; each month opens to its lines. */
export const VendorTable = memo(function VendorTable({
  caption,
  rows,
}: {
  readonly caption: string;
  readonly rows: readonly VendorRow[];
}): ReactElement {
  return <DataTable caption={caption} columns={COLUMNS} rows={rows.map(dataRow)} />;
});

function dataRow(row: VendorRow): DataRow {
  const { id, name, vendor, month, against, cheaperUnder, rates, above, next, note, source, checkedOn } = row;
  return {
    id,
    cells: [
      <div key="model" className="min-w-36">
        {name}
        <Small>{vendor}</Small>
      </div>,
      <OpenAmount key="month" amount={month} title={`Your month on ${name}`} period="a month" lines={() => row.lines} />,
      against,
      percentUnder(cheaperUnder),
      <Fragment key="rates">
        {rates}
        {above === null ? null : <Small>{above}</Small>}
      </Fragment>,
      <span key="next" className={next === "none known" ? "text-soft" : "whitespace-nowrap"}>
        {next}
      </span>,
      <div key="source" className="min-w-110 text-xs text-soft">
        <span className="wrap-anywhere">{source}</span>, <span className="whitespace-nowrap">{checkedOn}</span>
        {note === null ? null : <Small>{note}</Small>}
      </div>,
    ],
  };
}

function Small({ children }: { readonly children: ReactNode }): ReactElement {
  return <span className="block text-xs text-soft">{children}</span>;
}
