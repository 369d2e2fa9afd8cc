import { assert, constantFrom, integer, property, string } from "fast-check";
import { describe, expect, it } from "vitest";
import { parseNumber } from "../../src/lib/parse-number.ts";

describe("a number as people write it", () => {
  it.each([
    ["1.5k", 1_500],
    ["1500", 1_500],
    ["1,500", 1_500],
    ["1 500", 1_500],
    ["1'500", 1_500],
    ["1’500", 1_500],
    ["1\u00a0500", 1_500],
    ["1\u2009500", 1_500],
    ["1\u202f500", 1_500],
    ["1.5K", 1_500],
    ["1.5 k", 1_500],
    ["1,500k", 1_500_000],
    ["2M", 2_000_000],
    ["2m", 2_000_000],
    ["1.2b", 1_200_000_000],
    ["1,234,567.89", 1_234_567.89],
    ["$1,500", 1_500],
    ["US$ 12.50", 12.5],
    ["50%", 50],
    ["50 %", 50],
    ["  7 ", 7],
    ["0", 0],
    ["007", 7],
    [".5", 0.5],
    ["5.", 5],
    ["１，５００", 1_500],
    ["２Ｍ", 2_000_000],
    ["١٬٥٠٠", 1_500],
    ["١٫٥", 1.5],
    ["۱۵۰۰", 1_500],
    ["٥٠٪", 50],
    ["\u200f1500", 1_500],
  ])("reads %j", (text, value) => {
    expect(parseNumber(text)).toBe(value);
  });

  it.each([
    // 1.1 * 1000 is 1100.0000000000002 in binary, 0.29 * 1e6 is 289999.99999999994, 2.05 * 1e6 is 2049999.9999999998.
    ["1.1k", 1_100],
    ["0.29M", 290_000],
    ["2.05m", 2_050_000],
    ["1.2345k", 1_234.5],
  ])("shifts the point of %j without a float's error", (text, value) => {
    expect(parseNumber(text)).toBe(value);
  });

  it.each([
    ["", "nothing"],
    ["   ", "only blanks"],
    [".", "a point alone"],
    ["k", "a suffix alone"],
    ["$", "a sign alone"],
    ["1,5", "a comma that could be a decimal point"],
    ["1,50", "a comma that could be a decimal point"],
    ["0,500", "zero grouped: half in half the world"],
    ["1,5000", "a group of four"],
    ["1234,567", "a first group of four"],
    ["1,234 567", "two grouping marks"],
    ["1  500", "two blanks"],
    ["1.2.3", "two points"],
    ["22.222,5", "a comma after the point"],
    ["12k5", "digits after the suffix"],
    ["5kk", "two suffixes"],
    ["5k%", "thousand percent"],
    ["-5", "a negative"],
    ["−5", "a negative with a true minus"],
    ["+5", "a plus sign"],
    ["1e9", "an exponent"],
    ["0x10", "a hexadecimal"],
    ["Infinity", "infinity"],
    ["NaN", "not a number"],
    ["10²", "a superscript"],
    ["½", "a fraction"],
    ["5 tokens", "a word"],
    ["$-5", "a negative after the dollar"],
  ])("does not guess %j: %s", (text) => {
    expect(parseNumber(text)).toBeNull();
  });

  it("reads 40 characters and not 41", () => {
    expect(parseNumber(`${"0".repeat(39)}7`)).toBe(7);
    expect(parseNumber(`${"0".repeat(40)}7`)).toBeNull();
  });
});

describe("laws", () => {
  it("any whole number written in en-US parses back", () => {
    const written = new Intl.NumberFormat("en-US");
    assert(property(integer({ min: 0, max: Number.MAX_SAFE_INTEGER }), (n) => parseNumber(written.format(n)) === n));
  });

  it("a suffix shifts whole thousandths exactly", () => {
    // n thousandths of a thousand are n.
    const thousandths = (n: number): string => `${Math.floor(n / 1_000)}.${String(n % 1_000).padStart(3, "0")}k`;
    assert(property(integer({ min: 0, max: 999_999_999 }), (n) => parseNumber(thousandths(n)) === n));
  });

  it("no text throws or gives NaN, Infinity or a negative", () => {
    const likely = string({ unit: constantFrom(..."0123456789.,' $%kMb-eE٣۴５"), maxLength: 45 });
    for (const texts of [string({ unit: "binary", maxLength: 60 }), likely])
      assert(
        property(texts, (text) => {
          const value = parseNumber(text);
          return value === null || (Number.isFinite(value) && value >= 0);
        }),
      );
  });
});
