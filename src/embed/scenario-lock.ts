import { isSame } from "../lib/is-same.ts";
import type { EmbedLock } from "../scenario/embed-snippet.ts";
import type { Profile, Scenario } from "../scenario/scenario.ts";
import type { ScenarioStore } from "../state/scenario-store.ts";

/** Holds groups of inputs as they are, whatever a person presses. */
export interface ScenarioLock {
  /** Runs what may change them all the same: the host's own links. */
  readonly open: (change: () => void) => void;
}

/**
 * Takes every change back that would touch a locked group, as a whole: half a preset is no preset. It holds for each control that there is,
 * "Make these my inputs" and "Add a kind of session" among them.
 *
 * @param refused told when a change was taken back
 */
export function lockScenario(store: ScenarioStore, locked: readonly EmbedLock[], refused: () => void): ScenarioLock {
  let isOpen = locked.length === 0;
  const open = (change: () => void): void => {
    const wasOpen = isOpen;
    isOpen = true;
    try {
      change();
    } finally {
      isOpen = wasOpen;
    }
  };
  store.subscribe(({ scenario }, before) => {
    if (isOpen || scenario === before.scenario) return;
    if (locked.every((group) => isSame(PARTS[group](scenario), PARTS[group](before.scenario)))) return;
    open(() => store.setState(before, true));
    refused();
  });
  return { open };
}

const PARTS: { readonly [group in EmbedLock]: (scenario: Scenario) => unknown } = {
  preset: ({ preset }) => preset,
  work: ({ workingDays, developers }) => [workingDays, developers],
  session: ({ profiles }) => profiles.map(({ name, sessionsPerDay, usage }) => [name, sessionsPerDay, sizesOf(usage)]),
  models: ({ profiles }) => profiles.map(({ mix }) => mix.map(({ model, percent }) => [model, percent])),
  assumptions: ({ profiles }) => profiles.map(({ usage }) => assumedOf(usage)),
  terms: (scenario) => {
    const { work, place, fast, batchPercent, routerFee, discountPercent, failed, ownModels } = scenario;
    const { tokensOf, tokenizerFactor, dayBasis } = scenario;
    return [work, place, fast, batchPercent, routerFee, discountPercent, failed, ownModels, tokensOf, tokenizerFactor, dayBasis];
  },
  limits: ({ limitRule, overflow, planBilling, ownLimits }) => [limitRule, overflow, planBilling, ownLimits],
  levers: ({ levers }) => levers,
};

function sizesOf(usage: Profile["usage"]): unknown {
  if (usage.kind === "totals") return usage;
  const { kind, requests, inputGrowthPerRequest, outputPerRequest } = usage;
  return [kind, requests, inputGrowthPerRequest, outputPerRequest];
}

function assumedOf(usage: Profile["usage"]): unknown {
  if (usage.kind === "totals") return null;
  const { requests: _, inputGrowthPerRequest: __, outputPerRequest: ___, ...assumed } = usage;
  return assumed;
}
