import { memoByObject } from "../../lib/memo-by-object.ts";
import { requireWithin } from "../../lib/range-error.ts";
import { type AxisScale, type Domain, niceScale, place, ticksWithin } from "./chart-scale.ts";
import { fitText, spread, textWidth, widestText } from "./chart-text.ts";
import type { NamedMark } from "./marks.ts";
import { type DrawingSize, type PlotBox, plotBox } from "./plot-box.ts";

/** A point of a line, in the units of the axes; both 0 or more. */
export interface LinePoint {
  readonly x: number;
  readonly y: number;
}

/** A line: straight from point to point, its points in rising order of x. */
export interface CostSeries extends NamedMark {
  readonly points: readonly LinePoint[];
  /** An SVG dash list; by its place among the series when left out. */
  readonly dash?: string;
}

/** Where the truth is a range: from where to where the costs of the series of that name and mark can lie; its points in rising order of x. */
export interface CostBand extends NamedMark {
  readonly points: readonly { readonly x: number; readonly low: number; readonly high: number }[];
}

/** What a chart of cost lines shows. */
export interface CostLinesProps {
  readonly series: readonly CostSeries[];
  /** Drawn behind the lines, textured and outlined. */
  readonly bands?: readonly CostBand[];
  /** Places where two lines cross, at most 4, with a short text: "9 a day". */
  readonly crossings?: readonly { readonly x: number; readonly label: string }[];
  /** Quantity and unit of the axes: "sessions a day", "US$ a month". */
  readonly xLabel: string;
  readonly yLabel: string;
  readonly formatX: (x: number) => string;
  /** x counts single things: between two whole numbers nothing is named or read. */
  readonly isWholeX?: boolean;
  readonly formatY: (y: number) => string;
  /** A cost as text beside the axis; as `formatY` when left out. */
  readonly formatTick?: (y: number) => string;
}

/** What a layer over the drawing needs to find its place. */
export interface LineScales {
  readonly box: PlotBox;
  readonly x: Domain;
  readonly y: Domain;
}

/** A drawing of cost lines, reckoned. */
export interface CostLinesPlan extends LineScales {
  readonly xScale: AxisScale;
  readonly yScale: AxisScale;
  /** The names at the line ends, moved apart; `wanted` is where the line ends. */
  readonly ends: readonly { readonly text: string; readonly y: number; readonly wanted: number }[];
  readonly crossings: readonly { readonly x: number; readonly label: string; readonly labelX: number; readonly labelY: number }[];
  /** The x values that can be read, rising: ticks, bends and crossings. */
  readonly stops: readonly number[];
}

const LINE = 15;
const GAP = 8;
const MOST_CROSSINGS = 4;

/**
 * Lays out cost lines over x from 0 to the farthest point.
 * @throws RangeError naming the series whose point is NaN, infinite or negative
 */
export function planCostLines(props: CostLinesProps, size: DrawingSize): CostLinesPlan {
  requireNumbers(props);
  const farthest = Math.max(0, ...props.series.flatMap(({ points }) => points.map(({ x }) => x)));
  const xScale = farthest === 0 ? niceScale(0, 1) : { domain: [0, farthest] as const, ticks: xTicks(props, { farthest, size }) };
  const yScale = niceScale(highest(props), Math.min(5, Math.max(2, Math.floor(size.height / 60))));
  const names = widestText(props.series.map(({ name }) => name));
  const margin = {
    left: widestText(yScale.ticks.map(props.formatTick ?? props.formatY)) + GAP,
    right: Math.min(names, Math.round(size.width * 0.32)) + 2 * GAP,
    top: 24,
    bottom: 2 * LINE + 10,
  };
  const shown = shownCrossings(props, xScale.domain);
  const scalesAt = (top: number): LineScales => ({ box: plotBox(size, { ...margin, top }), x: xScale.domain, y: yScale.domain });
  const top = margin.top + lanesOf(planCrossings(shown, scalesAt(0))) * LINE;
  const scales = scalesAt(top);
  return {
    ...scales,
    xScale,
    yScale,
    ends: planEnds(props.series, { ...scales, size }),
    crossings: planCrossings(shown, scales),
    stops: stopsOf(props, xScale),
  };
}

function lanesOf(crossings: CostLinesPlan["crossings"]): number {
  return new Set(crossings.map(({ labelY }) => labelY)).size;
}

/** The scales that a drawing with these props and size has: for a layer over it. Reckoned once for each drawing. */
export const costLinesScales: (drawn: DrawingSize & { readonly props: CostLinesProps }) => LineScales = memoByObject((drawn) => {
  const { box, x, y } = planCostLines(drawn.props, drawn);
  return { box, x, y };
});

/**
 * The cost of a line at x: straight between its points, level beyond them. Null for a line without points.
 * @example costAt([{ x: 0, y: 0 }, { x: 10, y: 50 }], 2) //=> 10
 */
export function costAt(points: readonly LinePoint[], x: number): number | null {
  const after = points.findIndex((point) => point.x >= x);
  const right = points[after === -1 ? points.length - 1 : after];
  const left = points[after - 1];
  if (!right) return null;
  return !left || right.x < x ? right.y : place(x, [left.x, right.x], [left.y, right.y]);
}

/** One x of the drawing, everything as shares (0 to 1) of the axes; a cost is null where its line does not reach. */
export interface LineRow {
  readonly x: number;
  readonly costs: readonly (number | null)[];
}

