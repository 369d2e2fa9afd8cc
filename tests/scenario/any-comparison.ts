import fc from "fast-check";
import { type Comparison, MOST_COMPARED } from "../../src/scenario/comparison.ts";
import { conflicts } from "../../src/scenario/conflicts.ts";
import type { Profile, Scenario } from "../../src/scenario/scenario.ts";
import { anyScenario } from "./any-scenario.ts";

/** What a person changes between two columns: one input, a habit, a kind of session more or less. */
const anyEdit: fc.Arbitrary<(scenario: Scenario) => Scenario> = fc.oneof(
  fc.integer({ min: 1, max: 500 }).map((developers) => (scenario: Scenario) => ({ ...scenario, developers })),
  fc.integer({ min: 0, max: 40 }).map((off) => (scenario: Scenario) => ({ ...scenario, discountPercent: off / 2 })),
  fc.boolean().map((on) => (scenario: Scenario) => ({
    ...scenario,
    levers: { ...scenario.levers, caching: { ...scenario.levers.caching, on } },
  })),
  fc
    .integer({ min: 0, max: 100 })
    .map((tenths) => (scenario: Scenario) => eachProfile(scenario, (profile) => ({ ...profile, sessionsPerDay: tenths / 10 }))),
  fc
    .constantFrom("One", "Two words")
    .map((name) => (scenario: Scenario) => eachProfile(scenario, (profile) => ({ ...profile, name }))),
  fc.constant((scenario: Scenario) => ({ ...scenario, profiles: scenario.profiles.slice(0, 1) })),
  fc.constant((scenario: Scenario) => ({ ...scenario, profiles: [...scenario.profiles, ...scenario.profiles].slice(0, 5) })),
  fc.constant((scenario: Scenario) => ({ ...scenario, profiles: scenario.profiles.toReversed() })),
  fc.constant((scenario: Scenario) => scenario),
);

function eachProfile(scenario: Scenario, edit: (profile: Profile) => Profile): Scenario {
  return { ...scenario, profiles: scenario.profiles.map(edit) };
}

/** Up to so many scenarios beside each other: each its own, or a few edits away from the first; any of them the baseline or edited. */
export function anyComparison({
  mostRequests = 5_000,
  mostProfiles = 5,
  most = MOST_COMPARED,
}: {
  readonly mostRequests?: number;
  readonly mostProfiles?: number;
  readonly most?: number;
} = {}): fc.Arbitrary<Comparison> {
  const own = anyScenario({ mostRequests, mostProfiles });
  const edits = fc.array(anyEdit, { maxLength: 4 });
  const other = fc.oneof(
    {
      arbitrary: edits.map((list) => (first: Scenario) => list.reduce((scenario, edit) => edit(scenario), first)),
      weight: 2,
    },
    own.map((scenario) => () => scenario),
  );
  return fc
    .tuple(own, fc.array(other, { maxLength: most - 1 }))
    .map(([first, others]) => [first, ...others.map((make) => make(first))])
    .filter((scenarios) => scenarios.every((scenario) => conflicts(scenario).length === 0))
    .chain((scenarios) => {
      const place = fc.nat(scenarios.length - 1);
      return fc.record({ scenarios: fc.constant(scenarios), baseline: place, edited: place });
    });
}
