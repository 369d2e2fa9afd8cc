import { type ReactElement, type ReactNode, useMemo } from "react";
import { Bar, BarChart, type BarShapeProps, XAxis, YAxis } from "recharts";
import { type DrawingSize, marginOf, type PlotBox } from "./plot-box.ts";
import { useSame } from "./same-value.ts";

interface BareBarsProps {
  readonly size: DrawingSize;
  readonly box: PlotBox;
  /** One bar each; must keep its identity while it holds the same. */
  readonly data: readonly object[];
  /** What the bar's length is, as a share of the axis, or where it begins and ends as two of them. */
  readonly dataKey: string;
  /** CSS pixels. */
  readonly thickness: number;
  readonly isHorizontal?: boolean;
  /** Draws a bar, its datum as `payload`; must stay the same function. */
  readonly shape: (props: BarShapeProps) => ReactNode;
}

/**
 * The marks of a bar chart without axes, grid or words: those are the frame's. Recharts takes its settings in through effects and draws
 * twice when one of them changes, so all but the data stays the same from drawing to drawing: bars come as shares of the axis, and it is
 * one bar a row whose shape draws the parts.
 */
export function BareBars(props: BareBarsProps): ReactElement {
  const { size, box, data, dataKey, thickness, isHorizontal = true, shape } = props;
  const axes = isHorizontal ? LYING : STANDING;
  const bar = useMemo(
    () => <Bar dataKey={dataKey} barSize={thickness} shape={shape} isAnimationActive={false} activeBar={false} />,
    [dataKey, shape, thickness],
  );
  return (
    <div className="pointer-events-none absolute inset-0">
      <BarChart
        {...size}
        margin={useSame(marginOf(size, box))}
        data={data}
        layout={isHorizontal ? "vertical" : "horizontal"}
        barCategoryGap={0}
        accessibilityLayer={false}
      >
        {axes}
        {bar}
      </BarChart>
    </div>
  );
}

// Without ticks of its own Recharts reckons some for each drawing.
const ENDS = [0, 1];
const NUMBER = { hide: true, type: "number", domain: ENDS, ticks: ENDS, niceTicks: "none" } as const;
const CATEGORY = { hide: true, type: "category" } as const;

// Hidden, the axes give the scale and cost nothing.
const LYING = (
  <>
    <XAxis {...NUMBER} />
    <YAxis {...CATEGORY} />
  </>
);
const STANDING = (
  <>
    <XAxis {...CATEGORY} />
    <YAxis {...NUMBER} />
  </>
);
