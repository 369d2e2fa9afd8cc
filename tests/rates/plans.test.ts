import { describe, expect, it } from "vitest";
import { isDay } from "../../src/lib/calendar.ts";
import { catalogDate } from "../../src/rates/catalog.ts";
import { type Plan, plans } from "../../src/rates/plans.ts";

function planOf(id: Plan["id"]): Plan | undefined {
  return plans.find((plan) => plan.id === id);
}

describe("the plans", () => {
  it.each([
    ["free", "Free", 0, null],
    ["pro", "Pro", 20, 17],
    ["max", "Max", 100, null],
    ["ultra", "Ultra", 200, null],
    ["team-standard", "Team, standard seat", 25, 20],
    ["team-premium", "Team, premium seat", 125, 100],
    ["enterprise", "Enterprise", null, 20],
  ] as const)("%s is called %s and costs %s by the month, %s a month by the year", (id, name, monthlyUsd, annualUsdPerMonth) => {
    expect(planOf(id)).toMatchObject({ name, monthlyUsd, annualUsdPerMonth });
  });

  it("are seven, each once", () => {
    expect(plans).toHaveLength(7);
    expect(new Set(plans.map(({ id }) => id)).size).toBe(7);
  });

  it("include Claude Code, but for Free", () => {
    expect(plans.filter(({ includesClaudeCode }) => !includesClaudeCode).map(({ id }) => id)).toEqual(["free"]);
  });

  it("were renamed on 2026-10-30: Max 5x to Max, Max 20x to Ultra", () => {
    expect(plans.flatMap(({ id, formerNames }) => formerNames.map((former) => ({ id, ...former })))).toEqual([
      { id: "max", name: "Max 5x", until: "2026-10-30" },
      { id: "ultra", name: "Max 20x", until: "2026-10-30" },
    ]);
  });

  it("carry an API credit since 2026-10-07 in Max and Ultra only", () => {
    expect(plans.flatMap(({ id, apiCredit }) => (apiCredit ? [{ id, ...apiCredit }] : []))).toEqual([
      { id: "max", usdPerMonth: 100, from: "2026-10-07" },
      { id: "ultra", usdPerMonth: 200, from: "2026-10-07" },
    ]);
  });

  it("sell team seats from 5 to 150, and every other plan to one person", () => {
    for (const { id, seats } of plans) expect(seats).toEqual(id.startsWith("team-") ? { least: 5, most: 150 } : null);
  });

  it("have no five-hour limit in Ultra", () => {
    expect(planOf("max")?.windows).toContain("five-hour");
    expect(planOf("ultra")?.windows).toEqual(["weekly", "weekly-fable"]);
  });

  it("say where each price comes from, when that was looked at, and how sure it is", () => {
    for (const { source, checkedOn, confidence } of plans) {
      expect(source.trim().length).toBeGreaterThan(10);
      expect(isDay(checkedOn)).toBe(true);
      expect(checkedOn <= catalogDate).toBe(true);
      expect(["high", "medium"]).toContain(confidence);
    }
  });
});
