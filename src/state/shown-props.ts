import type { ScenarioState } from "./scenario-store.ts";

/**
 * What the panels under the answer draw: a state that may lag behind the input. They get it as a property instead of reading the store,
 * so that the answer never waits for them; the same state must give the same drawing.
 */
export interface ShownProps {
  readonly state: ScenarioState;
}
