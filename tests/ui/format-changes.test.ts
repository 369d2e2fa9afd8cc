import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatAboutChange, waterfallAmounts } from "../../src/ui/format-changes.ts";
import { formatUsd } from "../../src/ui/format-money.ts";

const amountOf = (text: string): number => Number(text.replace(/[$,+]/g, "").replace("−", "-"));

describe("amounts of a waterfall", () => {
  it.each([
    // Each bill to the cent by itself; the changes are those between the cents, so −23.8194 reads −23.81
    {
      name: "changes take what rounding the bills leaves",
      bills: [176.42484, 152.60544, 194.53536],
      shown: ["$176.42", "$152.61", "$194.54"],
      changes: ["−$23.81", "+$41.93"],
    },
    { name: "no change is $0 without a sign", bills: [5, 5], shown: ["$5.00", "$5.00"], changes: ["$0"] },
    // 5.001 and 5.002 are both $5.00
    {
      name: "a change below a cent never reads as none",
      bills: [5.001, 5.002, 5.001],
      shown: ["$5.00", "$5.00", "$5.00"],
      changes: ["<$0.01", ">−$0.01"],
    },
    {
      name: "whole dollars where every bill is $1,000 or more",
      bills: [3_890.7, 1_094.6],
      shown: ["$3,891", "$1,095"],
      changes: ["−$2,796"],
    },
    {
      name: "cents as soon as one bill is below",
      bills: [3_890.7, 999.5],
      shown: ["$3,890.70", "$999.50"],
      changes: ["−$2,891.20"],
    },
    // three significant digits of the smallest: 0.0123
    {
      name: "the digits of the smallest bill below a dollar",
      bills: [0.5, 0.0123],
      shown: ["$0.5000", "$0.0123"],
      changes: ["−$0.4877"],
    },
    { name: "a bill that is brought to nothing", bills: [12.5, 0], shown: ["$12.50", "$0"], changes: ["−$12.50"] },
    { name: "nothing at all", bills: [0, 0], shown: ["$0", "$0"], changes: ["$0"] },
    {
      name: "what sums leave behind the 13th digit is no change",
      bills: [0.3, 0.1 + 0.2],
      shown: ["$0.300", "$0.300"],
      changes: ["$0"],
    },
  ])("$name", ({ bills, shown, changes }) => {
    expect(waterfallAmounts(bills)).toEqual({ bills: shown, changes });
  });

  it("show each bill as the page shows it elsewhere, from $1 to $1,000", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 1, max: 999, noNaN: true }), { minLength: 1, maxLength: 8 }), (bills) => {
        expect(waterfallAmounts(bills).bills).toEqual(bills.map(formatUsd));
      }),
    );
  });

  it("add up to the last digit, row by row", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0.01, max: 100_000, noNaN: true }), { minLength: 2, maxLength: 8 }), (amounts) => {
        const { bills, changes } = waterfallAmounts(amounts);
        changes.forEach((change, index) => {
          const step = /[<>]/.test(change) ? 0 : amountOf(change);
          expect(amountOf(bills[index] ?? "") + step).toBeCloseTo(amountOf(bills[index + 1] ?? ""), 5);
        });
      }),
    );
  });
});

describe('a change between amounts that are told with "about"', () => {
  it.each([
    // $195 and $389 are told: 389 − 195 = 194, though 389.1 − 194.6 = 194.5
    { before: 194.6, after: 389.1, change: "$194" },
    { before: 389.1, after: 194.6, change: "$194" },
    { before: 3_900, after: 4_210.4, change: "$310" },
    // $195 both times: 195.4 − 195.2
    { before: 195.2, after: 195.4, change: "$0.20" },
    // from $10 up whole dollars are told, below it cents: 10 − 9.99, 10 − 10, 11 − 10
    { before: 9.99, after: 10, change: "$0.01" },
    { before: 10, after: 10, change: "$0" },
    { before: 10, after: 11, change: "$1" },
    { before: 0, after: 0.0031, change: "$0.0031" },
    { before: 0, after: 194.6, change: "$195" },
    // what sums leave behind the 13th digit
    { before: 0.3, after: 0.1 + 0.2, change: "$0" },
  ])("from $before to $after is $change", ({ before, after, change }) => {
    expect(formatAboutChange(before, after)).toBe(change);
  });
});
