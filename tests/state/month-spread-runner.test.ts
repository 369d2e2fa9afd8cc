import { describe, expect, it } from "vitest";
import { DEFAULT_SCENARIO } from "../../src/scenario/defaults.ts";
import { drawMonthSpread } from "../../src/scenario/draw-month-spread.ts";
import { estimate } from "../../src/scenario/estimate.ts";
import { assumedSpread, type MonthSpread, type MonthSpreadJob } from "../../src/scenario/month-spread.ts";
import { askAssumedSpread, askMonthSpread } from "../../src/state/month-spread-runner.ts";

/** Node has no `Worker`: as in a sandbox, the months are drawn here. */
function jobOf(developers: number): MonthSpreadJob {
  const scenario = { ...DEFAULT_SCENARIO, developers };
  const job = assumedSpread(scenario, estimate(scenario));
  if (job === null) throw new Error("this can be drawn");
  return job;
}
const ask = (job: MonthSpreadJob) => new Promise<MonthSpread | "failed">((resolve) => askMonthSpread(job, resolve));

describe("months that several panels ask for", () => {
  it("are drawn once for equal jobs, and are there at once when asked for again", async () => {
    const [first, second] = await Promise.all([ask(jobOf(1)), ask(jobOf(1))]);
    expect(first).toEqual(drawMonthSpread(jobOf(1)));
    expect(second).toBe(first);
    let again: MonthSpread | "failed" | null = null;
    askMonthSpread(jobOf(1), (spread) => {
      again = spread;
    });
    expect(again).toBe(first);
  });

  it("are drawn for each of two that differ", async () => {
    const [two, three] = await Promise.all([ask(jobOf(2)), ask(jobOf(3))]);
    expect(two).toEqual(drawMonthSpread(jobOf(2)));
    expect(three).toEqual(drawMonthSpread(jobOf(3)));
  });

  it("are not drawn for one who does not wait any more, and those behind are", async () => {
    const told: unknown[] = [];
    const takeBack = [4, 5].map((developers) => askMonthSpread(jobOf(developers), (spread) => told.push(spread)));
    for (const one of takeBack) one();
    expect(await ask(jobOf(6))).toEqual(drawMonthSpread(jobOf(6)));
    expect(told).toEqual([]);
  });

  it("fail for all who wait where they cannot be drawn", async () => {
    const impossible = { ...jobOf(1), overflow: "api-rates" as const, everyone: { ...jobOf(1).everyone, months: 1 } };
    expect(await ask(impossible)).toBe("failed");
  });

  it("are those of a scenario's assumed sessions, with no answer where these are too many", async () => {
    const scenario = { ...DEFAULT_SCENARIO, developers: 7 };
    const drawn = await new Promise((resolve) => askAssumedSpread(scenario, estimate(scenario), resolve));
    expect(drawn).toEqual(drawMonthSpread(jobOf(7)));
    const many = { ...DEFAULT_SCENARIO, developers: 1_000_000 };
    expect(() => askAssumedSpread(many, estimate(many), () => {})()).not.toThrow();
  });
});
