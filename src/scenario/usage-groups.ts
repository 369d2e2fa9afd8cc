import type { DeveloperGroup } from "../pricing/seat-choice.ts";
import { MOST_TEAM_GROUPS } from "./ranges.ts";

/** Users who are planned as one group. */
export interface UsageGroup extends DeveloperGroup {
  /** USD a month of all of them: whole cents, which is what a link keeps. `usdPerMonth` is this by head, unrounded. */
  readonly totalUsd: number;
}

/**
 * Rows as at most so many groups, lightest first, for the link: it never holds a user's name or single amount beyond these.
 *
 * Users of one amount are one group. While there are too many, those two neighbours become one whose joining moves their users' amounts
 * least as shares of themselves (squares of log(1 + USD), joined as Ward's method does), the lighter pair first among equals. Amounts that
 * are few stay exact. A plan made from groups is near the rows' plan, not equal: for 60 to 1,000 lognormal users the total was off by up
 * to 1 % where overflow is bought at API rates, and by up to 16 % where it is not allowed.
 *
 * The head count is kept exactly, and so is the sum of dollars, rounded half up to the cent once: a group's total is the step that it makes
 * in the rounded running sum, so a group is at most a cent off its own.
 *
 * @param most whole, ≥ 1; left out: 12
 * @example usageGroups([{ usdPerMonth: 10 }, { usdPerMonth: 90 }, { usdPerMonth: 12 }], 2)
 *          //=> [{ count: 2, usdPerMonth: 11, totalUsd: 22 }, { count: 1, usdPerMonth: 90, totalUsd: 90 }]
 */
export function usageGroups(rows: readonly { readonly usdPerMonth: number }[], most: number = MOST_TEAM_GROUPS): UsageGroup[] {
  const groups = exactGroups(rows.map(({ usdPerMonth }) => usdPerMonth).sort((a, b) => a - b));
  while (groups.length > Math.max(1, most)) joinClosest(groups);
  return inCents(groups);
}

interface Sum {
  readonly count: number;
  readonly usd: number;
  /** Of log(1 + USD). */
  readonly logs: number;
}

function exactGroups(amounts: readonly number[]): Sum[] {
  const counts = new Map<number, number>();
  for (const amount of amounts) counts.set(amount, (counts.get(amount) ?? 0) + 1);
  return [...counts].map(([amount, count]) => ({ count, usd: amount * count, logs: Math.log1p(amount) * count }));
}

function joinClosest(groups: Sum[]): void {
  let best = { at: 0, loss: Infinity };
  for (let at = 0; at + 1 < groups.length; at += 1) {
    const loss = lossOfJoining(groups[at] as Sum, groups[at + 1] as Sum);
    if (loss < best.loss) best = { at, loss };
  }
  const [a, b] = groups.slice(best.at, best.at + 2) as [Sum, Sum];
  groups.splice(best.at, 2, { count: a.count + b.count, usd: a.usd + b.usd, logs: a.logs + b.logs });
}

// How much the squares of the distances to the mean grow.
function lossOfJoining(a: Sum, b: Sum): number {
  return ((a.count * b.count) / (a.count + b.count)) * (b.logs / b.count - a.logs / a.count) ** 2;
}

function inCents(groups: readonly Sum[]): UsageGroup[] {
  let usd = 0;
  let cents = 0;
  return groups.map((group) => {
    usd += group.usd;
    const totalCents = Math.round(usd * 100) - cents;
    cents += totalCents;
    return { count: group.count, usdPerMonth: totalCents / 100 / group.count, totalUsd: totalCents / 100 };
  });
}
