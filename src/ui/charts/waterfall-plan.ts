import { requireWithin } from "../../lib/range-error.ts";
import { type AxisScale, niceScale, place } from "./chart-scale.ts";
import { fitText, widestText } from "./chart-text.ts";
import type { NamedMark } from "./marks.ts";
import { type DrawingSize, type PlotBox, plotBox } from "./plot-box.ts";

/** One bar of a waterfall, in the axis' own unit, 0 or more. */
export interface WaterfallBar {
  readonly label: string;
  /** A whole bill, from 0; a change that starts where the bar before it ended; a change by itself; or one that is not made. */
  readonly kind: "bill" | "change" | "alone" | "off";
  readonly from: number;
  readonly to: number;
  /** What is written at its end, its currency included. */
  readonly text: string;
}

/** What a waterfall shows: a bill, the changes to it one after the other, the bill after them. */
export interface WaterfallProps {
  readonly bars: readonly WaterfallBar[];
  /** How a bill, a change to less and a change to more look. */
  readonly parts: readonly [bill: NamedMark, less: NamedMark, more: NamedMark];
  readonly formatValue: (value: number) => string;
  /** A value as text beside the axis; as `formatValue` when left out. */
  readonly formatTick?: (value: number) => string;
  /** What the values are and per what: "US$ a month". */
  readonly valueLabel: string;
}

/** A bar with everything reckoned that is drawn beside it. Positions in CSS pixels of the drawing. */
export interface PlannedStep {
  readonly label: string;
  /** The middle of the bar, from above. */
  readonly middle: number;
  /** Its left and right end. */
  readonly left: number;
  readonly right: number;
  /** Which of the three parts it is drawn as; null for one that is not made. */
  readonly part: 0 | 1 | 2 | null;
}

/** A thin line from where one bar ends down to the next one's start. */
interface Connector {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
}

/** A drawing of a waterfall with lying bars, reckoned. */
export interface WaterfallPlan {
  readonly box: PlotBox;
  readonly scale: AxisScale;
  readonly bars: readonly PlannedStep[];
  readonly connectors: readonly Connector[];
  /** The room of one bar and how thick the bar is, in CSS pixels. */
  readonly band: number;
  readonly thickness: number;
}

const LINE = 16;
const GAP = 8;
const THICKEST = 26;

/**
 * Lays out a waterfall, its bars one below the other.
 * @throws RangeError naming the bar whose end is NaN, infinite or negative
 */
export function planWaterfall({ bars, formatValue, formatTick = formatValue }: WaterfallProps, size: DrawingSize): WaterfallPlan {
  for (const { label, from, to } of bars) for (const end of [from, to]) requireWithin(label, end, [0, 1e300]);
  const scale = niceScale(Math.max(0, ...bars.flatMap(({ from, to }) => [from, to])), stepsFor(size.width));
  const box = boxFor(bars, { size, lastTick: formatTick(scale.domain[1]) });
  const band = box.height / Math.max(1, bars.length);
  const thickness = Math.min(THICKEST, Math.round(band * 0.62));
  const across = (value: number): number => place(value, scale.domain, [box.left, box.left + box.width]);
  const planned = bars.map((bar, index) => ({
    label: fitText(bar.label, box.left - GAP),
    middle: box.top + (index + 0.5) * band,
    left: across(Math.min(bar.from, bar.to)),
    right: across(Math.max(bar.from, bar.to)),
    part: partOf(bar),
  }));
  const half = (bar: WaterfallBar | undefined): number => (bar?.kind === "off" ? 0 : thickness / 2);
  const connectors = bars.slice(1).flatMap((bar, index) => {
    const before = bars[index];
    if (!before || !isJoined(before) || !isJoined(bar)) return [];
    const [top, bottom] = [planned[index]?.middle ?? 0, planned[index + 1]?.middle ?? 0];
    return [{ x: across(before.to), top: top + half(before), bottom: bottom - half(bar) }];
  });
  return { box, scale, bars: planned, connectors, band, thickness };
}

function stepsFor(width: number): number {
  return Math.min(5, Math.max(2, Math.floor(width / 130)));
}

// The last tick's text stands around the plot's right end.
function boxFor(
  bars: readonly WaterfallBar[],
  { size, lastTick }: { readonly size: DrawingSize; readonly lastTick: string },
): PlotBox {
  const labels = widestText(bars.map(({ label }) => label)) + GAP;
  return plotBox(size, {
    left: Math.min(labels, Math.round(size.width * 0.4)),
    right: Math.max(widestText(bars.map(({ text }) => text)) + GAP, widestText([lastTick]) / 2),
    top: 4,
    bottom: 2 * LINE + 6,
  });
}

function partOf({ kind, from, to }: WaterfallBar): PlannedStep["part"] {
  if (kind === "off") return null;
  if (kind === "bill") return 0;
  return to > from ? 2 : 1;
}

function isJoined({ kind }: WaterfallBar): boolean {
  return kind !== "alone";
}
