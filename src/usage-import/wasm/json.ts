// A strict walk over JSON. The line ends with LF, which is refused everywhere, so nothing has to look where the end is.
// Every function returns whether what stands at `p` was right, and leaves `p` behind it.

const DEEPEST: i32 = 256;

/** The byte that is looked at. */
export let p: usize = 0;
/** The text that was read last: its first byte, its length, and whether it had a backslash. */
export let textAt: usize = 0;
export let textLength: u32 = 0;
export let escaped: bool = false;

export function moveTo(place: usize): void {
  p = place;
}

export function blanks(): void {
  let c = load<u8>(p);
  while (c == 0x20 || c == 0x09 || c == 0x0d) c = load<u8>(++p);
}

/** A byte that has to stand here, with blanks before and after. */
export function take(wanted: u8): bool {
  blanks();
  if (load<u8>(p) != wanted) return false;
  p += 1;
  blanks();
  return true;
}

/** A text; `p` is at its first quote. */
export function text(): bool {
  if (load<u8>(p) != 0x22) return false;
  const quote = i8x16.splat(0x22);
  const backslash = i8x16.splat(0x5c);
  const space = i8x16.splat(0x20);
  textAt = ++p;
  escaped = false;
  while (true) {
    const bytes = v128.load(p);
    const special = v128.or(v128.or(i8x16.eq(bytes, quote), i8x16.eq(bytes, backslash)), i8x16.lt_u(bytes, space));
    if (!v128.any_true(special)) {
      p += 16;
      continue;
    }
    p += ctz(i8x16.bitmask(special));
    const c = load<u8>(p);
    if (c == 0x22) {
      textLength = <u32>(p - textAt);
      p += 1;
      return true;
    }
    if (c != 0x5c || !escape()) return false;
  }
}

function escape(): bool {
  escaped = true;
  const c = load<u8>(p, 1);
  if (c == 0x75) {
    for (let i: usize = 2; i < 6; i++) if (!isHex(load<u8>(p + i))) return false;
    p += 6;
    return true;
  }
  p += 2;
  return c == 0x22 || c == 0x5c || c == 0x2f || c == 0x62 || c == 0x66 || c == 0x6e || c == 0x72 || c == 0x74;
}

function isHex(c: u8): bool {
  return isDigit(c) || <u8>((c | 0x20) - 0x61) < 6;
}

export function isDigit(c: u8): bool {
  return <u8>(c - 0x30) < 10;
}

function digits(): bool {
  if (!isDigit(load<u8>(p))) return false;
  while (isDigit(load<u8>(p))) p += 1;
  return true;
}

/** A number; `p` is at its sign or first digit. */
export function number(): bool {
  if (load<u8>(p) == 0x2d) p += 1;
  if (load<u8>(p) == 0x30) p += 1;
  else if (!digits()) return false;
  if (load<u8>(p) == 0x2e) {
    p += 1;
    if (!digits()) return false;
  }
  if ((load<u8>(p) | 0x20) == 0x65) {
    p += 1;
    const sign = load<u8>(p);
    if (sign == 0x2b || sign == 0x2d) p += 1;
    if (!digits()) return false;
  }
  return true;
}

/** A key with its colon. Afterwards `textAt` and `textLength` are the key. */
export function key(): bool {
  return text() && take(0x3a);
}

/** Whether another member or element follows: 1; the end, which is passed: 0; neither: -1. */
export function next(close: u8): i32 {
  blanks();
  const c = load<u8>(p++);
  if (c == close) return 0;
  if (c != 0x2c) return -1;
  blanks();
  return 1;
}

/** Any value. */
export function value(depth: i32): bool {
  const c = load<u8>(p);
  if (c == 0x22) return text();
  if (c == 0x7b) return depth < DEEPEST && object(depth + 1);
  if (c == 0x5b) return depth < DEEPEST && array(depth + 1);
  if (c == 0x74) return word(0x65757274, 4);
  if (c == 0x6e) return word(0x6c6c756e, 4);
  if (c == 0x66) return load<u8>(p, 4) == 0x65 && word(0x736c6166, 5);
  return number();
}

function word(first: u32, length: usize): bool {
  const right = load<u32>(p) == first;
  p += length;
  return right;
}

/** Whether an object or array is open and empty; `p` is at its first bracket, and is left behind that or behind both. */
export function opens(close: u8): bool {
  p += 1;
  blanks();
  if (load<u8>(p) != close) return true;
  p += 1;
  return false;
}

function object(depth: i32): bool {
  if (!opens(0x7d)) return true;
  while (true) {
    if (!key() || !value(depth)) return false;
    const more = next(0x7d);
    if (more != 1) return more == 0;
  }
}

function array(depth: i32): bool {
  if (!opens(0x5d)) return true;
  while (true) {
    if (!value(depth)) return false;
    const more = next(0x5d);
    if (more != 1) return more == 0;
  }
}
