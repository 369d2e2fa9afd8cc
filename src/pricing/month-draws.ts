import { normalAt, poissonAt, type Uniform } from "../lib/random.ts";

/** Draws the cost of one month, USD. */
export type MonthDraw = (uniform: Uniform) => number;

/** Sessions of one kind: how many there are and what they cost. */
export interface SessionKind {
  /** The mean of the Poisson distribution of sessions a working day. */
  readonly perDay: number;
  /** USD a session, lognormal: half of the sessions cost no more than `p50`, nine of ten no more than `p90`. */
  readonly cost: { readonly p50: number; readonly p90: number };
}

/** Days drawn with replacement; a part of a day is a whole one with that chance. */
export function measuredMonth(dollars: readonly number[], daysPerMonth: number): MonthDraw {
  const whole = Math.floor(daysPerMonth);
  const part = daysPerMonth - whole;
  const day: MonthDraw = (uniform) => dollars[Math.floor(uniform() * dollars.length)] as number;
  return (uniform) => {
    let sum = 0;
    for (let count = 0; count < whole; count += 1) sum += day(uniform);
    return part > 0 && uniform() < part ? sum + day(uniform) : sum;
  };
}

/** The mean of `measuredMonth`, exactly. */
export function measuredMean(dollars: readonly number[], daysPerMonth: number): number {
  return (dollars.reduce((sum, cost) => sum + cost, 0) / dollars.length) * daysPerMonth;
}

/** Sessions of all kinds, each kind independent of the others. */
export function assumedMonth(kinds: readonly SessionKind[], daysPerMonth: number): MonthDraw {
  const draws = kinds.map((kind) => kindMonth(kind, daysPerMonth));
  return (uniform) => draws.reduce((sum, draw) => sum + draw(uniform), 0);
}

/** The mean of `assumedMonth`, exactly: a lognormal's mean is above its median, by e^(σ²/2). */
export function assumedMean(kinds: readonly SessionKind[], daysPerMonth: number): number {
  return kinds.reduce((sum, { perDay, cost }) => sum + perDay * daysPerMonth * cost.p50 * Math.exp(spread(cost) ** 2 / 2), 0);
}

/** The standard normal value under which nine tenths lie. */
const Z90 = 1.2815515655446004;

// The σ of the lognormal; a cost that is always $0 has no logarithm.
function spread({ p50, p90 }: SessionKind["cost"]): number {
  return p90 === p50 ? 0 : Math.log(p90 / p50) / Z90;
}

/** Sessions a month, on the mean, that are drawn one by one; where there are more, these are the dearest. */
const DRAWN_SINGLY = 32;

/**
 * The sum of a Poisson count of lognormal sessions. By Poisson thinning the dearest sessions and all others are two independent
 * such sums: the dearest are drawn one by one, which keeps the long tail exact; the others, whose cost has a ceiling, as their
 * Poisson count with a normal sum of exact mean and variance. Up to `DRAWN_SINGLY` sessions a month all of them are the dearest,
 * and nothing is approximate.
 */
function kindMonth({ perDay, cost }: SessionKind, daysPerMonth: number): MonthDraw {
  const expected = perDay * daysPerMonth;
  const sigma = spread(cost);
  const share = Math.min(1, DRAWN_SINGLY / expected);
  const countDear = poissonAt(Math.min(expected, DRAWN_SINGLY));
  const others = othersMonth(expected - DRAWN_SINGLY, { sigma, share });
  return (uniform) => {
    let sum = others(uniform);
    // The lower end of the curve mirrored: near 1 a share would lose its last digits.
    for (let left = countDear(uniform()); left > 0; left -= 1) sum += Math.exp(-sigma * normalAt(share * uniform()));
    return sum * cost.p50;
  };
}

// In units of the median.
function othersMonth(expected: number, { sigma, share }: { readonly sigma: number; readonly share: number }): MonthDraw {
  if (expected <= 0) return () => 0;
  const countAt = poissonAt(expected);
  const { mean, deviation } = cutLognormal(sigma, -normalAt(share));
  return (uniform) => {
    const count = countAt(uniform());
    // A normal sum can fall below 0, by less than the 32 or so sessions above the cut bring: the month cannot.
    return count * mean + Math.sqrt(count) * deviation * normalAt(uniform());
  };
}

const STEPS = 1_000;
const WIDTH = 10;

// Mean and deviation of e^(σz) for normal z below a cut: midpoint rule over the 10 units under it, below which nothing weighs.
function cutLognormal(sigma: number, cut: number): { readonly mean: number; readonly deviation: number } {
  let [weights, sum, squares] = [0, 0, 0];
  for (let step = 0.5; step < STEPS; step += 1) {
    const z = cut - (step / STEPS) * WIDTH;
    // Measured against the cut, where the exponents of a far cut would vanish.
    const weight = Math.exp((cut * cut - z * z) / 2);
    const value = Math.exp(sigma * z);
    weights += weight;
    sum += weight * value;
    squares += weight * value * value;
  }
  const mean = sum / weights;
  return { mean, deviation: Math.sqrt(Math.max(0, squares / weights - mean * mean)) };
}
