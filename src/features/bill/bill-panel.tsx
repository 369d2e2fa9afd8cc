import { memo, type ReactElement } from "react";
import { memoByObject } from "../../lib/memo-by-object.ts";
import { billFile } from "../../scenario/bill-export.ts";
import { monthInWords } from "../../scenario/bill-in-words.ts";
import type { Estimate } from "../../scenario/estimate.ts";
import type { Currency } from "../../scenario/scenario.ts";
import { selectEstimate } from "../../state/selectors.ts";
import type { ShownProps } from "../../state/shown-props.ts";
import { BillLines } from "../../ui/bill-lines.tsx";
import { Converted } from "../../ui/converted.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import { ExportButton } from "../../ui/export-button.tsx";
import { formatPercent, formatTokensShort } from "../../ui/format-count.ts";
import { rateInWords } from "../../ui/format-currency.ts";
import { formatUsd, roundTogether } from "../../ui/format-money.ts";
import { Notice } from "../../ui/notice.tsx";
import { OpenAmount } from "../../ui/open-amount.tsx";
import { SectionCard } from "../../ui/section-card.tsx";
import { combineClasses } from "./combine-bill.ts";
import { combineCaveats } from "./combine-caveats.ts";

const COLUMNS = [
  { id: "class", label: "Class" },
  { id: "quantity", label: "Quantity", numeric: true },
  { id: "amount", label: "US$ a month", numeric: true },
  { id: "share", label: "Of the bill", numeric: true },
];

const billOf = memoByObject(monthInWords);
const classesOf = memoByObject(combineClasses);

/** The month's bill by class; every amount opens to its lines, quantity × rate. */
export const BillPanel = memo(function BillPanel({ state }: ShownProps): ReactElement {
  const estimate = selectEstimate(state);
  const caveats = combineCaveats(estimate, state.shown);
  return (
    <SectionCard
      title="The bill by class"
      level={2}
      aside={<ExportButton name="bill" title="The bill, every line" table={() => billFile(estimate)} />}
    >
      <ClassTable estimate={estimate} currency={state.shown.currency} />
      <Disclosure title="Every line" summary="quantity × rate = amount, with each rate's source">
        <BillLines caption="One month on the API, all developers" lines={billOf(estimate)} period="a month" />
      </Disclosure>
      {caveats.length === 0 ? null : <Notice tone="info" title="What these figures rest on" items={caveats} />}
    </SectionCard>
  );
});

function ClassTable({ estimate, currency }: { readonly estimate: Estimate; readonly currency: Currency }): ReactElement {
  const classes = classesOf(estimate);
  const amounts = roundTogether(classes.map(({ amount }) => amount));
  const rows = classes.map(({ item, name, quantity, share, lines }, index) => ({
    id: item,
    cells: [
      name,
      formatTokensShort(quantity),
      <OpenAmount key={item} amount={amounts[index] ?? ""} title={`${name}, one month`} period="a month" lines={() => lines} />,
      formatPercent(share),
    ],
  }));
  const total = (
    <>
      {formatUsd(estimate.perMonth)}
      {currency.code === "USD" ? null : (
        <span className="block font-normal text-soft">
          <Converted usd={estimate.perMonth} currency={currency} />
        </span>
      )}
    </>
  );
  const rate = currency.code === "USD" ? "" : `; ≈ ${rateInWords(currency)}`;
  return (
    <DataTable
      caption={`One month on the API, all developers${rate}`}
      columns={COLUMNS}
      rows={rows}
      footer={["Total", "", total, ""]}
    />
  );
}
