import { eachSimulated } from "./each-profile.ts";
import { apiMonth } from "./estimate.ts";
import type { Scenario } from "./scenario.ts";

/**
 * The same month of work as a subscription caches it (for an hour) and as an API key does (for 5 minutes), USD, all developers. The
 * difference has two terms: writes are cheaper on the key, and every break of 5 to 60 minutes writes the conversation again.
 */
export interface BillingMode {
  readonly oneHour: number;
  readonly fiveMinutes: number;
  /** What cheaper writes change from `oneHour`: the same tokens at the 5-minute rate; zero or negative. */
  readonly cheaperWrites: number;
  /** What writing the conversation again after breaks adds; `oneHour + cheaperWrites + rewrites` is `fiveMinutes`. */
  readonly rewrites: number;
}

/** Both ways of billing for a scenario; null where nothing is simulated with a cache: totals do not tell their breaks. */
export function billingMode(scenario: Scenario): BillingMode | null {
  const isCached = scenario.profiles.some(({ usage }) => usage.kind === "simulated" && usage.caching !== "off");
  if (!isCached) return null;
  const oneHour = apiMonth(cachedFor(scenario, "1h"));
  const fiveMinutes = apiMonth(cachedFor(scenario, "5m"));
  // Without breaks of minutes a 5-minute cache lives through just what an hour's does: the same tokens, at the other rate.
  const sameTokens = apiMonth(eachSimulated(cachedFor(scenario, "5m"), (usage) => ({ ...usage, pauseMinutes: 0 })));
  return { oneHour, fiveMinutes, cheaperWrites: sameTokens - oneHour, rewrites: fiveMinutes - sameTokens };
}

function cachedFor(scenario: Scenario, caching: "5m" | "1h"): Scenario {
  return eachSimulated(scenario, (usage) => (usage.caching === "off" ? usage : { ...usage, caching }));
}
