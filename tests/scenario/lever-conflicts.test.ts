import { describe, expect, it } from "vitest";
import { LEVER_ORDER, waterfall } from "../../src/scenario/levers.ts";
import { simulated } from "./made-scenario.ts";
import { HAIKU, HALVES, SONNET, scenarioWith, sonnet, stepOf, TODAY } from "./pulled-levers.ts";

const HAIKU_5_5 = "claude-haiku-5-5";

describe("a lever that cannot be pulled", () => {
  it("stays out of the bill and says why, on or off; the others go on", () => {
    // 1,000 base + 200 summary + 100 growth
    const scenario = scenarioWith({ compaction: { atTokens: 1_299 }, batch: { percent: 20 } });
    const compaction = stepOf(scenario, "compaction");
    expect(compaction.conflict).toContain("1,300");
    expect(compaction.alone).toBeNull();
    expect(compaction.after).toBe(compaction.before);
    expect(waterfall(scenario).optimised * 1e6).toBeCloseTo(TODAY * 0.9, 6);
    const off = { ...scenario, levers: { ...scenario.levers, compaction: { ...scenario.levers.compaction, on: false } } };
    expect(stepOf(off, "compaction").conflict).toContain("1,300");
    expect(stepOf(scenarioWith({ compaction: { atTokens: 1_300 } }), "compaction").conflict).toBeNull();
  });

  it("may be one only after those before it: the newer tokenizer makes 1,690 of 1,300 tokens", () => {
    const routing = { ...HALVES, easyModel: HAIKU_5_5 };
    const step = stepOf(scenarioWith({ routing, compaction: { atTokens: 1_400 } }, { tokenizerFactor: 1.3 }), "compaction");
    expect(step.conflict).toContain("1,690");
    expect(step.alone).not.toBeNull();
  });

  it.each([
    {
      name: "batch beside fast mode",
      id: "batch",
      changes: {},
      fields: { fast: true },
      model: "claude-opus-5-5",
      reason: /exclude each other/,
    },
    {
      name: "routing to a model without fast mode",
      id: "routing",
      changes: {},
      fields: { fast: true },
      model: "claude-opus-5-5",
      reason: /no fast mode/,
    },
    {
      name: "routing to a model without US-only inference",
      id: "routing",
      changes: { easyModel: HAIKU },
      fields: { place: "us" },
      model: SONNET,
      reason: /US-only/,
    },
    {
      name: "routing to an own model that is not stated",
      id: "routing",
      changes: { easyModel: "own-x" },
      fields: {},
      model: SONNET,
      reason: /no rates are stated/,
    },
  ] as const)("$name", ({ id, changes, fields, model, reason }) => {
    const step = stepOf(scenarioWith({ [id]: changes }, { ...fields, profile: simulated(model) }), id);
    expect(step.conflict).toMatch(reason);
    expect(step.alone).toBeNull();
  });

  it("is routing by request beside a switch of the model, and not routing by session", () => {
    const profile = sonnet({ modelSwitch: { beforeRequest: 3, model: HAIKU } });
    expect(stepOf(scenarioWith({ routing: { ...HALVES, by: "request" } }, { profile }), "routing").conflict).toMatch(/switch/);
    expect(stepOf(scenarioWith({ routing: HALVES }, { profile }), "routing").conflict).toBeNull();
  });

  it("is every one while the shares of routing are above 100 %", () => {
    const over = scenarioWith({ routing: { ...HALVES, easyPercent: 50.1 }, batch: {} });
    expect(waterfall(over).steps.map(({ conflict }) => conflict?.includes("100.1 %"))).toEqual(LEVER_ORDER.map(() => true));
    expect(waterfall(over).optimised).toBe(waterfall(over).today);
  });
});
