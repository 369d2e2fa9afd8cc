import { describe, expect, it } from "vitest";
import { type SessionProfile, simulateSession } from "../../src/index.ts";
import { conflicts } from "../../src/scenario/conflicts.ts";
import { DEFAULT_SCENARIO, DEFAULT_SIMULATED } from "../../src/scenario/defaults.ts";
import { estimate } from "../../src/scenario/estimate.ts";
import { isWholeMix } from "../../src/scenario/mix.ts";
import type { Scenario, SimulatedUsage } from "../../src/scenario/scenario.ts";
import { replaceScenario } from "../../src/state/actions.ts";
import { mixOf, scenarioFromUsage } from "../../src/state/scenario-from-usage.ts";
import { createScenarioStore, scenarioStore } from "../../src/state/scenario-store.ts";
import { readLogFiles } from "../../src/usage-import/import-files.ts";
import { type LogProfile, type MeasuredShare, profileOfLog } from "../../src/usage-import/log-profile.ts";
import { SMALL } from "../pricing/any-session.ts";
import { logLine } from "../usage-import/log-lines.ts";
import { logOf } from "../usage-import/simulated-log.ts";

const KNOWN: SessionProfile = {
  ...SMALL,
  model: "claude-sonnet-5-5",
  at: "2026-11-20",
  requests: 60,
  basePromptTokens: 18_000,
  inputGrowthPerRequest: 1_540,
  outputPerRequest: 700,
  outputKeptShare: 0.6,
  warmPromptTokens: 9_000,
  pauses: { minutes: 2, hours: 1 },
};

/** The profile of a log: so many sessions, each on a day of its own from the tenth on. */
function profileOf(sessions: readonly string[], outputKeptShare = 0.6): LogProfile {
  const profile = profileOfLog(readLogFiles([{ path: "a.jsonl", text: sessions.join("\n") }]), {
    dayOf: (at) => new Date(at).toISOString().slice(0, 10),
    outputKeptShare,
  });
  if (profile === null) throw new Error("the log has a main conversation");
  return profile;
}

function sessionOn(day: number, session: SessionProfile = KNOWN, hour = "08"): string {
  const place = { session: `s-${day}-${hour}`, from: `2026-11-${day}T${hour}:00:00Z` };
  return logOf(session, simulateSession(session).requests, place);
}

function usageOf({ profiles }: Scenario): SimulatedUsage {
  const usage = profiles[0]?.usage;
  if (usage?.kind !== "simulated") throw new Error("the profile is not simulated");
  return usage;
}

const share = (model: string, requests: number): MeasuredShare => ({ model, requests, cost: requests });

describe("a log written from a known profile", () => {
  // Two sessions on the 10th, one each on the 13th and the 16th: 4 ÷ 3 sessions an active day, 3 of 7 days.
  const measured = profileOf([sessionOn(10), sessionOn(10, KNOWN, "14"), sessionOn(13), sessionOn(16)]);
  const { scenario, marks, mended } = scenarioFromUsage(measured, { ...DEFAULT_SCENARIO, developers: 4 });

  it("gives that profile back", () => {
    expect(usageOf(scenario)).toEqual({
      ...DEFAULT_SIMULATED,
      requests: 60,
      basePromptTokens: 18_000,
      inputGrowthPerRequest: 1_540,
      outputPerRequest: 700,
      outputKeptShare: 0.6,
      caching: "5m",
      warmPromptTokens: 9_000,
      pauseMinutes: 2,
      pauseHours: 1,
    });
    expect(scenario.profiles).toHaveLength(1);
    expect(scenario.profiles[0]).toMatchObject({
      name: "Measured",
      // On steps of a ten-thousandth.
      sessionsPerDay: 1.3333,
      mix: [{ model: "claude-sonnet-5-5", percent: 100, locked: false }],
    });
    expect(scenario.tokensOf).toBe("claude-sonnet-5-5");
    // 3 ÷ 7 × 30.4375 = 13.04, on steps of a tenth.
    expect(scenario.workingDays).toBe(13);
    expect(mended).toEqual([]);
  });

  it("costs what the log cost, within 1 %", () => {
    const { perSession, perActiveDay } = estimate({ ...scenario, developers: 1 });
    expect(Math.abs(perSession / (measured.measured.cost / 4) - 1)).toBeLessThan(0.01);
    expect(Math.abs(perActiveDay / (measured.measured.costPerActiveDay ?? 0) - 1)).toBeLessThan(0.01);
  });

  it("keeps everything else, the preset's name too", () => {
    const { profiles: _, tokensOf: _tokens, workingDays: _days, ...others } = DEFAULT_SCENARIO;
    expect(scenario).toMatchObject({ ...others, developers: 4 });
  });

  it("marks what was measured by the ids of the fields, unrounded, and not what was assumed", () => {
    expect(marks).toMatchObject({ requests: 60, pauseMinutes: 2, "subagent-count": 0 });
    expect(marks.sessions).toBeCloseTo(4 / 3, 12);
    expect(marks.days).toBeCloseTo((3 / 7) * 30.4375, 12);
    expect(marks).not.toHaveProperty("outputKeptShare");
    expect(marks).not.toHaveProperty("compactAtTokens");
  });

  it("is one step that Back undoes", () => {
    scenarioStore.setState(createScenarioStore().getState(), true);
    replaceScenario(scenarioFromUsage(measured, scenarioStore.getState().scenario).scenario);
    expect(scenarioStore.getState()).toMatchObject({
      step: 1,
      scenario: { preset: "typical", profiles: [{ name: "Measured" }] },
    });
  });
});

