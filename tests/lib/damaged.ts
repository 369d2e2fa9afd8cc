import fc from "fast-check";

/** What slips into a text, or is put there by somebody who wants to see it fall. */
const PIECES: readonly string[] = [
  ...'{}[]",:\n\r\t -+.%&=_~#$@<9',
  "__proto__",
  '"__proto__":{"polluted":1,"link":"v=1&dev=9&z=2"},',
  '"constructor":{"prototype":{"polluted":1}},',
  "null",
  "true",
  "NaN",
  "Infinity",
  "-1",
  "1e999",
  "9".repeat(400),
  "0.1",
  '\\"',
  "\\u0000",
  "\u0000",
  "\u2028",
  "\ufeff",
  "\ud800",
  "é☃",
  "javascript:",
  "[[[[[[[[",
  '{"a":'.repeat(40),
];

const anywhere = fc.double({ min: 0, max: 1, noNaN: true });

/** Texts of a kind with one to four pieces put in, taken out or doubled; now and then something else altogether. */
export function damaged(texts: readonly string[]): fc.Arbitrary<string> {
  const edit = fc.record({
    at: anywhere,
    gone: fc.oneof({ arbitrary: fc.nat(3), weight: 3 }, fc.nat(200)),
    put: fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 4 }), fc.constant("")),
  });
  const edited = fc.tuple(fc.constantFrom(...texts), fc.array(edit, { minLength: 1, maxLength: 4 })).map(([text, edits]) =>
    edits.reduce((whole, { at, gone, put }) => {
      const place = Math.floor(at * whole.length);
      return whole.slice(0, place) + put + whole.slice(place + gone);
    }, text),
  );
  return fc.oneof({ arbitrary: edited, weight: 12 }, fc.json({ maxDepth: 2 }), fc.string({ unit: "binary", maxLength: 40 }));
}

/** As many cases as an entry of the page is tried with, the same in every run. */
export const OFTEN = { numRuns: 10_000, seed: 20_261_121 } as const;

/** Whether a value out of hostile text is sound: every number is one, every object a plain one. */
export function isSound(value: unknown): boolean {
  if (typeof value === "number") return Number.isFinite(value);
  if (typeof value !== "object" || value === null) return true;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== Array.prototype) return false;
  for (const key of Object.keys(value)) if (!isSound((value as Readonly<Record<string, unknown>>)[key])) return false;
  return true;
}

/** Whether some text has given every object a field. */
export function isPolluted(): boolean {
  return ["polluted", "link", "developers"].some((key) => key in {});
}
