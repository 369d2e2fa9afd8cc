import { outOfRange } from "../lib/range-error.ts";

/** From end to end in at most 24 presses of an arrow key. */
const MOST_STOPS = 25;

const STEPS_OF_A_DECADE = { "1-2-5": [1, 2, 5], E6: [1, 1.5, 2.2, 3.3, 4.7, 6.8] } as const;

/**
 * Round stops whose ratios are about equal, both ends included: for token counts, where 1K to 2K matters as much as 1M to 2M.
 *
 * @param from the first stop, over 0
 * @param to   the last stop
 * @throws RangeError for ends out of order, and for more than 25 stops
 * @example logStops(1_000, 10_000) //=> [1_000, 2_000, 5_000, 10_000]
 */
export function logStops(from: number, to: number, options: { readonly series?: "1-2-5" | "E6" } = {}): readonly number[] {
  if (!(from > 0 && to > from && Number.isFinite(to))) throw outOfRange("stops", [from, to], "two ends in order, over 0");
  const series = STEPS_OF_A_DECADE[options.series ?? "1-2-5"];
  const stops: number[] = [from];
  for (let decade = exponentOf(from); decade <= exponentOf(to); decade += 1) {
    // Read as text, because 6.8 * 10 ** 4 need not be 68000.
    stops.push(...series.map((step) => Number(`${step}e${decade}`)).filter((stop) => stop > from && stop < to));
  }
  return fewEnough([...stops, to]);
}

/**
 * Stops at equal distances, both ends included.
 * @throws RangeError when the distance does not divide the range, and for more than 25 stops
 * @example linearStops(0, 1, { step: 0.5 }) //=> [0, 0.5, 1]
 */
export function linearStops(from: number, to: number, { step }: { readonly step: number }): readonly number[] {
  const steps = Number(((to - from) / step).toPrecision(12));
  if (!(Number.isInteger(steps) && steps > 0)) throw outOfRange("step", step, `a part of ${from} to ${to} that divides it`);
  if (steps >= MOST_STOPS) throw outOfRange("step", step, `wide enough for at most ${MOST_STOPS} stops`);
  return Array.from({ length: steps + 1 }, (_, index) => Number((from + index * step).toPrecision(12)));
}

/**
 * Where on the stops a value sits: the nearest index; beyond an end, that end. Halfway, the upper one.
 * @example nearestStop([1_000, 2_000, 5_000], 4_000) //=> 2
 */
export function nearestStop(stops: readonly number[], value: number): number {
  const above = stops.findIndex((stop) => stop >= value);
  if (above <= 0) return above === 0 ? 0 : stops.length - 1;
  const [low = value, high = value] = [stops[above - 1], stops[above]];
  return value - low < high - value ? above - 1 : above;
}

function exponentOf(value: number): number {
  return Number(value.toExponential().split("e")[1]);
}

function fewEnough(stops: readonly number[]): readonly number[] {
  if (stops.length > MOST_STOPS) throw outOfRange("stops", stops.length, `at most ${MOST_STOPS} stops`);
  return stops;
}
