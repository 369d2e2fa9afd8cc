import { describe, expect, it } from "vitest";
import { windowEstimates, windowRange } from "../../src/rates/window-capacity.ts";

describe("what a five-hour window is thought to cover", () => {
  it.each([
    // $163 a month × 12 / 52 × 550,000 / 5,000,000 = 4.1377; the other is 18; both doubled on 2026-05-06
    ["pro", 8.275_385, 36],
    // $1,354 × 12 / 52 × 3.3 / 41.7 = 24.7272; a quarter of 363 = 90.75; both doubled
    ["max", 49.454_345, 181.5],
  ])("%s: from %d to %d", (plan, low, high) => {
    expect(windowRange(plan)?.low).toBeCloseTo(low, 5);
    expect(windowRange(plan)?.high).toBeCloseTo(high, 9);
  });

  it("Ultra has no such window any more, seats were never measured, and Free is no plan for work", () => {
    for (const plan of ["ultra", "team-standard", "team-premium", "enterprise", "free", ""]) expect(windowRange(plan)).toBeNull();
  });

  it("five-hour figures of Max 20x stay as they were published, the one that prices output alone marked", () => {
    const ultra = windowEstimates.filter(({ plan }) => plan === "ultra").map(({ usd, sound }) => [usd, sound]);
    expect(ultra).toEqual([
      [363, true],
      [66, false],
    ]);
  });
});
