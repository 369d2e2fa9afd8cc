import { describe, expect, it } from "vitest";
import { addBands, costBand, fitsPlannedSonnet5, reconcile } from "../../src/usage-import/reconcile.ts";

const RATES = { input: 2, output: 10, cacheWrite5m: 2.5, cacheWrite1h: 4, cacheRead: 0.2 };
const million = { input: 0, output: 0, cacheRead: 0, cacheWrite5m: 1_000_000, cacheWrite1h: 0, webSearches: 0 };
const known = { usage: million, slack: {}, unsplitWrites: true, factor: 1, searchUsd: 0 };
// A million writes: $2.50 at 5 minutes, $4.00 at an hour.
const band = costBand(RATES, known);

describe("stated dollars beside the tokens", () => {
  it.each([
    [2.49, 0.005, "does-not-fit", null],
    [2.495, 0.005, "fits", 0],
    [2.5, 0.005, "fits", 0],
    [3.25, 0.005, "needs-1h", 0.5],
    [4, 0.005, "needs-1h", 1],
    [4.01, 0.005, "does-not-fit", null],
  ] as const)("of $%d ± %d: %s", (statedUsd, statedSlackUsd, verdict, share) => {
    const found = reconcile(statedUsd, { band, statedSlackUsd });
    expect(found).toMatchObject({ statedUsd, at5m: [2.5, 2.5], at1h: [4, 4], verdict });
    if (share === null) expect(found.hourShare).toBeNull();
    else expect(found.hourShare?.best).toBeCloseTo(share, 10);
  });

  it("give the hour's share within both roundings", () => {
    // ± 0.015 of a difference of 1.50.
    const share = reconcile(3.25, { band, statedSlackUsd: 0.015 }).hourShare;
    expect(share?.low).toBeCloseTo(0.49, 10);
    expect(share?.high).toBeCloseTo(0.51, 10);
  });

  it("never ask for less than nothing or more than all", () => {
    const { hourShare } = reconcile(2.4, { band, statedSlackUsd: 0.2 });
    expect(hourShare).toEqual({ low: 0, best: 0, high: expect.closeTo(0.1 / 1.5, 10) });
  });

  it("tell nothing of writes where there are none, or where the text splits them", () => {
    const nothing = costBand(RATES, { ...known, usage: { ...million, cacheWrite5m: 0, input: 1_000_000 } });
    expect(reconcile(2, { band: nothing, statedSlackUsd: 0 })).toMatchObject({ verdict: "fits", hourShare: null });
    expect(costBand(RATES, { ...known, unsplitWrites: false })?.at1h).toEqual([2.5, 2.5]);
  });

  it("cannot be held against a model without rates", () => {
    expect(reconcile(1, { band: null, statedSlackUsd: 0 })).toEqual({
      statedUsd: 1,
      at5m: [0, 0],
      at1h: [0, 0],
      hourShare: null,
      verdict: "unpriced",
    });
    expect(costBand({ input: 2 }, known)).toBeNull();
  });
});

describe("the band of a cost", () => {
  it("is as wide as the rounding of the counts, and its modifiers widen it", () => {
    // 1,000,000 ± 50,000 writes at 2.50, twice.
    const wide = costBand(RATES, { ...known, slack: { cacheWrite5m: 50_000 }, factor: 2, searchUsd: 1 });
    expect(wide?.at5m[0]).toBeCloseTo(1 + 4.75, 10);
    expect(wide?.at5m[1]).toBeCloseTo(1 + 5.25, 10);
  });

  it("adds up end by end", () => {
    const one = { at5m: [1, 2], at1h: [3, 4], searchUsd: 0.5 } as const;
    expect(addBands(one, one)).toEqual({ at5m: [2, 4], at1h: [6, 8], searchUsd: 1 });
  });
});

describe("the planned price of Sonnet 5", () => {
  it("is one and a half of every rate, and leaves searches alone", () => {
    // 2.50 × 1.5 + 1 = 4.75.
    const searched = costBand(RATES, { ...known, searchUsd: 1 });
    if (!searched) throw new Error("no band");
    expect(fitsPlannedSonnet5(4.75, { band: searched, statedSlackUsd: 0.005 })).toBe(true);
    expect(fitsPlannedSonnet5(3.5, { band: searched, statedSlackUsd: 0.005 })).toBe(false);
  });
});
