import { outOfRange } from "../lib/range-error.ts";

/**
 * Which class of model serves each request when a router picks one for every request: request n goes to the class with the largest
 * share × n − requests it already has, ties to the one that is listed first.
 *
 * @param shares 0–1 of the requests for each class, adding to 1, the cheapest model first
 * @throws RangeError for shares that do not add to 1
 * @example routeByShares(4, [0.75, 0.25]) //=> [0, 0, 1, 0]
 */
export function routeByShares(requests: number, shares: readonly number[]): readonly number[] {
  const sum = shares.reduce((total, share) => total + share, 0);
  if (Math.abs(sum - 1) > 1e-9 || shares.some((share) => share < 0))
    throw outOfRange("shares", shares.join(" + "), "shares of 0–1 that add to 1");
  const served = shares.map(() => 0);
  return Array.from({ length: requests }, (_, index) => {
    const owed = shares.map((share, place) => share * (index + 1) - (served[place] ?? 0));
    const first = firstLargest(owed);
    served[first] = (served[first] ?? 0) + 1;
    return first;
  });
}

// What adding shares leaves behind the point must not decide a tie.
const ALIKE = 1e-9;

function firstLargest(values: readonly number[]): number {
  return values.reduce((best, value, place) => (value > (values[best] ?? -Infinity) + ALIKE ? place : best), 0);
}
