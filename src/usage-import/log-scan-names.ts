/** Texts by number: ids, models, sessions. A text that comes again gets the number that it had; 0 is no text. */
export interface NameTable {
  /** The number of an ASCII text that lies in bytes; `hash` is the scanner's, the same for the same text. */
  readonly numberOf: (
    bytes: Uint8Array,
    place: { readonly from: number; readonly length: number; readonly hash: number },
  ) => number;
  readonly numberOfText: (text: string | null) => number;
  /** Null for 0. */
  readonly textOf: (number: number) => string | null;
  /** The same for many numbers: all texts are read at once. What is added later it does not know. */
  readonly texts: () => (number: number) => string | null;
  /** One more than the greatest number. */
  readonly size: () => number;
  readonly packed: () => PackedNames;
}

/** A table's content, to be handed to another thread. */
export interface PackedNames {
  readonly bytes: Uint8Array;
  /** Where each text begins, and where the last one ends. */
  readonly starts: Uint32Array;
  readonly hashes: Uint32Array;
  /** The texts that are not ASCII, by number. */
  readonly others: readonly (readonly [number, string])[];
}

const FIRST_SLOTS = 1 << 10;

/** An empty table. */
export function createNameTable(): NameTable {
  let slots = new Int32Array(FIRST_SLOTS);
  // At most half of the slots are taken.
  let hashes = new Uint32Array(FIRST_SLOTS / 2);
  let starts = new Uint32Array(FIRST_SLOTS / 2);
  let bytes = new Uint8Array(FIRST_SLOTS * 16);
  let size = 1;
  let end = 0;
  const texts: (string | undefined)[] = [];
  const others = new Map<string, number>();

  const isSame = (number: number, from: Uint8Array, place: { readonly from: number; readonly length: number }): boolean => {
    const start = starts[number] ?? 0;
    const length = (number + 1 < size ? (starts[number + 1] ?? 0) : end) - start;
    if (length !== place.length) return false;
    for (let index = 0; index < length; index += 1) if (bytes[start + index] !== from[place.from + index]) return false;
    return true;
  };
  const grow = (): void => {
    hashes = larger(hashes, new Uint32Array(2 * hashes.length));
    starts = larger(starts, new Uint32Array(2 * starts.length));
    slots = new Int32Array(2 * slots.length);
    const mask = slots.length - 1;
    for (let number = 1; number < size; number += 1) {
      let slot = (hashes[number] ?? 0) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = number;
    }
  };
  const append = (hash: number): number => {
    if (2 * size >= slots.length) grow();
    hashes[size] = hash;
    starts[size] = end;
    size += 1;
    return size - 1;
  };
  const numberOf: NameTable["numberOf"] = (from, place) => {
    if (place.length === 0) return 0;
    const { hash } = place;
    let slot = hash & (slots.length - 1);
    for (let number = slots[slot] ?? 0; number !== 0; number = slots[slot] ?? 0) {
      if (hashes[number] === hash && isSame(number, from, place)) return number;
      slot = (slot + 1) & (slots.length - 1);
    }
    const number = append(hash);
    let free = hash & (slots.length - 1);
    while (slots[free] !== 0) free = (free + 1) & (slots.length - 1);
    slots[free] = number;
    while (end + place.length > bytes.length) bytes = larger(bytes, new Uint8Array(bytes.length + (bytes.length >> 1)));
    bytes.set(from.subarray(place.from, place.from + place.length), end);
    end += place.length;
    return number;
  };
  const numberOfOther = (text: string): number => {
    const known = others.get(text);
    if (known !== undefined) return known;
    // An empty one among the bytes, in a slot that no ASCII text finds itself in.
    const number = append(0);
    others.set(text, number);
    texts[number] = text;
    let free = 0;
    while (slots[free] !== 0) free = (free + 1) & (slots.length - 1);
    slots[free] = number;
    return number;
  };
  return {
    numberOf,
    numberOfText: (text) => {
      if (text === null || text === "") return 0;
      const ascii = asciiOf(text);
      return ascii === null ? numberOfOther(text) : numberOf(ascii, { from: 0, length: ascii.length, hash: hashOf(ascii) });
    },
    textOf: (number) => {
      if (number === 0) return null;
      const start = starts[number] ?? 0;
      const known = texts[number];
      if (known !== undefined) return known;
      const text = textFrom(bytes, start, number + 1 < size ? (starts[number + 1] ?? 0) : end);
      texts[number] = text;
      return text;
    },
    texts: () => {
      const all = textFrom(bytes, 0, end);
      return (number) =>
        texts[number] ?? (number === 0 ? null : all.slice(starts[number], number + 1 < size ? starts[number + 1] : end));
    },
    size: () => size,
    packed: () => ({
      bytes: bytes.slice(0, end),
      starts: Uint32Array.from({ length: size + 1 }, (_, number) => (number < size ? (starts[number] ?? 0) : end)),
      hashes: hashes.slice(0, size),
      others: [...others].map(([text, number]) => [number, text] as const),
    }),
  };
}

/** The numbers in `table` of the texts of another one, by their numbers there. Those that are new to it get theirs in the same order. */
export function renumbered(table: NameTable, { bytes, starts, hashes, others }: PackedNames): Uint32Array {
  const numbers = new Uint32Array(hashes.length);
  const otherTexts = new Map(others);
  for (let number = 1; number < hashes.length; number += 1) {
    const other = otherTexts.get(number);
    const from = starts[number] ?? 0;
    const place = { from, length: (starts[number + 1] ?? 0) - from, hash: hashes[number] ?? 0 };
    numbers[number] = other === undefined ? table.numberOf(bytes, place) : table.numberOfText(other);
  }
  return numbers;
}

function larger<List extends Uint8Array | Uint32Array>(list: List, empty: List): List {
  empty.set(list);
  return empty;
}

function asciiOf(text: string): Uint8Array | null {
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit >= 0x80) return null;
    bytes[index] = unit;
  }
  return bytes;
}

/** FNV-1a, as the scanner reckons it. */
function hashOf(bytes: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}

function textFrom(bytes: Uint8Array, from: number, to: number): string {
  let text = "";
  // In pieces: an argument list has an end. Not spread: that goes byte by byte, and takes five times as long.
  for (let at = from; at < to; at += 8_192)
    text += Reflect.apply(String.fromCharCode, null, bytes.subarray(at, Math.min(to, at + 8_192)));
  return text;
}
