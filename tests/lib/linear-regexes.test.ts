import { readdirSync, readFileSync } from "node:fs";
import { parseSync } from "vite";
import { describe, expect, it } from "vitest";
import { isLinear, repeated } from "./linear-time.ts";

interface Found {
  readonly file: string;
  readonly pattern: string;
  readonly flags: string;
}

const SOURCE = new URL("../../src/", import.meta.url);

/** Those that grow with the square, and why no text of a person's reaches them at such a length. */
const SHORT_TEXTS: Readonly<Record<string, string>> = {
  "\\B(?=(?:\\d{3})+$)": "the digits of a number: at most 21",
  "((?:[▲▼] )?[<>]?[+−]?\\$\\d[\\d,.]*\\d|(?:[▲▼] )?[<>]?[+−]?\\$\\d|\\d[\\d,.]* %)":
    "our own sentences, with amounts as we write them",
  "((?:[a-z\\d-]+\\.)+[a-z]{2,}\\/[^\\s;,()]*[^\\s;,().])": "the sources in our own data",
};

/** Every regex that is written out in src: none is left to somebody's judgement of where its texts come from. */
const regexes: readonly Found[] = readdirSync(SOURCE, { recursive: true, encoding: "utf8" })
  .filter((file) => /\.tsx?$/.test(file))
  .flatMap((file) => regexesIn(file, readFileSync(new URL(file, SOURCE), "utf8")))
  .filter(({ pattern }, index, all) => all.findIndex((other) => other.pattern === pattern) === index);

function regexesIn(file: string, text: string): Found[] {
  const found: Found[] = [];
  JSON.stringify(parseSync(file, text).program, (_key, value: unknown) => {
    if (isRegexNode(value)) found.push({ file, ...value.regex });
    // Numbers of ten to the power of some are bigints in the tree.
    return typeof value === "bigint" ? String(value) : value;
  });
  return found;
}

function isRegexNode(value: unknown): value is { readonly regex: { readonly pattern: string; readonly flags: string } } {
  return typeof value === "object" && value !== null && "regex" in value;
}

const SIGNS = [..." \n\r\t\u2028\u00a0\"\\'aA09-.,:;/<$%#@_=[{(*~é\u0000\u001b"];

/** What may keep a regex busy: each sign over and over, and each pair and word of the signs that it speaks of itself. */
function piecesFor(pattern: string): readonly string[] {
  const plain = pattern.replaceAll(/\\[bBdDsSwWpPnrtu]|\{[\d,]+\}|\\/g, " ");
  const own = [...new Set(plain.replaceAll(/[\s()[\]?*+|^$]/g, ""))].slice(0, 7);
  const words = plain.match(/[\w:=-]{2,}/g) ?? [];
  return [...SIGNS, ...[...own, " ", "\\"].flatMap((a) => own.map((b) => a + b)), ...words];
}

/** The first piece over which a regex grows with the square; undefined where there is none. */
function slowPiece({ pattern, flags }: Found): string | undefined {
  const regex = new RegExp(pattern, flags);
  const run = (text: string): string => text.replace(regex, "");
  const surroundings = [{ behind: "\u0001" }, { before: '"', behind: "\\" }];
  return piecesFor(pattern).find((piece) => surroundings.some((around) => !isLinear(run, repeated(piece, around))));
}

describe("R4: time grows with a text, not with its square, in every regex of src", () => {
  it("finds them all", () => {
    expect(regexes.length).toBeGreaterThan(60);
    expect(regexes.map(({ pattern }) => pattern)).toContain("^\\d{1,12}(\\.\\d{1,6})?$");
    expect(Object.keys(SHORT_TEXTS).filter((known) => !regexes.some(({ pattern }) => pattern === known))).toEqual([]);
  });

  it("knows a regex that does not: blanks, each of which may begin what a letter ends", () => {
    expect(slowPiece({ file: "", pattern: "\\s*$", flags: "" })).toBe(" ");
    expect(slowPiece({ file: "", pattern: "^\\s*$", flags: "" })).toBeUndefined();
  });

  it.each(regexes.filter(({ pattern }) => !(pattern in SHORT_TEXTS)))("$file: $pattern", (regex) => {
    expect(slowPiece(regex)).toBeUndefined();
  });
});
