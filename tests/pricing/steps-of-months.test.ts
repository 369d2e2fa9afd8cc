import { describe, expect, it } from "vitest";
import type { Steps } from "../../src/lib/steps.ts";
import { cheapestSharesInSteps, monthRangeInSteps } from "../../src/pricing/month-range.ts";

/** How often a working-out lets others run before it is done. */
function pausesOf(steps: Steps<unknown>): number {
  let pauses = 0;
  while (!steps.next().done) pauses += 1;
  return pauses;
}

describe("months are worked out a hundred at a time", () => {
  it.each([
    // A pause before every further hundred, none before the first.
    [100, 0],
    [101, 1],
    [200, 1],
    [201, 2],
  ])("%d months are compared with %d pauses", (months, pauses) => {
    const bills = Array.from({ length: months }, () => 10);
    expect(pausesOf(cheapestSharesInSteps(bills, [], "api-rates"))).toBe(pauses);
  });

  it("10,000 are drawn with 100 pauses, the first before anything is drawn", () => {
    const days = { kind: "measured", dollars: [5] } as const;
    expect(pausesOf(monthRangeInSteps({ days, daysPerMonth: 22, months: 10_000, seed: 1 }))).toBe(100);
  });
});
