import type { ReactElement } from "react";
import { textWidth } from "./chart-text.ts";
import { type LinePoint, type LineScales, pixelOf } from "./cost-lines-plan.ts";
import { LayerLabel } from "./layer-label.tsx";

interface OwnPointProps extends LinePoint {
  /** The scales that the chart below was last drawn with (`costLinesScales`). */
  readonly scales: LineScales;
  /** What stands beside it: "you: $212". */
  readonly label: string;
  /** From where to where the cost can lie, as a whisker. */
  readonly range?: OwnRange | undefined;
}

/** Both ends of a whisker, in the units of the y axis, and what they are called: "p10 $142". */
export interface OwnRange {
  readonly low: number;
  readonly high: number;
  readonly lowLabel: string;
  readonly highLabel: string;
}

const RISE = 10;
/** Between the point and a text at its side. */
const BESIDE = 10;

/** The reader's own place among cost lines: a light layer over the drawing that moves at once, even while the chart below waits. */
export function OwnPoint({ scales, x, y, label, range }: OwnPointProps): ReactElement {
  const { box } = scales;
  const at = pixelOf(scales, { x, y });
  const isNearTop = at.y - box.top < 24;
  const labelY = isNearTop ? at.y + RISE + 10 : at.y - RISE;
  // At the left, where it stands clear of a line that rises through the point, and of the whisker.
  const width = textWidth(label);
  const hasRoom = at.x - BESIDE - width >= box.left;
  const labelX = at.x + (hasRoom ? -1 : 1) * (BESIDE + width / 2);
  return (
    <svg aria-hidden="true" className="pointer-events-none absolute inset-0 size-full overflow-visible text-xs">
      <path
        d={`M${at.x} ${box.top + box.height}V${at.y}`}
        className="stroke-ink forced-colors:stroke-[Highlight]"
        strokeWidth="1.5"
      />
      {range === undefined ? null : <Whisker scales={scales} x={x} y={y} range={range} isAlone={hasRoom} />}
      <circle
        cx={at.x}
        cy={at.y}
        r="6"
        className="fill-ink stroke-card forced-colors:fill-[Highlight] forced-colors:stroke-[Canvas]"
        strokeWidth="2.5"
      />
      <LayerLabel x={labelX} y={labelY} label={label} />
    </svg>
  );
}

interface WhiskerProps extends LinePoint {
  readonly scales: LineScales;
  readonly range: OwnRange;
  /** Whether the point's own text stands at its other side. */
  readonly isAlone: boolean;
}

const HALF_CAP = 6;
const LINE = 15;

// The ends are named at the right, where that meets neither one another nor the point's own text.
function Whisker({ scales, x, y, range: { low, high, lowLabel, highLabel }, isAlone }: WhiskerProps): ReactElement {
  const middle = pixelOf(scales, { x, y });
  const [bottom, top] = [low, high].map((end) => pixelOf(scales, { x, y: end }).y) as [number, number];
  // No cap where the range goes on beyond the axis.
  const caps = high > scales.y[1] ? [bottom] : [bottom, top];
  const width = Math.max(textWidth(lowLabel), textWidth(highLabel));
  const isApart = isAlone ? bottom - top >= LINE : Math.min(bottom - middle.y, middle.y - top) >= 2 * LINE;
  const hasText = isApart && middle.x + BESIDE + width <= scales.box.left + scales.box.width + BESIDE;
  const textX = middle.x + BESIDE + width / 2;
  return (
    <g data-own-range="">
      <path
        d={`M${middle.x} ${bottom}V${top}${caps.map((at) => `M${middle.x - HALF_CAP} ${at}h${2 * HALF_CAP}`).join("")}`}
        className="stroke-ink forced-colors:stroke-[Highlight]"
        strokeWidth="2"
        fill="none"
      />
      {hasText && (
        <>
          <LayerLabel x={textX} y={top + 4} label={highLabel} />
          <LayerLabel x={textX} y={bottom + 4} label={lowLabel} />
        </>
      )}
    </g>
  );
}
