import {
  type ClaimFigure,
  type ClaimValue,
  isSpan,
  type Opened,
  opened,
  type PublishedClaim,
  type Span,
} from "./published-claim.ts";

/**
 * How a claim and our figures stand to each other:
 *
 * - `agrees`: each figure is ours, or ours lies in the published range, and nothing had to be assumed.
 * - `rounds`: a figure is ours rounded to the digits printed; zeros at the end of a whole number are no digits (400 stands for 350–450).
 * - `range`: the guide gives a range or a shape and leaves inputs open; with what we assume, ours lies in it, or it in ours.
 * - `disagrees`: a figure does not follow from its own inputs.
 */
export type ClaimStatus = "agrees" | "rounds" | "range" | "disagrees";

/** The order in which they are counted and shown. */
export const CLAIM_STATUSES: readonly ClaimStatus[] = ["agrees", "rounds", "range", "disagrees"];

/** A figure beside ours; `status` is null where there is nothing to judge: none was published, or it is an input. */
export interface JudgedFigure extends Omit<ClaimFigure, "ours" | "shows"> {
  readonly ours: ClaimValue;
  readonly status: ClaimStatus | null;
}

/** A claim with our figures and how they stand to it. */
export interface JudgedClaim extends Omit<PublishedClaim, "figures"> {
  readonly figures: readonly JudgedFigure[];
  readonly status: ClaimStatus;
}

/**
 * Works a claim out and judges it. @throws RangeError as `estimate`
 * @example judgeClaim(a claim of $0.20 that comes to $0.195).status //=> "rounds"
 */
export function judgeClaim(claim: PublishedClaim): JudgedClaim {
  const at = opened(claim.scenario);
  const figures = claim.figures.map((figure) => judgeFigure(figure, at));
  return { ...claim, figures, status: statusOf(figures, claim.assumes) };
}

function judgeFigure({ ours: work, shows: _, ...figure }: ClaimFigure, at: Opened): JudgedFigure {
  const ours = work(at);
  const isJudged = figure.published !== null && figure.meant !== "given";
  return { ...figure, ours, status: isJudged ? statusOfFigure(figure, ours) : null };
}

function statusOf(figures: readonly JudgedFigure[], assumes: string | undefined): ClaimStatus {
  const statuses = figures.flatMap(({ status }) => status ?? []);
  if (statuses.includes("disagrees")) return "disagrees";
  if (assumes !== undefined || statuses.includes("range") || statuses.length === 0) return "range";
  return statuses.includes("rounds") ? "rounds" : "agrees";
}

function statusOfFigure({ published, meant }: Pick<ClaimFigure, "published" | "meant">, ours: ClaimValue): ClaimStatus {
  if (isSpan(published)) return isSpan(ours) ? nested(published, ours) : inside(ours, published) ? "agrees" : "disagrees";
  if (typeof published !== "number") return published === ours ? "agrees" : "disagrees";
  if (isSpan(ours)) {
    const holds = meant === "at-least" ? atLeast(ours.low, published) : inside(published, ours);
    return holds ? "range" : "disagrees";
  }
  if (typeof ours !== "number") return "disagrees";
  if (meant === "at-least") return atLeast(ours, published) ? "agrees" : "disagrees";
  if (isSame(published, ours)) return "agrees";
  return meant !== "exactly" && isRounding(published, ours) ? "rounds" : "disagrees";
}

function nested(one: Span, other: Span): ClaimStatus {
  const holds = (outer: Span, inner: Span): boolean => inside(inner.low, outer) && inside(inner.high, outer);
  return holds(one, other) || holds(other, one) ? "range" : "disagrees";
}

function inside(value: ClaimValue, { low, high }: Span): boolean {
  return typeof value === "number" && atLeast(value, low) && atLeast(high, value);
}

function atLeast(value: number, least: number): boolean {
  return value >= least || isSame(value, least);
}

// What sums and products of floating-point numbers leave behind the 12th digit is no difference.
function isSame(one: number, other: number): boolean {
  return Math.abs(one - other) <= 1e-9 * Math.max(Math.abs(one), Math.abs(other));
}

function isRounding(published: number, ours: number): boolean {
  return Math.abs(ours - published) <= (printedPlace(published) / 2) * (1 + 1e-9);
}

/** What the last digit printed is worth; of 0 nothing is known. @example printedPlace(0.34) //=> 0.01, printedPlace(400) //=> 100 */
export function printedPlace(value: number): number {
  if (value === 0) return 0;
  const [digits, exponent] = value.toExponential().split("e") as [string, string];
  return Number(`1e${Number(exponent) - (digits.split(".")[1] ?? "").length}`);
}
