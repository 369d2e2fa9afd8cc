import { describe, expect, it } from "vitest";
import { reportOf, rowDays } from "../../src/usage-import/ccusage-rows.ts";
import { importUsage } from "../../src/usage-import/import-usage.ts";
import type { JsonObject } from "../../src/usage-import/json-field.ts";

const MODEL = "claude-opus-4-8";
// A million tokens of output at $25.
const COUNTS = { inputTokens: 0, outputTokens: 1_000_000, cacheCreationTokens: 0, cacheReadTokens: 0 };

const monthly = (month: string) =>
  importUsage(JSON.stringify({ monthly: [{ month, modelBreakdowns: [{ modelName: MODEL, ...COUNTS }] }] }));

describe("a row of a month", () => {
  it.each([
    ["2026-06", "2026-06-01", "2026-06-30"],
    ["2026-07", "2026-07-01", "2026-07-31"],
    ["2024-02", "2024-02-01", "2024-02-29"],
    ["2027-02", "2027-02-01", "2027-02-28"],
    ["2025-12", "2025-12-01", "2025-12-31"],
    // Its last day is ahead of the price list of 2026-11-20.
    ["2026-11", "2026-11-01", "2026-11-20"],
  ])("%s is from its first day on, priced on its last", (month, since, day) => {
    expect(rowDays("monthly", { month })).toEqual({ since, day });
  });

  it.each(["12026-06", "2026-06x", "2026-13", "June"])("%s is none: priced at the catalog's day, which is said", (month) => {
    const { problems, cost } = monthly(month);
    expect(problems).toContainEqual({ line: 1, reason: "a row without a date that can be read: priced at the catalog's day" });
    expect(cost).toBeCloseTo(25, 9);
  });
});

it("a week is seven days from the one that it names", () => {
  expect(rowDays("weekly", { week: "2026-06-28" })).toEqual({ since: "2026-06-28", day: "2026-07-04" });
});

it("a gap between blocks is no usage", () => {
  const block = { startTime: "2026-06-01T00:00:00Z", tokenCounts: COUNTS, models: [MODEL], costUSD: 0, entries: 1 };
  const blocks = (isGap: boolean) => importUsage(JSON.stringify({ blocks: [{ ...block, isGap }] })).cost;
  expect(blocks(false)).toBeCloseTo(25, 9);
  expect(blocks(true)).toBe(0);
});

describe("the days of a row, the price list being of 2026-11-20", () => {
  it.each([
    ["a day", "daily", { date: "2026-06-03" }, "2026-06-03", "2026-06-03"],
    ["a day of all agents", "daily", { period: "2026-06-03" }, "2026-06-03", "2026-06-03"],
    ["a week by its Sunday", "weekly", { period: "2026-05-31" }, "2026-05-31", "2026-06-06"],
    ["a month of all agents", "monthly", { period: "2026-06" }, "2026-06-01", "2026-06-30"],
    ["a project's day", "projects", { date: "2026-06-03" }, "2026-06-03", "2026-06-03"],
    ["an entry", "entries", { timestamp: "2026-06-03T10:00:00Z" }, "2026-06-03", "2026-06-03"],
    ["a session", "sessions", { firstActivity: "2026-06-01T00:00:00Z", lastActivity: "2026-06-03" }, "2026-06-01", "2026-06-03"],
    ["a session of old versions", "sessions", { lastActivity: "2026-06-03" }, "2026-06-03", "2026-06-03"],
    [
      "a block over midnight",
      "blocks",
      { startTime: "2026-06-03T22:00:00Z", actualEndTime: "2026-06-04T01:00:00Z" },
      "2026-06-03",
      "2026-06-04",
    ],
    ["a block without an end", "blocks", { startTime: "2026-06-03T22:00:00Z", actualEndTime: null }, "2026-06-03", "2026-06-03"],
    ["the list's own day", "daily", { date: "2026-11-20" }, "2026-11-20", "2026-11-20"],
    ["a week that begins on it", "weekly", { week: "2026-11-20" }, "2026-11-20", "2026-11-20"],
    ["a week that begins after it", "weekly", { week: "2026-11-21" }, "2026-11-21", "2026-11-27"],
    ["a month after it", "monthly", { month: "2026-12" }, "2026-12-01", "2026-12-31"],
    ["a session after it", "sessions", { lastActivity: "2026-12-05" }, "2026-12-05", "2026-12-05"],
  ] as const)("%s", (_what, section, row, since, day) => {
    expect(rowDays(section, row)).toEqual({ since, day });
  });

  it.each([
    ["sessions", { firstActivity: "2026-06-01" }],
    ["blocks", { endTime: "2026-06-01" }],
    ["weekly", { week: "soon" }],
    ["daily", {}],
  ] as const)("of %s are not known from %j", (section, row) => {
    expect(rowDays(section, row)).toEqual({});
  });
});

describe("a report is known by its rows", () => {
  const broken = { modelBreakdowns: [] };
  const used = { modelsUsed: [] };
  const counted = { tokenCounts: {} };

  it.each([
    ["daily", "daily"],
    ["weekly", "weekly"],
    ["monthly", "monthly"],
    ["session", "sessions"],
    ["sessions", "sessions"],
    ["blocks", "blocks"],
    ["projects", "projects"],
  ])("%s", (key, section) => {
    for (const row of [broken, used, counted])
      expect(reportOf({ [key]: [null, {}, row, 5] })).toEqual({ section, rows: [{}, row], others: 0 });
    expect(reportOf({ [key]: [], totals: {} })).toEqual({ section, rows: [], others: 0 });
  });

  it("of each project", () => {
    expect(reportOf({ projects: { shop: [used, null], mill: [broken] } })).toEqual({
      section: "projects",
      rows: [used, broken],
      others: 0,
    });
  });

  it("of one session's entries", () => {
    const entry = { timestamp: "2026-06-03T10:00:00Z" };
    expect(reportOf({ sessionId: "s", totalCost: 0, entries: [null, entry] })).toEqual({
      section: "entries",
      rows: [entry],
      others: 0,
    });
  });

  it("of the first grouping that has any, and the others are counted", () => {
    expect(reportOf({ daily: [], weekly: [used], monthly: [used], totals: {} })).toEqual({
      section: "weekly",
      rows: [used],
      others: 2,
    });
  });

  it.each<JsonObject>([
    {},
    { daily: [] },
    { daily: 5, totals: {} },
    { daily: [{ note: 1 }], totals: {} },
    { daily: { shop: [used] } },
    { projects: 5, totals: {} },
    { daily: [{ modelsUsed: "claude-opus-5" }] },
    { constructor: [used] },
    { entries: [used], totalCost: 1 },
    { entries: [used], sessionId: "s" },
    { entries: { 0: used }, sessionId: "s", totalCost: 1 },
  ])("and %j is none", (value) => {
    expect(reportOf(value)).toBeNull();
  });
});
