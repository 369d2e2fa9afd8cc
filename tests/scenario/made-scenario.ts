import { DEFAULT_SCENARIO, DEFAULT_SIMULATED, DEFAULT_TOTALS } from "../../src/scenario/defaults.ts";
import type { MixShare, Profile, Scenario, SimulatedUsage, TotalsUsage } from "../../src/scenario/scenario.ts";

/** The whole of a profile's sessions on one model. */
export function only(model: string): readonly MixShare[] {
  return [{ model, percent: 100, locked: false }];
}

/** A profile of one session a day by its totals. */
export function byTotals(
  model: string,
  tokens: Partial<TotalsUsage>,
  more: Partial<Pick<Profile, "name" | "sessionsPerDay" | "mix">> = {},
): Profile {
  return { name: "Totals", sessionsPerDay: 1, mix: only(model), usage: { ...DEFAULT_TOTALS, ...tokens }, ...more };
}

/** A profile of one session a day, simulated: four requests of base 1,000, growth 100 and output 50, half of which is kept. */
export function simulated(model: string, shape: Partial<SimulatedUsage> = {}): Profile {
  const small = {
    ...DEFAULT_SIMULATED,
    requests: 4,
    basePromptTokens: 1_000,
    inputGrowthPerRequest: 100,
    outputPerRequest: 50,
    outputKeptShare: 0.5,
    pauseMinutes: 0,
    summaryTokens: 200,
  };
  return { name: "Simulated", sessionsPerDay: 1, mix: only(model), usage: { ...small, ...shape } };
}

/** A scenario of one developer and one working day, so that its month is one session of each profile; tokens as Sonnet 4.6 counts them. */
export function scenarioOf(profiles: readonly Profile[], fields: Partial<Scenario> = {}): Scenario {
  return { ...DEFAULT_SCENARIO, tokensOf: "claude-sonnet-4-6", developers: 1, workingDays: 1, profiles, ...fields };
}

/** The session of a public guide: 45,000 tokens in, 38,000 read from the cache, 13,000 out. */
export const REPRESENTATIVE: Partial<TotalsUsage> = { input: 45_000, cacheRead: 38_000, output: 13_000 };
