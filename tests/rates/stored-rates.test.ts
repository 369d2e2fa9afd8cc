import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const folder = new URL("../../src/rates/models/", import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith(".ts"));

/** What a source text does besides stating numbers: anything that could work out a rate from another. */
function derivations(source: string): string[] {
  const code = source.replace(/"(?:[^"\\]|\\.)*"|\/\/.*|\/\*[\s\S]*?\*\//g, (match) => (match.startsWith('"') ? '""' : ""));
  const operators = code.match(/[-*/+%`(]|\.\.\./g) ?? [];
  const rates = [...code.matchAll(/\brates\b(?!\s*:\s*\{\s*(?:\w+:\s*\d[\d_]*(?:\.\d+)?\s*,?\s*)+\})[^\n]*/g)].map(
    ([text]) => text,
  );
  return [...operators, ...rates];
}

describe("every rate is a number that was published", () => {
  it.each(files)("%s works out nothing", (name) => {
    const source = readFileSync(new URL(name, folder), "utf8");
    expect(source).toMatch(/rates: \{ input: /);
    expect(derivations(source)).toEqual([]);
  });

  it("covers the five families", () => {
    expect(files.toSorted()).toEqual(["fable.ts", "haiku.ts", "mythos.ts", "opus.ts", "sonnet.ts"]);
  });

  it.each([
    ["a product", "rates: { input: 5, cacheRead: 5 * 0.1 },"],
    ["a quotient", "rates: { input: 5, cacheRead: 5 / 10 },"],
    ["a sum", "rates: { input: 5, cacheRead: 5 + 1 },"],
    ["a spread", "rates: { ...opus5, cacheRead: 0.2 },"],
    ["another name", "rates: { input: 5, cacheRead: CACHE_READ },"],
    ["another name on a line of its own", "rates: {\n  input: 5,\n  cacheRead: CACHE_READ,\n},"],
    ["a short form", "rates: { input },"],
    ["a call", "rates: { input: 5, cacheRead: tenth(5) },"],
    ["another card's rates", "rates: opus5,"],
    ["rates of the same name", "{ from, rates }"],
    ["nothing", "rates: {},"],
    ["a text", 'rates: { input: "5" },'],
  ])("sees %s in place of a number", (_what, source) => {
    expect(derivations(source)).not.toEqual([]);
  });

  it.each([
    "rates: { input: 5, cacheWrite5m: 6.25 },",
    "rates: {\n  input: 5,\n  output: 1_000,\n},",
    '// 5 * 0.1\nrates: { input: 5 }, note: "a/b * c",',
  ])("takes plain numbers: %j", (source) => {
    expect(derivations(source)).toEqual([]);
  });
});
