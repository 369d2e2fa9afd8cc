import { requireWithin } from "../../lib/range-error.ts";
import { type AxisScale, niceScale, place } from "./chart-scale.ts";
import { fitText, widestText } from "./chart-text.ts";
import type { NamedMark } from "./marks.ts";
import { type DrawingSize, type PlotBox, plotBox } from "./plot-box.ts";

/** One end of an input's range. */
export interface TornadoEnd {
  /** The input there, short: "60". */
  readonly text: string;
  /** What it changes from the base, in the chart's unit; negative where it is less. */
  readonly change: number;
}

/** One input; an end that cannot be is null. */
export interface TornadoRow {
  readonly label: string;
  readonly low: TornadoEnd | null;
  readonly high: TornadoEnd | null;
}

/** What a tornado shows: how far each input by itself moves one figure to both sides of what it is. */
export interface TornadoProps {
  /** The greatest first. */
  readonly rows: readonly TornadoRow[];
  /** What the figure is with nothing changed. */
  readonly base: number;
  readonly low: NamedMark;
  readonly high: NamedMark;
  /** The figure itself as text, its currency included. */
  readonly formatValue: (value: number) => string;
  /** A change of it as text, with its sign. */
  readonly formatChange: (change: number) => string;
  /** What the axis shows: "change of the bill, US$ a month". */
  readonly valueLabel: string;
}

/** An end as drawn: from the base line to `x`, CSS pixels of the drawing. */
export interface PlannedEnd {
  readonly x: number;
  /** It goes on beyond the axis. */
  readonly isCut: boolean;
}

/** A row as drawn; texts stand at the outer ends of its bars. */
export interface PlannedRow {
  readonly label: string;
  readonly labelAt: { readonly x: number; readonly y: number };
  /** The middle of its bars. */
  readonly middle: number;
  readonly low: PlannedEnd | null;
  readonly high: PlannedEnd | null;
  readonly texts: readonly { readonly text: string; readonly x: number; readonly anchor: "start" | "end" }[];
}

/** A drawing of a tornado, reckoned. */
export interface TornadoPlan {
  readonly box: PlotBox;
  readonly scale: AxisScale;
  /** Where nothing is changed. */
  readonly baseX: number;
  readonly rows: readonly PlannedRow[];
  readonly band: number;
  readonly thickness: number;
  /** Labels stand above their bars: there is no room beside them. */
  readonly isNarrow: boolean;
}

const GAP = 8;
const AXIS_ROOM = 38;
const NARROW_PIXELS = 520;
const THICKEST = 24;
// One input that reaches further than this many times the next one would leave nothing to see of the others.
const MOST_AHEAD = 3;
const CUT_AT = 1.5;

/**
 * Lays out a tornado: the base line, bars to both sides, ticks at round changes. An end that reaches more than three times as far as any
 * other row is cut at one and a half times that, and says its change in words.
 *
 * @throws RangeError naming the row whose change is NaN or infinite
 */
