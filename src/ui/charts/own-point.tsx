import type { ReactElement } from "react";
import { textWidth } from "./chart-text.ts";
import { type LinePoint, type LineScales, pixelOf } from "./cost-lines-plan.ts";
import { LayerLabel } from "./layer-label.tsx";

interface OwnPointProps extends LinePoint {
  /** The scales that the chart below was last drawn with (`costLinesScales`). */
  readonly scales: LineScales;
  /** What stands beside it: "you: $212". */
  readonly label: string;
}

const RISE = 10;

/** The reader's own place among cost lines: a light layer over the drawing that moves at once, even while the chart below waits. */
export function OwnPoint({ scales, x, y, label }: OwnPointProps): ReactElement {
  const { box } = scales;
  const at = pixelOf(scales, { x, y });
  const isNearTop = at.y - box.top < 24;
  const labelY = isNearTop ? at.y + RISE + 10 : at.y - RISE;
  const half = textWidth(label) / 2 + 4;
  const labelX = Math.min(box.left + box.width - half, Math.max(box.left + half, at.x));
  return (
    <svg aria-hidden="true" className="pointer-events-none absolute inset-0 size-full overflow-visible text-xs">
      <path
        d={`M${at.x} ${box.top + box.height}V${at.y}`}
        className="stroke-ink forced-colors:stroke-[Highlight]"
        strokeWidth="1.5"
      />
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
