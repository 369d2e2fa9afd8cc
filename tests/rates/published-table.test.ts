import { describe, expect, it } from "vitest";
import type { ClassRates } from "../../src/pricing/rate-card.ts";
import { catalog } from "../../src/rates/catalog.ts";
import { findModel } from "../../src/rates/resolve-model.ts";

type Row = readonly [id: string, input: number, output: number, write5m: number, write1h: number, read: number];

// Typed by hand from the published tables, not from the cards. USD per million tokens, in force on 2026-11-20.
const TABLE: readonly Row[] = [
  ["claude-fable-5-2", 8, 40, 10, 16, 0.2],
  ["claude-fable-5-1", 10, 50, 12.5, 20, 0.25],
  ["claude-fable-5", 10, 50, 12.5, 20, 1],
  ["claude-opus-5-5", 4, 20, 5, 8, 0.2],
  ["claude-opus-5", 5, 25, 6.25, 10, 0.5],
  ["claude-opus-4-8", 5, 25, 6.25, 10, 0.5],
  ["claude-opus-4-7", 5, 25, 6.25, 10, 0.5],
  ["claude-opus-4-6", 5, 25, 6.25, 10, 0.5],
  ["claude-opus-4-5-20251101", 5, 25, 6.25, 10, 0.5],
  ["claude-opus-4-1-20250805", 15, 75, 18.75, 30, 1.5],
  ["claude-opus-4-20250514", 15, 75, 18.75, 30, 1.5],
  ["claude-sonnet-5-5", 2, 10, 2.5, 4, 0.1],
  ["claude-sonnet-5", 2, 10, 2.5, 4, 0.2],
  ["claude-sonnet-4-6", 3, 15, 3.75, 6, 0.3],
  ["claude-sonnet-4-5-20250929", 3, 15, 3.75, 6, 0.3],
  ["claude-sonnet-4-20250514", 3, 15, 3.75, 6, 0.3],
  ["claude-3-7-sonnet-20250219", 3, 15, 3.75, 6, 0.3],
  ["claude-3-5-sonnet-20241022", 3, 15, 3.75, 6, 0.3],
  ["claude-3-5-sonnet-20240620", 3, 15, 3.75, 6, 0.3],
  ["claude-haiku-5-5", 0.1, 0.5, 0.125, 0.2, 0.01],
  ["claude-haiku-4-5-20251001", 1, 5, 1.25, 2, 0.1],
  ["claude-3-5-haiku-20241022", 0.8, 4, 1, 1.6, 0.08],
  ["claude-3-haiku-20240307", 0.25, 1.25, 0.3, 0.5, 0.03],
  ["claude-3-opus-20240229", 15, 75, 18.75, 30, 1.5],
  ["claude-mythos-5-2", 8, 40, 10, 16, 0.2],
  ["claude-mythos-5-1", 10, 50, 12.5, 20, 0.25],
  ["claude-mythos-5", 10, 50, 12.5, 20, 1],
];

// Every tier that has been in force, each for all tokens of a prompt strictly above its threshold.
const TIERS: readonly (readonly [...Row, threshold: number])[] = [
  ["claude-sonnet-4-20250514", 6, 22.5, 7.5, 12, 0.6, 200_000],
  ["claude-sonnet-4-5-20250929", 6, 22.5, 7.5, 12, 0.6, 200_000],
  ["claude-sonnet-4-6", 6, 22.5, 7.5, 12, 0.6, 200_000],
  ["claude-opus-4-6", 10, 37.5, 12.5, 20, 1, 200_000],
  ["claude-haiku-5-5", 0.5, 2.5, 0.625, 1, 0.05, 100_000],
];

function asRates([, input, output, cacheWrite5m, cacheWrite1h, cacheRead]: Row): ClassRates {
  return { input, output, cacheWrite5m, cacheWrite1h, cacheRead };
}

describe("the published price list", () => {
  it.each(TABLE)("prices %s at %d in and %d out", (...row) => {
    expect(findModel(row[0])?.periods.at(-1)?.rates).toEqual(asRates(row));
  });

  it("knows only input and output of Mythos Preview", () => {
    expect(findModel("claude-mythos-preview")?.periods).toMatchObject([{ rates: { input: 25, output: 125 } }]);
    expect(findModel("claude-mythos-preview")?.confidence).toBe("low");
  });

  it.each(TIERS)("prices long prompts of %s at %d in and %d out", (...row) => {
    const [, , , , , , thresholdTokens] = row;
    const tiers = findModel(row[0])?.periods.flatMap(({ longContext }) => longContext ?? []);
    expect(tiers).toEqual([{ thresholdTokens, rates: asRates([row[0], row[1], row[2], row[3], row[4], row[5]]) }]);
  });

  it("has no model and no tier besides these", () => {
    expect(catalog.models.map(({ id }) => id).toSorted()).toEqual(
      [...TABLE.map(([id]) => id), "claude-mythos-preview"].toSorted(),
    );
    const tiered = catalog.models.filter(({ periods }) => periods.some(({ longContext }) => longContext !== null));
    expect(tiered.map(({ id }) => id).toSorted()).toEqual(TIERS.map(([id]) => id).toSorted());
  });

  it("never charged $3 and $15 for Sonnet 5: that step was cancelled", () => {
    expect(findModel("claude-sonnet-5")?.periods.map(({ rates }) => rates.input)).toEqual([2]);
  });
});
