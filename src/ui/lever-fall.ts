import type { NamedMark } from "./charts/marks.ts";
import type { WaterfallBar, WaterfallProps } from "./charts/waterfall-plan.ts";
import type { DataColumn, DataRow } from "./data-table.tsx";
import { waterfallAmounts } from "./format-changes.ts";
import { formatAboutUsd, formatUsd } from "./format-money.ts";

/** One lever between two bills. USD a month, unrounded. */
export interface FallStep<Id extends string> {
  readonly id: Id;
  readonly on: boolean;
  /** The bill before it, with the levers above it that are on. */
  readonly before: number;
  /** The bill after it; equal to `before` where it is off or cannot be pulled. */
  readonly after: number;
  /** What it would save by itself from today's bill, negative where it costs; null where it cannot be pulled. */
  readonly alone: number | null;
  /** Why it cannot be pulled; null = it can. */
  readonly conflict: unknown;
}

/** From today's bill to the one with every lever that is on. USD a month, unrounded. */
export interface LeverFall<Id extends string> {
  readonly today: number;
  readonly optimised: number;
  readonly steps: readonly FallStep<Id>[];
}

/** What is said of the levers beside their amounts. */
export interface FallWords<Id extends string> {
  readonly names: { readonly [id in Id]: { readonly short: string } };
  /** What the chart's amounts are of. */
  readonly valueLabel: string;
  /** Why a lever changes nothing, as the end of a sentence; left out: nothing is said of it. */
  readonly whyNothing?: (id: Id) => string;
}

/** A waterfall of levers as chart, table and sentences, whose amounts add up to the last digit. */
export interface LeverFallView<Id extends string> {
  readonly takeaway: string;
  readonly chart: WaterfallProps;
  readonly columns: readonly DataColumn[];
  readonly rows: readonly DataRow[];
  /** What each lever does here, in a sentence. */
  readonly says: { readonly [id in Id]: string };
}

/** While no lever is on, the chart shows each by itself. */
export function showLeverFall<Id extends string>(fall: LeverFall<Id>, words: FallWords<Id>): LeverFallView<Id> {
  const texts = textsOf(fall);
  return {
    takeaway: fall.steps.some(({ on }) => on) ? stackTakeaway(fall, texts, words) : aloneTakeaway(fall, texts, words),
    chart: chartOf(fall, texts, words),
    columns: COLUMNS,
    rows: rowsOf(fall, texts, words),
    says: byStep(fall, (step) => sayOf(step, texts, words)),
  };
}

const COLUMNS: readonly DataColumn[] = [
  { id: "step", label: "Step" },
  { id: "before", label: "Before", numeric: true, fileLabel: "Before, US$ a month" },
  { id: "change", label: "Change", numeric: true, fileLabel: "Change, US$ a month" },
  { id: "after", label: "After", numeric: true, fileLabel: "After, US$ a month" },
  { id: "alone", label: "Alone, from today's bill", numeric: true, fileLabel: "Change alone from today's bill, US$ a month" },
];

interface StepTexts {
  readonly before: string;
  readonly change: string;
  readonly after: string;
  /** null where it cannot be pulled. */
  readonly alone: string | null;
}

interface FallTexts<Id extends string> {
  readonly today: string;
  readonly optimised: string;
  readonly steps: { readonly [id in Id]: StepTexts };
}

function byStep<Id extends string, Value>(
  { steps }: LeverFall<Id>,
  of: (step: FallStep<Id>, index: number) => Value,
): { readonly [id in Id]: Value } {
  return Object.fromEntries(steps.map((step, index) => [step.id, of(step, index)])) as { readonly [id in Id]: Value };
}

function textsOf<Id extends string>(fall: LeverFall<Id>): FallTexts<Id> {
  const { today, steps } = fall;
  const { bills, changes } = waterfallAmounts([today, ...steps.map(({ after }) => after)]);
  return {
    today: bills[0] ?? "",
    optimised: bills.at(-1) ?? "",
    steps: byStep(fall, ({ alone }, index) => ({
      before: bills[index] ?? "",
      change: changes[index] ?? "",
      after: bills[index + 1] ?? "",
      alone: aloneText(today, alone),
    })),
  };
}

// From bill to bill like the changes of the stack, so that the first lever reads the same on and off.
function aloneText(today: number, alone: number | null): string | null {
  return alone === null ? null : (waterfallAmounts([today, Math.max(0, today - alone)]).changes[0] ?? null);
}

function isPulled({ on, conflict }: FallStep<string>): boolean {
  return on && conflict === null;
}

function chartOf<Id extends string>(fall: LeverFall<Id>, texts: FallTexts<Id>, words: FallWords<Id>): WaterfallProps {
  const { today, optimised, steps } = fall;
  const areAllOff = !steps.some(({ on }) => on);
  const whole = (label: string, to: number, text: string): WaterfallBar => ({ label, kind: "bill", from: 0, to, text });
  const bar = (step: FallStep<Id>): WaterfallBar => {
    const shape = areAllOff ? aloneBar(step, today, texts.steps[step.id]) : stepBar(step, texts.steps[step.id]);
    return { label: words.names[step.id].short, ...shape };
  };
  return {
    bars: [whole("Today", today, texts.today), ...steps.map(bar), whole("Optimised", optimised, texts.optimised)],
    parts: areAllOff ? PARTS_ALONE : PARTS,
    formatValue: formatUsd,
    formatTick: formatAboutUsd,
    valueLabel: words.valueLabel,
  };
}

