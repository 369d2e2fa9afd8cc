/** How a number is written. */
export interface DigitOptions {
  /** Decimals shown at least, 0 to `most`; left out: 0. */
  readonly least?: number;
  /** Decimals shown at most, 0 to 10; what is beyond is rounded, halves away from zero. */
  readonly most: number;
  /** Whether thousands are set apart by commas; left out: true. */
  readonly isGrouped?: boolean;
}

/**
 * A finite number in digits as en-US writes it, as `Intl.NumberFormat` does.
 *
 * Not by it, because the first formatter of a page makes the browser read its tables of all languages, 30 to 60 ms on a slow machine before
 * the first figure is there. What is too large or too fine for a plain shift of the decimal point is still left to it.
 *
 * @example writeDigits(1234.5, { least: 2, most: 2 }) //=> "1,234.50"
 */
export function writeDigits(value: number, { least = 0, most, isGrouped = true }: DigitOptions): string {
  const size = Math.abs(value);
  if (size !== 0 && (size < FINEST || size >= LARGEST)) return byIntl(value, { least, most, isGrouped });
  const [whole = "", decimals = ""] = String(roundedTo(size, most)).split(".");
  const shown = decimals.padEnd(least, "0");
  const digits = `${isGrouped ? whole.replace(/\B(?=(?:\d{3})+$)/g, ",") : whole}${shown && "."}${shown}`;
  return value < 0 ? `-${digits}` : digits;
}

/**
 * A finite number as three significant digits and a unit of thousands; which unit is told of the number as rounded.
 * @example writeShort(999_500, ["K", "M", "B", "T"]) //=> "1M"
 */
export function writeShort(value: number, units: readonly [string, string, string, string]): string {
  const size = Number(Math.abs(value).toPrecision(3));
  const thousands = Math.min(units.length, Math.max(0, Math.floor(Math.log10(size || 1) / 3)));
  const shown = writeDigits(size / 1_000 ** thousands, { most: 10 });
  return `${value < 0 ? "-" : ""}${shown}${units[thousands - 1] ?? ""}`;
}

/**
 * A number without what sums and products leave behind its 13th digit: 1.005 × 100 is 100.49999999999999, and that must decide no cent.
 * @example withoutNoise(1.005 * 100) //=> 100.5
 */
export function withoutNoise(value: number): number {
  return Number(value.toPrecision(13));
}

// Numbers beyond are written by JavaScript with an exponent, or would be on the way.
const FINEST = 1e-6;
const LARGEST = 1e11;

// Shifted as text, so that 1.005 is rounded as it reads and not as 1.00499999999999989 is.
function roundedTo(size: number, decimals: number): number {
  return Number(`${Math.round(Number(`${size}e${decimals}`))}e-${decimals}`);
}

function byIntl(value: number, { least, most, isGrouped }: Required<DigitOptions>): string {
  return new Intl.NumberFormat("en-US", {
    minimumFractionDigits: least,
    maximumFractionDigits: most,
    useGrouping: isGrouped,
  }).format(value);
}
