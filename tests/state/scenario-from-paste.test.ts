import { describe, expect, it } from "vitest";
import { NO_USAGE } from "../../src/pricing/usage.ts";
import { DEFAULT_SCENARIO } from "../../src/scenario/defaults.ts";
import { estimate } from "../../src/scenario/estimate.ts";
import { scenarioFromPaste } from "../../src/state/scenario-from-paste.ts";
import type { MeasuredModel, MeasuredUsage } from "../../src/usage-import/usage-format.ts";

const OPUS = "claude-opus-5-5";
const HAIKU = "claude-haiku-5-5";

const measured = (model: string, fields: Partial<MeasuredModel> = {}): MeasuredModel => ({
  model,
  known: true,
  usage: { ...NO_USAGE, output: 1_000_000 },
  requests: null,
  cost: 1,
  stated: null,
  ...fields,
});

const pasted = (models: readonly MeasuredModel[], format = "cost-text"): MeasuredUsage => ({
  format,
  models,
  cost: models.reduce((sum, { cost }) => sum + (cost ?? 0), 0),
  stated: null,
  problems: [],
});

function taken(usage: MeasuredUsage, scenario = DEFAULT_SCENARIO) {
  const from = scenarioFromPaste(usage, scenario);
  if (from === null) throw new Error("a model has a price");
  return from;
}

describe("totals of a paste", () => {
  it("are one session, the sum over the models that have a price", () => {
    const usage = { input: 1, cacheWrite5m: 2, cacheWrite1h: 3, cacheRead: 4, output: 5, webSearches: 6 };
    const models = [
      measured(OPUS, { usage, requests: 7 }),
      measured(HAIKU, { usage, requests: 8 }),
      measured("nobody's", { usage, known: false, cost: null, requests: null }),
    ];
    const { scenario, marks } = taken(pasted(models));
    const sums = { input: 2, cacheWrite5m: 4, cacheWrite1h: 6, cacheRead: 8, output: 10, webSearches: 12 };
    expect(scenario.profiles).toHaveLength(1);
    expect(scenario.profiles[0]?.usage).toEqual({ kind: "totals", ...sums, requests: 15 });
    expect(marks).toEqual(sums);
    expect(scenario.profiles[0]?.sessionsPerDay).toBe(3);
  });

  it("have no count of requests where one of the models has none", () => {
    const { scenario } = taken(pasted([measured(OPUS, { requests: 7 }), measured(HAIKU)]));
    expect(scenario.profiles[0]?.usage).toMatchObject({ requests: null });
  });

  it("are stated in the tokens of the dearest model", () => {
    // Haiku 4.5 counts with the older tokenizer, Opus 5.5 with the newer: 1,000,000 + 1.3 × 1,000,000.
    const { scenario } = taken(pasted([measured(OPUS, { cost: 2 }), measured("claude-haiku-4-5-20251001")]));
    expect(scenario.tokensOf).toBe(OPUS);
    expect(scenario.profiles[0]?.usage).toMatchObject({ output: 2_300_000 });
  });

  it("cost on their mix what was measured, however far the models' prices are apart", () => {
    // Output alone: Opus 5.5 $20 a million, Haiku 5.5 $0.50: the same tokens on each are a mix of halves, not of 98 to 2 as the cost.
    const { scenario } = taken(pasted([measured(OPUS, { cost: 20 }), measured(HAIKU, { cost: 0.5 })]));
    expect(scenario.profiles[0]?.mix.map(({ percent }) => percent)).toEqual([50, 50]);
    expect(estimate(scenario).perSession).toBeCloseTo(20.5, 9);
  });

  it("of a report are the month of one developer", () => {
    // 1 ÷ 15 working days, on steps of a ten-thousandth.
    expect(taken(pasted([measured(OPUS)], "ccusage")).scenario.profiles[0]?.sessionsPerDay).toBe(0.0667);
    expect(taken(pasted([measured(OPUS)], "result-envelope")).scenario.profiles[0]?.sessionsPerDay).toBe(3);
  });

  it("make no scenario without a model that has a price", () => {
    expect(scenarioFromPaste(pasted([measured("nobody's", { known: false, cost: null })]), DEFAULT_SCENARIO)).toBeNull();
    expect(scenarioFromPaste(pasted([]), DEFAULT_SCENARIO)).toBeNull();
  });
});
