import { writeDigits, writeShort } from "../lib/digits.ts";
import { outOfRange } from "../lib/range-error.ts";

const SHORT = ["K", "M", "B", "T"] as const;
const SPOKEN = [" thousand", " million", " billion", " trillion"] as const;

/** Tokens to the last one, grouped. @throws RangeError for NaN and Infinity @example formatTokens(1_500) //=> "1,500" */
export function formatTokens(tokens: number): string {
  return writeDigits(requireFinite("tokens", tokens), { most: 0 });
}

/** Tokens for an axis or a tight place, three significant digits. @throws RangeError for NaN and Infinity @example formatTokensShort(2_050_000) //=> "2.05M" */
export function formatTokensShort(tokens: number): string {
  return writeShort(requireFinite("tokens", tokens), SHORT);
}

/** A count as words a screen reader says well, three significant digits. @example speakCount(220_000) //=> "220 thousand" */
export function speakCount(count: number): string {
  return writeShort(requireFinite("count", count), SPOKEN);
}

/** A value as it is, grouped, up to ten decimals. @example formatExact(1234.5) //=> "1,234.5" */
export function formatExact(value: number): string {
  return writeDigits(requireFinite("value", value), { most: 10 });
}

/** A value as a person would type it, up to ten decimals: no marks stand in the way of editing. @example formatTyped(1234.5) //=> "1234.5" */
export function formatTyped(value: number): string {
  return writeDigits(requireFinite("value", value), { most: 10, isGrouped: false });
}

/**
 * A count of sessions, requests, days or people: up to two decimals below 100, whole from there; never 0 for a count that is not.
 * @throws RangeError for NaN and Infinity
 * @example formatCount(9.254) //=> "9.25"
 */
export function formatCount(count: number): string {
  requireFinite("count", count);
  if (count > 0 && count < 0.005) return "<0.01";
  return withMinus(count, writeDigits(Math.abs(count), { most: Math.abs(count) < 99.995 ? 2 : 0 }));
}

/**
 * A share (1 is all) in whole percent; neither 0% for some nor 100% for almost all. Differences below zero carry a true minus sign.
 * @throws RangeError for NaN and Infinity
 * @example formatPercent(0.456) //=> "46%"
 */
export function formatPercent(share: number): string {
  const percent = Math.abs(requireFinite("share", share)) * 100;
  if (share > 0 && percent < 0.5) return "<1%";
  if (share > 0 && percent >= 99.5 && percent < 100) return ">99%";
  return withMinus(Math.round(percent) * Math.sign(share), `${writeDigits(Math.round(percent), { most: 0 })}%`);
}

function withMinus(value: number, text: string): string {
  return value < 0 ? `−${text}` : text;
}

function requireFinite(field: string, value: number): number {
  if (!Number.isFinite(value)) throw outOfRange(field, value, "a finite number");
  return value;
}
