import { memo, type ReactElement, useMemo } from "react";
import { memoByObject } from "../../lib/memo-by-object.ts";
import type { ShownProps } from "../../state/shown-props.ts";
import { ChartFrame } from "../../ui/chart-frame.tsx";
import { stackedBars } from "../../ui/charts/chart-kind.ts";
import { ChartLegend } from "../../ui/charts/chart-legend.tsx";
import type { ChartNames } from "../../ui/charts/chart-names.ts";
import { ChartSlot } from "../../ui/charts/chart-slot.tsx";
import { useSame } from "../../ui/charts/same-value.ts";
import { type DataRow, DataTable } from "../../ui/data-table.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import { OpenAmount } from "../../ui/open-amount.tsx";
import { CallFields } from "./call-fields.tsx";
import { combineCallPresets } from "./combine-call-presets.ts";
import { combineOneCall, type OneCallView } from "./combine-one-call.ts";
import { CountTokens } from "./count-tokens.tsx";

const TITLE = "One call on each model";
const viewOf = memoByObject(combineOneCall);

/** What one call costs on every model: from tokens, from a text, or from a use that guides publish. */
export const OneCallPanel = memo(function OneCallPanel({ state: { shown } }: ShownProps): ReactElement {
  const view = viewOf(shown);
  const { tokenizerFactor } = shown;
  const rows = useMemo(() => view.rows.map((row) => withOpenAmounts(row, view)), [view]);
  const otherRows = useMemo(() => view.otherRows.map((row) => withOpenAmounts(row, view)), [view]);
  const caption = "At list prices or your own, at standard speed, served anywhere; open an amount for its arithmetic";
  return (
    <div className="grid grid-cols-1 gap-4" data-one-call="">
      <CallFields />
      <Disclosure title="Tokens from a text" summary="or from words, lines or files">
        <CountTokens />
      </Disclosure>
      <ChartFrame
        title={TITLE}
        file="one-call"
        level={3}
        takeaway={view.takeaway}
        legend={<ChartLegend items={view.chart.parts} />}
        table={<DataTable caption="1,000 calls, US$ by class" columns={view.classColumns} rows={view.classRows} />}
      >
        {(names) => <Chart names={names} chart={view.chart} />}
      </ChartFrame>
      <DataTable caption={caption} columns={view.columns} rows={rows} />
      <Disclosure title="Other models" summary="legacy, by invitation, retired">
        <DataTable caption="The same call on models that are not current" columns={view.columns} rows={otherRows} />
      </Disclosure>
      <Disclosure title="Uses that guides publish" summary="then and today">
        <Published tokenizerFactor={tokenizerFactor} />
      </Disclosure>
    </div>
  );
});

function Published({ tokenizerFactor }: { readonly tokenizerFactor: number }): ReactElement {
  const { columns, rows, notes } = useMemo(() => combineCallPresets({ tokenizerFactor }), [tokenizerFactor]);
  return (
    <>
      <DataTable
        caption="What was published, the same worked out at that model's list price, and the same text on today's model"
        columns={columns}
        rows={rows}
      />
      <ul className="mt-3 grid max-w-prose list-disc gap-1 ps-5 text-sm text-soft">
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </>
  );
}

// Inputs that move no call leave the bars what they are: then they are not drawn again.
function Chart({ names, chart }: { readonly names: ChartNames; readonly chart: OneCallView["chart"] }): ReactElement {
  const { formatValue, valueLabel } = chart;
  const rows = useSame(chart.rows);
  const parts = useSame(chart.parts);
  const props = useMemo(() => ({ rows, parts, formatValue, valueLabel }), [rows, parts, formatValue, valueLabel]);
  return <ChartSlot {...names} height={288} draw={stackedBars} props={props} />;
}

const CALL_CELL = 1;
const MONTH_CELL = 3;

// One call and a month open to the lines that they are the sum of.
function withOpenAmounts(row: DataRow, { lines }: OneCallView): DataRow {
  const made = lines.get(row.id);
  if (made === undefined) return row;
  const model = String(row.cells[0]);
  const open = (cell: number, what: keyof typeof made): ReactElement => (
    <OpenAmount
      key={what}
      amount={String(row.cells[cell])}
      title={what === "call" ? `One call on ${model}` : `A month of calls on ${model}`}
      period={what === "call" ? "a call" : "a month"}
      lines={() => made[what]}
    />
  );
  return { ...row, cells: row.cells.with(CALL_CELL, open(CALL_CELL, "call")).with(MONTH_CELL, open(MONTH_CELL, "month")) };
}
