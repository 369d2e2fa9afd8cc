import { beforeEach, describe, expect, it } from "vitest";
import { DEFAULT_SCENARIO } from "../../src/scenario/defaults.ts";
import { pullAll } from "../../src/scenario/levers.ts";
import {
  addProfile,
  applyLevers,
  changeLever,
  changeScenario,
  loadPreset,
  removeProfile,
  resetToPreset,
  viewProfile,
} from "../../src/state/actions.ts";
import { compareWithCopy, measureAgainst, removeCompared } from "../../src/state/comparison-actions.ts";
import { createScenarioStore, scenarioStore } from "../../src/state/scenario-store.ts";
import { keepUndo, MOST_STEPS } from "../../src/state/undo.ts";

const developers = () => scenarioStore.getState().scenario.developers;

/** A history whose clock the test moves by hand. */
function atZero() {
  let clock = 0;
  const history = keepUndo({ store: scenarioStore, now: () => clock });
  return {
    ...history,
    pass: (milliseconds: number) => {
      clock += milliseconds;
    },
    steps: () => history.store.getState().past.length,
  };
}

/** So many changes, each a step of its own. */
function takeSteps({ pass }: { readonly pass: (milliseconds: number) => void }, count: number): void {
  for (let step = 1; step <= count; step++) {
    pass(501);
    changeScenario({ developers: step + 1 });
  }
}

beforeEach(() => scenarioStore.setState(createScenarioStore().getState(), true));

describe("a burst of typing", () => {
  it("is one step while its changes are at most 500 ms apart, and two when they are 501 ms apart", () => {
    const history = atZero();
    changeScenario({ developers: 2 });
    history.pass(499);
    changeScenario({ developers: 25 });
    history.pass(500);
    changeScenario({ developers: 250 });
    expect(history.steps()).toBe(1);
    history.pass(501);
    changeScenario({ developers: 7 });
    expect(history.steps()).toBe(2);
    history.undo();
    expect(developers()).toBe(250);
    history.undo();
    expect(developers()).toBe(1);
  });
});

describe("a drag", () => {
  it("is one step however long it takes, and none of what was typed just before it", () => {
    const history = atZero();
    changeScenario({ developers: 2 });
    history.pass(100);
    history.press();
    for (const next of [3, 4, 5, 6]) {
      changeScenario({ developers: next });
      history.pass(2_000);
    }
    history.release();
    expect(history.steps()).toBe(2);
    history.undo();
    expect(developers()).toBe(2);
    history.redo();
    expect(developers()).toBe(6);
  });

  it("that ends where it began is passed over: one press takes back what can be seen", () => {
    const history = atZero();
    changeScenario({ developers: 9 });
    history.pass(1_000);
    history.press();
    changeScenario({ developers: 10 });
    changeScenario({ developers: 9 });
    history.release();
    expect(history.undo()).toBe(true);
    expect(developers()).toBe(1);
  });
});

describe("steps", () => {
  it("go back at least fifty times, and forth as often", () => {
    const history = atZero();
    takeSteps(history, 50);
    for (let step = 0; step < 50; step++) expect(history.undo()).toBe(true);
    expect(scenarioStore.getState().scenario).toEqual(DEFAULT_SCENARIO);
    expect(history.undo()).toBe(false);
    for (let step = 0; step < 50; step++) expect(history.redo()).toBe(true);
    expect(developers()).toBe(51);
    expect(history.redo()).toBe(false);
  });

  it("are kept up to a hundred; of 101 the oldest is forgotten", () => {
    const history = atZero();
    takeSteps(history, MOST_STEPS);
    expect(history.steps()).toBe(100);
    takeSteps(history, 1);
    expect(history.steps()).toBe(100);
    for (let step = 0; step < 100; step++) history.undo();
    // The first change, to 2 developers, can no longer be taken back.
    expect(developers()).toBe(2);
  });

  it("that were taken back are gone after another change", () => {
    const history = atZero();
    takeSteps(history, 2);
    history.undo();
    history.pass(10);
    changeScenario({ developers: 77 });
    expect(history.redo()).toBe(false);
    history.undo();
    expect(developers()).toBe(2);
  });

  it("of their own are presets, resets, kinds of session, levers made inputs and comparisons, even within one press", () => {
    const history = atZero();
    changeLever("caching", { on: true });
    const acts = [
      () => loadPreset("team"),
      () => changeScenario({ developers: 3 }),
      resetToPreset,
      addProfile,
      () => removeProfile(1),
      () => changeLever("caching", { on: true }),
      () => applyLevers(pullAll),
      compareWithCopy,
      () => measureAgainst(1),
      () => removeCompared(0),
    ];
    const seen = acts.map((act) => {
      const before = scenarioStore.getState();
      act();
      return before;
    });
    expect(history.steps()).toBe(1 + acts.length);
    for (const { scenario, others, baseline } of seen.toReversed()) {
      history.undo();
      expect(scenarioStore.getState()).toMatchObject({ scenario, others, baseline });
    }
  });

  it("show the kind of session that the change was made in", () => {
    const history = atZero();
    addProfile();
    viewProfile(1);
    history.pass(1_000);
    changeScenario({ workingDays: 20 });
    viewProfile(0);
    history.undo();
    expect(scenarioStore.getState().inView).toBe(1);
  });

  it("begin anew with what the page opened with", () => {
    const history = atZero();
    changeScenario({ developers: 25 });
    history.beginFrom(scenarioStore.getState());
    expect(history.undo()).toBe(false);
    expect(developers()).toBe(25);
  });

  it("begin with what was changed before a history was kept, and with what still moves then", () => {
    const drawn = scenarioStore.getState();
    changeScenario({ developers: 25 });
    const history = atZero();
    history.beginFrom(drawn);
    expect(history.steps()).toBe(1);
    history.pass(500);
    changeScenario({ developers: 26 });
    expect(history.steps()).toBe(1);
    history.pass(501);
    changeScenario({ developers: 27 });
    expect(history.steps()).toBe(2);
    history.undo();
    expect(developers()).toBe(26);
    history.undo();
    expect(developers()).toBe(1);
    expect(history.undo()).toBe(false);
  });
});
