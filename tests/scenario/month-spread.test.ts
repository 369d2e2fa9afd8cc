import { describe, expect, it } from "vitest";
import { DEFAULT_SCENARIO } from "../../src/scenario/defaults.ts";
import { drawMonthSpread } from "../../src/scenario/draw-month-spread.ts";
import { estimate } from "../../src/scenario/estimate.ts";
import { binsOf } from "../../src/scenario/month-bins.ts";
import { assumedSpread, type MonthSpreadJob, measuredSpread } from "../../src/scenario/month-spread.ts";
import type { Scenario } from "../../src/scenario/scenario.ts";
import { byTotals, scenarioOf } from "./made-scenario.ts";

/** $1.50 a session: 100,000 output tokens of Sonnet 4.6 at $15 per MTok. */
const session = byTotals("claude-sonnet-4-6", { output: 100_000 });

function scenario(fields: Partial<Scenario> = {}): Scenario {
  const base = scenarioOf([{ ...session, sessionsPerDay: 2 }]);
  return { ...base, workingDays: 20, limitRule: "guides", ...fields };
}

function jobOf(fields: Partial<Scenario> = {}): MonthSpreadJob {
  const job = assumedSpread(scenario(fields), estimate(scenario(fields)));
  if (job === null) throw new Error("these sessions can be drawn");
  return job;
}

