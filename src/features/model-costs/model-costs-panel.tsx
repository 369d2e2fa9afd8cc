import { memo, type ReactElement, useMemo } from "react";
import type { Profile } from "../../scenario/scenario.ts";
import type { ShownProps } from "../../state/shown-props.ts";
import { ChartFrame } from "../../ui/chart-frame.tsx";
import { stackedBars } from "../../ui/charts/chart-kind.ts";
import { ChartLegend } from "../../ui/charts/chart-legend.tsx";
import type { ChartNames } from "../../ui/charts/chart-names.ts";
import { ChartSlot } from "../../ui/charts/chart-slot.tsx";
import { useSame } from "../../ui/charts/same-value.ts";
import { type DataRow, DataTable } from "../../ui/data-table.tsx";
import { OpenAmount } from "../../ui/open-amount.tsx";
import { combineModelCosts, type ModelCostsView } from "./combine-model-costs.ts";

/** What one session of the profile in view costs on each model, by class of tokens. */
export const ModelCostsPanel = memo(function ModelCostsPanel({ state }: ShownProps): ReactElement {
  const { shown, inView } = state;
  const view = useMemo(() => combineModelCosts(shown, shown.profiles[inView] ?? (shown.profiles[0] as Profile)), [shown, inView]);
  const rows = useMemo(() => view.rows.map((row) => withOpenTotal(row, view)), [view]);
  const table = <DataTable caption="One session on each model, US$ by class" columns={view.columns} rows={rows} />;
  return (
    <ChartFrame
      title="A session on each model"
      file="models"
      level={2}
      takeaway={view.takeaway}
      legend={<ChartLegend items={view.chart.parts} />}
      table={table}
    >
      {(names) => <Chart names={names} chart={view.chart} />}
    </ChartFrame>
  );
});

// Most inputs move the month and not a session: then the same bars keep their identity and are not drawn again.
function Chart({ names, chart }: { readonly names: ChartNames; readonly chart: ModelCostsView["chart"] }): ReactElement {
  const { formatValue, valueLabel } = chart;
  const rows = useSame(chart.rows);
  const parts = useSame(chart.parts);
  const props = useMemo(() => ({ rows, parts, formatValue, valueLabel }), [rows, parts, formatValue, valueLabel]);
  return <ChartSlot {...names} height={288} draw={stackedBars} props={props} />;
}

// The last cell is the row's total: it opens to the lines that it is the sum of.
function withOpenTotal(row: DataRow, { lines }: ModelCostsView): DataRow {
  const made = lines.get(row.id);
  if (made === undefined) return row;
  const [model, total] = [String(row.cells[0]), String(row.cells.at(-1))];
  const open = <OpenAmount key="total" amount={total} title={`One session on ${model}`} period="a session" lines={() => made} />;
  return { ...row, cells: row.cells.with(-1, open) };
}
