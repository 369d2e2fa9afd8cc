import { memoByObject } from "../lib/memo-by-object.ts";
import { serializeScenario } from "../scenario/link.ts";
import type { ScenarioState } from "./scenario-store.ts";

const linkOf = memoByObject(serializeScenario);

/** The scenario's link, without the `#`. Apart from the other selectors, so that the code of links can come after the first paint. */
export function selectLink({ scenario }: Pick<ScenarioState, "scenario">): string {
  return linkOf(scenario);
}
