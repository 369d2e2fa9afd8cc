import type { Problem } from "../scenario/link-pairs.ts";
import { selectLink } from "../state/link-selector.ts";
import type { ScenarioState, ScenarioStore } from "../state/scenario-store.ts";
import { selectEstimate } from "../state/selectors.ts";
import type { EmbedMessage, ToldScenario } from "./protocol.ts";

// A change is told when the input has rested so long.
const CHANGE_REST_MILLISECONDS = 250;

const LONGEST_REASON = 500;

/** What the host may know of a scenario: its link and totals. While an input cannot be used, those of the last one that could. */
export function stateOf(state: ScenarioState): ToldScenario {
  const { perSession, perDay, perDeveloperMonth, perMonth, perYear } = selectEstimate(state);
  return {
    link: selectLink({ ...state, scenario: state.shown }),
    totals: { perSession, perDay, perDeveloperMonth, perMonth, perYear },
  };
}

/** Tells the host of changes at their rest, and of links that could not be read whole. */
export function reportChanges(
  store: ScenarioStore,
  post: (message: EmbedMessage) => void,
  after: (milliseconds: number, task: () => void) => () => void,
): void {
  let callOff = () => {};
  store.subscribe((state, before) => {
    if (state.linkProblems !== before.linkProblems) reportProblems(state.linkProblems, post);
    if (state.shown === before.shown) return;
    callOff();
    callOff = after(CHANGE_REST_MILLISECONDS, () => post({ type: "change", ...stateOf(store.getState()) }));
  });
  reportProblems(store.getState().linkProblems, post);
}

function reportProblems(problems: readonly Problem[], post: (message: EmbedMessage) => void): void {
  if (problems.length === 0) return;
  const reason = problems.map((problem) => `${problem.field}: ${problem.reason}`).join("; ");
  post({ type: "error", reason: reason.slice(0, LONGEST_REASON) });
}
