import { outOfRange, requireWithin } from "../../lib/range-error.ts";
import { type AxisScale, niceScale, place } from "./chart-scale.ts";
import { fitText, STRONG_WIDTH, textWidth, widestText, wrapText } from "./chart-text.ts";
import type { NamedMark } from "./marks.ts";
import { type DrawingSize, type PlotBox, plotBox } from "./plot-box.ts";

/** One bar: a number for each part, in the order of the parts, 0 or more. */
export interface StackRow {
  readonly label: string;
  readonly parts: readonly number[];
  /** The reader's own bar: set off from the others. */
  readonly isMarked?: boolean;
}

/** What a chart of stacked bars shows. */
export interface StackedBarsProps {
  readonly rows: readonly StackRow[];
  readonly parts: readonly NamedMark[];
  /** A value as text, its currency included; used for totals and in the reading. */
  readonly formatValue: (value: number) => string;
  /** A value as text beside the axis; as `formatValue` when left out. */
  readonly formatTick?: (value: number) => string;
  /** What the values are and per what: "US$ a session". */
  readonly valueLabel: string;
  /** How the bars lie; lying bars have room for longer labels and suit narrow screens. */
  readonly direction?: "horizontal" | "vertical";
}

/** A bar with everything reckoned that is drawn beside it. Positions in CSS pixels of the drawing. */
export interface PlannedBar {
  readonly label: readonly string[];
  readonly total: number;
  readonly totalText: string;
  /** The middle of the bar, across its length. */
  readonly middle: number;
  /** Where the bar ends, along its length. */
  readonly end: number;
}

/** A drawing of stacked bars, reckoned. */
export interface StackedBarsPlan {
  readonly isHorizontal: boolean;
  readonly box: PlotBox;
  readonly scale: AxisScale;
  readonly bars: readonly PlannedBar[];
  /** The room of one bar and how thick the bar is, in CSS pixels. */
  readonly band: number;
  readonly thickness: number;
}

const LINE = 16;
const GAP = 8;
const THICKEST = 30;

/**
 * Lays out stacked bars: the greatest total ends at or before the last tick.
 * @throws RangeError naming the bar and part whose value is NaN, infinite or negative, or a bar that lacks a part
 */
export function planStackedBars(props: StackedBarsProps, size: DrawingSize): StackedBarsPlan {
  const totals = props.rows.map((row) => totalOf(row, props.parts));
  const isHorizontal = props.direction !== "vertical";
  const steps = isHorizontal ? Math.floor(size.width / 130) : Math.floor(size.height / 70);
  const scale = niceScale(Math.max(0, ...totals), Math.min(5, Math.max(2, steps)));
  const box = isHorizontal ? boxOfLying(props, { size, totals }) : boxOfStanding(props, { size, scale });
  const band = (isHorizontal ? box.height : box.width) / Math.max(1, props.rows.length);
  const along: readonly [number, number] = isHorizontal ? [box.left, box.left + box.width] : [box.top + box.height, box.top];
  const bars = props.rows.map((row, index) => ({
    label: isHorizontal ? [fitText(row.label, box.left - GAP)] : wrapText(row.label, { room: band, lines: 2 }),
    total: totals[index] ?? 0,
    totalText: props.formatValue(totals[index] ?? 0),
    middle: (isHorizontal ? box.top : box.left) + (index + 0.5) * band,
    end: place(totals[index] ?? 0, scale.domain, along),
  }));
  return { isHorizontal, box, scale, bars, band, thickness: Math.min(THICKEST, Math.round(band * 0.62)) };
}

function totalOf(row: StackRow, parts: readonly NamedMark[]): number {
  if (row.parts.length !== parts.length)
    throw outOfRange(row.label, row.parts.length, `a number for each of ${parts.length} parts`);
  return row.parts.reduce((sum, value, index) => {
    requireWithin(`${row.label}: ${parts[index]?.name}`, value, [0, 1e300]);
    return sum + value;
  }, 0);
}

function boxOfLying(
  { rows, formatValue }: StackedBarsProps,
  { size, totals }: { size: DrawingSize; totals: readonly number[] },
): PlotBox {
  const width = (text: string, { isMarked = false }: StackRow): number =>
    Math.ceil(textWidth(text) * (isMarked ? STRONG_WIDTH : 1));
  return plotBox(size, {
    left: Math.min(Math.max(0, ...rows.map((row) => width(row.label, row))) + GAP, Math.round(size.width * 0.4)),
    right: Math.max(0, ...rows.map((row, index) => width(formatValue(totals[index] ?? 0), row))) + GAP,
    top: 4,
    bottom: 2 * LINE + 6,
  });
}

function boxOfStanding(props: StackedBarsProps, { size, scale }: { size: DrawingSize; scale: AxisScale }): PlotBox {
  const ticks = widestText(scale.ticks.map(props.formatTick ?? props.formatValue));
  const room = (size.width - ticks - GAP) / Math.max(1, props.rows.length);
  const hasLongLabel = props.rows.some((row) => textWidth(row.label) > room);
  return plotBox(size, { left: ticks + GAP, right: 2, top: 2 * LINE + GAP, bottom: (hasLongLabel ? 2 : 1) * LINE + 6 });
}