/** All lines side by side at every x where one of them bends. */
export function lineRows({ series }: CostLinesProps, { x: [, farthest], y: [, most] }: LineScales): readonly LineRow[] {
  const shareAt = (points: readonly LinePoint[], x: number) => {
    const reaches = x >= (points[0]?.x ?? Infinity) && x <= (points.at(-1)?.x ?? -1);
    const cost = reaches ? costAt(points, x) : null;
    return cost === null ? null : cost / most;
  };
  return bendsOf(series.map(({ points }) => points)).map((x) => ({
    x: x / farthest,
    costs: series.map(({ points }) => shareAt(points, x)),
  }));
}

/** The outline of a band in the drawing, as an SVG path: along its high end and back along its low one. */
export function bandPath({ points }: CostBand, scales: LineScales): string {
  const highs = points.map(({ x, high }) => pixelOf(scales, { x, y: high }));
  const lows = points.map(({ x, low }) => pixelOf(scales, { x, y: low })).reverse();
  return `${[...highs, ...lows].map(({ x, y }, index) => `${index === 0 ? "M" : "L"}${x} ${y}`).join("")}Z`;
}

/** The least that a line can cost at x by its band; null outside of it. @example bandLow({ points: [{ x: 0, low: 1, high: 2 }], … }, 5) //=> null */
export function bandLow({ points }: CostBand, x: number): number | null {
  const isWithin = x >= (points[0]?.x ?? Infinity) && x <= (points.at(-1)?.x ?? -1);
  return isWithin
    ? costAt(
        points.map((point) => ({ x: point.x, y: point.low })),
        x,
      )
    : null;
}

function bendsOf(lines: readonly (readonly { readonly x: number }[])[]): readonly number[] {
  return rising(lines.flatMap((points) => points.map(({ x }) => x)));
}

function rising(values: readonly number[]): readonly number[] {
  return Array.from(new Set(values)).sort((a, b) => a - b);
}

/** Where a point stands in the drawing, in CSS pixels; one outside of the axes stands at their edge. */
export function pixelOf({ box, x, y }: LineScales, point: LinePoint): LinePoint {
  const inside = (value: number, [least, most]: Domain) => Math.min(most, Math.max(least, value));
  return {
    x: place(inside(point.x, x), x, [box.left, box.left + box.width]),
    y: place(inside(point.y, y), y, [box.top + box.height, box.top]),
  };
}

function requireNumbers({ series, bands = [], crossings = [] }: CostLinesProps): void {
  const within = (field: string, value: number) => requireWithin(field, value, [0, 1e300]);
  for (const { name, points } of series) {
    for (const point of points) {
      within(`${name}: x`, point.x);
      within(`${name}: y`, point.y);
    }
  }
  for (const { name, points } of bands) {
    for (const point of points) {
      within(`${name}, band: x`, point.x);
      within(`${name}, band: low`, point.low);
      within(`${name}, band: high`, point.high);
    }
  }
  for (const { x, label } of crossings) within(`${label}: x`, x);
}

function highest({ series, bands = [] }: CostLinesProps): number {
  const highs = bands.flatMap(({ points }) => points.map(({ high }) => high));
  return Math.max(0, ...series.flatMap(({ points }) => points.map(({ y }) => y)), ...highs);
}

function xTicks(
  { isWholeX = false }: CostLinesProps,
  { farthest, size }: { readonly farthest: number; readonly size: DrawingSize },
): readonly number[] {
  return ticksWithin(farthest, xSteps(size)).filter((tick) => !isWholeX || Number.isInteger(tick));
}

function xSteps({ width }: DrawingSize): number {
  return Math.min(10, Math.max(2, Math.floor(width / 70)));
}

function planEnds(series: readonly CostSeries[], { size, ...scales }: LineScales & { readonly size: DrawingSize }) {
  const { box } = scales;
  const wanted = series.map(({ points }) => pixelOf(scales, points.at(-1) ?? { x: 0, y: 0 }).y);
  const placed = spread(wanted, { gap: LINE, within: [box.top, box.top + box.height] });
  const room = size.width - box.left - box.width - 2 * GAP + 4;
  return series.map(({ name }, index) => ({ text: fitText(name, room), y: placed[index] ?? 0, wanted: wanted[index] ?? 0 }));
}

type Crossings = NonNullable<CostLinesProps["crossings"]>;

function shownCrossings({ crossings = [] }: CostLinesProps, [, farthest]: Domain): Crossings {
  const inside = crossings.filter(({ x }) => x <= farthest);
  return inside.sort((a, b) => a.x - b.x).slice(0, MOST_CROSSINGS);
}

// A label that would touch the one before it stands in the next lane above.
function planCrossings(crossings: Crossings, scales: LineScales): CostLinesPlan["crossings"] {
  const { left, width, top } = scales.box;
  const laneEnds: number[] = [];
  return crossings.map(({ x, label }) => {
    const half = textWidth(label) / 2;
    const labelX = Math.min(left + width - half, Math.max(left + half, pixelOf(scales, { x, y: 0 }).x));
    const free = laneEnds.findIndex((end) => end + GAP <= labelX - half);
    const lane = free === -1 ? laneEnds.length : free;
    laneEnds[lane] = labelX + half;
    return { x, label, labelX, labelY: top - 5 - lane * LINE };
  });
}

function stopsOf({ series, crossings = [] }: CostLinesProps, { ticks, domain }: AxisScale): readonly number[] {
  const all = [...ticks, ...bendsOf(series.map(({ points }) => points)), ...crossings.map(({ x }) => x)];
  return rising(all.filter((x) => x <= domain[1]));
}
