import { type ReactElement, type ReactNode, useMemo } from "react";
import { ComposedChart, XAxis, YAxis } from "recharts";
import { type DrawingSize, marginOf, type PlotBox } from "./plot-box.ts";
import { useSame } from "./same-value.ts";

interface BareLinesProps {
  readonly size: DrawingSize;
  readonly box: PlotBox;
  /** One row for each `x`; it and what the marks read as shares of their axes. */
  readonly data: readonly object[];
  /** `Line`s and `Area`s; must keep their identity while they are the same. */
  readonly children: ReactNode;
}

/**
 * The marks of a chart over two axes of numbers, without axes, grid or words: those are the frame's. As with `BareBars`, only the data may
 * change from drawing to drawing.
 */
export function BareLines({ size, box, data, children }: BareLinesProps): ReactElement {
  return (
    <div className="pointer-events-none absolute inset-0">
      <ComposedChart {...size} margin={useSame(marginOf(size, box))} data={data} accessibilityLayer={false}>
        {useMemo(hiddenAxes, [])}
        {children}
      </ComposedChart>
    </div>
  );
}

// Without ticks of its own Recharts reckons some for each drawing.
const ENDS = [0, 1];

// Made when first drawn, not when loaded: in a chunk of its own, this file would run before Recharts is there.
function hiddenAxes(): ReactElement {
  return (
    <>
      <XAxis hide type="number" dataKey="x" domain={ENDS} ticks={ENDS} niceTicks="none" allowDataOverflow />
      <YAxis hide type="number" domain={ENDS} ticks={ENDS} niceTicks="none" allowDataOverflow />
    </>
  );
}
