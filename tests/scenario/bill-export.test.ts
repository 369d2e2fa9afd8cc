import { describe, expect, it } from "vitest";
import { billFile } from "../../src/scenario/bill-export.ts";
import { DEFAULT_SCENARIO } from "../../src/scenario/defaults.ts";
import { estimate } from "../../src/scenario/estimate.ts";
import { PRESETS } from "../../src/scenario/presets.ts";

const LIGHT = PRESETS.find(({ id }) => id === "light")?.scenario ?? DEFAULT_SCENARIO;

describe("the bill as a file", () => {
  it("has quantity, rate and amount of each line, unrounded, with the source's day", () => {
    const [input] = billFile(estimate(LIGHT)).rows;
    // 45,000 × 6 sessions × 18 days = 4.86 million, at $3 a million
    expect(input?.slice(0, 6)).toEqual(["Input, Sonnet 4.6", 4_860_000, "tokens", 3, "MTok", expect.closeTo(14.58, 9)]);
    expect(input?.at(-1)).toBe("2026-11-20");
  });

  it.each(PRESETS.map(({ id, scenario }) => [id, scenario] as const))(
    "of %s has one cell a column and adds up",
    (_, scenario) => {
      const bill = estimate(scenario);
      const { columns, rows, total } = billFile(bill);
      for (const row of rows) expect(row).toHaveLength(columns.length);
      // Item, quantity, unit, rate, per, amount, source, its day: only amounts are of one kind.
      expect(total).toEqual(["Total", null, null, null, null, expect.closeTo(bill.perMonth, 9), null, null]);
    },
  );

  it("says of own rates that they are the person's, without a day", () => {
    const [input] = billFile(estimate({ ...LIGHT, discountPercent: 10 })).rows;
    expect(input?.slice(-2)).toEqual(["your own rate", ""]);
  });
});
