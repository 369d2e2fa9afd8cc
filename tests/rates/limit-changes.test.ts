import { describe, expect, it } from "vitest";
import { isDay } from "../../src/lib/calendar.ts";
import { capacityAge, limitChanges } from "../../src/rates/limit-changes.ts";
import { capacityEstimates } from "../../src/rates/plan-capacity.ts";
import { windowEstimates } from "../../src/rates/window-capacity.ts";

const of = (plan: string) => capacityEstimates.filter((estimate) => estimate.plan === plan);
const ageOf = (estimates: typeof capacityEstimates) => {
  const age = capacityAge(estimates);
  return age && [age.newest, ...age.changesSince.map(({ from }) => from)];
};

describe("how old the measurements are", () => {
  it("the newest was over in May 2026: nothing is newer than the change of 2026-09-14", () => {
    expect(ageOf(capacityEstimates)).toEqual(["2026-05-17", "2026-09-14"]);
  });

  it.each([
    // "Before 2026-05-06" is at the latest the day before; the raise of 2026-05-13 is missing from them too.
    ["pro", ["2026-05-05", "2026-05-13", "2026-09-14"]],
    ["max", ["2026-05-05", "2026-05-13", "2026-09-14"]],
    ["ultra", ["2026-05-17", "2026-09-14"]],
    ["team-premium", null],
  ])("those of %s", (plan, age) => {
    expect(ageOf(of(plan))).toEqual(age);
  });

  it.each([
    ["2026-09-13", ["2026-09-13", "2026-09-14"]],
    ["2026-09-14", ["2026-09-14"]],
    ["2026-09-15", ["2026-09-15"]],
  ])("one of %s knows of every change up to its day", (takenBy, age) => {
    expect(ageOf(of("max").map((estimate) => ({ ...estimate, takenBy })))).toEqual(age);
  });

  it("an unsound one makes them no newer", () => {
    expect(ageOf(of("ultra").filter(({ sound }) => !sound))).toBeNull();
  });

  it("every measurement has a last day, none after the newest evidence of this catalog", () => {
    for (const { takenBy } of [...capacityEstimates, ...windowEstimates]) {
      expect(isDay(takenBy)).toBe(true);
      expect(takenBy < "2026-11-20").toBe(true);
    }
  });
});

describe("the changes of limits", () => {
  it("stand in order of time, each with its source", () => {
    expect(limitChanges.map(({ from, window, times }) => [from, window, times])).toEqual([
      ["2025-08-28", "weekly", null],
      ["2026-03-26", "five-hour", null],
      ["2026-05-06", "five-hour", 2],
      ["2026-05-13", "weekly", 1.5],
      ["2026-09-14", "weekly", 1.25],
    ]);
    for (const { what, source } of limitChanges) expect(`${what} ${source}`.length).toBeGreaterThan(40);
  });
});
