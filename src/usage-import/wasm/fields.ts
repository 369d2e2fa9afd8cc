// Fields of a log line. A function returns false for what is wrong, and for what is right but unusual: such a line is read in TypeScript.
import { escaped, isDigit, number, p, text, textAt, textLength, value } from "./json";

const MOST_COUNT: u64 = 1000000000;
const LONGEST_TEXT: u32 = 256;
const DAY_MS: f64 = 86400000;

/** The number that was read last. */
export let count: u32 = 0;
/** USD; negative where there was no number. */
export let amount: f64 = 0;
/** The instant that was read last, milliseconds since 1970 UTC. */
export let instant: f64 = 0;

/** Whether the text or key that was read last is this one. */
export function isText(wanted: string): bool {
  if (textLength != <u32>wanted.length) return false;
  const units = changetype<usize>(wanted);
  for (let i: usize = 0; i < textLength; i++) if (load<u8>(textAt + i) != load<u16>(units + (i << 1))) return false;
  return true;
}

/** A count in digits, at most 1e9; null is 0. */
export function countField(): bool {
  count = 0;
  const c = load<u8>(p);
  if (!isDigit(c)) return c == 0x6e && value(0);
  const from = p;
  if (!number() || p - from > 10) return false;
  let sum: u64 = 0;
  for (let at = from; at < p; at++) {
    const digit = load<u8>(at);
    if (!isDigit(digit)) return false;
    sum = sum * 10 + (digit - 0x30);
  }
  count = <u32>sum;
  return sum <= MOST_COUNT;
}

/** USD in at most 15 digits, so that one division gives the nearest double; what is no number is none. */
export function amountField(): bool {
  amount = -1;
  const c = load<u8>(p);
  if (c == 0x2d) return false;
  if (!isDigit(c)) return value(0);
  const from = p;
  if (!number() || p - from > 16) return false;
  let digits: u64 = 0;
  let power: f64 = 1;
  let isFraction = false;
  for (let at = from; at < p; at++) {
    const digit = load<u8>(at);
    if (digit == 0x2e) isFraction = true;
    else if (!isDigit(digit)) return false;
    else {
      digits = digits * 10 + (digit - 0x30);
      if (isFraction) power *= 10;
    }
  }
  amount = <f64>digits / power;
  return digits < 1000000000000000 && amount <= 1e12;
}

/** A text in ASCII that is kept: place, length and hash at `to`. What is no text leaves them 0. */
export function textField(to: usize): bool {
  if (load<u8>(p) != 0x22) return value(0);
  if (!text() || escaped || textLength > LONGEST_TEXT) return false;
  let hash: u32 = 0x811c9dc5;
  for (let i: u32 = 0; i < textLength; i++) {
    const c = load<u8>(textAt + i);
    if (c >= 0x80) return false;
    hash = (hash ^ c) * 0x01000193;
  }
  store<u32>(to, <u32>textAt);
  store<u32>(to, textLength, 4);
  store<u32>(to, hash, 8);
  return true;
}

function two(at: usize): i32 {
  const tens = load<u8>(at);
  const ones = load<u8>(at, 1);
  return isDigit(tens) && isDigit(ones) ? <i32>(tens - 0x30) * 10 + <i32>(ones - 0x30) : -10000;
}

/** The instant of a text `2026-10-20T12:00:00.000Z`, with or without the milliseconds. */
export function instantIn(at: usize, length: u32): bool {
  if (length != 24 && length != 20) return false;
  if (load<u8>(at, 4) != 0x2d || load<u8>(at, 7) != 0x2d || load<u8>(at, 10) != 0x54) return false;
  if (load<u8>(at, 13) != 0x3a || load<u8>(at, 16) != 0x3a || load<u8>(at + length - 1) != 0x5a) return false;
  const year = two(at) * 100 + two(at + 2);
  const month = two(at + 5);
  const day = two(at + 8);
  const hour = two(at + 11);
  const minute = two(at + 14);
  const second = two(at + 17);
  if (year < 1970 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return false;
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) return false;
  let milliseconds = 0;
  if (length == 24) {
    const thousandths = load<u8>(at, 22);
    milliseconds = two(at + 20) * 10 + <i32>(thousandths - 0x30);
    if (load<u8>(at, 19) != 0x2e || milliseconds < 0 || !isDigit(thousandths)) return false;
  }
  instant = <f64>dayNumber(year, month, day) * DAY_MS + <f64>(((hour * 60 + minute) * 60 + second) * 1000 + milliseconds);
  return true;
}

function daysIn(year: i32, month: i32): i32 {
  if (month == 2) return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

// Days since 1970-01-01, counted in years that begin in March, so that a leap day is a year's last.
function dayNumber(year: i32, month: i32, day: i32): i32 {
  const y = month <= 2 ? year - 1 : year;
  const dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  return 365 * y + y / 4 - y / 100 + y / 400 + dayOfYear - 719468;
}
