import { useStore } from "zustand/react";
import { type ScenarioState, scenarioStore } from "./scenario-store.ts";

/** What a view reads from the store; it is drawn again only when the selected value changes. */
export function useScenario<Selected>(select: (state: ScenarioState) => Selected): Selected {
  return useStore(scenarioStore, select);
}
