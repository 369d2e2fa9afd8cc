import { memoByObject } from "../../lib/memo-by-object.ts";
import { COMPARED_NAMES, type Comparison } from "../../scenario/comparison.ts";
import { changesBetween } from "../../scenario/difference-changes.ts";
import { type Difference, differenceOf } from "../../scenario/differences.ts";
import type { Estimate } from "../../scenario/estimate.ts";
import type { Scenario } from "../../scenario/scenario.ts";
import { selectConflicts, selectEstimate } from "../../state/selectors.ts";
import { waterfallAmounts } from "../../ui/format-changes.ts";
import { cheapestInWords, limitsInWords } from "./combine-ways-to-pay.ts";

/** Scenarios side by side: their figures, the inputs in which they differ, and where each difference from the baseline comes from. */
export interface CompareView {
  readonly columns: readonly ComparedColumn[];
  readonly figures: readonly ComparedRow[];
  /** Only inputs that differ somewhere. */
  readonly inputs: readonly ComparedRow[];
  readonly differences: readonly ComparedDifference[];
}

export interface ComparedColumn {
  /** A, B, C or D. */
  readonly name: string;
  readonly isBaseline: boolean;
  readonly isEdited: boolean;
  /** Why it has no figures: it contradicts itself. */
  readonly conflict: string | null;
}

export interface ComparedRow {
  readonly id: string;
  readonly label: string;
  /** One for each column. */
  readonly cells: readonly ComparedCell[];
}

export interface ComparedCell {
  readonly value: string;
  /** Beside the baseline: `▲ +$310 dearer`, `same`; empty in its own column and where there is nothing to compare. */
  readonly change: string;
  /** Where it is an amount: USD, unrounded. */
  readonly usd: number | null;
}

/** How one scenario's month comes from the baseline's. */
export interface ComparedDifference {
  /** "A → B". */
  readonly title: string;
  /** "A → B: +$310 a month: +$280 Opus 5.5 share, +$30 sessions a day". */
  readonly line: string;
  /** "+$310"; the parts' amounts add up to it to the last digit shown. */
  readonly total: string;
  readonly parts: readonly { readonly words: string; readonly amount: string }[];
}

/** @throws RangeError never: a scenario that contradicts itself has a column that says so */
export function combineCompare(comparison: Comparison): CompareView {
  const { scenarios, baseline, edited } = comparison;
  const columns = scenarios.map((scenario, place) => ({
    name: nameOf(place),
    isBaseline: place === baseline,
    isEdited: place === edited,
    conflict: selectConflicts({ scenario })[0]?.reason ?? null,
  }));
  const estimates = scenarios.map((scenario, place) =>
    columns[place]?.conflict === null ? selectEstimate({ shown: scenario }) : null,
  );
  return {
    columns,
    figures: figureRows(estimates, baseline),
    inputs: inputRows(comparison),
    differences: differencesOf(comparison, estimates),
  };
}

/** A scenario's letter. */
function nameOf(place: number): string {
  return COMPARED_NAMES[place] ?? "";
}

type Figures = readonly (Estimate | null)[];

function figureRows(estimates: Figures, baseline: number): readonly ComparedRow[] {
  const amounts = (of: (estimate: Estimate) => number) =>
    amountCells(
      estimates.map((estimate) => estimate && of(estimate)),
      baseline,
    );
  const words = (say: (estimate: Estimate) => string) =>
    wordCells(
      estimates.map((estimate) => (estimate ? say(estimate) : NO_FIGURE)),
      baseline,
    );
  return [
    { id: "month", label: "A month on the API", cells: amounts(({ perMonth }) => perMonth) },
    { id: "developer", label: "Per developer a month", cells: amounts(({ perDeveloperMonth }) => perDeveloperMonth) },
    { id: "session", label: "Per session", cells: amounts(({ perSession }) => perSession) },
    { id: "cheapest", label: "Cheapest way to pay, per developer", cells: words(cheapestInWords) },
    { id: "limits", label: "Plans' limits", cells: words(limitsInWords) },
  ];
}

const NO_FIGURE = "not worked out";

function amountCells(amounts: readonly (number | null)[], baseline: number): readonly ComparedCell[] {
  const base = amounts[baseline] ?? null;
  const known = amounts.filter((amount) => amount !== null);
  // Each beside the baseline, so that every change shown is that of the two amounts shown.
  const { bills, changes } = waterfallAmounts(known.flatMap((amount) => [base ?? amount, amount]));
  return amounts.map((usd, place): ComparedCell => {
    if (usd === null) return { value: NO_FIGURE, change: "", usd };
    const at = 2 * amounts.slice(0, place).filter((amount) => amount !== null).length;
    const isCompared = base !== null && place !== baseline;
    return { value: bills[at + 1] ?? "", change: isCompared ? changeInWords(changes[at] ?? "") : "", usd };
  });
}

function changeInWords(change: string): string {
  if (change === "$0") return SAME;
  return change.includes("−") ? `▼ ${change} cheaper` : `▲ ${change} dearer`;
}

const SAME = "same";

function wordCells(values: readonly string[], baseline: number): readonly ComparedCell[] {
  return values.map((value, place) => ({
    value,
    change: place !== baseline && value === values[baseline] && value !== NO_FIGURE ? SAME : "",
    usd: null,
  }));
}

function inputRows({ scenarios, baseline }: Comparison): readonly ComparedRow[] {
  const base = scenarios[baseline] as Scenario;
  const changes = scenarios.map((scenario) => changesOf(base)(scenario));
  const firsts = new Map(changes.flat().map((change) => [change.id, change] as const));
  return [...firsts.values()].map(({ id, label, before }) => {
    const cells = changes.map((own, place): ComparedCell => {
      const change = own.find((candidate) => candidate.id === id);
      const isSame = place !== baseline && !change;
      return { value: change?.after ?? before, change: isSame ? SAME : "", usd: null };
    });
    return { id, label, cells };
  });
}

const changesOf = memoByObject((from: Scenario) => memoByObject((to: Scenario) => changesBetween(from, to)));
const differenceFrom = memoByObject((from: Scenario) => memoByObject((to: Scenario) => differenceOf(from, to)));

function differencesOf({ scenarios, baseline }: Comparison, estimates: Figures): readonly ComparedDifference[] {
  const base = scenarios[baseline] as Scenario;
  if (!estimates[baseline]) return [];
  return scenarios.flatMap((scenario, place) =>
    place === baseline || !estimates[place]
      ? []
      : differenceInWords(`${nameOf(baseline)} → ${nameOf(place)}`, differenceFrom(base)(scenario)),
  );
}

function differenceInWords(title: string, { from, to, parts }: Difference): ComparedDifference {
  const { changes } = waterfallAmounts([from, ...parts.map(({ after }) => after), from, to]);
  const total = changes.at(-1) ?? "";
  const told = parts.map(({ name, words }, index) => ({ name, words, amount: changes[index] ?? "" }));
  return { title, line: `${title}: ${lineOf(total, told)}`, total, parts: told.map(({ words, amount }) => ({ words, amount })) };
}

function lineOf(
  total: string,
  parts: readonly { readonly name: string; readonly words: string; readonly amount: string }[],
): string {
  const moving = parts.filter(({ amount }) => amount !== "$0");
  const [only] = moving;
  if (parts.length === 0) return "no difference";
  if (!only) return `the same month on the API; what differs: ${parts.map(({ words }) => words).join(", ")}`;
  const month = total === "$0" ? "the same month on the API" : `${total} a month`;
  return `${month}: ${moving.length === 1 ? only.words : moving.map(({ name, amount }) => `${amount} ${name}`).join(", ")}`;
}
