import { requireWhole, requireWithin } from "../lib/range-error.ts";
import type { Overflow } from "./compare-plans.ts";
import { planSeats, type SeatPlan } from "./plan-seats.ts";
import type { DeveloperGroup, SeatOffers } from "./seat-choice.ts";

/** A team's plan at three head counts, each planned anew. */
export interface SeatPlansByHeadCount {
  readonly fewer: SeatPlan;
  readonly stated: SeatPlan;
  readonly more: SeatPlan;
}

/**
 * What the team would do with fewer and with more developers of the same mix.
 *
 * @param options.percent how many fewer and more, 0 to 100; left out: 20
 * @throws RangeError as `planSeats` and `scaleHeadCount`
 */
export function planSeatsByHeadCount(
  groups: readonly DeveloperGroup[],
  offers: SeatOffers,
  { overflow, percent = 20 }: { readonly overflow: Overflow; readonly percent?: number },
): SeatPlansByHeadCount {
  requireWithin("percent", percent, [0, 100]);
  const planAt = (change: number): SeatPlan => planSeats(scaleHeadCount(groups, change), offers, { overflow });
  return { fewer: planAt(-percent), stated: planAt(0), more: planAt(percent) };
}

/**
 * The groups with so many percent more developers (negative: fewer), in the order in which they were passed.
 *
 * The running head count, from the heaviest work down, is scaled and rounded half up; a group gets the step that it makes. So the whole
 * team is its head count scaled and rounded half up, the heaviest group likewise, and every group is less than one developer off its own
 * scaled count: also where all groups are rows of one developer, which rounded one by one would never change. A group may come to 0.
 *
 * @param percent whole, -100 to 1,000
 * @throws RangeError for a percent or count out of range
 * @example scaleHeadCount([{ count: 5, usdPerMonth: 50 }, { count: 3, usdPerMonth: 400 }], -20)
 *          //=> 3 × 0.8 = 2.4: 2 heavy; 8 × 0.8 = 6.4: 6 in all, so 4 light
 */
export function scaleHeadCount(groups: readonly DeveloperGroup[], percent: number): DeveloperGroup[] {
  requireWhole("percent", percent, -100);
  requireWithin("percent", percent, [-100, 1000]);
  const counts = groups.map(() => 0);
  let running = 0;
  for (const index of heaviestFirst(groups)) {
    const count = groups[index]?.count ?? 0;
    requireWhole(`groups[${index}].count`, count);
    counts[index] = scaled(running + count, percent) - scaled(running, percent);
    running += count;
  }
  return groups.map((group, index) => ({ ...group, count: counts[index] ?? 0 }));
}

function heaviestFirst(groups: readonly DeveloperGroup[]): readonly number[] {
  return [...groups.keys()].sort((a, b) => (groups[b]?.usdPerMonth ?? 0) - (groups[a]?.usdPerMonth ?? 0));
}

// In whole numbers: 5 × 1.1 would be 5.5 and a bit.
function scaled(count: number, percent: number): number {
  return Math.floor((count * (100 + percent) + 50) / 100);
}
