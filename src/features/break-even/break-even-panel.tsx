import { memo, type ReactElement } from "react";
import { memoByObject } from "../../lib/memo-by-object.ts";
import type { Scenario } from "../../scenario/scenario.ts";
import { selectEstimate } from "../../state/selectors.ts";
import type { ShownProps } from "../../state/shown-props.ts";
import { type RestingSpread, useRestingSpread } from "../../state/use-month-spread.ts";
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
import { combineOwnRange, type OwnRangeInWords } from "./combine-own-range.ts";

const TITLE = "API against plans";
const viewOf = memoByObject((shown: Scenario) => combineBreakEven(shown, selectEstimate({ shown })));
const rangeOf = memoByObject(({ shown, spread }: RestingSpread) =>
  combineOwnRange(selectEstimate({ shown }).perDeveloperMonth, spread.oneDeveloper),
);

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
  return <Drawing view={view} shown={state.shown} />;
});

function Drawing({ view, shown }: { readonly view: BreakEvenView; readonly shown: Scenario }): ReactElement {
  const resting = useRestingSpread(shown);
  const range = rangeAt(resting, shown);
  const caption = `${TITLE}, US$ a month for one developer${range === undefined ? "" : `; ${range.words}`}`;
  const table = <DataTable caption={caption} columns={view.columns} rows={view.rows} />;
  return (
    <ChartFrame title={TITLE} file="break-even" level={2} takeaway={view.takeaway} legend={legendOf(view)} table={table}>
      {(names) => <Chart names={names} view={view} resting={resting} />}
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

interface ChartProps {
  readonly names: ChartNames;
  readonly view: BreakEvenView;
  readonly resting: RestingSpread | null;
}

// Reads the store itself: the person's own point moves with the thumb, and the drawing asks for its turn without waiting for the words.
function Chart({ names, view, resting }: ChartProps): ReactElement {
  const shown = useScenario((state) => state.shown);
  const { chart, own } = viewOf(shown) ?? view;
  const range = rangeAt(resting, shown);
  return (
    <ChartSlot
      {...names}
      height={288}
      draw={costLines}
      props={chart}
      over={(drawn) => <OwnPoint scales={costLinesScales(drawn)} x={own.x} y={own.y} label={own.label} range={range} />}
    />
  );
}

// It belongs to the input at rest: gone with the first step, and there again when the months are.
function rangeAt(resting: RestingSpread | null, shown: Scenario): OwnRangeInWords | undefined {
  return resting?.shown === shown ? rangeOf(resting) : undefined;
}
