import { describe, expect, it } from "vitest";
import { conflicts } from "../../src/scenario/conflicts.ts";
import { DEFAULT_SCENARIO } from "../../src/scenario/defaults.ts";
import { estimate } from "../../src/scenario/estimate.ts";
import { PRESET_IDS, type PresetId } from "../../src/scenario/preset-ids.ts";
import { PRESETS, presetOf } from "../../src/scenario/presets.ts";
import type { SimulatedUsage } from "../../src/scenario/scenario.ts";
import { totalsOfSession } from "../../src/scenario/session-run.ts";

function figuresOf(preset: PresetId): ReturnType<typeof estimate> {
  return estimate(presetOf({ preset }).scenario);
}

/** Within one part in a hundred. */
function expectAbout(figure: number, published: number): void {
  expect(Math.abs(figure / published - 1)).toBeLessThanOrEqual(0.01);
}

const teamSession = simulatedSessionOf("agent-team");

function simulatedSessionOf(preset: PresetId): SimulatedUsage {
  const usage = presetOf({ preset }).scenario.profiles[0]?.usage;
  if (usage?.kind !== "simulated") throw new Error(`${preset} is not simulated`);
  return usage;
}

/** All tokens of the agent team's session with so many teammates, of every class. */
function tokensOf(count: number): number {
  const {
    kind: _,
    requests: _requests,
    webSearches: _searches,
    ...tokens
  } = totalsOfSession({
    ...teamSession,
    subagents: { ...teamSession.subagents, count },
  });
  return Object.values(tokens).reduce((sum, amount) => sum + amount, 0);
}

describe("the presets", () => {
  it("are one for each name, and the first is what an empty link means", () => {
    expect(PRESETS.map(({ id }) => id)).toEqual([...PRESET_IDS]);
    expect(PRESETS[0]?.scenario).toBe(DEFAULT_SCENARIO);
  });

  it.each(PRESETS.map((preset) => [preset.id, preset] as const))(
    "%s names itself and its source, and keeps the rules",
    (id, preset) => {
      expect(preset.scenario.preset).toBe(id);
      expect(preset.source).not.toBe("");
      expect(conflicts(preset.scenario)).toEqual([]);
    },
  );
});

describe("the presets come to what their sources publish", () => {
  it("a typical developer: $13 an active day, and so $150–250 a month", () => {
    expectAbout(figuresOf("typical").perActiveDay, 13);
    expect(figuresOf("typical").perMonth).toBeGreaterThanOrEqual(150);
    expect(figuresOf("typical").perMonth).toBeLessThanOrEqual(250);
  });

  it("a heavy user: $30 an active day", () => {
    expectAbout(figuresOf("heavy").perActiveDay, 30);
  });

  it("a team of 20: $13 × 15 × 20 = $3,900 a month", () => {
    expectAbout(figuresOf("team").perMonth, 3_900);
    expect(figuresOf("team").perMonth).toBeCloseTo(figuresOf("typical").perMonth * 20, 8);
  });

  it("a light user: 0.3414 × 6 × 18 = $36.87 a month", () => {
    expect(figuresOf("light").perSession).toBeCloseTo(0.3414, 12);
    expect(figuresOf("light").perMonth).toBeCloseTo(36.8712, 10);
  });

  it("CI in batch: (30,000 × 2 + 1,500 × 10) / 2 = $0.0375 a review, × 200 × 22 = $165", () => {
    expect(figuresOf("ci-batch").perSession).toBeCloseTo(0.0375, 12);
    expect(figuresOf("ci-batch").perMonth).toBeCloseTo(165, 8);
  });

  it("an API app: 10,000 × (2,000 × 0.10 + 500 × 0.50) + 500 × (5,000 × 2 + 2,000 × 10) = $4.50 + $15", () => {
    expect(figuresOf("api-app").perMonth).toBeCloseTo(19.5, 8);
  });

  it("an agent team: about 7 times the tokens of the same session without teammates, of which there are 6 as large as it", () => {
    // A session alone: 80 × 20,000 + 1,600 × (1 + … + 80) + 360 × (1 + … + 79) = 1,600,000 + 5,184,000 + 1,137,600 tokens in, 48,000 out.
    expect(tokensOf(0)).toBe(7_969_600);
    const times = tokensOf(teamSession.subagents.count) / tokensOf(0);
    expect(Math.abs(times / 7 - 1)).toBeLessThanOrEqual(0.05);
  });

  it("programs are beside no plan", () => {
    for (const preset of ["ci-batch", "api-app"] as const)
      expect(figuresOf(preset).plans).toEqual({ cheapest: "api", costs: [] });
  });
});
