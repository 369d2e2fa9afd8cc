import { beforeEach, describe, expect, it } from "vitest";
import { DEFAULT_SCENARIO } from "../../src/scenario/defaults.ts";
import { DEFAULT_QUESTIONS, questionsOf } from "../../src/scenario/questions.ts";
import { changeScenario, loadPreset, resetToPreset } from "../../src/state/actions.ts";
import { compareWithCopy, editCompared } from "../../src/state/comparison-actions.ts";
import { selectLink } from "../../src/state/link-selector.ts";
import { changeAppLever, changeQuestion } from "../../src/state/questions-actions.ts";
import { createScenarioStore, scenarioStore } from "../../src/state/scenario-store.ts";
import { selectEstimate, selectIsEdited } from "../../src/state/selectors.ts";
import { keepUndo } from "../../src/state/undo.ts";

const state = () => scenarioStore.getState();
const asked = () => questionsOf(state().scenario);

beforeEach(() => scenarioStore.setState(createScenarioStore().getState(), true));

describe("a smaller question", () => {
  it("changes by itself, and what is shown follows", () => {
    changeQuestion("call", { promptTokens: 12_000 });
    changeQuestion("call", { batch: true });
    expect(asked()).toEqual({ ...DEFAULT_QUESTIONS, call: { ...DEFAULT_QUESTIONS.call, promptTokens: 12_000, batch: true } });
    expect(state().shown).toBe(state().scenario);
  });

  it("moves no figure of the scenario", () => {
    const before = selectEstimate(state());
    changeQuestion("hardware", { pricePerHour: 4 });
    expect(selectEstimate(state())).toEqual(before);
  });

  it("is left out again once it asks what it asked at first", () => {
    changeQuestion("vendors", { tokensPercent: 120 });
    expect(Object.hasOwn(state().scenario, "questions")).toBe(true);
    changeQuestion("vendors", { tokensPercent: 100 });
    expect(state().scenario).toEqual(DEFAULT_SCENARIO);
    expect(Object.hasOwn(state().scenario, "questions")).toBe(false);
    expect(selectIsEdited(state())).toBe(false);
  });

  it("stands in the link", () => {
    changeQuestion("vendors", { tokensPercent: 120 });
    expect(selectLink(state())).toContain("qv=120");
  });

  it("goes with a preset, as every other input does", () => {
    changeQuestion("vendors", { tokensPercent: 120 });
    loadPreset("light");
    expect(asked()).toEqual(DEFAULT_QUESTIONS);
    changeQuestion("vendors", { tokensPercent: 120 });
    resetToPreset();
    expect(asked()).toEqual(DEFAULT_QUESTIONS);
  });

  it("stays when another input changes", () => {
    changeQuestion("vendors", { tokensPercent: 120 });
    changeScenario({ developers: 2 });
    expect(asked().vendors).toEqual({ tokensPercent: 120 });
  });

  it("is each compared scenario's own", () => {
    changeQuestion("call", { callsPerMonth: 500 });
    compareWithCopy();
    expect(asked().call.callsPerMonth).toBe(500);
    changeQuestion("call", { callsPerMonth: 10_000 });
    editCompared(0);
    expect(asked().call.callsPerMonth).toBe(500);
    expect(selectLink(state())).toContain("&b.qc=2000_500_0_0_0_10000_s5.5&");
  });
});

describe("a lever of an app", () => {
  it("changes by itself: its switch, and its strength beside the others", () => {
    changeAppLever("prefix", { on: true });
    changeAppLever("prefix", { tokens: 900 });
    changeAppLever("batch", { percent: 12.5 });
    const { app } = DEFAULT_QUESTIONS;
    expect(asked().app).toEqual({
      ...app,
      prefix: { ...app.prefix, on: true, tokens: 900 },
      batch: { on: false, percent: 12.5 },
    });
  });
});

describe("undo", () => {
  it("takes a question back as a step of its own, and makes it again", () => {
    let clock = 0;
    const history = keepUndo({ store: scenarioStore, now: () => clock });
    changeQuestion("call", { promptTokens: 3_000 });
    clock += 500;
    changeQuestion("call", { promptTokens: 30_000 });
    clock += 501;
    changeAppLever("trimming", { on: true });
    history.undo();
    expect(asked().app.trimming.on).toBe(false);
    expect(asked().call.promptTokens).toBe(30_000);
    // The burst of typing is one step.
    history.undo();
    expect(state().scenario).toEqual(DEFAULT_SCENARIO);
    history.redo();
    expect(asked().call.promptTokens).toBe(30_000);
  });
});
