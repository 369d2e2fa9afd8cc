import { withoutNoise, writeDigits } from "../lib/digits.ts";
import { outOfRange } from "../lib/range-error.ts";

const FINEST_USD = 0.000001;
const FINEST_DECIMALS = 8;

/**
 * An amount of US dollars as people read it; the only place where money is rounded (halves away from zero).
 *
 * From $1,000 up whole dollars; from $1 up cents; below $1 three significant digits, where zeros at the end are dropped down to the
 * cents (0.5 is `$0.50`, 0.0031 is `$0.0031`). Below a millionth of a dollar `<$0.000001`: a cost that is not zero never reads as zero.
 * Differences below zero carry a true minus sign.
 *
 * @throws RangeError for NaN and Infinity: such an amount is our mistake
 * @example formatUsd(0.3414) //=> "$0.341"
 */
export function formatUsd(usd: number): string {
  const amount = requireFinite("usd", usd);
  if (amount !== 0 && Math.abs(amount) < FINEST_USD) return belowFinest(amount, { decimals: 6 });
  const decimals = decimalsShown(amount);
  return signed(
    amount,
    amount === 0
      ? "$0"
      : dollars(toUnits(Math.abs(amount), decimals) / 10 ** decimals, { least: Math.min(2, decimals), most: decimals }),
  );
}

/** An amount for a sentence that says "about": whole dollars from $10 up, else as {@link formatUsd}. @example formatAboutUsd(212.4) //=> "$212" */
export function formatAboutUsd(usd: number): string {
  const size = Math.abs(requireFinite("usd", usd));
  return toUnits(size, 2) < 1_000 ? formatUsd(usd) : signed(usd, dollars(toUnits(size, 0), { least: 0, most: 0 }));
}

/** A rate, USD per some unit, unrounded to the millionth: no cents when whole, else at least cents. @example formatRate(12.5) //=> "$12.50" */
export function formatRate(usd: number): string {
  const size = Math.abs(requireFinite("rate", usd));
  if (size < FINEST_USD) return formatUsd(usd);
  const rate = toUnits(size, 6) / 1_000_000;
  return signed(usd, dollars(rate, Number.isInteger(rate) ? { least: 0, most: 0 } : { least: 2, most: 6 }));
}

/**
 * Amounts of one bill as texts that add up to `formatUsd` of their sum, to the last digit shown.
 *
 * Every row has the decimals of the total. Each is rounded down, and what is then missing goes, a unit each, to the rows that lost
 * most (largest remainder; the earlier row of equals). A row that is not zero but shows none reads `<$0.01`, or as the decimals are.
 *
 * @param amounts USD, unrounded
 * @throws RangeError for NaN and Infinity
 * @example roundTogether([1 / 3, 1 / 3, 1 / 3]) //=> ["$0.34", "$0.33", "$0.33"]
 */
export function roundTogether(amounts: readonly number[]): readonly string[] {
  const total = amounts.reduce((sum, amount) => sum + requireFinite("amount", amount), 0);
  if (total !== 0 && Math.abs(total) < FINEST_USD) return amounts.map(formatUsd);
  const decimals = decimalsShown(total);
  return shareOut(amounts, { total, decimals }).map((units, row) => showRow(units, amounts[row] ?? 0, { decimals }));
}

function shareOut(
  amounts: readonly number[],
  { total, decimals }: { readonly total: number; readonly decimals: number },
): number[] {
  const exact = amounts.map((amount) => withoutNoise(amount * 10 ** decimals));
  const units = exact.map(Math.floor);
  const missing = toUnits(total, decimals) - units.reduce((sum, unit) => sum + unit, 0);
  const lost = (row: number): number => (exact[row] ?? 0) - (units[row] ?? 0);
  const rows = [...exact.keys()].sort((one, other) => lost(other) - lost(one));
  for (const row of rows.slice(0, missing)) units[row] = (units[row] ?? 0) + 1;
  return units;
}

function showRow(units: number, amount: number, { decimals }: { readonly decimals: number }): string {
  if (amount === 0) return "$0";
  return units === 0
    ? belowFinest(amount, { decimals })
    : signed(units, dollars(Math.abs(units) / 10 ** decimals, { least: decimals, most: decimals }));
}

/** Decimals of an amount when shown: of the amount as rounded, so that 0.9996 counts as $1.00 and 999.996 as $1,000. */
function decimalsShown(usd: number): number {
  const size = withoutNoise(Math.abs(usd));
  if (toUnits(size, 2) >= 100_000) return 0;
  const exponent = Number(size.toExponential(2).split("e")[1]);
  return exponent >= 0 || size === 0 ? 2 : Math.min(2 - exponent, FINEST_DECIMALS);
}

function toUnits(usd: number, decimals: number): number {
  return Math.sign(usd) * Math.round(withoutNoise(Math.abs(usd) * 10 ** decimals));
}

function belowFinest(amount: number, { decimals }: { readonly decimals: number }): string {
  const text = dollars(10 ** -decimals, { least: decimals, most: decimals });
  return amount < 0 ? `>−${text}` : `<${text}`;
}

function signed(amount: number, text: string): string {
  return amount < 0 ? `−${text}` : text;
}

function dollars(size: number, decimals: { readonly least: number; readonly most: number }): string {
  return `$${writeDigits(size, decimals)}`;
}

function requireFinite(field: string, value: number): number {
  if (!Number.isFinite(value)) throw outOfRange(field, value, "a finite amount of US dollars");
  return value;
}
