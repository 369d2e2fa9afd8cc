import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { importFiles } from "../../src/usage-import/import-files.ts";
import type { MeasuredUsage } from "../../src/usage-import/usage-format.ts";

const ROOT = new URL("../fixtures/usage/session-log/", import.meta.url);

interface Expected {
  readonly stated?: number;
  /** Model, requests and USD, the dearest first; null USD = not priced. */
  readonly models: readonly (readonly [model: string, requests: number, usd: number | null])[];
  readonly usage?: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

function filesIn(folder: string): { path: string; text: string }[] {
  return readdirSync(new URL(folder, ROOT), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".jsonl"))
    .map((name) => ({ path: name, text: readFileSync(new URL(`${folder}/${name}`, ROOT), "utf8") }));
}

/** All that holds for any log: what it comes to, and all that must not change it. */
function checkImport(folder: string, { stated, models, usage = {} }: Expected): void {
  const files = filesIn(folder);
  const read = importFiles(files);
  expect(read).toMatchObject({
    format: "session-log",
    stated: stated === undefined ? null : expect.closeTo(stated, 12),
    problems: [],
  });
  expect(read.models.map(({ model, requests, cost }) => [model, requests, cost])).toEqual(
    models.map(([model, requests, usd]) => [model, requests, usd === null ? null : expect.closeTo(usd, 12)]),
  );
  expect(read.cost).toBeCloseTo(
    models.reduce((sum, [, , usd]) => sum + (usd ?? 0), 0),
    12,
  );
  for (const [model, classes] of Object.entries(usage))
    expect(read.models.find((found) => found.model === model)?.usage).toMatchObject(classes);

  expect(importFiles(files.toReversed())).toEqual(read);
  expect(importFiles([...files, ...files])).toEqual(read);
  expect(importFiles(files.map(({ text }) => ({ path: "", text })))).toEqual(read);
  expectGarbageToChangeNothing(files, read);
}

function expectGarbageToChangeNothing(files: readonly { path: string; text: string }[], read: MeasuredUsage): void {
  const spoilt = files.map(({ path, text }) => ({
    path,
    text: `${text}{"type":"assistant","message":{"id":"msg_\nnot json\n[1]\n`,
  }));
  const { problems, ...figures } = importFiles(spoilt);
  const { problems: _, ...clean } = read;
  expect(figures).toEqual(clean);
  expect(problems.map(({ reason }) => reason)).toEqual(Array(3 * files.length).fill("not a JSON object"));
}

describe("logs of each version come to what was worked out by hand", () => {
  it("1.0.44: output that grows line by line, the cost in the line, a message that was never sent", () => {
    checkImport("1.0.44", {
      // 0.049212 + 0.00048, as logged.
      stated: 0.049_692,
      models: [
        // (4 × 3 + 12,000 × 3.75 + 8,000 × 0.30 + 120 × 15) / 1,000,000
        ["claude-sonnet-4-20250514", 1, 0.049_212],
        // (500 × 0.80 + 20 × 4) / 1,000,000
        ["claude-3-5-haiku-20241022", 1, 0.000_48],
      ],
    });
  });

  it("2.0.30: a subagent's log and its echo in the main one", () => {
    checkImport("2.0.30", {
      models: [
        // (3 × 5 + 10,000 × 10 + 20,000 × 0.50 + 200 × 25) / 1,000,000
        ["claude-opus-4-5-20251101", 1, 0.115_015],
        // (10 × 1 + 4,000 × 1.25 + 300 × 5) / 1,000,000
        ["claude-haiku-4-5-20251001", 1, 0.006_51],
      ],
    });
  });

  it("2.1.220: three lines a response, and a fork of the session", () => {
    checkImport("2.1.220", {
      // (2 × 5 + 2,334 × 6.25 + 124,658 × 0.50 + 16,883 × 25) / 1,000,000
      models: [["claude-opus-5", 1, 0.499_001_5]],
      usage: { "claude-opus-5": { input: 2, cacheWrite5m: 2_334, cacheRead: 124_658, output: 16_883 } },
    });
  });

  it("2.1.263: a fallback, an advisor, a web search, fast mode, and a running total that is no usage", () => {
    checkImport("2.1.263", {
      models: [
        // The refused attempt: (5,607 × 10 + 50 × 20 + 1,000 × 1 + 2 × 50) / 1,000,000
        ["claude-fable-5", 1, 0.058_17],
        // The second attempt (5,607 × 5 + 100 × 10 + 2,000 × 0.50 + 698 × 25), the advised one (10 × 5 + 1,000 × 0.50 + 100 × 25), and
        // the fast one (100 × 5 + 10 × 25) × 2.
        ["claude-opus-4-8", 3, (47_485 + 3_050 + 1_500) / 1_000_000],
        // (335 × 2 + 12,229 × 2.50 + 14,942 × 0.20 + 690 × 10) / 1,000,000 and one search at $0.01.
        ["claude-sonnet-5", 1, 0.051_130_9],
        // The advisor: (2,000 × 10 + 50 × 50) / 1,000,000
        ["claude-fable-5-1", 1, 0.0225],
      ],
      usage: {
        "claude-fable-5": { cacheWrite1h: 50, cacheWrite5m: 0 },
        "claude-sonnet-5": { cacheWrite5m: 12_229, webSearches: 1 },
      },
    });
  });

  it("saved again on Windows: a byte order mark, CRLF, blanks after colons, nulls", () => {
    checkImport("saved-on-windows", {
      // (1,000 × 3 + 1,000 × 15) / 1,000,000
      models: [["claude-sonnet-4-6", 1, 0.018]],
    });
  });

  it("a gateway that repeats its ids: seven responses of a model without a price", () => {
    checkImport("gateway", {
      models: [["qwen3-coder", 7, null]],
      // Input 100 + 200 + 300 + 400 + 1,000 + 2,000 + 4,000; output 12 + 20 + 30 + 40 + 1 + 2 + 4.
      usage: { "qwen3-coder": { input: 8_000, output: 109 } },
    });
  });
});
