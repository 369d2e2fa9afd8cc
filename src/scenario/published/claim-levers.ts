import type { Levers, Scenario } from "../scenario.ts";
import { HAIKU_4_5, OPUS_4_6, SONNET_4_6 } from "./claim-scenarios.ts";

/** A scenario with the compaction lever on, which takes so many percent of every prompt. */
export function compacted(scenario: Scenario, removedPercent: number): Scenario {
  return withLevers(scenario, { compaction: { ...scenario.levers.compaction, on: true, removedPercent } });
}

/** A scenario with the routing lever on: easy work on Haiku 4.5, medium on Sonnet 4.6, the rest on Opus 4.6. */
export function routed(scenario: Scenario, shares: { readonly easyPercent: number; readonly mediumPercent: number }): Scenario {
  const models = { easyModel: HAIKU_4_5, mediumModel: SONNET_4_6, hardModel: OPUS_4_6 };
  return withLevers(scenario, { routing: { ...scenario.levers.routing, on: true, ...models, ...shares } });
}

function withLevers(scenario: Scenario, levers: Partial<Levers>): Scenario {
  return { ...scenario, levers: { ...scenario.levers, ...levers } };
}
