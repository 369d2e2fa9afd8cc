import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { burst } from "../../src/pricing/burst.ts";

const WINDOW = { low: 8, high: 36 };
const day = (usdPerSession: number, sessionsPerDay: number, hoursPerDay: number) => ({
  usdPerSession,
  sessionsPerDay,
  hoursPerDay,
});

describe("a day's work beside one five-hour window", () => {
  it.each([
    // Sessions of $1, all in one window: 7, 8, 9 around the low end and 35, 36, 37 around the high one
    [7, "within"],
    [8, "within"],
    [9, "unsure"],
    [35, "unsure"],
    [36, "unsure"],
    [37, "past"],
  ])("%d sessions of $1 at once are %s", (sessions, verdict) => {
    expect(burst(day(1, sessions, 5), WINDOW)).toEqual({ usdInWindow: sessions, verdict, sessionsThatFit: { low: 8, high: 36 } });
  });

  it.each([
    // $4 × 4 = 16: all of it within four or five hours; 16 × 5/6; 16 × 5/8 = 10; 16 × 5/10 = 8
    [4, 16, "unsure"],
    [5, 16, "unsure"],
    [6, 80 / 6, "unsure"],
    [8, 10, "unsure"],
    [10, 8, "within"],
  ])("16 dollars over %d hours put %d into one window", (hours, usd, verdict) => {
    const found = burst(day(4, 4, hours), WINDOW);
    expect(found.usdInWindow).toBeCloseTo(usd, 12);
    expect(found.verdict).toBe(verdict);
  });

  it.each([
    // 36 / 7 = 5.14; 8 / 9 = 0.89; 0.3 / 0.1 is three, whatever the last bit says
    [7, WINDOW, { low: 1, high: 5 }],
    [9, WINDOW, { low: 0, high: 4 }],
    [0.1, { low: 0.3, high: 0.39 }, { low: 3, high: 3 }],
    [0, WINDOW, null],
  ])("a window holds whole sessions of $%d", (usd, window, fit) => {
    expect(burst(day(usd, 1, 8), window).sessionsThatFit).toEqual(fit);
  });

  it.each([
    ["a cost", day(-1, 1, 8), WINDOW, /^usdPerSession: -1/],
    ["a count", day(1, Number.NaN, 8), WINDOW, /^sessionsPerDay: NaN/],
    ["no hours", day(1, 1, 0), WINDOW, /^hoursPerDay: 0/],
    ["more hours than a day has", day(1, 1, 25), WINDOW, /^hoursPerDay: 25/],
    ["a window", day(1, 1, 8), { low: -1, high: 1 }, /^window\.low: -1/],
    ["a window that ends before it begins", day(1, 1, 8), { low: 2, high: 1 }, /^window\.high: 1/],
  ])("refuses %s that cannot be", (_why, work, window, message) => {
    expect(() => burst(work, window)).toThrow(RangeError);
    expect(() => burst(work, window)).toThrow(message);
  });

  it("law: another session never makes the warning milder", () => {
    const order = ["within", "unsure", "past"];
    fc.assert(
      fc.property(fc.nat(50), fc.nat(50), fc.integer({ min: 1, max: 24 }), (usd, sessions, hours) => {
        const [less, more] = [sessions, sessions + 1].map((count) =>
          order.indexOf(burst(day(usd, count, hours), WINDOW).verdict),
        );
        expect(more).toBeGreaterThanOrEqual(less as number);
      }),
    );
  });
});
