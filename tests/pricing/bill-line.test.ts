import { describe, expect, it } from "vitest";
import { type BillLine, billLine, mergeLines, tokenLines, totalOf, webSearchLines } from "../../src/pricing/bill-line.ts";

const MILLION = 1_000_000;
const fee = { usdPerThousand: 10, source: "a test", checkedOn: "2026-11-20" };

describe("a line's amount is quantity × rate / per", () => {
  it.each([
    // 200,000 × 15 / 1,000,000 = 3.
    ["tokens, per million", { item: "output", quantity: 200_000, rate: 15, per: MILLION }, 3],
    // 250 × 10 / 1,000 = 2.5.
    ["searches, per thousand", { item: "webSearch", quantity: 250, rate: 10, per: 1_000 }, 2.5],
    // 80 × 0.001 / 1 = 0.08.
    ["a router's fee, per request", { item: "routerFee", quantity: 80, rate: 0.001, per: 1 }, 0.08],
  ])("%s", (_why, line, amount) => {
    expect(billLine(line)).toEqual({ ...line, amount });
  });
});

describe("the lines of some tokens", () => {
  const rates = { input: 4, output: 20 };

  it("leave out what is not used, and carry the factor in the rate", () => {
    // 1,000 × 4 × 0.5 / 1,000,000 = 0.002.
    expect(tokenLines({ input: 1_000, output: 0 }, rates, { factor: 0.5, model: "m" })).toEqual([
      { item: "input", quantity: 1_000, rate: 2, per: MILLION, amount: 0.002 },
    ]);
  });

  it("stand in the order of the classes, however they were counted", () => {
    const items = tokenLines({ output: 1, input: 1 }, rates, { factor: 1, model: "m" }).map(({ item }) => item);
    expect(items).toEqual(["input", "output"]);
  });

  it("a rate of 0 is a rate; none at all is not 0", () => {
    expect(tokenLines({ input: 5 }, { input: 0 }, { factor: 1, model: "m" })[0]?.amount).toBe(0);
    const unpriced = () => tokenLines({ cacheRead: 5 }, rates, { factor: 1, model: "m" });
    expect(unpriced).toThrow(RangeError);
    expect(unpriced).toThrow("usage.cacheRead: 5 is not priced: no rate of m for it is known");
  });
});

describe("web searches", () => {
  it("have a line where there are some, and none where there are none", () => {
    expect(webSearchLines(3, fee)).toEqual([{ item: "webSearch", quantity: 3, rate: 10, per: 1_000, amount: 0.03 }]);
    expect(webSearchLines(0, fee)).toEqual([]);
  });
});

describe("lines merged", () => {
  const line = (item: string, quantity: number, rate: number): BillLine => billLine({ item, quantity, rate, per: MILLION });
  const byItem = ({ item }: BillLine): string => item;

  it("are one for each item and rate, in the order in which those first appear", () => {
    const lines = [line("input", 100, 4), line("output", 10, 20), line("input", 50, 2), line("input", 1, 4)];
    // 100 + 1 input tokens at $4: 101 × 4 = 404 millionths.
    expect(mergeLines(lines, byItem).map(({ item, quantity, rate }) => [item, quantity, rate])).toEqual([
      ["input", 101, 4],
      ["output", 10, 20],
      ["input", 50, 2],
    ]);
    expect(mergeLines(lines, byItem)[0]?.amount).toBeCloseTo(0.000_404, 15);
  });

  it("add up to what they did apart", () => {
    const lines = [line("input", 7, 3), line("input", 9, 3), line("output", 11, 15)];
    // 7 × 3 + 9 × 3 + 11 × 15 = 213 millionths.
    expect(totalOf(lines)).toBeCloseTo(0.000_213, 15);
    expect(totalOf(mergeLines(lines, byItem))).toBeCloseTo(0.000_213, 15);
  });

  it("of different units stay apart, and the lines given are left as they are", () => {
    const lines = [
      billLine({ item: "x", quantity: 1, rate: 1, per: 1 }),
      billLine({ item: "x", quantity: 1, rate: 1, per: 1_000 }),
    ];
    const before = structuredClone(lines);
    expect(mergeLines(lines, byItem)).toHaveLength(2);
    mergeLines([...lines, ...lines], byItem);
    expect(lines).toEqual(before);
  });

  it("of none are none, and add up to 0", () => {
    expect(mergeLines([], byItem)).toEqual([]);
    expect(totalOf([])).toBe(0);
  });
});
