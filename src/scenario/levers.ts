import { conflicts } from "./conflicts.ts";
import { eachProfile, eachSimulated, eachTotals } from "./each-profile.ts";
import { apiMonth } from "./estimate.ts";
import { quantise, RANGES } from "./ranges.ts";
import type { Levers, MixShare, Scenario, SimulatedUsage, TotalsUsage } from "./scenario.ts";

export type LeverId = keyof Levers;

/** The order in which levers are pulled: each acts on what those before it have left. */
export const LEVER_ORDER: readonly LeverId[] = ["routing", "caching", "compaction", "clearing", "thinking", "batch", "subagents"];

/** One lever in the waterfall. USD a month, all developers, unrounded. */
export interface LeverStep {
  readonly id: LeverId;
  readonly on: boolean;
  /** The bill before it, with the levers above it that are on. */
  readonly before: number;
  /** The bill after it; equal to `before` where it is off or cannot be pulled. */
  readonly after: number;
  /** What it would save by itself from today's bill, negative where it costs; null where it cannot be pulled. */
  readonly alone: number | null;
  /** Why it cannot be pulled here, in words, or null. */
  readonly conflict: string | null;
}

/** From today's bill to the one with every lever that is on: `today − optimised` is the sum of `before − after`. */
export interface Waterfall {
  readonly today: number;
  readonly optimised: number;
  readonly steps: readonly LeverStep[];
}

/**
 * Pulls the levers of a scenario one after the other, in `LEVER_ORDER`. A lever that would make the scenario contradict itself (a
 * compaction limit that cannot be kept, a model that has no fast mode) is left out and says why.
 *
 * @throws RangeError as `estimate`
 */
export function waterfall(scenario: Scenario): Waterfall {
  const today = apiMonth(scenario);
  let bill = today;
  const steps = chainOf(scenario).map(({ id, pulled }): LeverStep => {
    const alone = pull(id, scenario);
    const before = bill;
    if (pulled?.conflict === null) bill = apiMonth(pulled.scenario);
    const { conflict } = pulled ?? alone;
    const saved = alone.conflict === null ? today - apiMonth(alone.scenario) : null;
    return { id, on: pulled !== null, before, after: bill, alone: saved, conflict };
  });
  return { today, optimised: bill, steps };
}

/** The scenario with every lever pulled that is on and can be; its levers are off. */
export function pullAll(scenario: Scenario): Scenario {
  const kept = chainOf(scenario).at(-1)?.kept ?? scenario;
  const off = Object.fromEntries(LEVER_ORDER.map((id) => [id, { ...scenario.levers[id], on: false }]));
  return { ...kept, levers: { ...kept.levers, ...off } };
}

/**
 * What a router costs by changing the model within sessions instead of between them: every change reads the conversation anew. USD a
 * month, all developers, routing pulled alone; null where it cannot be pulled.
 */
export function reReadingCost(scenario: Scenario): number | null {
  const each = pull("routing", withRouter(scenario, "request"));
  const whole = pull("routing", withRouter(scenario, "session"));
  if (each.conflict !== null || whole.conflict !== null) return null;
  return apiMonth(each.scenario) - apiMonth(whole.scenario);
}

function withRouter(scenario: Scenario, by: Levers["routing"]["by"]): Scenario {
  return { ...scenario, levers: { ...scenario.levers, routing: { ...scenario.levers.routing, by } } };
}

/** A lever in its place among those of a scenario. */
interface LeverInChain {
  readonly id: LeverId;
  /** The lever pulled after those above it; null where it is off. */
  readonly pulled: Pulled | null;
  /** The scenario with the levers that are on and can be pulled, down to this one. */
  readonly kept: Scenario;
}

function chainOf(scenario: Scenario): readonly LeverInChain[] {
  let kept = scenario;
  return LEVER_ORDER.map((id) => {
    const pulled = scenario.levers[id].on ? pull(id, kept) : null;
    if (pulled?.conflict === null) kept = pulled.scenario;
    return { id, pulled, kept };
  });
}

interface Pulled {
  readonly scenario: Scenario;
  /** What contradicts itself in it, in words, or null. */
  readonly conflict: string | null;
}

