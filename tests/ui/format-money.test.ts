import { array, assert, double, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { formatAboutUsd, formatRate, formatUsd, roundTogether } from "../../src/ui/format-money.ts";

describe("an amount", () => {
  it.each([
    [0.3414, "$0.341"],
    [0, "$0"],
    [-0, "$0"],
    [0.569, "$0.569"],
    [0.5, "$0.50"],
    [0.0031, "$0.0031"],
    [0.012345, "$0.0123"],
    [0.000001, "$0.000001"],
    [0.0000014, "$0.0000014"],
    [0.00000099, "<$0.000001"],
    [1e-30, "<$0.000001"],
    [12.3, "$12.30"],
    [212.4, "$212.40"],
    [1234.56, "$1,235"],
    [1_234_567.4, "$1,234,567"],
  ])("of %d dollars reads %s", (usd, text) => {
    expect(formatUsd(usd)).toBe(text);
  });

  it.each([
    // Three digits of 0.9994 are 0.999; of 0.9996 they are 1.00, which has cents.
    [0.9994, "$0.999"],
    [0.9996, "$1.00"],
    [1, "$1.00"],
    [0.09996, "$0.10"],
    // 999.994 is 999.99 in cents; 999.996 is 1000.00, where cents end.
    [999.994, "$999.99"],
    [999.996, "$1,000"],
    [1000, "$1,000"],
    [1000.5, "$1,001"],
  ])("at a seam, %d, is rounded before its form is chosen: %s", (usd, text) => {
    expect(formatUsd(usd)).toBe(text);
  });

  it("rounds the half cent that a person sees, not the binary one below it", () => {
    // 1.005 is stored as 1.00499999999999989…, 8.325 as 8.324999999999999…
    expect(formatUsd(1.005)).toBe("$1.01");
    expect(formatUsd(8.325)).toBe("$8.33");
    expect(formatUsd(0.1 + 0.2)).toBe("$0.30");
  });

  it("below zero carries a true minus sign", () => {
    expect(formatUsd(-12.3)).toBe("−$12.30");
    expect(formatUsd(-0.0000001)).toBe(">−$0.000001");
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])("of %d is our mistake", (usd) => {
    for (const format of [formatUsd, formatAboutUsd, formatRate]) expect(() => format(usd)).toThrow(RangeError);
    expect(() => roundTogether([1, usd])).toThrow(RangeError);
  });

  it("that is not zero never reads as zero, and is never off by more than half its last digit", () => {
    assert(
      property(double({ min: 0.000001, max: 1e9, noNaN: true }), (usd) => {
        const shown = numberIn(formatUsd(usd));
        const step = usd >= 999.99 ? 1 : usd >= 0.999 ? 0.01 : usd / 100;
        return shown > 0 && Math.abs(shown - usd) <= step * 0.5 * (1 + 1e-9) + 1e-12;
      }),
    );
  });
});

describe("about an amount", () => {
  it.each([
    [212.4, "$212"],
    // 9.994 is 9.99 in cents; 9.995 is 10.00, from where cents are too much for "about".
    [9.994, "$9.99"],
    [9.995, "$10"],
    [10, "$10"],
    [10.4, "$10"],
    [0.3414, "$0.341"],
    [1_234.5, "$1,235"],
    [-212.4, "−$212"],
    [0, "$0"],
  ])("%d dollars reads %s", (usd, text) => {
    expect(formatAboutUsd(usd)).toBe(text);
  });
});

describe("a rate", () => {
  it.each([
    [12.5, "$12.50"],
    [3, "$3"],
    [0.025, "$0.025"],
    [0.3, "$0.30"],
    [3.125, "$3.125"],
    [18.75, "$18.75"],
    // 3 * 1.1 is 3.3000000000000003.
    [3 * 1.1, "$3.30"],
    [0, "$0"],
    [0.0000001, "<$0.000001"],
  ])("of %d reads %s", (usd, text) => {
    expect(formatRate(usd)).toBe(text);
  });
});

describe("amounts rounded together", () => {
  it("give the missing cent to the row that lost most, the earlier of equals", () => {
    // 33.33… cents three times: 33 + 33 + 33 = 99 of 100; one cent is missing.
    expect(roundTogether([1 / 3, 1 / 3, 1 / 3])).toEqual(["$0.34", "$0.33", "$0.33"]);
    // 10.4 + 20.3 + 70.8 cents = 101.5, shown as 102 (from $1 up, cents): 10 + 20 + 70 = 100, two missing, to .8 and .4.
    expect(roundTogether([0.104, 0.203, 0.708])).toEqual(["$0.11", "$0.20", "$0.71"]);
  });

  it("have the decimals of their total", () => {
    // 0.2 + 0.1414 = 0.3414, shown as $0.341: 200 + 141 = 341 thousandths.
    expect(roundTogether([0.2, 0.1414])).toEqual(["$0.200", "$0.141"]);
    // 999.5 + 0.6 = 1000.1, shown as $1,000: 999 + 0 = 999, the missing dollar goes to .6.
    expect(roundTogether([999.5, 0.6])).toEqual(["$999", "$1"]);
  });

  it("never show none for a row that is not zero", () => {
    // 39.60 + 0.000000025: no cent is missing.
    expect(roundTogether([39.6, 0.000000025])).toEqual(["$39.60", "<$0.01"]);
    expect(roundTogether([5_000, 0.2])).toEqual(["$5,000", "<$1"]);
    expect(roundTogether([0.341, 0.0001])).toEqual(["$0.341", "<$0.001"]);
    expect(roundTogether([1e-8, 1e-9])).toEqual(["<$0.000001", "<$0.000001"]);
    expect(roundTogether([5, 0])).toEqual(["$5.00", "$0"]);
    expect(roundTogether([])).toEqual([]);
  });

  it("add up below zero too", () => {
    // 10.004 − 2.5 = 7.504, shown as $7.50: 10.00 − 2.50.
    expect(roundTogether([10.004, -2.5])).toEqual(["$10.00", "−$2.50"]);
  });

  it("add up to the total shown, to its last digit", () => {
    const amounts = array(double({ min: 0, max: 5_000, noNaN: true }), { maxLength: 12 });
    assert(
      property(amounts, (usd) => {
        const total = usd.reduce((sum, amount) => sum + amount, 0);
        const rows = roundTogether(usd).map(numberIn);
        return total < 0.000001 || Math.abs(rows.reduce((sum, row) => sum + row, 0) - numberIn(formatUsd(total))) < 1e-9;
      }),
    );
  });

  it("keep each row within one step of its own amount", () => {
    assert(
      property(array(double({ min: 0.01, max: 80, noNaN: true }), { minLength: 1, maxLength: 12 }), (usd) =>
        roundTogether(usd).every((row, index) => Math.abs(numberIn(row) - (usd[index] ?? 0)) <= 0.01 + 1e-9),
      ),
    );
  });
});

/** The number that a shown amount stands for; `<$0.01` stands for none. */
function numberIn(text: string): number {
  if (text.startsWith("<")) return 0;
  return Number(text.replace(/[$,]/g, "").replace("−", "-"));
}
