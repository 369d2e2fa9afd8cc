import fc from "fast-check";
import { expect, it } from "vitest";
import { catalog } from "../../src/rates/catalog.ts";
import { findModel } from "../../src/rates/resolve-model.ts";
import { apiMonth, estimate } from "../../src/scenario/estimate.ts";
import type { Profile, Scenario } from "../../src/scenario/scenario.ts";
import { isSound, OFTEN } from "../lib/damaged.ts";
import { anyScenario } from "./any-scenario.ts";
import { monthByRequests } from "./golden-month.ts";

/** Ways in which a scenario becomes one of more work, or of the same work at a higher price. */
const MORE: readonly ((scenario: Scenario) => Scenario)[] = [
  (scenario) => ({ ...scenario, developers: scenario.developers + 1 }),
  (scenario) => ({ ...scenario, workingDays: scenario.workingDays + 1 }),
  (scenario) => ({ ...scenario, routerFee: scenario.routerFee + 0.001 }),
  (scenario) => ({ ...scenario, discountPercent: scenario.discountPercent / 2 }),
  (scenario) => ({ ...scenario, batchPercent: scenario.batchPercent / 2 }),
  (scenario) => ({ ...scenario, failed: { ...scenario.failed, retriedPercent: scenario.failed.retriedPercent / 2 + 50 } }),
  (scenario) => eachProfile(scenario, (profile) => ({ ...profile, sessionsPerDay: profile.sessionsPerDay + 0.5 })),
  ...(["input", "cacheWrite5m", "cacheWrite1h", "cacheRead", "output", "webSearches"] as const).map(
    (name) => (scenario: Scenario) =>
      eachProfile(scenario, (profile) =>
        profile.usage.kind === "totals" && (profile.usage[name] > 0 || name === "output" || name === "input")
          ? { ...profile, usage: { ...profile.usage, [name]: profile.usage[name] + 1_000 } }
          : profile,
      ),
  ),
];

function eachProfile(scenario: Scenario, change: (profile: Profile) => Profile): Scenario {
  return { ...scenario, profiles: scenario.profiles.map(change) };
}

const UNBATCHED: readonly string[] = catalog.models.flatMap(({ id, batchMultiplier }) => (batchMultiplier === null ? [id] : []));

/**
 * Whether its requests can be priced one by one by the second way: totals of several do not say how they were spread; models of one's own
 * have no searches there, models without batch no part in it, a switch is to another model, and requests go to the model that is cheaper
 * as paid, not at its list price.
 */
function isCountable({ profiles, batchPercent, place, fast, discountPercent }: Scenario): boolean {
  const isAtList = place === "global" && !fast && discountPercent === 0;
  const isBatched = batchPercent === 0 || !UNBATCHED.some((id) => JSON.stringify(profiles).includes(id));
  return (
    isBatched &&
    profiles.some(({ sessionsPerDay }) => sessionsPerDay > 0) &&
    profiles.every((profile) => isPlain(profile, isAtList))
  );
}

function isPlain({ usage, mix }: Profile, isAtList: boolean): boolean {
  if (usage.kind === "simulated" && usage.routing === "request") return isAtList;
  if (usage.kind === "simulated") return mix.every(({ model }) => model !== usage.modelSwitch?.model);
  const isOne = usage.requests === null || usage.requests === 1;
  return isOne && (usage.webSearches === 0 || mix.every(({ model }) => findModel(model) !== null));
}

/** The least number in a value, 0 where none is below it. */
function leastIn(value: unknown): number {
  if (typeof value === "number") return Math.min(0, value);
  if (typeof value !== "object" || value === null) return 0;
  return Object.values(value).reduce<number>((least, part) => Math.min(least, leastIn(part)), 0);
}

/** A micro-dollar; of more than a million dollars, as far as a double tells them apart. */
function isSame(one: number, other: number): boolean {
  return Math.abs(one - other) <= Math.max(1e-6, 1e-12 * Math.abs(one));
}

it("of 10,000 scenarios no figure is none or below 0, kinds of session add up, more is never cheaper, no sessions are free; over a thousand are priced request by request too", () => {
  let tried = 0;
  let counted = 0;
  fc.assert(
    fc.property(anyScenario({ mostRequests: 4, mostProfiles: 2 }), fc.constantFrom(...MORE), (scenario, more) => {
      tried += 1;
      const { plans, comparison, ...figures } = estimate(scenario);
      const { perMonth, perSession } = figures;
      expect(isSound({ plans, comparison, figures }), "each figure is a number").toBe(true);
      expect(leastIn(figures), "none is below 0").toBe(0);

      if (isCountable(scenario)) {
        counted += 1;
        const byRequests = monthByRequests(scenario).perSession;
        expect(isSame(perSession, byRequests), `${perSession} is ${byRequests} by requests`).toBe(true);
      }

      if (scenario.profiles.length > 1) {
        const apart = scenario.profiles.map((profile) => apiMonth({ ...scenario, profiles: [profile] }));
        const sum = apart.reduce((all, one) => all + one, 0);
        expect(isSame(perMonth, sum), `${perMonth} is ${sum} in parts`).toBe(true);
      }

      const dearer = apiMonth(more(scenario));
      expect(dearer >= perMonth || isSame(dearer, perMonth), `${dearer} for more than ${perMonth}`).toBe(true);

      const idle = apiMonth(eachProfile(scenario, (profile) => ({ ...profile, sessionsPerDay: 0 })));
      expect(idle, "no sessions").toBe(0);
    }),
    OFTEN,
  );
  expect(counted).toBeGreaterThan(tried / 20);
});
