import { type BillLine, billLine } from "../pricing/bill-line.ts";
import type { Scenario } from "./scenario.ts";

/** The first day on which a refusal without output was not billed (platform release notes, read 2026-11-20). */
const REFUSALS_FREE_FROM = "2026-06-02";

/** Of each planned request, how much is billed; 1 = all of it, over 1 where requests are sent again. */
export interface BilledShares {
  /** What the request sends: its prompt, and a router's fee. */
  readonly sent: number;
  /** What the answer is: its output and the searches made for it. */
  readonly answered: number;
}

/**
 * How much of the plan is billed, given the requests that fail. Of 100 that the sessions plan, e end in an error and are not billed, r are
 * answered but sent again, each of these billed once more as it was planned, and f are refused without output: (100 − e − f + r) ÷ 100 of
 * every quantity is billed. Before 2026-06-02 a refused request was billed for what it sent: (100 − e + r) ÷ 100 of that. What failing does to
 * a cache or to the turns that follow is left out.
 *
 * @example billedShares({ priceDate: "2026-11-20", failed: { erroredPercent: 2, retriedPercent: 5, refusedPercent: 1 } }).sent //=> 1.02
 */
export function billedShares({ failed, priceDate }: Pick<Scenario, "failed" | "priceDate">): BilledShares {
  const { erroredPercent, retriedPercent, refusedPercent } = failed;
  const answered = shareOf(100 - erroredPercent - refusedPercent + retriedPercent);
  return { sent: priceDate < REFUSALS_FREE_FROM ? shareOf(100 - erroredPercent + retriedPercent) : answered, answered };
}

/** Lines with as much of each quantity as is billed, none of which nothing is; the very lines where every request goes as planned. */
export function billedLines(lines: readonly BillLine[], { sent, answered }: BilledShares): readonly BillLine[] {
  if (sent === 1 && answered === 1) return lines;
  return lines.flatMap(({ item, quantity, rate, per }) => {
    const share = item === "output" || item === "webSearch" ? answered : sent;
    return share === 0 ? [] : [billLine({ item, quantity: quantity * share, rate, per })];
  });
}

// Percents are in tenths, so a share is in thousandths: exactly 1 where two of them cancel out, never a hair below 0.
function shareOf(percent: number): number {
  return Math.round(percent * 10) / 1_000;
}
