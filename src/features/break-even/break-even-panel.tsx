import { memo, type ReactElement } from "react";
import { memoByObject } from "../../lib/memo-by-object.ts";
import type { Scenario } from "../../scenario/scenario.ts";
import { selectEstimate } from "../../state/selectors.ts";
import type { ShownProps } from "../../state/shown-props.ts";
import { useScenario } from "../../state/use-scenario.ts";
import { ChartFrame } from "../../ui/chart-frame.tsx";
import { costLines } from "../../ui/charts/chart-kind.ts";
import { ChartLegend } from "../../ui/charts/chart-legend.tsx";
import type { ChartNames } from "../../ui/charts/chart-names.ts";
import { ChartSlot } from "../../ui/charts/chart-slot.tsx";
import { costLinesScales } from "../../ui/charts/cost-lines-plan.ts";
import { OwnPoint } from "../../ui/charts/own-point.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { SectionCard } from "../../ui/section-card.tsx";
import { type BreakEvenView, combineBreakEven } from "./combine-break-even.ts";

const TITLE = "API against plans";
const viewOf = memoByObject((shown: Scenario) => combineBreakEven(shown, selectEstimate({ shown })));

/** API against each plan over sessions a day, the crossings in words and the person's own point. */
export const BreakEvenPanel = memo(function BreakEvenPanel({ state }: ShownProps): ReactElement {
  const view = viewOf(state.shown);
  if (view === null)
    return (
      <SectionCard title={TITLE} level={2}>
        <p className="text-sm text-soft">
          Nothing to compare: this work costs nothing, no plan covers it, or no plan's limit is stated.
        </p>
      </SectionCard>
    );
  return <Drawing view={view} />;
});

function Drawing({ view }: { readonly view: BreakEvenView }): ReactElement {
  const table = <DataTable caption={`${TITLE}, US$ a month for one developer`} columns={view.columns} rows={view.rows} />;
  return (
    <ChartFrame title={TITLE} file="break-even" level={2} takeaway={view.takeaway} legend={legendOf(view)} table={table}>
      {(names) => <Chart names={names} view={view} />}
    </ChartFrame>
  );
}

// The lines are named at their ends.
function legendOf({ chart: { bands } }: BreakEvenView): ReactElement | undefined {
  if (bands === undefined) return undefined;
  const items = bands.map(({ name, mark }) => ({
    name: `${name}, between the low and the high end of its limit`,
    mark,
    isOutlined: true,
  }));
  return <ChartLegend items={items} />;
}

// Reads the store itself: the person's own point moves with the thumb, and the drawing asks for its turn without waiting for the words.
function Chart({ names, view }: { readonly names: ChartNames; readonly view: BreakEvenView }): ReactElement {
  const { chart, own } = useScenario(({ shown }) => viewOf(shown)) ?? view;
  return (
    <ChartSlot
      {...names}
      height={288}
      draw={costLines}
      props={chart}
      over={(drawn) => <OwnPoint scales={costLinesScales(drawn)} x={own.x} y={own.y} label={own.label} />}
    />
  );
}
