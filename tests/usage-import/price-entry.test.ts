import { describe, expect, it } from "vitest";
import { NO_USAGE } from "../../src/pricing/usage.ts";
import { type PricedEntry, priceEntry } from "../../src/usage-import/price-entry.ts";
import type { UsageEntry } from "../../src/usage-import/usage-entry.ts";

const MILLION = 1_000_000;

function price(fields: Partial<UsageEntry>): PricedEntry {
  const entry = { line: 1, model: "claude-opus-5-5", usage: { ...NO_USAGE, output: MILLION }, requests: 1, stated: null };
  return priceEntry({ ...entry, ...fields });
}

describe("a portion's day", () => {
  // Opus 5.5 was released on 2026-09-22 at $20 output.
  it.each([
    ["2026-09-21", ["dated before claude-opus-5-5 had a price: its first rates are used"]],
    ["2026-09-22", []],
    ["2026-09-23", []],
  ])("%s, the model's first being 2026-09-22", (day, notes) => {
    const priced = price({ day });
    expect(priced.cost).toBeCloseTo(20, 12);
    expect(priced.notes).toEqual(notes);
  });
});

describe("a span of days", () => {
  // Sonnet 5.5's first day is 2026-09-28; its rates changed on 2026-10-07.
  it.each([
    ["2026-09-27", 0],
    ["2026-09-28", 1],
    ["2026-10-06", 1],
    ["2026-10-07", 0],
  ])("from %s to 2026-10-07 has %i notes of a change of rates", (since, count) => {
    const { cost, notes } = price({ model: "claude-sonnet-5-5", since, day: "2026-10-07" });
    expect(cost).toBeCloseTo(10, 12);
    expect(notes.filter((note) => note.includes("changed within a period"))).toHaveLength(count);
    expect(notes).toHaveLength(count);
  });
});

describe("modifiers", () => {
  it("of fast and batch, which exclude each other, batch stays: half of $20", () => {
    const both = price({ day: "2026-10-20", modifiers: { speed: "fast", batch: true } });
    expect(both.cost).toBeCloseTo(10, 12);
    expect(both.notes).toHaveLength(1);
  });

  it("a refused one takes no other with it: $15 × 0.5", () => {
    const refused = price({ model: "claude-sonnet-4-6", day: "2026-10-20", modifiers: { speed: "fast", batch: true } });
    expect(refused.cost).toBeCloseTo(7.5, 12);
    expect(refused.notes).toHaveLength(1);
  });
});