describe("what a scenario can hold", () => {
  const measured = profileOf([sessionOn(10)]);

  it("below a week and without sessions a day both stay as they were", () => {
    const { scenario, marks } = scenarioFromUsage({ ...measured, sessionsPerDay: null }, DEFAULT_SCENARIO);
    expect(scenario.workingDays).toBe(15);
    expect(scenario.profiles[0]?.sessionsPerDay).toBe(3);
    expect(marks).not.toHaveProperty("sessions");
    expect(marks).not.toHaveProperty("days");
  });

  it("a mix adds to 100 in tenths", () => {
    const thirds = [share("claude-opus-5-5", 1 / 3), share("claude-sonnet-5-5", 1 / 3), share("claude-haiku-5-5", 1 / 3)];
    const percents = (mix: readonly MeasuredShare[]) =>
      scenarioFromUsage({ ...measured, mix }, DEFAULT_SCENARIO).scenario.profiles[0]?.mix.map(({ percent }) => percent);
    expect(percents(thirds)).toEqual([33.4, 33.3, 33.3]);
    // 66.67 and 33.33 are not on the steps of a tenth.
    expect(percents([share("claude-opus-5-5", 2 / 3), share("claude-sonnet-5-5", 1 / 3)])).toEqual([66.7, 33.3]);
    // 0.04 % is no tenth.
    expect(percents([share("claude-opus-5-5", 0.9996), share("claude-haiku-5-5", 0.0004)])).toEqual([100]);
  });

  it.each([
    [11, 11],
    [12, 12],
    [13, 12],
  ])("of %i models a mix holds the %i with most requests", (count, held) => {
    const models = Array.from({ length: count }, (_, index) => ({ model: `model-${index}`, weight: index + 1 }));
    const mix = mixOf(models) ?? [];
    expect(mix.map(({ model }) => model)).toEqual(
      models
        .map(({ model }) => model)
        .reverse()
        .slice(0, held),
    );
    expect(isWholeMix(mix)).toBe(true);
  });

  it("without a known model the mix stays as it was", () => {
    const { scenario } = scenarioFromUsage({ ...measured, mix: [] }, DEFAULT_SCENARIO);
    expect(scenario.profiles[0]?.mix).toBe(DEFAULT_SCENARIO.profiles[0]?.mix);
    expect(scenario.tokensOf).toBe("claude-opus-5-5");
  });

  it("what a field cannot hold is brought to it, and its mark keeps what was measured", () => {
    const estimated = (value: number) => ({ value, basis: "request-mean", n: 1 }) as const;
    const { scenario, marks } = scenarioFromUsage(
      { ...measured, requests: estimated(5_001), pauseMinutes: estimated(0.4), basePromptTokens: estimated(1_000_001) },
      DEFAULT_SCENARIO,
    );
    expect(usageOf(scenario)).toMatchObject({ requests: 5_000, pauseMinutes: 0, basePromptTokens: 1_000_000 });
    expect(marks).toMatchObject({ requests: 5_001, pauseMinutes: 0.4, basePromptTokens: 1_000_001 });
  });

  it("terms that cannot stand beside it give way and are named", () => {
    // Sonnet 5.5 has no fast mode.
    const { scenario, mended } = scenarioFromUsage(measured, { ...DEFAULT_SCENARIO, fast: true });
    expect(conflicts(scenario)).toEqual([]);
    expect(scenario.fast).toBe(false);
    expect(mended.map(({ field }) => field)).toEqual(["fast"]);
  });
});

