import { type ReactElement, useMemo } from "react";
import { ChartFrame } from "../../ui/chart-frame.tsx";
import { costLines, sessionTurns } from "../../ui/charts/chart-kind.ts";
import { ChartLegend } from "../../ui/charts/chart-legend.tsx";
import type { ChartNames } from "../../ui/charts/chart-names.ts";
import { ChartSlot } from "../../ui/charts/chart-slot.tsx";
import { ChosenColumn } from "../../ui/charts/chosen-column.tsx";
import { useSame } from "../../ui/charts/same-value.ts";
import { SignLegend } from "../../ui/charts/sign-shape.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { formatCount } from "../../ui/format-count.ts";
import type { SessionStoryView } from "./combine-session-story.ts";

interface TurnsChartProps {
  readonly title: string;
  readonly view: SessionStoryView;
  /** The request (1-based) whose lines are shown. */
  readonly chosen: number;
  /** Must stay the same function. */
  readonly onChoose: (column: number) => void;
}

/** The prompt of each request by its classes, with what happens on the way. */
export function TurnsChart({ title, view: { turns }, chosen, onChoose }: TurnsChartProps): ReactElement {
  const { takeaway, chart, caption, columns, rows } = turns;
  const table = useMemo(() => <DataTable caption={caption} columns={columns} rows={rows} />, [caption, columns, rows]);
  const legend = (
    <div className="flex flex-wrap gap-x-4 gap-y-1">
      <ChartLegend items={chart.parts} />
      {chart.signs.length === 0 ? null : <SignLegend signs={chart.signs} />}
    </div>
  );
  return (
    <ChartFrame title={title} file="session" level={2} takeaway={takeaway} legend={legend} table={table}>
      {(names) => <Turns names={names} chart={chart} chosen={chosen} onChoose={onChoose} />}
    </ChartFrame>
  );
}

interface TurnsProps extends Pick<TurnsChartProps, "chosen" | "onChoose"> {
  readonly names: ChartNames;
  readonly chart: SessionStoryView["turns"]["chart"];
}

// Most inputs move the month and not a session: then the same columns keep their identity and are not drawn again.
function Turns({ names, chart, chosen, onChoose }: TurnsProps): ReactElement {
  const { formatX, formatY, formatTick, ...data } = chart;
  const same = useSame(data);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the formats are the same functions always
  const props = useMemo(() => ({ ...chart, ...same, onChoose }), [same, onChoose]);
  return (
    <ChartSlot
      {...names}
      height={288}
      draw={sessionTurns}
      props={props}
      over={(drawn) => (
        <ChosenColumn
          drawn={drawn}
          column={Math.floor((chosen - 1) / drawn.props.requestsPerColumn)}
          label={formatCount(chosen)}
        />
      )}
    />
  );
}

/** What the session has cost after each request, as set and with nothing cached. */
export function CostsChart({ view: { costs } }: { readonly view: SessionStoryView }): ReactElement {
  const { takeaway, chart, caption, columns, rows } = costs;
  const table = useMemo(() => <DataTable caption={caption} columns={columns} rows={rows} />, [caption, columns, rows]);
  return (
    <ChartFrame title="What it has cost so far" file="session-cost" level={3} takeaway={takeaway} table={table}>
      {(names) => <Costs names={names} chart={chart} />}
    </ChartFrame>
  );
}

function Costs({
  names,
  chart,
}: {
  readonly names: ChartNames;
  readonly chart: SessionStoryView["costs"]["chart"];
}): ReactElement {
  const series = useSame(chart.series);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the labels and formats are the same always
  const props = useMemo(() => ({ ...chart, series }), [series]);
  return <ChartSlot {...names} height={288} draw={costLines} props={props} />;
}
