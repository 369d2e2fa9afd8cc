import { type Days, daysBetween, isWithin } from "../../lib/calendar.ts";
import { place } from "../../ui/charts/chart-scale.ts";
import { spread, textWidth, widestText } from "../../ui/charts/chart-text.ts";
import { rateWords } from "./class-rates.ts";
import type { RateHistory, StepSeries } from "./rate-history.ts";

/** A step chart laid out. Across in percent of the drawing's width, which nobody knows at build time; down in CSS pixels. */
export interface StepPlan {
  readonly height: number;
  /** Where $0 is. */
  readonly base: number;
  /** Level parts and the jumps between them. */
  readonly strokes: readonly Stroke[];
  readonly labels: readonly StepLabel[];
  /** The names at the lines' ends, moved apart, in a column of their own. */
  readonly ends: readonly { readonly text: string; readonly y: number }[];
  /** Of that column, px. */
  readonly endWidth: number;
}

export interface Stroke {
  readonly x1: number;
  readonly x2: number;
  readonly y1: number;
  readonly y2: number;
  readonly dashed: boolean;
}

export interface StepLabel {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

const HEIGHT = 140;
const TOP = 20;
const BASE = 104;
const LINE = 15;
const GAP = 6;
/** The drawing at 320 px, without the column of names: a price is written where it has room there. */
const LEAST_WIDTH = 150;

/** Lays out one or two step lines over time from $0 up, each price above its line. */
export function planSteps({ series, from, to }: Pick<RateHistory, "series" | "from" | "to">): StepPlan {
  const most = Math.max(...series.flatMap(({ levels }) => levels.map(({ usd }) => usd ?? 0)));
  const days = daysBetween(from, to);
  const scale: Scale = {
    x: (day) => (day === null ? 100 : place(daysBetween(from, day), [0, days], [0, 100])),
    y: (usd) => place(usd, [0, most], [BASE, TOP]),
  };
  const ends = series.flatMap((line) => endOf(line, scale));
  const places = spread(
    ends.map(({ y }) => y),
    { gap: LINE, within: [TOP, BASE] },
  );
  return {
    height: HEIGHT,
    base: BASE,
    strokes: series.flatMap((line, index) => strokesOf(line, scale).map((stroke) => ({ ...stroke, dashed: index === 1 }))),
    labels: series.flatMap((line, index) => labelsOf(line, scale, { over: index === 1 ? series[0] : undefined })),
    ends: ends.map(({ text }, index) => ({ text, y: places[index] ?? 0 })),
    endWidth: widestText(ends.map(({ text }) => text)) + GAP,
  };
}

interface Scale {
  readonly x: (day: string | null) => number;
  readonly y: (usd: number) => number;
}

function strokesOf({ levels }: StepSeries, { x, y }: Scale): readonly Omit<Stroke, "dashed">[] {
  return levels.flatMap((level, index) => {
    if (level.usd === null) return [];
    const at = { x1: x(level.from), x2: x(level.to), y1: y(level.usd), y2: y(level.usd) };
    const before = levels[index - 1]?.usd ?? null;
    return before === null ? [at] : [{ ...at, x2: at.x1, y1: y(before) }, at];
  });
}

function endOf({ name, levels }: StepSeries, { y }: Scale): readonly StepEnd[] {
  const usd = levels.at(-1)?.usd ?? null;
  return usd === null ? [] : [{ text: `${name} ${rateWords(usd)}`, y: y(usd) }];
}

interface StepEnd {
  readonly text: string;
  readonly y: number;
}

/** The prices of the levels before the last, above them where there is room; a line that stops before the end has its name there. */
function labelsOf(
  { name, levels }: StepSeries,
  { x, y }: Scale,
  { over }: { readonly over: StepSeries | undefined },
): readonly StepLabel[] {
  const stops = levels.at(-1)?.usd === null;
  const lastDrawn = levels.findLast(({ usd }) => usd !== null);
  return levels.flatMap((level, index) => {
    if (level.usd === null || (level === levels.at(-1) && !stops)) return [];
    const isNamed = stops && level === lastDrawn;
    const text = `${isNamed ? `${name} ` : ""}${rateWords(level.usd)}`;
    const ceiling = over?.levels.find((other) => isWithin(level.from, other))?.usd ?? null;
    const isFree = ceiling === null || y(level.usd) - y(ceiling) >= LINE + GAP;
    // Above a line that goes down next there is nothing: such a price may reach beyond its level.
    const next = levels[index + 1]?.usd ?? null;
    const falls = over === undefined && next !== null && y(next) - y(level.usd) >= LINE;
    if (!isNamed && !(isFree && hasRoom({ from: level.from, to: falls ? null : level.to }, text, { x }))) return [];
    return [{ text, x: x(level.from), y: y(level.usd) - GAP }];
  });
}

function hasRoom({ from, to }: Days, text: string, { x }: Pick<Scale, "x">): boolean {
  return ((x(to) - x(from)) / 100) * LEAST_WIDTH >= textWidth(text) + GAP;
}
