import { memo, type ReactElement, useMemo } from "react";
import { memoByObject } from "../../lib/memo-by-object.ts";
import type { ShownProps } from "../../state/shown-props.ts";
import { ChartFrame } from "../../ui/chart-frame.tsx";
import { waterfallBars } from "../../ui/charts/chart-kind.ts";
import { ChartLegend } from "../../ui/charts/chart-legend.tsx";
import { ChartSlot } from "../../ui/charts/chart-slot.tsx";
import { type DataRow, DataTable } from "../../ui/data-table.tsx";
import { OpenAmount } from "../../ui/open-amount.tsx";
import { SectionCard } from "../../ui/section-card.tsx";
import { AppLeverControls } from "./app-lever-controls.tsx";
import { type AppLeversView, combineAppLevers } from "./combine-app-levers.ts";

const viewOf = memoByObject(combineAppLevers);

/** From the bill of an app's calls to the one with every lever that is on, and the levers themselves. */
export const AppLeversPanel = memo(function AppLeversPanel({ state: { shown } }: ShownProps): ReactElement {
  const view = viewOf(shown);
  return (
    <div className="grid grid-cols-1 gap-4" data-app-levers="">
      <p className="max-w-prose text-sm text-soft">{view.call}</p>
      {view.chart === null ? <p>{view.takeaway}</p> : <Fall view={view} chart={view.chart} />}
      <SectionCard title="Levers of an app" level={3}>
        <p className="mb-3 text-sm text-soft">
          Each acts on what those above it have left. They change no figure outside this panel.
        </p>
        <AppLeverControls view={view} />
      </SectionCard>
    </div>
  );
});

function Fall({
  view,
  chart,
}: {
  readonly view: AppLeversView;
  readonly chart: NonNullable<AppLeversView["chart"]>;
}): ReactElement {
  const rows = useMemo(() => view.rows.map((row) => withOpenBill(row, view)), [view]);
  return (
    <ChartFrame
      title="What would cut an app's bill"
      file="app-levers"
      level={3}
      takeaway={view.takeaway}
      legend={<ChartLegend items={chart.parts} />}
      height="tall"
      table={
        <DataTable caption="US$ a month; the changes are those between the bills as shown" columns={view.columns} rows={rows} />
      }
    >
      {(names) => <ChartSlot {...names} height={384} draw={waterfallBars} props={chart} />}
    </ChartFrame>
  );
}

const BILL_CELL = 3;

// The bills at both ends open to the lines that they are the sum of.
function withOpenBill(row: DataRow, { lines }: AppLeversView): DataRow {
  const made = lines.get(row.id);
  if (made === undefined) return row;
  const [name, amount] = [String(row.cells[0]), String(row.cells[BILL_CELL])];
  const open = <OpenAmount key="bill" amount={amount} title={`A month of calls: ${name}`} period="a month" lines={() => made} />;
  return { ...row, cells: row.cells.with(BILL_CELL, open) };
}
