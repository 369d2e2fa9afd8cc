import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NO_USAGE } from "../../src/pricing/usage.ts";
import {
  cheaperUnderPercent,
  type VendorCard,
  type VendorPeriod,
  vendorBill,
  vendorPeriods,
} from "../../src/pricing/vendor-cost.ts";

const PERIOD: VendorPeriod = {
  from: "2026-09-29",
  to: null,
  rates: { input: 2, cachedInput: 0.1, cacheWrite: 2.5, output: 10 },
  longContext: { thresholdTokens: 272_000, rates: { input: 4, cachedInput: 0.2, cacheWrite: 5, output: 15 } },
  source: "a list of prices",
  checkedOn: "2026-11-21",
};
const M = 1_000_000;
const atSame = { tokensPercent: 100 };
const rated = (rates: Partial<VendorPeriod["rates"]>): VendorPeriod => ({ ...PERIOD, rates: { ...PERIOD.rates, ...rates } });

describe("what Claude's tokens cost at another vendor's list price", () => {
  it.each([
    // 1 × 2
    ["input", { input: M }, PERIOD, 2],
    // 1 × 0.1
    ["cache reads at the cached rate", { cacheRead: M }, PERIOD, 0.1],
    // 1 × 2.5 + 1 × 2.5
    ["writes of either lifetime where they are billed", { cacheWrite5m: M, cacheWrite1h: M }, PERIOD, 5],
    // 1 × 2 + 1 × 2
    ["writes as plain input where they are not", { cacheWrite5m: M, cacheWrite1h: M }, rated({ cacheWrite: null }), 4],
    // 1 × 2
    ["reads as input where no cached rate is known", { cacheRead: M }, rated({ cachedInput: null }), 2],
    // 0.5 × 10
    ["output", { output: M / 2 }, PERIOD, 5],
    // 2 + 2.5 + 0.1 + 10
    ["all of them", { input: M, cacheWrite5m: M, cacheRead: M, output: M }, PERIOD, 14.6],
    ["nothing", {}, PERIOD, 0],
  ])("%s", (_what, upTo, period, usd) => {
    expect(vendorBill(period, { upTo, above: {} }, atSame).total).toBeCloseTo(usd, 12);
  });

  it("charges every token of a long prompt's request at the dearer rates, output too", () => {
    const split = { upTo: { cacheRead: M, output: M }, above: { cacheRead: M, cacheWrite5m: M, output: M } };
    // 0.1 + 10 below, 5 + 0.2 + 15 above
    expect(vendorBill(PERIOD, split, atSame).lines.map(({ item, rate }) => [item, rate])).toEqual([
      ["cachedInput", 0.1],
      ["output", 10],
      ["cacheWrite", 5],
      ["cachedInput", 0.2],
      ["output", 15],
    ]);
    expect(vendorBill(PERIOD, split, atSame).total).toBeCloseTo(30.3, 12);
  });

  it("takes a share of the tokens: 150 % of 1M × 2 = 3", () => {
    const { lines, total } = vendorBill(PERIOD, { upTo: { input: M }, above: {} }, { tokensPercent: 150 });
    expect(total).toBe(3);
    expect(lines).toEqual([{ item: "input", quantity: 1_500_000, rate: 2, per: M, amount: 3 }]);
  });

  it.each([0, -1, Number.NaN, Infinity])("refuses %d percent of the tokens", (tokensPercent) => {
    expect(() => vendorBill(PERIOD, { upTo: {}, above: {} }, { tokensPercent })).toThrow(/^tokensPercent: /);
  });
});

describe("the prices of a day", () => {
  const card: VendorCard = {
    id: "a-model",
    name: "A model",
    vendor: "A vendor",
    status: "current",
    periods: [
      { ...PERIOD, to: "2026-12-01" },
      { ...rated({ input: 4 }), from: "2026-12-01" },
    ],
  };

  it.each([
    ["2026-09-28", undefined, 2],
    ["2026-09-29", 2, 4],
    ["2026-11-30", 2, 4],
    ["2026-12-01", 4, undefined],
  ])("on %s: %s now, %s next", (day, now, next) => {
    const periods = vendorPeriods(card, day);
    expect([periods.now?.rates.input, periods.next?.rates.input]).toEqual([now, next]);
  });

  it("go back as far as one likes where their first day was not looked into", () => {
    expect(vendorPeriods({ ...card, periods: [{ ...PERIOD, from: null }] }, "2020-01-01").now?.rates.input).toBe(2);
  });
});

describe("under how many tokens another model is cheaper", () => {
  it.each([
    // 100 ÷ 40, ÷ 100, ÷ 400
    [100, 40, 250],
    [100, 100, 100],
    [100, 400, 25],
    [0, 40, null],
    [100, 0, null],
  ])("$%d on Claude, $%d there: %s %", (claude, vendor, percent) => {
    expect(cheaperUnderPercent(claude, vendor)).toBe(percent);
  });

  const count = fc.integer({ min: 0, max: 1_000_000_000 });
  const usage = fc
    .record({ input: count, cacheWrite5m: count, cacheWrite1h: count, cacheRead: count, output: count })
    .map((tokens) => ({ ...NO_USAGE, ...tokens }));
  const rate = fc.double({ min: 0.01, max: 100, noNaN: true });
  const rates = fc.record({
    input: rate,
    cachedInput: fc.option(rate),
    cacheWrite: fc.option(rate),
    output: rate,
  });

  it("is where both cost the same, and on either side of it the one is cheaper that should be", () => {
    fc.assert(
      fc.property(usage, usage, rates, fc.double({ min: 0.01, max: 1e6, noNaN: true }), (upTo, above, standard, claudeUsd) => {
        const period = { ...PERIOD, rates: standard };
        const usdAt = (tokensPercent: number): number => vendorBill(period, { upTo, above }, { tokensPercent }).total;
        const percent = cheaperUnderPercent(claudeUsd, usdAt(100));
        if (percent === null) return expect(usdAt(100)).toBe(0);
        expect(usdAt(percent) / claudeUsd).toBeCloseTo(1, 9);
        expect(usdAt(percent * 0.999)).toBeLessThan(claudeUsd);
        expect(usdAt(percent * 1.001)).toBeGreaterThan(claudeUsd);
      }),
    );
  });

  it("never costs less for more tokens, and every line is quantity × rate", () => {
    fc.assert(
      fc.property(usage, usage, rates, (upTo, more, standard) => {
        const period = { ...PERIOD, rates: standard };
        const both = Object.fromEntries(Object.entries(upTo).map(([name, n]) => [name, n + more[name as keyof typeof more]]));
        const bill = vendorBill(period, { upTo: both, above: {} }, atSame);
        expect(bill.total).toBeGreaterThanOrEqual(vendorBill(period, { upTo, above: {} }, atSame).total);
        for (const { quantity, rate: each, per, amount } of bill.lines) expect(amount).toBe((quantity * each) / per);
      }),
    );
  });
});