describe("what an assumed month is drawn from", () => {
  it("has the estimate's session as the mean of its cost, p90 the stated times p50", () => {
    const { days } = jobOf({ costSpread: 3 }).everyone;
    if (days.kind !== "assumed") throw new Error("nothing was measured");
    const { p50, p90 } = days.sessions[0]?.cost ?? { p50: 0, p90: 0 };
    // ln 3 = 1.0986, / 1.28155 = 0.85725 = σ; p50 = 1.50 × e^(−0.36744) = 1.50 × 0.69251 = 1.0388
    expect(p50).toBeCloseTo(1.0388, 3);
    expect(p90 / p50).toBeCloseTo(3, 12);
    expect(p50 * Math.exp((Math.log(3) / 1.2815515655446004) ** 2 / 2)).toBeCloseTo(1.5, 12);
  });

  it("comes to the estimated month on the mean, whatever the spread and however many developers", () => {
    // 2 sessions × 20 days × $1.50 = $60 a developer
    for (const costSpread of [1, 3, 20])
      for (const developers of [1, 10]) {
        const { everyone, oneDeveloper } = drawMonthSpread(jobOf({ costSpread, developers }));
        expect(everyone.mean).toBeCloseTo(60 * developers, 9);
        expect(oneDeveloper.mean).toBeCloseTo(60, 9);
      }
  });

  it("counts the sessions of all developers for the bill and those of one for the plans", () => {
    const { everyone, oneDeveloper } = jobOf({ developers: 10 });
    expect(everyone.days).toMatchObject({ sessions: [{ perDay: 20 }] });
    expect(oneDeveloper?.days).toMatchObject({ sessions: [{ perDay: 2 }] });
    // One developer is everyone: not drawn twice.
    expect(jobOf({ developers: 1 }).oneDeveloper).toBeNull();
  });

  it("takes ten developers' month to be narrower than ten times one's", () => {
    const { everyone, oneDeveloper } = drawMonthSpread(jobOf({ developers: 10 }));
    expect(everyone.p90 / everyone.p50).toBeLessThan(oneDeveloper.p90 / oneDeveloper.p50);
  });

  it("draws the same months for the same scenario", () => {
    expect(drawMonthSpread(jobOf())).toEqual(drawMonthSpread(jobOf()));
  });

  it("can draw up to a million sessions a day, and no more", () => {
    const with_ = (developers: number) => {
      const many = { ...scenario(), profiles: [{ ...session, sessionsPerDay: 100 }], developers };
      return assumedSpread(many, estimate(many));
    };
    // 100 a day × 10,000 developers = 1,000,000
    expect(with_(10_000)).not.toBeNull();
    expect(with_(10_001)).toBeNull();
  });

  it("can draw sessions of up to a billion dollars, and none where one kind of several is dearer", () => {
    const rates = { input: 10_000, cacheWrite5m: 0, cacheWrite1h: 0, cacheRead: 0, output: 10_000 };
    const ownModels = [{ id: "own-dear", rates, tokenizer: "before-4.7" as const }];
    const with_ = (output: number) => {
      // 100,000 million tokens at $10,000 a million are a billion dollars, one token more a cent on top; a spread of 1 leaves the mean.
      const dear = byTotals("own-dear", { input: 100_000_000_000, output });
      const many = scenarioOf([session, dear, session], { ownModels, costSpread: 1 });
      return assumedSpread(many, estimate(many));
    };
    const { days } = with_(0)?.everyone ?? {};
    const cheap = { perDay: 1, cost: { p50: expect.closeTo(1.5, 12), p90: expect.closeTo(1.5, 12) } };
    expect(days).toEqual({ kind: "assumed", sessions: [cheap, { perDay: 1, cost: { p50: 1e9, p90: 1e9 } }, cheap] });
    expect(with_(1)).toBeNull();
  });

  it("counts each month to the cheapest choice", () => {
    const { atLow } = drawMonthSpread(jobOf());
    // Of months about $60 most lie between $20 and $100, where Pro at $20 holds all of them under the guides' rule.
    expect(atLow.map(({ id }) => id)).toEqual(["api", "pro", "max", "ultra"]);
    expect(atLow.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
    expect(atLow.find(({ id }) => id === "pro")?.share).toBeGreaterThan(0.8);
  });

  it("offers no plan to programs", () => {
    expect(drawMonthSpread(jobOf({ work: "app" })).atLow).toEqual([{ id: "api", share: 1 }]);
  });
});

describe("what a measured month is drawn from", () => {
  const dollars = [2, 2, 2, 12, 12];

  it("is as many of the days as the scenario has working days, for one developer", () => {
    const job = measuredSpread(scenario({ developers: 10 }), dollars);
    expect(job).toMatchObject({ everyone: { days: { kind: "measured", dollars }, daysPerMonth: 20 }, oneDeveloper: null });
    // mean day (3 × 2 + 2 × 12) / 5 = 6, × 20 = 120
    if (job) expect(drawMonthSpread(job).everyone.mean).toBeCloseTo(120, 9);
  });

  it("needs five days", () => {
    expect(measuredSpread(scenario(), dollars.slice(0, 4))).toBeNull();
    expect(measuredSpread(scenario(), dollars)).not.toBeNull();
  });

  it("can be drawn from days of up to a billion dollars, not where one of them is dearer", () => {
    expect(measuredSpread(scenario(), [...dollars, 1e9])?.everyone.days).toEqual({
      kind: "measured",
      dollars: [...dollars, 1e9],
    });
    expect(measuredSpread(scenario(), [...dollars, 1e9 + 0.01])).toBeNull();
  });

  it("takes limits as they are stated, in the dollars of the days", () => {
    const own: Partial<Scenario> = {
      limitRule: "own",
      ownLimits: { ...DEFAULT_SCENARIO.ownLimits, max: { low: 300, high: 500 } },
    };
    const job = measuredSpread(scenario(own), dollars);
    expect(job?.low).toEqual([{ id: "max", name: "Max", fee: 100, limit: 300 }]);
    expect(job?.high.map(({ limit }) => limit)).toEqual([500]);
  });
});

describe("months counted between round amounts", () => {
  const binned = (months: readonly number[], p10: number, p90: number) => binsOf({ months: Float64Array.from(months), p10, p90 });

  it("$10 and $22, half each: steps of $1, the ends open", () => {
    const bins = binned([10, 10, 22, 22], 10, 22);
    expect(bins[0]).toEqual({ from: null, to: 11, cheapest: 0, middle: 0.5, dearest: 0 });
    expect(bins.at(-1)).toEqual({ from: 22, to: null, cheapest: 0, middle: 0.5, dearest: 0 });
    // (22 − 10) / 14 = 0.86, the next step of 1, 2, 5 is 1: twelve edges at 11, 12 … 22
    expect(bins).toHaveLength(13);
  });

  it("one bin where every month costs the same", () => {
    expect(binned([5, 5, 5], 5, 5)).toEqual([{ from: null, to: null, cheapest: 0, middle: 1, dearest: 0 }]);
    expect(binned([0, 0], 0, 0)).toHaveLength(1);
  });

  it("an amount on an edge counts in the bin that begins there", () => {
    // 1 to 11: 10 / 14 = 0.71, step 1, edges 2, 3 … 11
    const bins = binned([1, 2, 11], 2, 10);
    expect(bins[0]).toMatchObject({ to: 2, cheapest: 1 / 3 });
    expect(bins[1]).toMatchObject({ from: 2, middle: 1 / 3 });
    expect(bins.at(-1)).toMatchObject({ from: 11, dearest: 1 / 3 });
  });

  it("amounts below a dollar have edges that are round", () => {
    // 0.8 / 14 = 0.057: step 0.1
    expect(binned([0.1, 0.9], 0.1, 0.9).map(({ to }) => to)).toEqual([0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, null]);
  });

  it("holds every month once, a tenth at most in either tail", () => {
    const { bins } = drawMonthSpread(jobOf({ costSpread: 6 }));
    const sum = (part: "cheapest" | "middle" | "dearest") => bins.reduce((all, bin) => all + bin[part], 0);
    expect(sum("cheapest") + sum("middle") + sum("dearest")).toBeCloseTo(1, 12);
    // Fewer than a tenth are below the smallest month that a tenth does not pass.
    expect(sum("cheapest")).toBeCloseTo(0.1, 3);
    expect(sum("dearest")).toBeCloseTo(0.1, 3);
    expect(bins.length).toBeGreaterThanOrEqual(6);
    expect(bins.length).toBeLessThanOrEqual(16);
  });
});
