import { memoByObject } from "../../lib/memo-by-object.ts";
import { outOfRange, requireWithin } from "../../lib/range-error.ts";
import { type AxisScale, niceScale, place, ticksWithin } from "./chart-scale.ts";
import { textWidth, widestText } from "./chart-text.ts";
import type { NamedMark } from "./marks.ts";
import { type DrawingSize, type PlotBox, plotBox } from "./plot-box.ts";
import type { NamedSign } from "./sign-shape.tsx";

/** One request of a session, or several that follow each other. */
export interface TurnColumn {
  /** What it stands for: "Request 34". */
  readonly label: string;
  /** The prompt by its parts, in their order, from the ground up; 0 or more. */
  readonly parts: readonly number[];
  /** What else is read of it: "Cost", "$0.08". */
  readonly notes: readonly { readonly name: string; readonly value: string }[];
  /** The signs that stand over it, by their places in the list of signs. */
  readonly signs: readonly number[];
}

/** What a chart of a session, request by request, shows. */
export interface SessionTurnsProps {
  readonly columns: readonly TurnColumn[];
  readonly parts: readonly NamedMark[];
  readonly signs: readonly NamedSign[];
  /** How many requests there are, and how many a column stands for; the last one may stand for fewer. */
  readonly requests: number;
  readonly requestsPerColumn: number;
  /** Quantity and unit of the axes. */
  readonly xLabel: string;
  readonly yLabel: string;
  readonly formatX: (request: number) => string;
  readonly formatY: (value: number) => string;
  /** A value as text beside the axis; as `formatY` when left out. */
  readonly formatTick?: (value: number) => string;
  /** Hears of a column (by its place) that was clicked, or read when Enter was pressed; must stay the same function. */
  readonly onChoose?: (column: number) => void;
}

/** A row over the plot in which one kind of sign stands. */
export interface SignLane {
  /** The sign's place in the list of signs. */
  readonly sign: number;
  /** Its middle, in CSS pixels of the drawing, as are the middles of its signs. */
  readonly y: number;
  readonly at: readonly number[];
  /** Where its name stands beside one of the signs; null where there is no room between them. */
  readonly labelX: number | null;
}

/** A drawing of a session, reckoned. */
export interface SessionTurnsPlan {
  readonly box: PlotBox;
  readonly xScale: AxisScale;
  readonly yScale: AxisScale;
  /** The room of one column and how thick the column is, in CSS pixels. */
  readonly band: number;
  readonly thickness: number;
  readonly totals: readonly number[];
  readonly lanes: readonly SignLane[];
  /** How large a sign is, in CSS pixels. */
  readonly signSize: number;
}

const LINE = 15;
const GAP = 8;
const LANE = 16;
const THICKEST = 40;
const SIGN_SIZES = { least: 6, most: 9 };

/**
 * Lays out a session: a column for each request or group of them, over it a row for each kind of sign that occurs.
 * @throws RangeError naming the column and part whose value is NaN, infinite or negative, or a column that lacks a part
 */
export function planSessionTurns(props: SessionTurnsProps, size: DrawingSize): SessionTurnsPlan {
  const { columns, signs } = props;
  const totals = columns.map((column) => totalOf(column, props.parts));
  const yScale = niceScale(Math.max(0, ...totals), Math.min(5, Math.max(2, Math.floor(size.height / 60))));
  const shown = [...signs.keys()].filter((sign) => columns.some((column) => column.signs.includes(sign)));
  const box = plotBox(size, {
    left: widestText(yScale.ticks.map(props.formatTick ?? props.formatY)) + GAP,
    right: 4,
    top: 24 + shown.length * LANE,
    bottom: 2 * LINE + 10,
  });
  const band = box.width / Math.max(1, columns.length);
  const signSize = Math.min(SIGN_SIZES.most, Math.max(SIGN_SIZES.least, band));
  const lanes = shown.map((sign, row) => laneOf(props, { sign, row, box, band, signSize }));
  return { box, xScale: requestScale(props, box), yScale, band, thickness: thicknessOf(band), totals, lanes, signSize };
}

/** The plan of a drawing: for a layer over it. Reckoned once for each drawing. */
export const sessionTurnsPlan: (drawn: DrawingSize & { readonly props: SessionTurnsProps }) => SessionTurnsPlan = memoByObject(
  (drawn) => planSessionTurns(drawn.props, drawn),
);

/** The column at a point of the drawing, null outside of the plot. */
export function columnAt({ box, band, totals }: SessionTurnsPlan, x: number): number | null {
  const column = Math.floor((x - box.left) / band);
  return column >= 0 && column < totals.length ? column : null;
}

/** Where a column stands, in CSS pixels: its middle across, the top of what it draws. */
export function topOf(
  { box, band, totals, yScale }: SessionTurnsPlan,
  column: number,
): { readonly x: number; readonly y: number } {
  const y = place(totals[column] ?? 0, yScale.domain, [box.top + box.height, box.top]);
  return { x: box.left + (column + 0.5) * band, y };
}

/** A column of the drawing, as shares (0 to 1) of the axes: its middle, and how high each part reaches with those below it. */
export interface TurnRow {
  readonly x: number;
  readonly tops: readonly number[];
}

/** What the columns look like, free of pixels. */
export function turnRows({ columns }: SessionTurnsProps, { yScale }: SessionTurnsPlan): readonly TurnRow[] {
  const most = yScale.domain[1];
  return columns.map(({ parts }, index) => {
    let sum = 0;
    const tops = parts.map((value) => {
      sum += value;
      return sum / most;
    });
    return { x: (index + 0.5) / columns.length, tops };
  });
}

function totalOf({ label, parts }: TurnColumn, names: readonly NamedMark[]): number {
  if (parts.length !== names.length) throw outOfRange(label, parts.length, `a number for each of ${names.length} parts`);
  return parts.reduce((sum, value, index) => {
    requireWithin(`${label}: ${names[index]?.name}`, value, [0, 1e300]);
    return sum + value;
  }, 0);
}

// Narrow columns stand wall to wall: a gap of a part of a pixel would only make them pale.
function thicknessOf(band: number): number {
  return band < 5 ? band : Math.min(THICKEST, Math.round(band * 0.8));
}

// A request takes the room from half before to half after its number, so that ticks stand under the middles of the columns.
function requestScale({ columns, requests, requestsPerColumn }: SessionTurnsProps, { width }: PlotBox): AxisScale {
  const steps = Math.min(10, Math.max(2, Math.floor(width / 60)));
  const round = requests === 0 ? [] : ticksWithin(requests, steps).filter((tick) => tick > 1 && Number.isInteger(tick));
  return {
    domain: [0.5, Math.max(1, columns.length * requestsPerColumn) + 0.5],
    ticks: requests === 0 ? [] : [1, ...round],
  };
}

interface LaneOptions extends Pick<SessionTurnsPlan, "box" | "band" | "signSize"> {
  readonly sign: number;
  readonly row: number;
}

function laneOf({ columns, signs }: SessionTurnsProps, { sign, row, box, band, signSize }: LaneOptions): SignLane {
  const at = columns.flatMap((column, index) => (column.signs.includes(sign) ? [box.left + (index + 0.5) * band] : []));
  const room = textWidth(signs[sign]?.name ?? "") + signSize + GAP;
  const roomy = at.find((x, index) => (at[index + 1] ?? box.left + box.width) - x >= room);
  return { sign, at, y: 24 + (row + 0.5) * LANE, labelX: roomy === undefined ? null : roomy + signSize / 2 + 4 };
}