describe("a log of models of both tokenizers", () => {
  // The same session on both, in each one's own tokens: Sonnet 5.5 has the newer tokenizer, Sonnet 4.6 the older.
  const measured = profileOf([
    sessionOn(10),
    sessionOn(11),
    sessionOn(12),
    sessionOn(13, { ...KNOWN, model: "claude-sonnet-4-6" }),
  ]);

  it("is stated in the tokens of the model with most requests, so that the mean session keeps its tokens", () => {
    const { scenario, marks } = scenarioFromUsage(measured, DEFAULT_SCENARIO);
    // 75 % at 1 and 25 % at 1 ÷ 1.3 are 0.942308 of what is stated: 18,000 ÷ 0.942308 = 19,102.04; 700 ÷ 0.942308 = 742.86.
    expect(usageOf(scenario)).toMatchObject({ basePromptTokens: 19_102, outputPerRequest: 743 });
    expect(marks.basePromptTokens).toBeCloseTo(18_000 / (0.75 + 0.25 / 1.3), 9);
  });

  it("comes nearer to the log's cost than sizes left as measured", () => {
    const { scenario } = scenarioFromUsage(measured, DEFAULT_SCENARIO);
    const [profile] = scenario.profiles;
    const { basePromptTokens, inputGrowthPerRequest, outputPerRequest, warmPromptTokens } = KNOWN;
    const sizes = { basePromptTokens, inputGrowthPerRequest, outputPerRequest, warmPromptTokens };
    const unconverted = { ...scenario, profiles: profile ? [{ ...profile, usage: { ...usageOf(scenario), ...sizes } }] : [] };
    const offBy = (one: Scenario) => Math.abs(estimate(one).perSession / (measured.measured.cost / 4) - 1);
    // Sonnet 4.6 is 1.5 times as dear, its reads 3 times. At 1.5: 0.75 × 1.0612 + 0.25 × 1.5 × 0.8163 = 1.102 beside 1.125, 2 % less; at 3:
    // 1.408 beside 1.5, 6 % less. Unconverted 0.75 + 0.25 × 1.5 ÷ 1.3 = 1.038, 8 % less; at 3 it is 12 %.
    expect(offBy(scenario)).toBeLessThan(0.062);
    expect(offBy(unconverted)).toBeGreaterThan(0.076);
  });
});

describe("subagents", () => {
  it("are stated in the tokens of the conversation's model", () => {
    const agent = (index: number, prompt: number) => ({
      id: `msg_agent_${index}`,
      request: `req_agent_${index}`,
      session: "s-10-08",
      model: "claude-haiku-4-5",
      sidechain: true,
      at: `2026-11-10T08:0${index + 1}:00Z`,
      usage: { input_tokens: prompt, output_tokens: 100 },
      more: { agentId: "a1" },
    });
    const lines = [agent(0, 1_000), agent(1, 1_500)].map((fields) => logLine(fields));
    const { scenario, marks } = scenarioFromUsage(profileOf([sessionOn(10), ...lines]), DEFAULT_SCENARIO);
    // Growth 500 − 0.6 × 100 = 440, base 1,000 − 440 = 560; Haiku 4.5 has the older tokenizer, Sonnet 5.5 the newer: times 1.3.
    expect(usageOf(scenario).subagents).toEqual({
      model: "claude-haiku-4-5-20251001",
      count: 1,
      requests: 2,
      basePromptTokens: 728,
      inputGrowthPerRequest: 572,
      outputPerRequest: 130,
    });
    expect(marks).toMatchObject({ "subagent-count": 1, "subagent-basePromptTokens": 728 });
  });
});