const PARTS: WaterfallProps["parts"] = partsNamed("Saves", "Costs more");
const PARTS_ALONE: WaterfallProps["parts"] = partsNamed("Would save, pulled alone", "Would cost more, pulled alone");

function partsNamed(less: string, more: string): readonly [NamedMark, NamedMark, NamedMark] {
  return [
    { name: "Bill", mark: 1 },
    { name: less, mark: 4 },
    { name: more, mark: 2 },
  ];
}

function stepBar(step: FallStep<string>, { change }: StepTexts): Omit<WaterfallBar, "label"> {
  const { before: from, after: to } = step;
  if (!isPulled(step)) return { kind: "off", from, to, text: step.on ? "left out" : "off" };
  if (zeroIfNoise(to - from) === 0) return { kind: "off", from, to, text: "no change" };
  return { kind: "change", from, to, text: change };
}

function aloneBar({ alone }: FallStep<string>, today: number, texts: StepTexts): Omit<WaterfallBar, "label"> {
  const unchanged = { kind: "off", from: today, to: today } as const;
  if (alone === null || texts.alone === null) return { ...unchanged, text: "not possible" };
  if (zeroIfNoise(alone) === 0) return { ...unchanged, text: "no change" };
  return { kind: "alone", from: today, to: Math.max(0, today - alone), text: texts.alone };
}

function rowsOf<Id extends string>(fall: LeverFall<Id>, texts: FallTexts<Id>, { names }: FallWords<Id>): readonly DataRow[] {
  const { today, optimised, steps } = fall;
  return [
    { id: "today", cells: ["Today", "", "", texts.today, ""], values: ["Today", null, null, today, null] },
    ...steps.map((step) => {
      const { before, change, after, alone } = texts.steps[step.id];
      const middle = isPulled(step) ? [before, change, after] : ["", step.on ? "left out" : "off", ""];
      const name = names[step.id].short;
      return {
        id: step.id,
        cells: [name, ...middle, alone ?? "not possible"],
        values: [name, ...stepValues(step), step.alone === null ? null : zeroIfNoise(-step.alone)],
      };
    }),
    {
      id: "optimised",
      cells: ["Optimised", "", "", texts.optimised, ""],
      values: ["Optimised", null, null, optimised, null],
    },
  ];
}

function stepValues(step: FallStep<string>): readonly (number | null)[] {
  const { before, after } = step;
  return isPulled(step) ? [before, zeroIfNoise(after - before), after] : [null, null, null];
}

function stackTakeaway<Id extends string>({ steps }: LeverFall<Id>, texts: FallTexts<Id>, words: FallWords<Id>): string {
  const parts = steps
    .filter((step) => isPulled(step) && zeroIfNoise(step.after - step.before) !== 0)
    .map(({ id }) => `${inSentence(id, words)} ${texts.steps[id].change}`);
  if (parts.length === 0) return `The levers that are on change nothing here: ${texts.today} a month.`;
  return `From ${texts.today} to ${texts.optimised} a month: ${parts.join(", ")}.`;
}

function aloneTakeaway<Id extends string>({ steps }: LeverFall<Id>, texts: FallTexts<Id>, words: FallWords<Id>): string {
  const { today } = texts;
  const best = steps.flatMap(({ id, alone }) => (alone !== null && zeroIfNoise(alone) > 0 ? [{ id, alone }] : []));
  if (best.length === 0) return `No lever, as set below, would cut this bill of ${today} a month.`;
  const named = best
    .sort((a, b) => b.alone - a.alone)
    .slice(0, MOST_NAMED)
    .map(({ id }) => `${inSentence(id, words)} ${sizeOf(texts.steps[id].alone ?? "")}`);
  return `All levers are off: ${today} a month. Pulled alone, the most would be saved by ${named.join(", ")} a month.`;
}

const MOST_NAMED = 3;

function inSentence<Id extends string>(id: Id, { names }: FallWords<Id>): string {
  return names[id].short.toLowerCase();
}

function sayOf<Id extends string>(
  { id, on, before, after, alone, conflict }: FallStep<Id>,
  texts: FallTexts<Id>,
  { whyNothing }: FallWords<Id>,
): string {
  if (conflict !== null) return on ? "Left out of the figures." : "It cannot be pulled here.";
  const saved = zeroIfNoise(on ? before - after : (alone ?? 0));
  if (saved === 0) return `${on ? "Changes" : "It would change"} nothing here${whyNothing?.(id) ?? ""}.`;
  const amount = sizeOf(on ? texts.steps[id].change : (texts.steps[id].alone ?? ""));
  if (on) return saved > 0 ? `Saves ${amount} a month of what those above leave.` : `Costs ${amount} a month more.`;
  return saved > 0 ? `Alone it would save ${amount} a month.` : `Alone it would cost ${amount} a month more.`;
}

/** A change as the chart shows it, without its direction. */
function sizeOf(change: string): string {
  return change.replace(/[+−]/, "").replace(">", "<");
}

/** An amount without what sums of the same amounts in another order leave behind the tenth decimal: no lever did that. */
export function zeroIfNoise(usd: number): number {
  return Math.abs(usd) < 1e-7 ? 0 : usd;
}
