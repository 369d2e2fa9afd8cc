import type { LineInWords } from "../../scenario/bill-in-words.ts";
import { planById } from "../../scenario/plan-offers.ts";
import type { PlanChoice } from "../../scenario/plan-verdict.ts";
import type { DataRow } from "../../ui/data-table.tsx";

/** Something to mind, with its parts. */
export interface FitNotice {
  readonly title: string;
  readonly items: readonly string[];
}

/** The verdict in words. */
export interface FitWords {
  /** The cheapest under each policy, the one that was chosen first. */
  readonly verdict: readonly string[];
  /** What each plan would have to cover, or why plans do not serve this work. */
  readonly reasons: FitNotice | null;
  readonly warnings: readonly FitNotice[];
  /** The cheapest choice for every bill, at both ends of the limits; null where there is none to tell. */
  readonly ranges: readonly DataRow[] | null;
}

/** Which plan fits: the verdict in words, the table, and what has to stand beside it. */
export interface PlansView extends FitWords {
  readonly rows: readonly PlanRow[];
  readonly notes: readonly string[];
}

/** A row whose `cells` are its texts, and whose `fit` has what each of them opens to. */
export interface PlanRow extends DataRow {
  readonly fit: readonly FitCell[];
  /** What the month costs, USD unrounded, from the least to the most; none where it is not known. */
  readonly costs: readonly number[];
}

/** One figure, or two where it is a range. */
export interface FitCell {
  readonly figures: readonly FitFigure[];
  /** In small letters below. */
  readonly note?: string;
}

/** An amount, and the lines that it is made of where it has any. */
export interface FitFigure {
  readonly text: string;
  readonly title?: string;
  readonly lines?: () => readonly LineInWords[];
}

/** A row with the texts of its cells. */
export function rowOf(id: string, fit: readonly FitCell[], costs: readonly number[] = []): PlanRow {
  return { id, fit, costs, cells: fit.map((cell) => cell.figures.map(({ text }) => text).join(joinOf(cell))) };
}

/** A figure of a plan that cannot hold the work where work stops at the limit. */
export const NOT_SERVED = "does not serve";

/** What stands between two figures. */
export function joinOf({ figures }: FitCell): string {
  return figures.some(({ text }) => text === NOT_SERVED) ? " or " : " to ";
}

/** A cell that opens to nothing. */
export function plain(text: string): FitCell {
  return { figures: [{ text }] };
}

/** A plan's name with those it went by. */
export function planName(id: PlanChoice["id"]): string {
  if (id === "api") return "API";
  const { name, formerNames } = planById(id);
  const former = formerNames.map(({ name: old }) => old).join(", ");
  return former === "" ? name : `${name} (was ${former})`;
}
