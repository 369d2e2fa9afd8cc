import { describe, expect, it } from "vitest";
import { formatAboutConverted, formatConverted, rateInWords } from "../../src/ui/format-currency.ts";

const EUR = { code: "EUR", perUsd: 0.92 };
const at = (code: string, perUsd = 1) => ({ code, perUsd });
// Where a code has no sign, Intl sets a no-break space behind it.
const plain = (text: string) => text.replaceAll("\u00a0", " ");

describe("an amount in another currency", () => {
  it.each([
    // 100 × 0.92
    [100, EUR, "€92.00"],
    // 212.505 × 0.92 = 195.5046
    [212.505, EUR, "€195.50"],
    // the yen has no smaller coin: 1.3 × 150.4 = 195.52
    [1.3, at("JPY", 150.4), "¥196"],
    // the dinar has a thousand fils: 100 × 0.30712 = 30.712
    [100, at("KWD", 0.30712), "KWD 30.712"],
    [12.345, at("CLP", 1), "CLP 12"],
    // any three capitals, two decimals where nobody knows them
    [12.5, at("XQZ"), "XQZ 12.50"],
    [0, EUR, "€0"],
    [-100, EUR, "−€92.00"],
  ])("%s USD at %o reads %s", (usd, currency, text) => {
    expect(plain(formatConverted(usd, currency))).toBe(text);
  });

  it.each([
    // 999.99, 999.994 and 999.995: the last is 1,000.00 when rounded
    [999.99, "€999.99"],
    [999.994, "€999.99"],
    [999.995, "€1,000"],
    [1_234.5, "€1,235"],
    // a cent and what lies between cents
    [1, "€1.00"],
    [1.005, "€1.01"],
    [0.999, "€0.999"],
    [0.9996, "€1.00"],
    [0.5, "€0.50"],
    [0.3414, "€0.341"],
    [0.0031, "€0.0031"],
    [0.000001, "€0.000001"],
    [0.0000009, "<€0.000001"],
  ])("%s of a currency with cents reads %s", (amount, text) => {
    expect(formatConverted(amount, at("EUR"))).toBe(text);
  });

  it("never reads as zero for what is not, even without a smaller coin", () => {
    expect(formatConverted(0.4, at("JPY"))).toBe("¥0.4");
    expect(formatConverted(0.0021, at("JPY", 0.5))).toBe("¥0.00105");
    expect(plain(formatConverted(0.0004, at("KWD")))).toBe("KWD 0.0004");
  });

  it("is whole from 10 units up where it stands in a sentence that says about", () => {
    // 195.4 × 0.92 = 179.768; 9.99 and 10
    expect(formatAboutConverted(195.4, EUR)).toBe("€180");
    expect(formatAboutConverted(9.99, at("EUR"))).toBe("€9.99");
    expect(formatAboutConverted(9.994, at("EUR"))).toBe("€9.99");
    expect(formatAboutConverted(9.995, at("EUR"))).toBe("€10");
    expect(formatAboutConverted(-195.4, EUR)).toBe("−€180");
  });

  it("refuses what is no amount", () => {
    expect(() => formatConverted(Number.NaN, EUR)).toThrow(RangeError);
    expect(() => formatConverted(Infinity, EUR)).toThrow(RangeError);
  });
});

describe("a rate in words", () => {
  it("says whose it is", () => {
    expect(rateInWords(EUR)).toBe("at 0.92 EUR for US$1, set by hand");
    expect(rateInWords(at("IDR", 16_543.21))).toBe("at 16,543.21 IDR for US$1, set by hand");
  });
});
