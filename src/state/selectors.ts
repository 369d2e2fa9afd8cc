import { isSame } from "../lib/is-same.ts";
import { memoByObject } from "../lib/memo-by-object.ts";
import { type Conflict, conflicts } from "../scenario/conflicts.ts";
import { type Estimate, estimate } from "../scenario/estimate.ts";
import { presetOf } from "../scenario/presets.ts";
import type { Scenario } from "../scenario/scenario.ts";
import type { ScenarioState } from "./scenario-store.ts";

const estimateOf = memoByObject(estimate);
const conflictsOf = memoByObject(conflicts);

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

/** Whether the scenario still says what the preset it began from says. */
export function selectIsEdited({ scenario }: Pick<ScenarioState, "scenario">): boolean {
  return isEdited(scenario);
}

const isEdited = memoByObject((scenario: Scenario): boolean => {
  const preset = presetOf(scenario).scenario;
  const { priceDate, currency } = preset;
  return scenario !== preset && !isSame({ ...scenario, priceDate, currency }, preset);
});
