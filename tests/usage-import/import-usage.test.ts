import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { usageFormats } from "../../src/usage-import/formats.ts";
import { importDetailed, importUsage } from "../../src/usage-import/import-usage.ts";
import { readFixture } from "./fixture-check.ts";

const folders = ["cost-text", "ccusage", "api-usage", "result-envelope", "admin-usage"];
const texts = folders.flatMap((folder) => {
  const url = new URL(`../fixtures/usage/${folder}/`, import.meta.url);
  return readdirSync(url).map((file) => readFileSync(new URL(file, url), "utf8"));
});

function expectSound(text: string): void {
  const { format, models, cost, stated, problems } = importUsage(text);
  const amounts = [cost, stated ?? 0, ...models.flatMap((model) => [model.cost ?? 0, model.stated ?? 0])];
  const counts = models.flatMap(({ usage }) => Object.values(usage));
  expect(amounts.every((usd) => Number.isFinite(usd) && usd >= 0)).toBe(true);
  expect(counts.every((count) => Number.isSafeInteger(count) && count >= 0)).toBe(true);
  expect(new Set(models.map(({ model }) => model)).size).toBe(models.length);
  expect(problems.length).toBeLessThanOrEqual(100);
  expect(problems.every(({ line }) => Number.isInteger(line) && line >= 1)).toBe(true);
  if (format === null) expect(problems).toHaveLength(1);
  else expect(usageFormats.map(({ id }) => id)).toContain(format);
}

describe("any text", () => {
  it("is read or named, and never throws", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: "binary", maxLength: 60 }), fc.json({ maxDepth: 3 })), expectSound),
      { numRuns: 500 },
    );
  });

  it("that is a real one with pieces put in, taken out or doubled is read or named", () => {
    const piece = fc.oneof(
      fc.constantFrom(
        "{",
        "}",
        "[",
        "]",
        '"',
        ",",
        ":",
        "\n",
        "-",
        "9",
        "e9",
        "null",
        "__proto__",
        "\u0000",
        "\u001b[1m",
        "k",
        "($",
        "…",
      ),
      fc.string({ maxLength: 5 }),
    );
    const edit = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), gone: fc.nat(30), piece });
    const damaged = fc.tuple(
      fc.constantFrom(...texts),
      fc.array(edit, { minLength: 1, maxLength: 4 }),
      fc.constantFrom(...texts, "", ""),
    );
    fc.assert(
      fc.property(damaged, ([text, edits, after]) => {
        const changed = edits.reduce((whole, { at, gone, piece: put }) => {
          const index = Math.floor(at * whole.length);
          return whole.slice(0, index) + put + whole.slice(index + gone);
        }, text);
        expectSound(changed + after);
      }),
      { numRuns: 500 },
    );
  });

  it("without usage has one problem, and one without anything says so", () => {
    expect(importUsage("hello")).toEqual({
      format: null,
      models: [],
      cost: 0,
      stated: null,
      problems: [{ line: 1, reason: expect.stringMatching(/^no usage was found/) }],
    });
    expect(importUsage(" \n")).toMatchObject({ format: null, problems: [{ line: 1, reason: "there is nothing in this text" }] });
    expect(importUsage(undefined as unknown as string).format).toBeNull();
  });

  it("nested deeper than a stack, or as long as a book in one line, is no trouble", () => {
    for (const text of [
      '{"daily":'.repeat(50_000),
      "[".repeat(200_000),
      `{"a":"${'\\"'.repeat(100_000)}`,
      "claude:".repeat(200_000),
    ])
      expect(importUsage(text).format).toBeNull();
  });
});

describe("details", () => {
  it("come with the same usage, one a model in the same order", () => {
    for (const text of texts) {
      const { details, ...usage } = importDetailed(text);
      expect(usage).toEqual(importUsage(text));
      expect(details.map(({ model }) => model)).toEqual(usage.models.map(({ model }) => model));
    }
    expect(texts.flatMap((text) => importDetailed(text).details).some(({ costBand }) => costBand !== null)).toBe(true);
  });

  it("are none for lines of a session log, and for a text that is not recognised", () => {
    const log =
      '{"type":"assistant","message":{"id":"msg_1","model":"claude-opus-5-5","usage":{"input_tokens":1,"output_tokens":1}}}';
    expect(importDetailed(log)).toMatchObject({ format: "session-log", models: [{ model: "claude-opus-5-5" }], details: [] });
    expect(importDetailed("hello")).toMatchObject({ format: null, details: [] });
  });
});

describe("a problem", () => {
  it("repeats nothing of the text but short names and numbers", () => {
    const secret = "ghp_thisIsNobodysBusinessAtAllOrIsIt0123456789";
    const told = texts.flatMap(
      (text) => importUsage(`${text.replaceAll("claude", secret)}\n{${secret}\n${secret}: -1 input, 5`).problems,
    );
    expect(told.length).toBeGreaterThan(10);
    expect(told.filter(({ reason }) => reason.includes("Nobodys"))).toEqual([]);
  });

  it("is one of a hundred at most, in order of line", () => {
    const { problems } = importUsage(`${readFixture("api-usage/batch.jsonl")}${"not JSON\n".repeat(150)}`);
    expect(problems).toHaveLength(100);
    expect(problems.map(({ line }) => line)).toEqual([...problems.map(({ line }) => line)].sort((a, b) => a - b));
  });
});
