import { requireWithin } from "../../lib/range-error.ts";

/** From the least to the greatest value that an axis shows. */
export type Domain = readonly [least: number, most: number];

/** An axis from 0 up: where it ends and which values it names, 0 first. */
export interface AxisScale {
  readonly domain: Domain;
  readonly ticks: readonly number[];
}

/**
 * An axis that ends on a tick at or above `most`, its ticks 1, 2 or 5 times a power of ten apart.
 * When everything is 0 the axis still has a length (0 to 1) but names only the 0.
 *
 * @param most  the greatest value drawn, 0 or more, in the axis' own unit
 * @param about how many steps are wished for, 1 or more; there are never more than that
 * @throws RangeError for NaN, a negative number or one above 1e300
 * @example niceScale(37, 4) //=> { domain: [0, 40], ticks: [0, 10, 20, 30, 40] }
 */
export function niceScale(most: number, about: number): AxisScale {
  requireWithin("most", most, [0, 1e300]);
  if (most === 0) return { domain: [0, 1], ticks: [0] };
  const step = niceStep(most, about);
  const count = Math.ceil(tidy(most / step.size));
  return { domain: [0, multiple(step, count)], ticks: Array.from({ length: count + 1 }, (_, index) => multiple(step, index)) };
}

/**
 * Ticks of an axis that has to end exactly at `most`: the last tick may stand before the end.
 *
 * @throws RangeError for NaN, a negative number or one above 1e300
 * @example ticksWithin(12, 3) //=> [0, 5, 10]
 */
export function ticksWithin(most: number, about: number): readonly number[] {
  const { ticks } = niceScale(most, about);
  return ticks.filter((tick) => tick <= most);
}

/**
 * Where a value stands between two pixels. An axis of no length puts everything at its start.
 * @example place(5, [0, 10], [100, 200]) //=> 150
 */
export function place(value: number, [least, most]: Domain, [from, to]: readonly [number, number]): number {
  return most === least ? from : from + ((value - least) / (most - least)) * (to - from);
}

interface Step {
  readonly size: number;
  readonly digit: number;
  readonly power: number;
}

function niceStep(most: number, about: number): Step {
  const wished = most / Math.max(1, about);
  const power = Math.floor(Math.log10(wished));
  const leading = tidy(wished / 10 ** power);
  const digit = [1, 2, 5].find((nice) => leading <= nice) ?? 10;
  return { digit, power, size: multiple({ digit, power }, 1) };
}

// Below 1 by division: 3 × 0.2 is 0.6000000000000001, 6 / 10 is 0.6.
function multiple({ digit, power }: Pick<Step, "digit" | "power">, count: number): number {
  return power < 0 ? (digit * count) / 10 ** -power : digit * count * 10 ** power;
}

// 0.3 / 0.1 is 2.9999999999999996 and must count as 3 steps, 0.7 / 0.1 likewise as 7.
function tidy(ratio: number): number {
  return Number(ratio.toPrecision(12));
}
