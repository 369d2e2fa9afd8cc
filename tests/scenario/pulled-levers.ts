import { DEFAULT_LEVERS } from "../../src/scenario/defaults.ts";
import { type LeverId, waterfall } from "../../src/scenario/levers.ts";
import type { Levers, Profile, Scenario, SimulatedUsage } from "../../src/scenario/scenario.ts";
import { byTotals, REPRESENTATIVE, scenarioOf, simulated } from "./made-scenario.ts";

export const SONNET = "claude-sonnet-4-6";
export const HAIKU = "claude-haiku-4-5-20251001";

export type Changes = { readonly [id in LeverId]?: Partial<Omit<Levers[id], "on">> };

/** The levers that are named are on, as strong as said. */
function leversWith(changes: Changes): Levers {
  const pulled = Object.entries(changes).map(([id, change]) => [id, { ...DEFAULT_LEVERS[id as LeverId], ...change, on: true }]);
  return { ...DEFAULT_LEVERS, ...Object.fromEntries(pulled) };
}

/** Sonnet 4.6 in millionths of a dollar a token: input 3, write 3.75 and 6, read 0.3, output 15. */
export function scenarioWith(
  changes: Changes,
  { profile = simulated(SONNET), ...fields }: Partial<Scenario> & { profile?: Profile } = {},
) {
  return scenarioOf([profile], { ...fields, levers: leversWith(changes) });
}

/** Routing with half of the work on Haiku 4.5 (1, 1.25, 2, 0.1, 5: a third of Sonnet), half on Sonnet 4.6. */
export const HALVES = {
  easyPercent: 50,
  mediumPercent: 50,
  easyModel: HAIKU,
  mediumModel: SONNET,
  hardModel: SONNET,
  by: "session",
} as const;

export const stepOf = (scenario: Scenario, id: LeverId) => {
  const step = waterfall(scenario).steps.find((candidate) => candidate.id === id);
  if (!step) throw new Error(`no step for ${id}`);
  return step;
};

/** The session that every sum here is of, on Sonnet 4.6: see `simulated`. */
export const sonnet = (shape: Partial<SimulatedUsage>) => simulated(SONNET, shape);

/** Nothing is known of its conversation. */
export const TOTALS = byTotals(SONNET, REPRESENTATIVE);

/**
 * The bill of `sonnet({})` in millionths of a dollar. Prompts 1,100, 1,225, 1,350 and 1,475; cached for 5 minutes
 * 1,475 × 3.75 + 3,675 × 0.3 + 200 × 15 = 5,531.25 + 1,102.5 + 3,000.
 */
export const TODAY = 9_633.75;
