import { type LeverId, type LeverStep, reReadingCost, type Waterfall, waterfall } from "../../scenario/levers.ts";
import type { Scenario } from "../../scenario/scenario.ts";
import type { NamedMark } from "../../ui/charts/marks.ts";
import type { WaterfallBar, WaterfallProps } from "../../ui/charts/waterfall-plan.ts";
import type { DataColumn, DataRow } from "../../ui/data-table.tsx";
import { waterfallAmounts } from "../../ui/format-changes.ts";
import { formatAboutUsd, formatUsd } from "../../ui/format-money.ts";
import { LEVER_NAMES } from "./lever-words.ts";

/** The levers as a waterfall, and what is said beside each. All amounts USD a month, all developers. */
export interface LeversView {
  readonly takeaway: string;
  readonly chart: WaterfallProps;
  readonly columns: readonly DataColumn[];
  readonly rows: readonly DataRow[];
  /** What each lever does here, in a sentence. */
  readonly says: { readonly [id in LeverId]: string };
  /** Why a lever cannot be pulled here. */
  readonly conflicts: { readonly [id in LeverId]: string | null };
  /** What choosing a model for each request costs against one for each session. */
  readonly reReading: string;
}

const BILL = "Optimised";
const COLUMNS: readonly DataColumn[] = [
  { id: "step", label: "Step" },
  { id: "before", label: "Before", numeric: true, fileLabel: "Before, US$ a month" },
  { id: "change", label: "Change", numeric: true, fileLabel: "Change, US$ a month" },
  { id: "after", label: "After", numeric: true, fileLabel: "After, US$ a month" },
  { id: "alone", label: "Alone, from today's bill", numeric: true, fileLabel: "Change alone from today's bill, US$ a month" },
];

/** While no lever is on, the chart shows each by itself. @throws RangeError as `estimate` */
export function combineLevers(scenario: Scenario): LeversView {
  const fall = waterfall(scenario);
  const texts = textsOf(fall);
  const byLever = <Value>(of: (step: LeverStep) => Value) =>
    Object.fromEntries(fall.steps.map((step) => [step.id, of(step)])) as { readonly [id in LeverId]: Value };
  return {
    takeaway: fall.steps.some(({ on }) => on) ? stackTakeaway(fall, texts) : aloneTakeaway(fall, texts),
    chart: chartOf(fall, texts),
    columns: COLUMNS,
    rows: rowsOf(fall, texts),
    says: byLever((step) => sayOf(step, scenario, texts)),
    conflicts: byLever(({ conflict }) => conflict),
    reReading: reReadingOf(scenario),
  };
}

interface Texts {
  readonly today: string;
  /** What each would change alone; null where it cannot be pulled. */
  readonly alone: { readonly [id in LeverId]: string | null };
  readonly optimised: string;
  readonly steps: { readonly [id in LeverId]: { readonly before: string; readonly change: string; readonly after: string } };
}

/** The bills and the changes between them, which add up to the last digit. */
function textsOf({ today, steps }: Waterfall): Texts {
  const { bills, changes } = waterfallAmounts([today, ...steps.map(({ after }) => after)]);
  const textOf = (index: number) => ({ before: bills[index] ?? "", change: changes[index] ?? "", after: bills[index + 1] ?? "" });
  return {
    today: bills[0] ?? "",
    alone: Object.fromEntries(steps.map(({ id, alone }) => [id, aloneText(today, alone)])) as Texts["alone"],
    optimised: bills.at(-1) ?? "",
    steps: Object.fromEntries(steps.map(({ id }, index) => [id, textOf(index)])) as Texts["steps"],
  };
}

// From bill to bill like the changes of the stack, so that the first lever reads the same on and off.
function aloneText(today: number, alone: number | null): string | null {
  return alone === null ? null : (waterfallAmounts([today, Math.max(0, today - alone)]).changes[0] ?? null);
}

function isPulled({ on, conflict }: LeverStep): boolean {
  return on && conflict === null;
}

