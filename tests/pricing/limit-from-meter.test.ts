import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { limitFromMeter, type MeterReading } from "../../src/pricing/limit-from-meter.ts";

describe("a weekly limit from one's own meter", () => {
  it.each([
    // 90 / 0.45 = 200; the meter may have stood from 44.5 to 45.5: 90 / 0.455 = 197.80, 90 / 0.445 = 202.25
    ["from a week that had just begun", null, 45, 90, 0.5, [197.802_198, 200, 202.247_191]],
    // The same 45, between two readings: 90 / 0.46 = 195.65, 90 / 0.44 = 204.55
    ["between two readings", 10, 55, 90, 1, [195.652_174, 200, 204.545_455]],
    // A meter read as 0 may have stood at 0.4: that is a reading, not a beginning
    ["from a reading of 0", 0, 45, 90, 1, [195.652_174, 200, 204.545_455]],
    // 95 / 1.00, 95 / 1.005 and 95 / 0.995
    ["over a whole week", null, 100, 95, 0.5, [94.527_363, 95, 95.477_387]],
    // botfarm's $5.44 for each per cent
    ["over one per cent from the beginning", null, 1, 5.44, 0.5, [362.666_667, 544, 1_088]],
  ] as const)("%s", (_why, beforePercent, afterPercent, usd, errorPercent, [low, middle, high]) => {
    const found = limitFromMeter({ beforePercent, afterPercent, usd });
    expect(found.movedPercent).toBe(afterPercent - (beforePercent ?? 0));
    expect(found.errorPercent).toBe(errorPercent);
    expect(found.perWeek.low).toBeCloseTo(low, 5);
    expect(found.perWeek.middle).toBeCloseTo(middle, 5);
    expect(found.perWeek.high).toBeCloseTo(high, 5);
  });

  it.each([
    // 3 / (1 + 1) %; one per cent between two readings may have been none at all
    [1, { low: 150, middle: 300, high: null }],
    // 3 / 3 %, 3 / 2 %, 3 / 1 %
    [2, { low: 100, middle: 150, high: 300 }],
    // 3 / 4 %, 3 / 3 %, 3 / 2 %
    [3, { low: 75, middle: 100, high: 150 }],
  ])("between readings %d %% apart the band ends where the meter must have moved", (moved, week) => {
    expect(limitFromMeter({ beforePercent: 40, afterPercent: 40 + moved, usd: 3 }).perWeek).toEqual(week);
  });

  it("a month is 52/12 of a week, also without an upper end", () => {
    // 12 / 1 % = 1,200 a week, × 52 / 12 = 5,200; 12 / 2 % = 600, 2,600 a month
    expect(limitFromMeter({ beforePercent: 7, afterPercent: 8, usd: 12 }).perMonth).toEqual({
      low: 2_600,
      middle: 5_200,
      high: null,
    });
  });

  it.each([
    [
      "no movement",
      { beforePercent: 45, afterPercent: 45, usd: 1 },
      "beforePercent: 45 is not less than the 45 % after the work",
    ],
    ["a meter that fell: another week", { beforePercent: 46, afterPercent: 45, usd: 1 }, /^beforePercent: 46/],
    ["nothing used", { beforePercent: null, afterPercent: 0, usd: 1 }, "afterPercent: 0 is not a whole number of at least 1"],
    ["more than all", { beforePercent: null, afterPercent: 101, usd: 1 }, "afterPercent: 101 is not a number from 1 to 100"],
    ["a fraction", { beforePercent: null, afterPercent: 4.5, usd: 1 }, /^afterPercent: 4\.5/],
    ["a fraction before", { beforePercent: 0.5, afterPercent: 4, usd: 1 }, /^beforePercent: 0\.5/],
    ["less than nothing before", { beforePercent: -1, afterPercent: 4, usd: 1 }, /^beforePercent: -1/],
    ["work for nothing", { beforePercent: null, afterPercent: 45, usd: 0 }, /^usd: 0/],
    ["work without a price", { beforePercent: null, afterPercent: 45, usd: Number.NaN }, /^usd: NaN/],
  ] satisfies [string, MeterReading, string | RegExp][])("refuses %s", (_why, reading, message) => {
    expect(() => limitFromMeter(reading)).toThrow(RangeError);
    expect(() => limitFromMeter(reading)).toThrow(message);
  });

  it("law: whatever a rounding meter hid, the true limit lies in the band", () => {
    const meter = fc.record({
      limit: fc.double({ min: 1, max: 5_000, noNaN: true }),
      before: fc.double({ min: 0, max: 98, noNaN: true }),
      moved: fc.double({ min: 1.01, max: 100, noNaN: true }),
      fresh: fc.boolean(),
    });
    fc.assert(
      fc.property(meter, ({ limit, before, moved, fresh }) => {
        const start = fresh ? 0 : before;
        const end = Math.min(100, start + moved);
        const usd = (limit * (end - start)) / 100;
        const reading = { beforePercent: fresh ? null : Math.round(start), afterPercent: Math.round(end), usd };
        const { low, middle, high } = limitFromMeter(reading).perWeek;
        const slack = limit * 1e-9;
        expect(low).toBeLessThanOrEqual(limit + slack);
        expect(high ?? Infinity).toBeGreaterThanOrEqual(limit - slack);
        expect(low < middle && middle < (high ?? Infinity)).toBe(true);
      }),
    );
  });
});

it("a month by one's own meter has an upper end where the week has one", () => {
  // 12 / 3 %, 12 / 2 % and 12 / 1 % are 400, 600 and 1,200 a week; × 52 / 12.
  const { low, middle, high } = limitFromMeter({ beforePercent: 5, afterPercent: 7, usd: 12 }).perMonth;
  expect(low).toBeCloseTo(1_733.333_333, 5);
  expect(middle).toBeCloseTo(2_600, 9);
  expect(high).toBeCloseTo(5_200, 9);
});
