import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withoutNoise, writeDigits, writeShort } from "../../src/lib/digits.ts";

describe("a number in digits", () => {
  it.each([
    [1_234.5, { least: 2, most: 2 }, "1,234.50"],
    [0, { most: 2 }, "0"],
    [0, { least: 2, most: 2 }, "0.00"],
    [-1_234_567.1, { most: 10 }, "-1,234,567.1"],
    // Read as decimals, halves go away from zero; as binary numbers both lie just below the half.
    [1.005, { most: 2 }, "1.01"],
    [8.345, { most: 2 }, "8.35"],
    [999.995, { least: 2, most: 2 }, "1,000.00"],
    [1_500, { most: 10, isGrouped: false }, "1500"],
    // The finest and the largest that are shifted, and the next ones, which Intl writes.
    [0.000001, { most: 10 }, "0.000001"],
    [0.0000005, { most: 10 }, "0.0000005"],
    [99_999_999_999.5, { most: 1 }, "99,999,999,999.5"],
    [100_000_000_000, { most: 10 }, "100,000,000,000"],
  ])("%d with %o reads %s", (value, options, text) => {
    expect(writeDigits(value, options)).toBe(text);
  });

  it("is what Intl.NumberFormat writes", () => {
    const value = fc.oneof(
      fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 }),
      // Twelve digits: behind the fifteenth a double's decimals are no one's figures, and the two differ in how they round them.
      fc.double({ min: -1e12, max: 1e12, noNaN: true }).map((double) => Number(double.toPrecision(12))),
      fc.double({ min: -1, max: 1, noNaN: true }).map((double) => Number(double.toPrecision(12))),
      fc.tuple(fc.integer({ min: 0, max: 10_000_000 }), fc.integer({ min: 0, max: 6 })).map(([n, digits]) => n / 10 ** digits),
    );
    fc.assert(
      fc.property(value, fc.integer({ min: 0, max: 10 }), fc.nat(10), fc.boolean(), (size, most, some, isGrouped) => {
        const least = Math.min(some, most);
        const intl = new Intl.NumberFormat("en-US", {
          minimumFractionDigits: least,
          maximumFractionDigits: most,
          useGrouping: isGrouped,
        });
        expect(writeDigits(Math.abs(size), { least, most, isGrouped })).toBe(intl.format(Math.abs(size)));
      }),
      { numRuns: 3_000 },
    );
  });
});

describe("a number with three digits and a unit", () => {
  const letters = ["K", "M", "B", "T"] as const;
  it.each([
    [0, "0"],
    [999, "999"],
    [999.5, "1K"],
    [12.34, "12.3"],
    [1_500, "1.5K"],
    // Three digits of 999,499 are 999K; of 999,500 they are 1,000K, which is 1M.
    [999_499, "999K"],
    [999_500, "1M"],
    [2_050_000, "2.05M"],
    [1_230_000_000, "1.23B"],
    [4.56e12, "4.56T"],
    [-1_500, "-1.5K"],
  ])("%d reads %s", (value, text) => {
    expect(writeShort(value, letters)).toBe(text);
  });

  it("is what Intl.NumberFormat writes in compact notation", () => {
    const intl = new Intl.NumberFormat("en-US", { notation: "compact", maximumSignificantDigits: 3 });
    fc.assert(
      fc.property(
        fc.oneof(fc.integer({ min: 0, max: 1_000_000_000_000 }), fc.double({ min: 0.001, max: 1e7, noNaN: true })),
        (value) => {
          expect(writeShort(value, letters)).toBe(intl.format(value));
        },
      ),
      { numRuns: 3_000 },
    );
  });
});

describe("noise", () => {
  it.each([
    // In binary 100.49999999999999 and 0.30000000000000004.
    [1.005 * 100, 100.5],
    [0.1 + 0.2, 0.3],
    // A difference in the 13th digit is one.
    [1.000000000001, 1.000000000001],
    [0, 0],
  ])("of %d leaves %d", (value, left) => {
    expect(withoutNoise(value)).toBe(left);
  });
});
