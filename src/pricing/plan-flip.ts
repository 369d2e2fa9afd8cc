import { cheapestRanges } from "./break-even.ts";
import { comparePlans, costOfPlan, type Overflow, type PlanOffer } from "./compare-plans.ts";

/** A plan whose limit is known as a range only; `null` = unlimited at that end. USD a month. */
export interface RangedOffer {
  readonly id: string;
  readonly name: string;
  readonly fee: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** From which limit on a plan is the cheapest. */
export interface LimitFlip {
  /** API-equivalent USD a month, unrounded. */
  readonly limit: number;
  /** Whether exactly that limit will do; false where the plan then costs what a choice costs that wins ties. */
  readonly inclusive: boolean;
}

/** For one plan and some work: what it would have to cover, beside what it is thought to cover. */
export interface PlanFlip {
  readonly offer: RangedOffer;
  /** With all other plans at the low and at the high end of their limits; null = it is not the cheapest whatever it covers. */
  readonly atLow: LimitFlip | null;
  readonly atHigh: LimitFlip | null;
}

/** Monthly bills over which the cheapest choices at both ends of the limits stay the same; they differ where the limits decide. */
export interface RangeAtBothEnds {
  /** "api" or a plan's id. */
  readonly atLow: string;
  readonly atHigh: string;
  /** USD a month, exclusive, save for the first range, which begins at 0 inclusive. */
  readonly from: number;
  /** USD a month, inclusive; null = from there on. */
  readonly to: number | null;
}

/** The offers at one end of their limits, in the order given. */
export function offersAt(offers: readonly RangedOffer[], end: "low" | "high"): PlanOffer[] {
  return offers.map(({ id, name, fee, ...limits }) => ({ id, name, fee, limit: limits[end] }));
}

/** Work, and what happens to the part of it that is past a limit. */
export interface WorkOnPlans {
  /** The API bill of a month, USD. */
  readonly work: number;
  readonly overflow: Overflow;
}

/**
 * For each plan the smallest limit with which it is the cheapest for this work: with "api-rates" what is past the limit may cost as much as
 * the best other choice leaves over the fee, otherwise the plan must cover all of the work. Ties go as in `comparePlans`: to the API, then
 * to the cheaper fee, then to the plan listed first.
 *
 * @throws RangeError as `comparePlans`
 * @example Pro ($20) beside a Max ($100) that covers it all, work of $300: Pro may leave $80 of it: it must cover $220
 */
export function planFlips(offers: readonly RangedOffer[], terms: WorkOnPlans): PlanFlip[] {
  const [low, high] = [offersAt(offers, "low"), offersAt(offers, "high")];
  return offers.map((offer, index) => ({ offer, atLow: flipOf(index, low, terms), atHigh: flipOf(index, high, terms) }));
}

function flipOf(index: number, offers: readonly PlanOffer[], { work, overflow }: WorkOnPlans): LimitFlip | null {
  const offer = offers[index] as PlanOffer;
  const best = bestOther(index, offers, { work, overflow });
  // With all of the work covered a plan costs its fee and no less.
  if (offer.fee > best.cost || (offer.fee === best.cost && !best.losesTie)) return null;
  if (overflow === "not-allowed") return { limit: work, inclusive: true };
  return { limit: work - (best.cost - offer.fee), inclusive: best.losesTie };
}

interface BestOther {
  readonly cost: number;
  /** Whether it gives way to our plan where both cost the same. */
  readonly losesTie: boolean;
}

function bestOther(index: number, offers: readonly PlanOffer[], { work, overflow }: WorkOnPlans): BestOther {
  const others = offers.filter((_, position) => position !== index);
  const { cheapest } = comparePlans(work, others, overflow);
  const place = offers.findIndex(({ id }, position) => position !== index && id === cheapest);
  const [own, other] = [offers[index], offers[place]];
  // None of the offers: the API.
  if (!own || !other) return { cost: work, losesTie: false };
  const cost = costOfPlan(other, work, overflow).cost ?? Infinity;
  return { cost, losesTie: own.fee < other.fee || (own.fee === other.fee && index < place) };
}

/**
 * Which choice is the cheapest for every bill, at both ends of the limits, as ranges that follow one another: where both names are the
 * same the answer does not hang on the limits.
 *
 * @example Pro covering 163 to 411 beside an unlimited Max: up to $20 the API, to $243 Pro, to $491 Max or Pro, from there on Max
 */
export function cheapestAtBothEnds(offers: readonly RangedOffer[], overflow: Overflow): RangeAtBothEnds[] {
  const low = cheapestRanges(offersAt(offers, "low"), overflow);
  const high = cheapestRanges(offersAt(offers, "high"), overflow);
  const starts = [...new Set([...low, ...high].map(({ from }) => from))].sort((a, b) => a - b);
  return starts.map((from, index) => ({
    atLow: cheapestFrom(low, from),
    atHigh: cheapestFrom(high, from),
    from,
    to: starts[index + 1] ?? null,
  }));
}

function cheapestFrom(ranges: ReturnType<typeof cheapestRanges>, start: number): string {
  return ranges.findLast(({ from }) => from <= start)?.cheapest ?? "api";
}
