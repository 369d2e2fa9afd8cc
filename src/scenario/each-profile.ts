import type { Profile, Scenario, SimulatedUsage, TotalsUsage } from "./scenario.ts";

/** A scenario with every profile changed. */
export function eachProfile(scenario: Scenario, change: (profile: Profile) => Profile): Scenario {
  return { ...scenario, profiles: scenario.profiles.map(change) };
}

/** A scenario with the session of every simulated profile changed; those by totals stay. */
export function eachSimulated(scenario: Scenario, change: (usage: SimulatedUsage) => SimulatedUsage): Scenario {
  return eachProfile(scenario, (profile) =>
    profile.usage.kind === "simulated" ? { ...profile, usage: change(profile.usage) } : profile,
  );
}

/** A scenario with the session of every profile by totals changed; simulated ones stay. */
export function eachTotals(scenario: Scenario, change: (usage: TotalsUsage) => TotalsUsage): Scenario {
  return eachProfile(scenario, (profile) =>
    profile.usage.kind === "totals" ? { ...profile, usage: change(profile.usage) } : profile,
  );
}