function chartOf(fall: Waterfall, texts: Texts): WaterfallProps {
  const { today, optimised, steps } = fall;
  const areAllOff = !steps.some(({ on }) => on);
  const whole = (label: string, to: number, text: string): WaterfallBar => ({ label, kind: "bill", from: 0, to, text });
  return {
    bars: [
      whole("Today", today, texts.today),
      ...steps.map((step) => (areAllOff ? aloneBar(step, today, texts) : stepBar(step, texts))),
      whole(BILL, optimised, texts.optimised),
    ],
    parts: areAllOff ? PARTS_ALONE : PARTS,
    formatValue: formatUsd,
    formatTick: formatAboutUsd,
    valueLabel: "US$ a month, all developers",
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

function stepBar(step: LeverStep, { steps }: Texts): WaterfallBar {
  const { id, before: from, after: to } = step;
  const label = LEVER_NAMES[id].short;
  if (!isPulled(step)) return { label, kind: "off", from, to, text: step.on ? "left out" : "off" };
  if (withoutNoise(to - from) === 0) return { label, kind: "off", from, to, text: "no change" };
  return { label, kind: "change", from, to, text: steps[id].change };
}

function aloneBar({ id, alone }: LeverStep, today: number, texts: Texts): WaterfallBar {
  const label = LEVER_NAMES[id].short;
  const text = texts.alone[id];
  const unchanged = { label, kind: "off", from: today, to: today } as const;
  if (alone === null || text === null) return { ...unchanged, text: "not possible" };
  if (withoutNoise(alone) === 0) return { ...unchanged, text: "no change" };
  return { label, kind: "alone", from: today, to: Math.max(0, today - alone), text };
}

function rowsOf({ today, optimised, steps }: Waterfall, texts: Texts): readonly DataRow[] {
  return [
    { id: "today", cells: ["Today", "", "", texts.today, ""], values: ["Today", null, null, today, null] },
    ...steps.map((step) => {
      const { before, change, after } = texts.steps[step.id];
      const middle = isPulled(step) ? [before, change, after] : ["", step.on ? "left out" : "off", ""];
      const name = LEVER_NAMES[step.id].short;
      return {
        id: step.id,
        cells: [name, ...middle, texts.alone[step.id] ?? "not possible"],
        values: [name, ...stepValues(step), step.alone === null ? null : withoutNoise(-step.alone)],
      };
    }),
    { id: "optimised", cells: [BILL, "", "", texts.optimised, ""], values: [BILL, null, null, optimised, null] },
  ];
}

function stepValues(step: LeverStep): readonly (number | null)[] {
  const { before, after } = step;
  return isPulled(step) ? [before, withoutNoise(after - before), after] : [null, null, null];
}

function stackTakeaway({ steps }: Waterfall, texts: Texts): string {
  const parts = steps
    .filter((step) => isPulled(step) && withoutNoise(step.after - step.before) !== 0)
    .map(({ id }) => `${inSentence(id)} ${texts.steps[id].change}`);
  if (parts.length === 0) return `The levers that are on change nothing here: ${texts.today} a month.`;
  return `From ${texts.today} to ${texts.optimised} a month: ${parts.join(", ")}.`;
}

function aloneTakeaway({ steps }: Waterfall, { today, alone: texts }: Texts): string {
  const best = steps.flatMap(({ id, alone }) => (alone !== null && withoutNoise(alone) > 0 ? [{ id, alone }] : []));
  if (best.length === 0) return `No lever, as set below, would cut this bill of ${today} a month.`;
  const named = best
    .sort((a, b) => b.alone - a.alone)
    .slice(0, MOST_NAMED)
    .map(({ id }) => `${inSentence(id)} ${size(texts[id] ?? "")}`);
  return `All levers are off: ${today} a month. Pulled alone, the most would be saved by ${named.join(", ")} a month.`;
}

const MOST_NAMED = 3;

function inSentence(id: LeverId): string {
  return LEVER_NAMES[id].short.toLowerCase();
}

function sayOf({ id, on, before, after, alone, conflict }: LeverStep, scenario: Scenario, texts: Texts): string {
  if (conflict !== null) return on ? "Left out of the figures." : "It cannot be pulled here.";
  const saved = withoutNoise(on ? before - after : (alone ?? 0));
  if (saved === 0) return `${on ? "Changes" : "It would change"} nothing here${whyNothing(id, scenario)}.`;
  const amount = size(on ? texts.steps[id].change : (texts.alone[id] ?? ""));
  if (on) return saved > 0 ? `Saves ${amount} a month of what those above leave.` : `Costs ${amount} a month more.`;
  return saved > 0 ? `Alone it would save ${amount} a month.` : `Alone it would cost ${amount} a month more.`;
}

/** A change as the chart shows it, without its direction. */
function size(change: string): string {
  return change.replace(/[+−]/, "").replace(">", "<");
}

function whyNothing(id: LeverId, { profiles }: Scenario): string {
  const simulated = profiles.flatMap(({ usage }) => (usage.kind === "simulated" ? [usage] : []));
  const isAsked = id === "caching" || id === "clearing" || id === "subagents";
  if (isAsked && simulated.length === 0) return ": these sessions are stated by totals, which do not tell";
  if (id === "subagents" && simulated.every(({ subagents }) => subagents.count === 0))
    return ": these sessions start no subagents";
  return "";
}

function reReadingOf(scenario: Scenario): string {
  const more = reReadingCost(scenario);
  if (more === null) return "";
  const cost = withoutNoise(more);
  if (cost === 0) return "Here both cost the same.";
  const amount = formatUsd(Math.abs(cost));
  return cost > 0
    ? `Each request: ${amount} a month more than each session, because every change of model reads the conversation anew.`
    : `Each request: ${amount} a month less than each session, though every change of model reads the conversation anew.`;
}

// Sums of the same amounts in another order differ behind the tenth decimal: no lever did that.
function withoutNoise(usd: number): number {
  return Math.abs(usd) < 1e-7 ? 0 : usd;
}
