// Finds the lines of a log and what they are. See src/usage-import/log-scan.ts, which does the same in TypeScript.
import { EVENT_BYTES, EVENTS, FROM, KIND, LENGTH, LINE, MOST_EVENTS, ROW, SLACK, SLOW } from "./layout";
import { readLine } from "./line";

// "usage" with its quotes, in the order of memory; the eighth byte does not matter.
const USAGE: u64 = 0x0022656761737522;
const SEVEN_BYTES: u64 = 0x00ffffffffffffff;

const base: usize = (__heap_base + 15) & ~15;

// Offsets from `base`.
let lineStart: u32 = 0;
let scanned: u32 = 0;
let mentionsUsage: bool = false;
let line: u32 = 0;

export function eventsAt(): usize {
  return EVENTS;
}

export function textAt(): usize {
  return base;
}

/** Where the first line begins that is not done. */
export function done(): u32 {
  return lineStart;
}

/** How many lines of the file are done. */
export function lineCount(): u32 {
  return line;
}

/** Leaves out the line that is not done, and all that there is of it. */
export function pass(): void {
  line += 1;
  lineStart = 0;
  scanned = 0;
  mentionsUsage = false;
}

/** Makes room for so many bytes of text. False where there is no memory. */
export function room(bytes: u32): bool {
  const pages = <i32>((base + bytes + SLACK + 0xffff) >>> 16);
  const missing = pages - memory.size();
  return missing <= 0 || memory.grow(missing) >= 0;
}

/** Another file: its text begins at `from`. */
export function begin(from: u32): void {
  lineStart = from;
  scanned = from;
  mentionsUsage = false;
  line = 0;
}

/** Moves what is not done to the front. */
export function compact(to: u32): u32 {
  const length = lineStart < to ? to - lineStart : 0;
  if (lineStart > 0 && length > 0) memory.copy(base, base + lineStart, length);
  scanned = length > 0 && scanned > lineStart ? scanned - lineStart : 0;
  lineStart = 0;
  return length;
}

/**
 * Reads the whole lines up to `to`; with `isLast` what is left is a line too. Returns how many events there are: where there are as many
 * as fit, it has to be called again.
 */
export function scan(to: u32, isLast: bool): u32 {
  let events: u32 = 0;
  if (isLast) store<u8>(base + to, 0x0a);
  while (events < MOST_EVENTS) {
    if (!findEnd(to, isLast)) break;
    const event = EVENTS + <usize>events * EVENT_BYTES;
    line += 1;
    const kind = read(base + lineStart, base + scanned, event);
    if (kind != 0) {
      store<u32>(event + KIND, kind);
      store<u32>(event + LINE, line);
      store<u32>(event + FROM, lineStart);
      store<u32>(event + LENGTH, scanned - lineStart);
      events += 1;
    }
    scanned += 1;
    lineStart = scanned;
    mentionsUsage = false;
  }
  return events;
}

// Whether there is a whole line; `scanned` is at its LF then, or at the end of all there is.
function findEnd(to: u32, isLast: bool): bool {
  if (lineStart >= to) return false;
  const feed = i8x16.splat(0x0a);
  const quote = i8x16.splat(0x22);
  const u = i8x16.splat(0x75);
  const g = i8x16.splat(0x67);
  let at = base + scanned;
  const end = base + to;
  while (at < end) {
    // Most of a log is neither a line's end nor the beginning of a word in quotes with u: four vectors at a time.
    while (at + 64 <= end) {
      const first = v128.load(at);
      const second = v128.load(at, 16);
      const third = v128.load(at, 32);
      const fourth = v128.load(at, 48);
      const stops = v128.or(
        v128.or(i8x16.eq(first, feed), i8x16.eq(second, feed)),
        v128.or(i8x16.eq(third, feed), i8x16.eq(fourth, feed)),
      );
      const starts = v128.or(
        v128.or(
          v128.and(i8x16.eq(first, quote), i8x16.eq(v128.load(at, 1), u)),
          v128.and(i8x16.eq(second, quote), i8x16.eq(v128.load(at, 17), u)),
        ),
        v128.or(
          v128.and(i8x16.eq(third, quote), i8x16.eq(v128.load(at, 33), u)),
          v128.and(i8x16.eq(fourth, quote), i8x16.eq(v128.load(at, 49), u)),
        ),
      );
      if (v128.any_true(v128.or(stops, starts))) break;
      at += 64;
    }
    const bytes = v128.load(at);
    const starts = v128.and(
      v128.and(i8x16.eq(bytes, quote), i8x16.eq(v128.load(at, 1), u)),
      i8x16.eq(v128.load(at, 4), g),
    );
    const feeds = i8x16.eq(bytes, feed);
    if (!v128.any_true(v128.or(starts, feeds))) {
      at += 16;
      continue;
    }
    const stops = <u32>i8x16.bitmask(feeds);
    let found = <u32>i8x16.bitmask(starts);
    const stop = ctz(stops | 0x10000);
    while (found != 0) {
      const i = ctz(found);
      if (i > stop || at + i + 7 > end) break;
      if ((load<u64>(at + i) & SEVEN_BYTES) == USAGE) mentionsUsage = true;
      found &= found - 1;
    }
    if (stops != 0) {
      const place = at + stop;
      if (place < end) {
        scanned = <u32>(place - base);
        return true;
      }
      break;
    }
    at += 16;
  }
  if (isLast) {
    scanned = to;
    return true;
  }
  // What is split between two reads is looked at again.
  scanned = max<u32>(lineStart, to < 8 ? 0 : to - 8);
  return false;
}

// What becomes of the line from `from` to its LF at `to`.
function read(from: usize, to: usize, event: usize): u32 {
  while (from < to && isBlank(load<u8>(from))) from += 1;
  if (from == to) return 0;
  if (load<u8>(from) != 0x7b) return SLOW;
  while (isBlank(load<u8>(to - 1))) to -= 1;
  if (load<u8>(to - 1) != 0x7d) return SLOW;
  return mentionsUsage ? readLine(from, event) : 0;
}

function isBlank(c: u8): bool {
  return c == 0x20 || c == 0x09 || c == 0x0d || c == 0x00;
}
