import type { ReactElement } from "react";
import { textWidth } from "./chart-text.ts";
import { LayerLabel } from "./layer-label.tsx";
import type { DrawingSize } from "./plot-box.ts";
import { type SessionTurnsProps, sessionTurnsPlan, topOf } from "./session-turns-plan.ts";

interface ChosenColumnProps {
  /** What the chart below was last drawn with. */
  readonly drawn: DrawingSize & { readonly props: SessionTurnsProps };
  /** The place of the column, from 0. */
  readonly column: number;
  /** What stands over it: "34". */
  readonly label: string;
}

/** The column whose lines are shown: a light layer over a `SessionTurns` drawing, which is not drawn again for it. */
export function ChosenColumn({ drawn, column, label }: ChosenColumnProps): ReactElement | null {
  const plan = sessionTurnsPlan(drawn);
  if (column >= plan.totals.length) return null;
  const { box, thickness } = plan;
  const { x, y } = topOf(plan, column);
  const ground = box.top + box.height;
  const labelX = Math.min(drawn.width - textWidth(label) / 2, x);
  return (
    <svg aria-hidden="true" className="pointer-events-none absolute inset-0 size-full overflow-visible text-xs">
      <rect
        x={x - thickness / 2 - 1}
        y={y - 1}
        width={thickness + 2}
        height={ground - y + 1}
        className="fill-none stroke-ink forced-colors:stroke-[Highlight]"
        strokeWidth="1.5"
      />
      <path d={`M${x - 4} ${ground + 5}h8l-4 -5z`} className="fill-ink forced-colors:fill-[Highlight]" />
      <LayerLabel x={labelX} y={y - 6} label={label} />
    </svg>
  );
}
