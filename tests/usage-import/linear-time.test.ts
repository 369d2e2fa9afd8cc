import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseNumber } from "../../src/lib/parse-number.ts";
import { parseComparison } from "../../src/scenario/link.ts";
import { readUsageRows } from "../../src/scenario/usage-rows.ts";
import { importFiles } from "../../src/usage-import/import-files.ts";
import { importUsage } from "../../src/usage-import/import-usage.ts";
import { isLinear, repeated } from "../lib/linear-time.ts";
import { logLine } from "./log-lines.ts";

/** What keeps a careless reader of lines, quotes, brackets or numbers busy. */
const PIECES = ["\n", "\r", "\u2028", '"', '\\"', " ", "9", "{", "[", "data:\n", "{\n", ","];

/** The first text of each form, and a line of a log. */
const TEXTS: readonly (readonly [string, string])[] = [
  ...["cost-text", "ccusage", "api-usage", "result-envelope", "admin-usage"].map((form) => {
    const folder = new URL(`../fixtures/usage/${form}/`, import.meta.url);
    return [form, readFileSync(new URL(readdirSync(folder)[0] ?? "", folder), "utf8")] as const;
  }),
  ["session log", `${logLine()}\n`],
  ["nothing known", ""],
];

/** The first piece over which reading grows with the square of the text. */
function slowPiece(run: (text: string) => unknown, text = ""): string | undefined {
  const [front, back] = [text.slice(0, text.length / 2), text.slice(text.length / 2)];
  return PIECES.find((piece) =>
    [{ before: text }, { before: front, behind: back }].some((around) => !isLinear(run, repeated(piece, around))),
  );
}

describe("R4: the time that a text takes grows with its length, not with its square", () => {
  it.each(TEXTS)("pasted with %s", (_form, text) => expect(slowPiece(importUsage, text)).toBeUndefined());

  it("dropped as a log", () =>
    expect(slowPiece((text) => importFiles([{ path: "a.jsonl", text }]), `${logLine()}\n`)).toBeUndefined());

  it("as a table of users", () => expect(slowPiece(readUsageRows, "user,USD\nanna,1")).toBeUndefined());

  it("as a link", () => expect(slowPiece(parseComparison, "v=1&pd=2026-11-20&dev=25&z=3")).toBeUndefined());

  it("as a number", () => expect(slowPiece(parseNumber, "1,234")).toBeUndefined());
});
