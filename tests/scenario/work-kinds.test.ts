import { describe, expect, it } from "vitest";
import { isServedByPlans, WORK_KIND_IDS } from "../../src/scenario/work-kind.ts";
import { workKindById, workKinds } from "../../src/scenario/work-kinds.ts";

describe("what the work is for", () => {
  it.each([
    ["interactive", true, [], "never"],
    ["headless", false, ["access", "cost-control"], "unresolved"],
    ["app", false, ["access", "cost-control"], "covers"],
    ["batch", false, ["access", "batch-discount"], "covers"],
    ["chatbot", false, ["access", "cost-control"], "covers"],
    ["sporadic", true, [], "never"],
  ])("%s: plans serve it %s", (id, plansServe, reasons, apiCredit) => {
    const kind = workKindById(id);
    expect(isServedByPlans(kind.id)).toBe(plansServe);
    expect(kind.apiCredit).toBe(apiCredit);
    expect(kind.whyNot.map(({ reason }) => reason)).toEqual(reasons);
  });

  it("there are six kinds, and whatever plans do not serve says why", () => {
    expect(workKinds.map(({ id }) => id)).toEqual(WORK_KIND_IDS);
    for (const { id, whyNot } of workKinds) expect(whyNot.length > 0).toBe(!isServedByPlans(id));
  });

  it("headless work says that claude -p is unresolved", () => {
    expect(workKindById("headless").note).toMatch(/claude -p .* unresolved/);
  });

  it("refuses another kind", () => {
    expect(() => workKindById("coding")).toThrow(/^work: "coding" is not one of interactive, headless/);
  });
});
