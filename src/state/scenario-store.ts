import { createStore, type StoreApi } from "zustand/vanilla";
import { alone, type Comparison, editedOf } from "../scenario/comparison.ts";
import { conflicts } from "../scenario/conflicts.ts";
import { DEFAULT_SCENARIO } from "../scenario/defaults.ts";
import type { Problem } from "../scenario/link-pairs.ts";
import type { Scenario } from "../scenario/scenario.ts";

/** What an opened link stood in: the address, this browser's storage, or a file. */
export type LinkFrom = "link" | "saved scenario" | "file";

/** What a person has put in; every figure is worked out from it. */
export interface ScenarioState {
  readonly scenario: Scenario;
  /** The scenarios beside it, in their order; none while nothing is compared. */
  readonly others: readonly Scenario[];
  /** Its place (0-based) among them. */
  readonly edited: number;
  /** The place (0-based) of the one that the others are measured against. */
  readonly baseline: number;
  /** The last scenario without a conflict: what the figures show while the present one cannot be worked out. */
  readonly shown: Scenario;
  /** Fields whose text cannot be read at the moment, by the id of the field. */
  readonly unread: ReadonlySet<string>;
  /** What the link that was opened left out or changed. */
  readonly linkProblems: readonly Problem[];
  /** What that link was read out of. */
  readonly linkFrom: LinkFrom;
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
    ...comparedParts(alone(DEFAULT_SCENARIO)),
    shown: DEFAULT_SCENARIO,
    unread: new Set(),
    linkProblems: [],
    linkFrom: "link",
    inView: 0,
    step: 0,
  }));
}

/** Lets the page's store begin with another scenario: the one that the page was drawn with. Before anything is drawn from it. */
export function beginWith(scenario: Scenario): void {
  const state = { ...createScenarioStore().getState(), scenario, shown: scenario };
  scenarioStore.setState(state, true);
  // What React takes a drawn page over with; were it the default, it would be told of a difference.
  scenarioStore.getInitialState = () => state;
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

/** The state with another comparison in it, of which it goes on as {@link withScenario} does. */
export function withComparison(state: ScenarioState, comparison: Comparison): ScenarioState {
  const { scenario, ...beside } = comparedParts(comparison);
  return { ...withScenario(state, scenario), ...beside };
}

/** The scenario being edited and those beside it, as a link holds them. */
export function comparisonOf({ scenario, others, edited, baseline }: ComparedParts): Comparison {
  return { scenarios: others.toSpliced(edited, 0, scenario), baseline, edited };
}

/** Whether two states are of the same scenarios, by their objects. */
export function holdsSame(one: ComparedParts, other: ComparedParts): boolean {
  return (
    one.scenario === other.scenario &&
    one.others === other.others &&
    one.edited === other.edited &&
    one.baseline === other.baseline
  );
}

/** What of the state is a comparison. */
export type ComparedParts = Pick<ScenarioState, "scenario" | "others" | "edited" | "baseline">;

function comparedParts(comparison: Comparison): ComparedParts {
  const { scenarios, baseline, edited } = comparison;
  return { scenario: editedOf(comparison), others: scenarios.toSpliced(edited, 1), edited, baseline };
}
