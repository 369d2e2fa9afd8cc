import { memoByObject } from "../lib/memo-by-object.ts";
import { type Conflict, conflicts } from "../scenario/conflicts.ts";
import { type Estimate, estimate } from "../scenario/estimate.ts";
import { serializeScenario } from "../scenario/link.ts";
import { presetOf } from "../scenario/presets.ts";
import type { Scenario } from "../scenario/scenario.ts";
import type { ScenarioState } from "./scenario-store.ts";

const estimateOf = memoByObject(estimate);
const conflictsOf = memoByObject(conflicts);
const linkOf = memoByObject(serializeScenario);

/** Every figure of the scenario that is shown. The same state gives the same object. */
export function selectEstimate({ shown }: Pick<ScenarioState, "shown">): Estimate {
  return estimateOf(shown);
}

/** What in the present scenario contradicts itself. */
export function selectConflicts({ scenario }: Pick<ScenarioState, "scenario">): readonly Conflict[] {
  return conflictsOf(scenario);
}

/** Whether the figures are those of an earlier, readable input. */
export function selectIsStale({ scenario, shown, unread }: Pick<ScenarioState, "scenario" | "shown" | "unread">): boolean {
  return scenario !== shown || unread.size > 0;
}

/** The scenario's link, without the `#`. */
export function selectLink({ scenario }: Pick<ScenarioState, "scenario">): string {
  return linkOf(scenario);
}

/** Whether the scenario still says what the preset it began from says. */
export function selectIsEdited({ scenario }: Pick<ScenarioState, "scenario">): boolean {
  return isEdited(scenario);
}

const isEdited = memoByObject(
  (scenario: Scenario): boolean =>
    scenario !== presetOf(scenario).scenario &&
    linkOf({ ...scenario, priceDate: presetOf(scenario).scenario.priceDate }) !== linkOf(presetOf(scenario).scenario),
);
