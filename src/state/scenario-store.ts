import { createStore, type StoreApi } from "zustand/vanilla";
import { conflicts } from "../scenario/conflicts.ts";
import { DEFAULT_SCENARIO } from "../scenario/defaults.ts";
import type { Problem } from "../scenario/link-pairs.ts";
import type { Scenario } from "../scenario/scenario.ts";

/** What a person has put in; every figure is worked out from it. */
export interface ScenarioState {
  readonly scenario: Scenario;
  /** The last scenario without a conflict: what the figures show while the present one cannot be worked out. */
  readonly shown: Scenario;
  /** Fields whose text cannot be read at the moment, by the id of the field. */
  readonly unread: ReadonlySet<string>;
  /** What the link that was opened left out or changed. */
  readonly linkProblems: readonly Problem[];
  /** The profile (0-based index) that the page shows for editing; not a part of the scenario. */
  readonly inView: number;
  /** Goes up with every step that Back should undo: a preset, a profile more or less, a reset. */
  readonly step: number;
}

export type ScenarioStore = StoreApi<ScenarioState>;

/** The page's one store. */
export const scenarioStore: ScenarioStore = createScenarioStore();

/** A store that holds the default scenario. */
export function createScenarioStore(): ScenarioStore {
  return createStore<ScenarioState>(() => ({
    scenario: DEFAULT_SCENARIO,
    shown: DEFAULT_SCENARIO,
    unread: new Set(),
    linkProblems: [],
    inView: 0,
    step: 0,
  }));
}

/** The state with another scenario in it; `shown` follows where that one can be worked out. */
export function withScenario(state: ScenarioState, scenario: Scenario): ScenarioState {
  if (scenario === state.scenario) return state;
  return {
    ...state,
    scenario,
    shown: conflicts(scenario).length === 0 ? scenario : state.shown,
    inView: Math.min(state.inView, scenario.profiles.length - 1),
  };
}
