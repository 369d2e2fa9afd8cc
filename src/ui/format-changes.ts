import { withoutNoise } from "../lib/digits.ts";
import { formatAboutUsd, formatRate, formatUsd, roundTogether } from "./format-money.ts";

/** Bills that follow one another, and the changes between them, as texts. */
export interface WaterfallAmounts {
  readonly bills: readonly string[];
  /** The change from each bill to the next, with its sign: one less than there are bills. */
  readonly changes: readonly string[];
}

/**
 * Texts of which every bill is its predecessor and the change between, to the last digit shown: bills are rounded, all to the decimals of
 * the smallest, and the changes are those of the rounded bills. A change that is not zero but shows none reads `<$0.01` or `>−$0.01`.
 *
 * @param bills USD, unrounded, 0 or more
 * @throws RangeError for NaN and Infinity
 * @example waterfallAmounts([2.006, 1.004]) //=> { bills: ["$2.01", "$1.00"], changes: ["−$1.01"] }
 */
export function waterfallAmounts(bills: readonly number[]): WaterfallAmounts {
  const smallest = bills.reduce((least, bill) => (bill > 0 && (least === 0 || bill < least) ? bill : least), 0);
  const [model = ""] = roundTogether([smallest]);
  const units = 10 ** (model.split(".")[1] ?? "").length;
  // As texts of a bill are rounded: what sums leave behind the 13th digit must not decide a cent.
  const rounded = bills.map((bill) => Math.round(withoutNoise(bill * units)) / units);
  const least = Math.max(1 / units, Math.round(smallest * units) / units);
  // Beside what is missing to the smallest bill, an amount is shown with the decimals of that one.
  const shown = (usd: number): string => (usd === 0 ? "$0" : (roundTogether([usd, least - usd])[0] ?? ""));
  const changes = rounded.slice(1).map((bill, index) => {
    const change = bill - (rounded[index] ?? 0);
    const exact = (bills[index + 1] ?? 0) - (bills[index] ?? 0);
    if (Math.abs(exact) < NOISE) return "$0";
    if (change === 0) return exact > 0 ? `<${shown(1 / units)}` : `>−${shown(1 / units)}`;
    return change > 0 ? `+${shown(change)}` : shown(change);
  });
  return { bills: rounded.map((bill, index) => (bill === 0 && (bills[index] ?? 0) > 0 ? "<$0.000001" : shown(bill))), changes };
}

/** USD. Sums of the same amounts in another order differ behind the tenth decimal. */
const NOISE = 1e-7;

/**
 * By how much an amount in a sentence that says "about" changes, without a sign: between two of whole dollars that of the amounts shown, or
 * finer where those are one text; `$0` for no change at all.
 *
 * @param before USD, unrounded, 0 or more
 * @param after likewise
 * @throws RangeError for NaN and Infinity
 * @example formatAboutChange(194.6, 389.1) //=> "$194"
 */
export function formatAboutChange(before: number, after: number): string {
  const change = Math.abs(after - before);
  if (change < NOISE) return "$0";
  if (Math.min(before, after) < WHOLE_FROM) return formatAboutUsd(change);
  const shown = Math.abs(wholeDollars(after) - wholeDollars(before));
  return shown === 0 ? formatUsd(change) : formatRate(shown);
}

/** USD from which `formatAboutUsd` shows none but whole dollars. */
const WHOLE_FROM = 10;

function wholeDollars(usd: number): number {
  return Math.round(withoutNoise(usd));
}
