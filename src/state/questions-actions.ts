import { type AppLevers, type Questions, questionsOf, withQuestions } from "../scenario/questions.ts";
import { scenarioStore, withScenario } from "./scenario-store.ts";

/** Puts other values into one of the smaller questions. Numbers come in quantised. */
export function changeQuestion<Part extends keyof Questions>(part: Part, change: Partial<Questions[Part]>): void {
  edit((questions) => ({ ...questions, [part]: { ...questions[part], ...change } }));
}

/** Puts other values into a lever of an app. Numbers come in quantised. */
export function changeAppLever<Id extends keyof AppLevers>(id: Id, change: Partial<AppLevers[Id]>): void {
  edit(({ app, ...questions }) => ({ ...questions, app: { ...app, [id]: { ...app[id], ...change } } }));
}

function edit(change: (questions: Questions) => Questions): void {
  scenarioStore.setState((state) => withScenario(state, withQuestions(state.scenario, change(questionsOf(state.scenario)))));
}
