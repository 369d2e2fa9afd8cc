import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { usageFormats } from "../../src/usage-import/formats.ts";
import { importFiles } from "../../src/usage-import/import-files.ts";
import { importUsage } from "../../src/usage-import/import-usage.ts";
import { damaged, isPolluted, isSound, OFTEN } from "../lib/damaged.ts";
import { logLine } from "./log-lines.ts";

const FOLDERS = ["cost-text", "ccusage", "api-usage", "result-envelope", "admin-usage"];
/** Real texts of every form, the shorter ones: ten thousand are read. */
const TEXTS: readonly string[] = FOLDERS.flatMap((folder) => {
  const url = new URL(`../fixtures/usage/${folder}/`, import.meta.url);
  return readdirSync(url).map((file) => readFileSync(new URL(file, url), "utf8"));
}).filter(({ length }) => length < 700);
const LINES: readonly string[] = [logLine(), logLine({ usage: { output_tokens: 5, cache_read_input_tokens: 9 } })];

/** Whether every figure is a number of at least 0. */
function areFigures(value: unknown): boolean {
  return isSound(value) && !/:-\d/.test(JSON.stringify(value));
}

test("R6: of 10,000 pasted texts each is read in a known form or has its problem named, and no figure is none", () => {
  const known = usageFormats.map(({ id }) => id);
  const counts = { read: 0, refused: 0 };
  fc.assert(
    fc.property(damaged(TEXTS), (text) => {
      const { format, problems, models, cost, stated } = importUsage(text);
      counts[format === null ? "refused" : "read"] += 1;
      const isNamed = format === null ? models.length === 0 && problems.length === 1 : known.includes(format);
      const haveReasons = problems.every(({ line, reason }) => line >= 1 && reason !== "");
      if (!isNamed || !haveReasons || !areFigures([models, cost, stated])) expect.fail(text);
    }),
    OFTEN,
  );
  expect(Math.min(counts.read, counts.refused)).toBeGreaterThan(500);
  expect(isPolluted()).toBe(false);
});

// That single lines are read as they are written is tried with as many in log-scan.test.ts.
test("R6: of 10,000 dropped logs each is added up or has its problem named, and no figure is none", () => {
  const counts = { read: 0, refused: 0 };
  fc.assert(
    fc.property(damaged(LINES), fc.string({ maxLength: 8 }), (text, path) => {
      const { models, cost, stated, problems } = importFiles([{ path, text }]);
      counts[models.length > 0 ? "read" : "refused"] += 1;
      if (!areFigures([models, cost, stated]) || problems.some(({ reason }) => reason === "")) expect.fail(text);
    }),
    OFTEN,
  );
  expect(Math.min(counts.read, counts.refused)).toBeGreaterThan(100);
  expect(isPolluted()).toBe(false);
});