function pull(id: LeverId, scenario: Scenario): Pulled {
  const pulled = PULLS[id](scenario);
  return { scenario: pulled, conflict: conflicts(pulled)[0]?.reason ?? null };
}

const PULLS: { readonly [id in LeverId]: (scenario: Scenario) => Scenario } = {
  routing: (scenario) => {
    const { by, fee } = scenario.levers.routing;
    const mix = routedMix(scenario.levers.routing);
    const routed = eachProfile(scenario, (profile) => ({ ...profile, mix }));
    return {
      ...eachSimulated(routed, (usage) => ({ ...usage, routing: by })),
      routerFee: quantise(RANGES.routerFee, scenario.routerFee + fee),
    };
  },
  caching: (scenario) =>
    eachSimulated(scenario, (usage) => ({ ...usage, caching: longer(usage.caching, scenario.levers.caching.to) })),
  compaction: (scenario) => {
    const { atTokens, removedPercent } = scenario.levers.compaction;
    const limited = eachSimulated(scenario, (usage) => ({
      ...usage,
      compactAtTokens: Math.min(usage.compactAtTokens ?? Infinity, atTokens),
    }));
    return eachTotals(limited, (usage) => withoutPrompt(usage, removedPercent / 100));
  },
  clearing: (scenario) =>
    eachSimulated(scenario, (usage) => ({
      ...usage,
      clearAfterRequests: Math.min(usage.clearAfterRequests ?? Infinity, scenario.levers.clearing.afterRequests),
    })),
  thinking: (scenario) => {
    const kept = 1 - scenario.levers.thinking.lessPercent / 100;
    const thoughtLess = eachSimulated(scenario, (usage) => withLessThinking(usage, kept));
    return eachTotals(thoughtLess, (usage) => ({ ...usage, output: Math.round(usage.output * kept) }));
  },
  batch: (scenario) => ({ ...scenario, batchPercent: Math.max(scenario.batchPercent, scenario.levers.batch.percent) }),
  subagents: (scenario) =>
    eachSimulated(scenario, ({ subagents, ...usage }) => ({
      ...usage,
      subagents: { ...subagents, model: scenario.levers.subagents.model },
    })),
};

function routedMix({ easyPercent, mediumPercent, easyModel, mediumModel, hardModel }: Levers["routing"]): readonly MixShare[] {
  const shares = new Map<string, number>();
  const hardPercent = 100 - easyPercent - mediumPercent;
  const classes: readonly (readonly [model: string, percent: number])[] = [
    [easyModel, easyPercent],
    [mediumModel, mediumPercent],
    [hardModel, hardPercent],
  ];
  for (const [model, percent] of classes) shares.set(model, (shares.get(model) ?? 0) + percent);
  return [...shares].map(([model, percent]) => ({ model, percent: Number(percent.toFixed(1)), locked: false }));
}

const LIFETIMES: readonly SimulatedUsage["caching"][] = ["off", "5m", "1h"];

function longer(caching: SimulatedUsage["caching"], to: SimulatedUsage["caching"]): SimulatedUsage["caching"] {
  return LIFETIMES.indexOf(to) > LIFETIMES.indexOf(caching) ? to : caching;
}

// Thinking is not sent again, so what stays in the conversation stays as it was, as far as there is output left, on the steps that a link
// holds: the levers must come to the same bill once they are the inputs.
function withLessThinking(usage: SimulatedUsage, kept: number): SimulatedUsage {
  const outputPerRequest = Math.round(usage.outputPerRequest * kept);
  const stays = Math.round(usage.outputKeptShare * usage.outputPerRequest);
  const outputKeptShare = outputPerRequest === 0 ? 0 : quantise(RANGES.outputKeptShare, stays / outputPerRequest);
  const { subagents } = usage;
  const own = { ...subagents, outputPerRequest: Math.round(subagents.outputPerRequest * kept) };
  return { ...usage, outputPerRequest, outputKeptShare, subagents: own };
}

function withoutPrompt(usage: TotalsUsage, share: number): TotalsUsage {
  const less = (tokens: number): number => Math.round(tokens * (1 - share));
  return {
    ...usage,
    input: less(usage.input),
    cacheWrite5m: less(usage.cacheWrite5m),
    cacheWrite1h: less(usage.cacheWrite1h),
    cacheRead: less(usage.cacheRead),
  };
}
