import { conflicts } from "./conflicts.ts";
import type { Change } from "./difference-change.ts";
import { changesBetween } from "./difference-changes.ts";
import { apiMonth } from "./estimate.ts";
import type { Scenario } from "./scenario.ts";

/** A step from one scenario towards another: mostly one change, several where one alone would contradict the others. */
export interface DifferencePart {
  /** Short: "Opus 5.5 share". */
  readonly name: string;
  /** "Opus 5.5 share 30 % → 60 %". */
  readonly words: string;
  /** What it adds to the month, after the parts before it: USD, all developers, unrounded; negative where it saves. */
  readonly usd: number;
  /** The month with it and all parts before it. */
  readonly after: number;
}

/** How a scenario's month comes from another's. USD a month on the API, all developers, unrounded. */
export interface Difference {
  readonly from: number;
  readonly to: number;
  /** `to − from`: the sum of the parts. */
  readonly total: number;
  readonly parts: readonly DifferencePart[];
}

/**
 * What a scenario has unlike another, and what each change adds to the month. The changes are made one after the other in the order of
 * `changesBetween`, each upon those before it, so the parts add up to the difference; another order would share it out otherwise. A change
 * that would leave the scenario in conflict with itself is made together with the next.
 *
 * @throws RangeError where one of the two contradicts itself, as `estimate`
 * @example differenceOf({ …, developers: 1 }, { …, developers: 2 }).parts[0].words //=> "developers 1 → 2"
 */
export function differenceOf(from: Scenario, to: Scenario): Difference {
  const bills = { from: apiMonth(from), to: apiMonth(to) };
  const changes = changesBetween(from, to);
  const parts: DifferencePart[] = [];
  let scenario = from;
  let before = bills.from;
  let joined: Change[] = [];
  for (const [index, change] of changes.entries()) {
    const isLast = index === changes.length - 1;
    // The last step ends at the very scenario: order, locks and models without a share, which nobody is told of, come with it.
    scenario = isLast ? to : change.put(scenario);
    joined = [...joined, change];
    if (!isLast && conflicts(scenario).length > 0) continue;
    const after = isLast ? bills.to : apiMonth(scenario);
    parts.push({ ...inOne(joined), usd: after - before, after });
    before = after;
    joined = [];
  }
  return { ...bills, total: bills.to - bills.from, parts };
}

function inOne(changes: readonly Change[]): Pick<DifferencePart, "name" | "words"> {
  return {
    name: changes.map(({ name }) => name).join(" and "),
    words: changes.map(({ words }) => words).join(", "),
  };
}
