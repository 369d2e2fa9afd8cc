import { expect, it } from "vitest";
import { DEFAULT_LEVERS } from "../../../src/scenario/defaults.ts";
import { compacted, routed } from "../../../src/scenario/published/claim-levers.ts";
import { byTotals, REPRESENTATIVE, scenarioOf } from "../made-scenario.ts";

const SCENARIO = scenarioOf([byTotals("claude-opus-4-6", REPRESENTATIVE)]);

it("a compacted scenario has that lever on, as strong as said, and nothing else changed", () => {
  const levers = { ...DEFAULT_LEVERS, compaction: { ...DEFAULT_LEVERS.compaction, on: true, removedPercent: 40 } };
  expect(compacted(SCENARIO, 40)).toEqual({ ...SCENARIO, levers });
});

it("a routed scenario has that lever on: easy work on Haiku 4.5, medium on Sonnet 4.6, hard on Opus 4.6, as the guides route", () => {
  const routing = {
    ...DEFAULT_LEVERS.routing,
    on: true,
    easyPercent: 60,
    mediumPercent: 30,
    easyModel: "claude-haiku-4-5-20251001",
    mediumModel: "claude-sonnet-4-6",
    hardModel: "claude-opus-4-6",
  };
  expect(routed(SCENARIO, { easyPercent: 60, mediumPercent: 30 })).toEqual({
    ...SCENARIO,
    levers: { ...DEFAULT_LEVERS, routing },
  });
});

it("both levers stand together", () => {
  const { levers } = compacted(routed(SCENARIO, { easyPercent: 50, mediumPercent: 0 }), 50);
  expect([levers.routing.on, levers.compaction.on]).toEqual([true, true]);
});
