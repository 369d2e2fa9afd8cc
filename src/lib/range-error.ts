/**
 * The one form of "this value cannot be used here": names the field, the value met and what is expected.
 *
 * @param field    where the value stood, as the caller names it (`usage.input`)
 * @param value    what was met; shown as JSON would, so that `"5"` and `5` differ
 * @param expected what would have been right, in words
 * @example outOfRange("requests", 0, "a whole number of at least 1").message
 *          //=> "requests: 0 is not a whole number of at least 1"
 */
export function outOfRange(field: string, value: unknown, expected: string): RangeError {
  return new RangeError(`${field}: ${show(value)} is not ${expected}`);
}

// JSON has no word for NaN, Infinity or undefined: those are shown as they are.
function show(value: unknown): string {
  const shown = typeof value === "number" ? String(value) : (JSON.stringify(value) ?? String(value));
  return shown.length > 80 ? `${shown.slice(0, 79)}…` : shown;
}

/**
 * Refuses anything but a whole number from `least` up.
 * @throws RangeError naming field, value and expectation
 */
export function requireWhole(field: string, value: unknown, least = 0): void {
  if (!Number.isSafeInteger(value) || (value as number) < least)
    throw outOfRange(field, value, `a whole number of at least ${least}`);
}

/**
 * Refuses anything but a finite number from `least` to `most`, both included.
 * @throws RangeError naming field, value and expectation
 */
export function requireWithin(field: string, value: unknown, [least, most]: readonly [number, number]): void {
  if (!(typeof value === "number" && value >= least && value <= most))
    throw outOfRange(field, value, most === Infinity ? `a number of at least ${least}` : `a number from ${least} to ${most}`);
}
