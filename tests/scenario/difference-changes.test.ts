import { describe, expect, it } from "vitest";
import { DEFAULT_SCENARIO, DEFAULT_SIMULATED } from "../../src/scenario/defaults.ts";
import { changesBetween } from "../../src/scenario/difference-changes.ts";
import { differenceOf } from "../../src/scenario/differences.ts";
import { DEFAULT_QUESTIONS, type Questions } from "../../src/scenario/questions.ts";
import type { Profile, Scenario } from "../../src/scenario/scenario.ts";
import { byTotals, only, scenarioOf } from "./made-scenario.ts";

const SONNET = "claude-sonnet-4-6";
const OPUS = "claude-opus-4-6";
const HAIKU = "claude-haiku-4-5-20251001";

describe("a difference made step by step", () => {
  // 1,000,000 tokens of output: $15 on Sonnet 4.6, $5 on Haiku 4.5
  const coding = byTotals(SONNET, { output: 1_000_000 }, { name: "Coding" });
  const review = byTotals(HAIKU, { output: 1_000_000 }, { name: "Review" });

  it("takes kinds of sessions away last, after the terms of all that remains", () => {
    const to = scenarioOf([coding], { discountPercent: 10 });
    const parts = differenceOf(scenarioOf([coding, review]), to).parts;
    // 20 less a tenth; then 5 at nine tenths
    expect(parts.map(({ words, usd }) => [words, Number(usd.toFixed(9))])).toEqual([
      ["contract discount 0 % → 10 %", -2],
      ["kind of session Review 1 a day → none", -4.5],
    ]);
  });

  it("ends at the very scenario: a model without a share that stands in the way leaves with the last step", () => {
    // Sonnet 4.6 has no fast mode, Opus 4.6 has it at 6 times the price: 1,000,000 tokens of output for $25, then for $150
    const from = scenarioOf([{ ...coding, mix: [...only(OPUS), { model: SONNET, percent: 0, locked: false }] }], {
      priceDate: "2026-04-01",
    });
    const to: Scenario = { ...from, fast: true, profiles: [{ ...coding, mix: only(OPUS) }] };
    expect(differenceOf(from, to)).toEqual({
      from: 25,
      to: 150,
      total: 125,
      parts: [{ name: "fast mode", words: "fast mode off → on", usd: 125, after: 150 }],
    });
  });
});

describe("the id of a change", () => {
  const asking = (questions: Questions): Scenario => ({ ...DEFAULT_SCENARIO, questions });
  const { call, app, vendors, hardware } = DEFAULT_QUESTIONS;
  const [coding] = DEFAULT_SCENARIO.profiles as [Profile];
  const withUsage = (change: Partial<typeof DEFAULT_SIMULATED>): Scenario => ({
    ...DEFAULT_SCENARIO,
    profiles: [{ ...coding, usage: { ...DEFAULT_SIMULATED, ...change } }],
  });
  const { subagents } = DEFAULT_SIMULATED;
  const { levers, budget, failed, ownLimits } = DEFAULT_SCENARIO;

  // A table of compared scenarios has one row for each id, so inputs of one name in different places must not share it.
  it.each<readonly [string, Scenario]>([
    ["batchPercent", { ...DEFAULT_SCENARIO, batchPercent: 10 }],
    ["levers batch", { ...DEFAULT_SCENARIO, levers: { ...levers, batch: { on: true, percent: 20 } } }],
    ["call batch", asking({ ...DEFAULT_QUESTIONS, call: { ...call, batch: true } })],
    ["app batch", asking({ ...DEFAULT_QUESTIONS, app: { ...app, batch: { on: true, percent: 50 } } })],
    ["vendors tokensPercent", asking({ ...DEFAULT_QUESTIONS, vendors: { ...vendors, tokensPercent: 101 } })],
    ["hardware hoursPerMonth", asking({ ...DEFAULT_QUESTIONS, hardware: { ...hardware, hoursPerMonth: 719 } })],
    ["profile 0 requests", withUsage({ requests: 81 })],
    ["profile 0 subagents requests", withUsage({ subagents: { ...subagents, requests: 16 } })],
    ["budget taxPercent", { ...DEFAULT_SCENARIO, budget: { ...budget, taxPercent: 19 } }],
    ["failed refusedPercent", { ...DEFAULT_SCENARIO, failed: { ...failed, refusedPercent: 1 } }],
    ["ownLimits max", { ...DEFAULT_SCENARIO, ownLimits: { ...ownLimits, max: { low: 1, high: 2 } } }],
  ])("says where the input stands: %s", (id, to) => {
    expect(changesBetween(DEFAULT_SCENARIO, to).map((change) => change.id)).toEqual([id]);
    expect(changesBetween(to, DEFAULT_SCENARIO).map((change) => change.id)).toEqual([id]);
  });
});
