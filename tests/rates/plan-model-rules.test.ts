import { describe, expect, it } from "vitest";
import { isDay } from "../../src/lib/calendar.ts";
import { familyRule, planModelRules } from "../../src/rates/plan-model-rules.ts";
import { plans } from "../../src/rates/plans.ts";

const TODAY = "2026-11-20";

describe("models that a plan treats otherwise than the rest", () => {
  it.each([
    ["pro", { kind: "usage-credits" }],
    ["max", { kind: "share-of-limit", share: 0.5 }],
    ["ultra", { kind: "share-of-limit", share: 0.5 }],
    ["team-standard", { kind: "usage-credits" }],
    ["team-premium", { kind: "share-of-limit", share: 0.5 }],
  ])("Fable on %s", (plan, rule) => {
    expect(familyRule(plan, "fable", TODAY)?.rule).toEqual(rule);
  });

  it.each([
    ["2026-07-19", null],
    ["2026-07-20", 0.5],
    ["2026-07-21", 0.5],
  ])("the rule for Fable is known from 2026-07-20 on: %s", (day, share) => {
    const rule = familyRule("max", "fable", day)?.rule ?? null;
    expect(rule && "share" in rule ? rule.share : rule).toBe(share);
  });

  it("no rule was found for other families, nor for a plan that includes no use", () => {
    for (const family of ["opus", "sonnet", "haiku", "mythos", "own"] as const)
      expect(familyRule("max", family, TODAY)).toBeNull();
    expect(familyRule("enterprise", "fable", TODAY)).toBeNull();
  });

  it("a plan with a window of its own for Fable has a share, and a rule's plan exists and has its source", () => {
    for (const { id, windows } of plans)
      if (windows.includes("weekly-fable")) expect(familyRule(id, "fable", TODAY)?.rule.kind).toBe("share-of-limit");
    for (const { plan, source, checkedOn, confidence } of planModelRules) {
      expect(plans.some(({ id }) => id === plan)).toBe(true);
      expect(source.length).toBeGreaterThan(10);
      expect(isDay(checkedOn)).toBe(true);
      expect(confidence).toBe("medium");
    }
  });
});
