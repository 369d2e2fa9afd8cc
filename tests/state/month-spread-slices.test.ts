import { describe, expect, it } from "vitest";
import { DEFAULT_SCENARIO } from "../../src/scenario/defaults.ts";
import { drawMonthSpread } from "../../src/scenario/draw-month-spread.ts";
import { estimate } from "../../src/scenario/estimate.ts";
import { assumedSpread, type MonthSpread, type MonthSpreadJob } from "../../src/scenario/month-spread.ts";
import { drawInSlices, type SlicePage } from "../../src/state/month-spread-slices.ts";

const TEAM = { ...DEFAULT_SCENARIO, developers: 5 };

function job(): MonthSpreadJob {
  const months = assumedSpread(TEAM, estimate(TEAM));
  if (months === null) throw new Error("this can be drawn");
  return months;
}

/** A page on which every step takes so long, and that notes how long each slice took. */
function slowPage(stepMilliseconds: number): SlicePage & { readonly tasks: (() => void)[]; readonly slices: number[] } {
  const tasks: (() => void)[] = [];
  const slices: number[] = [];
  let clock = 0;
  let begun = 0;
  // Asked once as a slice begins, then after each step.
  const now = (): number => {
    clock += stepMilliseconds;
    return clock;
  };
  const later = (task: () => void): void => {
    slices.push(clock - begun);
    tasks.push(() => {
      begun = clock;
      task();
    });
  };
  return { now, later, tasks, slices };
}

describe("months drawn on the page's own thread", () => {
  it.each([0.5, 3, 6])("never hold it for more than 30 ms where a step takes %d ms", (milliseconds) => {
    const page = slowPage(milliseconds);
    let drawn: MonthSpread | null = null;
    drawInSlices(job(), { isWanted: () => true, settle: (spread) => (drawn = spread) }, page);
    for (let task = page.tasks.shift(); task; task = page.tasks.shift()) task();
    // 10,000 months twice and their shares twice, a hundred a step: 400 steps
    expect(page.slices.length).toBeGreaterThan((400 * milliseconds) / 30);
    expect(Math.max(...page.slices)).toBeLessThanOrEqual(30);
    expect(drawn).toEqual(drawMonthSpread(job()));
  });

  it("are left where nobody waits for them any more", () => {
    const page = slowPage(6);
    let isWanted = true;
    const settled: (MonthSpread | null)[] = [];
    drawInSlices(job(), { isWanted: () => isWanted, settle: (spread) => settled.push(spread) }, page);
    page.tasks.shift()?.();
    expect(settled).toEqual([]);
    isWanted = false;
    page.tasks.shift()?.();
    expect(settled).toEqual([null]);
    expect(page.tasks).toEqual([]);
  });

  it("that cannot be drawn are null", () => {
    const settled: (MonthSpread | null)[] = [];
    const impossible = { ...job(), everyone: { ...job().everyone, months: 1 } };
    drawInSlices(impossible, { isWanted: () => true, settle: (spread) => settled.push(spread) }, slowPage(1));
    expect(settled).toEqual([null]);
  });
});
