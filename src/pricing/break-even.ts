import { comparePlans, type Overflow, type PlanOffer } from "./compare-plans.ts";

/** Where a plan meets the API. All in API-equivalent USD a month of one person. */
export interface BreakEven {
  readonly id: string;
  /** The smallest bill from which the plan costs no more than the API; null = never. */
  readonly from: number | null;
  /** The largest bill that the plan serves; null = it serves every bill. */
  readonly servesUpTo: number | null;
}

/**
 * From which API bill a plan costs no more. Below its limit a plan costs its fee, so that bill is the fee itself; a plan that covers
 * less work than its fee never gets there.
 *
 * @example breakEven({ id: "pro", name: "Pro", fee: 20, limit: 163 }, "api-rates").from //=> 20
 */
export function breakEven({ id, fee, limit }: PlanOffer, overflow: Overflow): BreakEven {
  return { id, from: limit === null || fee <= limit ? fee : null, servesUpTo: overflow === "not-allowed" ? limit : null };
}

/**
 * From which bill the dearer of two plans costs no more than the cheaper one: there the cheaper plan's overflow has eaten the
 * difference of the fees, or it has stopped serving. null = never. An interval is named by its start: where overflow is not allowed the
 * dearer plan wins from just above that bill.
 *
 * @example crossover({ fee: 20, limit: 100, … }, { fee: 100, limit: 400, … }, "api-rates") //=> 180
 */
export function crossover(cheaper: PlanOffer, dearer: PlanOffer, overflow: Overflow): number | null {
  if (cheaper.limit === null) return null;
  const from = overflow === "not-allowed" ? cheaper.limit : dearer.fee - cheaper.fee + cheaper.limit;
  const held = dearer.limit === null || (overflow === "not-allowed" ? from < dearer.limit : from <= dearer.limit);
  return held ? from : null;
}

/** A range of monthly API bills over which one choice stays the cheapest. */
export interface CheapestRange {
  /** "api" or a plan's id. */
  readonly cheapest: string;
  /** USD a month, exclusive, save for the first range, which begins at 0 inclusive. */
  readonly from: number;
  /** USD a month, inclusive; null = from there on. */
  readonly to: number | null;
}

/**
 * Which choice is the cheapest for every bill, as ranges that follow one another.
 * @example cheapestRanges([{ id: "pro", name: "Pro", fee: 20, limit: null }], "api-rates") //=> API up to 20, Pro from there on
 */
export function cheapestRanges(plans: readonly PlanOffer[], overflow: Overflow): CheapestRange[] {
  const turns = turningPoints(plans);
  const ranges: CheapestRange[] = [];
  turns.forEach((from, index) => {
    const to = turns[index + 1] ?? null;
    // Between two turning points every cost is a straight line and none cross, so any point inside speaks for all.
    const inside = to === null ? from + 1 : (from + to) / 2;
    const { cheapest } = comparePlans(inside, plans, overflow);
    const last = ranges.at(-1);
    if (last?.cheapest === cheapest) ranges[ranges.length - 1] = { ...last, to };
    else ranges.push({ cheapest, from, to });
  });
  return ranges;
}

// Bills at which a cost line bends (a limit) or can meet another: API with a fee, a plan's overflow with another plan's fee, and two
// overflows never, because they are parallel.
function turningPoints(plans: readonly PlanOffer[]): number[] {
  const points = new Set([0]);
  for (const { fee, limit } of plans) {
    points.add(fee);
    if (limit === null) continue;
    points.add(limit);
    for (const other of plans) points.add(other.fee - fee + limit);
  }
  return [...points].filter((point) => point >= 0).sort((a, b) => a - b);
}
