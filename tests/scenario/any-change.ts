import fc from "fast-check";
import type { Change } from "./link-change.ts";

const anywhere = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const character = fc.constantFrom(..."abcdz0159._~=&-#%+ <\"'\\/?:;,éÿ\u0000☃");

/** Any one thing that goes wrong with a text on its way. */
export const anyChange: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ kind: fc.constantFrom("insert" as const, "replace" as const), at: anywhere, by: character }),
  fc.record({ kind: fc.constantFrom("delete" as const, "swap" as const, "double" as const), at: anywhere }),
  fc.record({
    kind: fc.constantFrom("repeat pair" as const, "drop pair" as const, "swap pairs" as const, "cut" as const),
    at: anywhere,
  }),
);

/** What mail and chat programs do to a whole link, and a few things that nobody should. */
export const anyWrapping: fc.Arbitrary<(text: string) => string> = fc.constantFrom<(text: string) => string>(
  (text) => text,
  (text) => `%23${text}`,
  (text) => text.replaceAll("&", "&amp;"),
  (text) => encodeURIComponent(text),
  (text) => encodeURIComponent(encodeURIComponent(text)),
  (text) => text.replaceAll("_", "+"),
  (text) => `${text}&__proto__=1`,
  (text) => text + text,
  (text) => `${text}#?secret=abc`,
);