export function planTornado(props: TornadoProps, size: DrawingSize): TornadoPlan {
  const { rows, formatChange } = props;
  const most = farthest(rows);
  const isNarrow = size.width < NARROW_PIXELS;
  const texts = rows.map((row) => textsOf(row, { most, formatChange }));
  const labels = isNarrow ? 0 : Math.min(widestText(rows.map(({ label }) => label)), Math.round(size.width * 0.36)) + GAP;
  const box = plotBox(size, {
    left: labels + widestText(texts.flatMap(({ left }) => left ?? [])) + GAP,
    right: widestText(texts.flatMap(({ right }) => right ?? [])) + GAP,
    top: 4,
    bottom: AXIS_ROOM,
  });
  const scale = scaleOf(rows, { most, about: Math.min(6, Math.max(2, Math.floor(box.width / 80))) });
  const along: readonly [number, number] = [box.left, box.left + box.width];
  const at = (change: number): number => place(Math.max(-most, Math.min(most, change)), scale.domain, along);
  const band = box.height / Math.max(1, rows.length);
  const thickness = Math.min(THICKEST, Math.round(band * (isNarrow ? 0.42 : 0.62)));
  const planned = rows.map((row, index): PlannedRow => {
    const top = box.top + index * band;
    const middle = isNarrow ? top + 16 + (band - 16) / 2 : top + band / 2;
    const end = (of: TornadoEnd | null): PlannedEnd | null => of && { x: at(of.change), isCut: Math.abs(of.change) > most };
    const [low, high] = [end(row.low), end(row.high)];
    const outer = [at(0), low?.x ?? at(0), high?.x ?? at(0)];
    return {
      label: fitText(row.label, isNarrow ? size.width : labels - GAP),
      labelAt: { x: 0, y: isNarrow ? top + 13 : middle + 4 },
      middle,
      low,
      high,
      texts: [
        ...(texts[index]?.left ?? []).map((text) => ({ text, x: Math.min(...outer) - 6, anchor: "end" as const })),
        ...(texts[index]?.right ?? []).map((text) => ({ text, x: Math.max(...outer) + 6, anchor: "start" as const })),
      ],
    };
  });
  return { box, scale, baseX: at(0), rows: planned, band, thickness, isNarrow };
}

/** The greatest change that is drawn at its length. */
function farthest(rows: readonly TornadoRow[]): number {
  const reaches = rows.map(({ label, low, high }) => {
    const changes = [low?.change ?? 0, high?.change ?? 0];
    for (const change of changes) requireWithin(label, change, [-1e300, 1e300]);
    return Math.max(...changes.map(Math.abs));
  });
  const [first = 0, second = 0] = reaches.sort((a, b) => b - a);
  return second > 0 && first > MOST_AHEAD * second ? CUT_AT * second : first;
}

interface RowTexts {
  readonly left: readonly string[];
  readonly right: readonly string[];
}

// One text a side: of two ends on the same side the nearer one is left to the reading and the table.
function textsOf(
  { low, high }: TornadoRow,
  { most, formatChange }: { readonly most: number; readonly formatChange: TornadoProps["formatChange"] },
): RowTexts {
  const ends = [low, high].filter((end) => end !== null).sort((a, b) => a.change - b.change);
  const say = ({ text, change }: TornadoEnd): string => (Math.abs(change) > most ? `${text}: ${formatChange(change)}` : text);
  const [least, greatest] = [ends[0], ends.at(-1)];
  return {
    left: least && least.change < 0 ? [say(least)] : [],
    right: greatest && greatest.change > 0 ? [say(greatest)] : [],
  };
}

function scaleOf(rows: readonly TornadoRow[], { most, about }: { readonly most: number; readonly about: number }): AxisScale {
  const changes = rows.flatMap(({ low, high }) => [low?.change ?? 0, high?.change ?? 0]);
  const least = Math.max(-most, Math.min(0, ...changes));
  const greatest = Math.min(most, Math.max(0, ...changes));
  if (least === greatest) return { domain: [0, 1], ticks: [0] };
  const step = stepOf({ least, greatest, about });
  const first = Math.ceil(least / step);
  const count = Math.floor(greatest / step) - first + 1;
  const ticks = Array.from({ length: count }, (_, index) => Number(((first + index) * step).toPrecision(12)));
  return { domain: [least, greatest], ticks };
}

// Steps are rounded up, on a narrow drawing past both ends: then finer ones, until one lies within.
function stepOf({
  least,
  greatest,
  about,
}: {
  readonly least: number;
  readonly greatest: number;
  readonly about: number;
}): number {
  const reach = Math.max(-least, greatest);
  const steps = [niceScale(greatest - least, about), niceScale(reach, 2), niceScale(reach, 3)].map(
    ({ ticks }) => ticks[1] ?? reach,
  );
  return steps.find((step) => step <= reach) ?? reach;
}
