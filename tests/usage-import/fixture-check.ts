import { readFileSync } from "node:fs";
import { expect } from "vitest";
import { usageFormats } from "../../src/usage-import/formats.ts";
import { importUsage } from "../../src/usage-import/import-usage.ts";
import type { MeasuredUsage } from "../../src/usage-import/usage-format.ts";

/** What one model of a fixture must come to; classes left out are 0, `cost` and `stated` null and `requests` null. */
export interface ExpectedModel {
  readonly model: string;
  readonly usage?: Readonly<Record<string, number>>;
  readonly requests?: number;
  readonly known?: false;
  /** USD. */
  readonly cost?: number;
  readonly stated?: number;
}

export interface ExpectedUsage {
  readonly models: readonly ExpectedModel[];
  readonly stated: number | null;
  /** A piece of each problem's reason, in order. */
  readonly problems: readonly RegExp[];
  /** What a line put after the text must change: a problem more, or nothing where other words may stand around it. */
  readonly garbage: "named" | "passed over";
  /** Whether terminals break it. */
  readonly wraps?: boolean;
}

const NONE = { input: 0, cacheWrite5m: 0, cacheWrite1h: 0, cacheRead: 0, output: 0, webSearches: 0 };

export function readFixture(path: string): string {
  return readFileSync(new URL(`../fixtures/usage/${path}`, import.meta.url), "utf8");
}

/** Everything that must hold of a text whose format is in the fixture's folder's name. */
export function checkFixture(path: string, expected: ExpectedUsage): void {
  const text = readFixture(path);
  const read = importUsage(text);
  checkDetection(text, path.slice(0, path.indexOf("/")));
  checkNumbers(read, expected);
  for (const variant of variantsOf(text, expected)) expect(figuresOf(importUsage(variant))).toEqual(figuresOf(read));
  checkDamaged(text);
  const garbled = importUsage(`${text}\n{"usage": broken, and no JSON`);
  expect(figuresOf(garbled)).toEqual(figuresOf(read));
  expect(garbled.problems.length - read.problems.length).toBe(expected.garbage === "named" ? 1 : 0);
}

function checkDetection(text: string, id: string): void {
  // A stream of `claude -p` has the lines of a log in it; it is read by the one that comes first.
  const known = usageFormats.filter((format) => format.detect(text)).map((format) => format.id);
  expect(text.includes('"subtype":"init"') ? known.filter((other) => other !== "session-log") : known).toEqual([id]);
  expect(importUsage(text).format).toBe(id);
}

function checkNumbers(read: MeasuredUsage, { models, stated, problems }: ExpectedUsage): void {
  expect(read.models.map(({ model }) => model)).toEqual(models.map(({ model }) => model));
  models.forEach(({ usage = {}, requests = null, known = true, cost, stated: statedFor, model }, index) => {
    const got = read.models[index];
    expect(got).toMatchObject({ model, known, requests, usage: { ...NONE, ...usage } });
    checkUsd(got?.cost, cost ?? null);
    checkUsd(got?.stated, statedFor ?? null);
  });
  checkUsd(
    read.cost,
    models.reduce((sum, { cost = 0 }) => sum + cost, 0),
  );
  checkUsd(read.stated, stated);
  expect(read.problems).toHaveLength(problems.length);
  problems.forEach((reason, index) => {
    expect(read.problems[index]?.reason).toMatch(reason);
  });
}

function checkUsd(got: number | null | undefined, expected: number | null): void {
  if (expected === null) expect(got).toBeNull();
  else expect(got).toBeCloseTo(expected, 10);
}

function figuresOf({ format, models, cost, stated }: MeasuredUsage): unknown {
  return { format, models, cost, stated };
}

function variantsOf(text: string, { wraps = false }: ExpectedUsage): readonly string[] {
  const lines = text.split("\n");
  const variants = [`\ufeff${text}`, lines.join("\r\n"), lines.map((line) => `    ${line}`).join("\n"), `\n\n${text}\n\n`];
  return wraps
    ? [...variants, ...[80, 60].flatMap((width) => [brokenAt(width, lines), brokenBetweenWords(width, lines)])]
    : variants;
}

// A terminal breaks wherever the edge is, a word and a number included.
function brokenAt(width: number, lines: readonly string[]): string {
  return lines.map((line) => line.replace(new RegExp(`.{${width}}(?=.)`, "gu"), "$&\n")).join("\n");
}

function brokenBetweenWords(width: number, lines: readonly string[]): string {
  return lines.map((line) => line.replace(new RegExp(`(.{1,${width}})(?: +|$)`, "gu"), "$1\n").replace(/\n$/, "")).join("\n");
}

// Whatever is left of a text when a copy is cut short: it is read, or it is a problem.
function checkDamaged(text: string): void {
  for (const share of [0.1, 0.25, 0.5, 0.75, 0.9]) {
    const cut = Math.floor(text.length * share);
    for (const part of [text.slice(0, cut), text.slice(cut)]) {
      const { cost, models, problems, format } = importUsage(part);
      expect(Number.isFinite(cost)).toBe(true);
      if (format === null) expect({ models: models.length, problems: problems.length }).toEqual({ models: 0, problems: 1 });
    }
  }
}
