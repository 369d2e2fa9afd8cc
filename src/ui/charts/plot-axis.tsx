import { Fragment, type ReactElement } from "react";
import { type AxisScale, place } from "./chart-scale.ts";
import type { PlotBox } from "./plot-box.ts";

/** Classes of texts and lines of a drawing; SVG keeps its colours where the reader forces their own, so they are named. */
const SOFT_TEXT = "fill-soft forced-colors:fill-[CanvasText]";
/** @see SOFT_TEXT */
export const INK_TEXT = "fill-ink forced-colors:fill-[CanvasText]";
/** @see SOFT_TEXT */
const GRID_LINE = "stroke-line forced-colors:stroke-[GrayText]";
/** @see SOFT_TEXT */
export const BASE_LINE = "stroke-edge forced-colors:stroke-[CanvasText]";

interface AxisProps {
  readonly box: PlotBox;
  readonly scale: AxisScale;
  readonly format: (value: number) => string;
  /** Quantity and unit. */
  readonly title: string;
  readonly hasGrid?: boolean;
}

/** The axis below a plot: a text and, if wished, a grid line at each tick, the title under them. */
export function BottomAxis({ box, scale, format, title, hasGrid = true }: AxisProps): ReactElement {
  const bottom = box.top + box.height;
  return (
    <g className={SOFT_TEXT}>
      {scale.ticks.map((tick) => {
        const x = crisp(place(tick, scale.domain, [box.left, box.left + box.width]));
        return (
          <Fragment key={tick}>
            <path
              d={hasGrid ? `M${x} ${box.top}V${bottom}` : `M${x} ${bottom}v4`}
              className={tick === 0 ? BASE_LINE : GRID_LINE}
            />
            <text x={x} y={bottom + 16} textAnchor="middle">
              {format(tick)}
            </text>
          </Fragment>
        );
      })}
      <text x={box.left + box.width} y={bottom + 33} textAnchor="end">
        {title}
      </text>
    </g>
  );
}

/** The axis left of a plot: a text and a grid line at each tick, the title above them. */
export function LeftAxis({ box, scale, format, title }: AxisProps): ReactElement {
  return (
    <g className={SOFT_TEXT}>
      {scale.ticks.map((tick) => {
        const y = crisp(place(tick, scale.domain, [box.top + box.height, box.top]));
        return (
          <Fragment key={tick}>
            <path d={`M${box.left} ${y}H${box.left + box.width}`} className={tick === 0 ? BASE_LINE : GRID_LINE} />
            <text x={box.left - 8} y={y + 4} textAnchor="end">
              {format(tick)}
            </text>
          </Fragment>
        );
      })}
      <text x={0} y={12}>
        {title}
      </text>
    </g>
  );
}

// A line of one pixel is sharp only in the middle of one.
function crisp(pixel: number): number {
  return Math.floor(pixel) + 0.5;
}
