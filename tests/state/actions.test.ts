import { beforeEach, describe, expect, it } from "vitest";
import { estimate } from "../../src/scenario/estimate.ts";
import { pullAll, waterfall } from "../../src/scenario/levers.ts";
import { parseScenario } from "../../src/scenario/link.ts";
import {
  addProfile,
  applyLevers,
  changeKind,
  changeLever,
  changeMix,
  changeOwnModel,
  changeScenario,
  changeUsage,
  loadPreset,
  markReadable,
  removeProfile,
  resetToPreset,
  viewProfile,
} from "../../src/state/actions.ts";
import { changeCurrency, compareWithCopy } from "../../src/state/comparison-actions.ts";
import { selectLink } from "../../src/state/link-selector.ts";
import { comparisonOf, createScenarioStore, scenarioStore } from "../../src/state/scenario-store.ts";
import { selectConflicts, selectEstimate, selectIsEdited, selectIsStale } from "../../src/state/selectors.ts";

const state = () => scenarioStore.getState();
const firstUsage = () => state().scenario.profiles[0]?.usage;

beforeEach(() => scenarioStore.setState(createScenarioStore().getState(), true));

describe("figures", () => {
  it("are the same object for the same state, so that nothing is drawn again", () => {
    expect(selectEstimate(state())).toBe(selectEstimate(state()));
    expect(selectConflicts(state())).toBe(selectConflicts(state()));
    markReadable("days", false);
    expect(selectEstimate(state())).toBe(selectEstimate(state()));
  });

  it("stay those of the last scenario that can be worked out, and are marked, while a limit cannot be reached", () => {
    const before = selectEstimate(state());
    // 20,000 base + 5,000 summary + 1,600 growth = 26,600: compaction cannot get below that
    changeUsage(0, { compactAtTokens: 26_599 });
    expect(selectConflicts(state()).map(({ field }) => field)).toEqual(["compactAtTokens"]);
    expect(selectConflicts(state())[0]?.reason).toContain("26,600");
    expect(selectEstimate(state())).toBe(before);
    expect(selectIsStale(state())).toBe(true);
    changeUsage(0, { compactAtTokens: 26_600 });
    expect(selectIsStale(state())).toBe(false);
    expect(selectEstimate(state())).not.toBe(before);
  });

  it("are marked while a field's text cannot be read", () => {
    markReadable("days", false);
    expect(selectIsStale(state())).toBe(true);
    markReadable("days", true);
    expect(selectIsStale(state())).toBe(false);
  });
});

describe("a preset", () => {
  it("is edited once anything differs, and reset takes it back", () => {
    expect(selectIsEdited(state())).toBe(false);
    changeScenario({ developers: 2 });
    expect(selectIsEdited(state())).toBe(true);
    changeScenario({ developers: 1 });
    expect(selectIsEdited(state())).toBe(false);
    changeScenario({ developers: 2 });
    resetToPreset();
    expect(state().scenario.developers).toBe(1);
  });

  it("and a reset keep the currency that is shown, which makes nothing edited", () => {
    const currency = { code: "EUR", perUsd: 0.92 };
    compareWithCopy();
    changeCurrency(currency);
    expect(selectIsEdited(state())).toBe(false);
    loadPreset("team");
    expect(state().scenario).toMatchObject({ currency, developers: 20 });
    expect(selectIsEdited(state())).toBe(false);
    changeScenario({ developers: 21 });
    resetToPreset();
    expect(comparisonOf(state()).scenarios.map(({ currency: { code }, developers }) => [code, developers])).toEqual([
      ["EUR", 1],
      ["EUR", 20],
    ]);
  });

  it("in US dollars is no second step when it is taken up again", () => {
    loadPreset("team");
    const { step } = state();
    loadPreset("team");
    resetToPreset();
    expect(state().step).toBe(step);
  });

  it("forgets unreadable texts and the notice of an opened link, because its fields are new", () => {
    markReadable("days", false);
    scenarioStore.setState({ linkProblems: [{ field: "link", reason: "cut" }] });
    loadPreset("team");
    expect(state().unread.size).toBe(0);
    expect(state().linkProblems).toEqual([]);
    expect(state().scenario.developers).toBe(20);
  });
});

describe("profiles", () => {
  it("come and go, and the one in view stays one that is there", () => {
    addProfile();
    viewProfile(1);
    expect(state().scenario.profiles).toHaveLength(2);
    removeProfile(1);
    expect(state().inView).toBe(0);
    removeProfile(0);
    expect(state().scenario.profiles).toHaveLength(1);
  });

  it("number at most five", () => {
    for (let times = 0; times < 9; times++) addProfile();
    expect(state().scenario.profiles).toHaveLength(5);
  });

  it("cost the same when a simulated session is turned into its totals", () => {
    const before = estimate(state().scenario).perSession;
    changeKind(0, "totals");
    expect(firstUsage()?.kind).toBe("totals");
    expect(estimate(state().scenario).perSession).toBeCloseTo(before, 9);
    changeKind(0, "simulated");
    expect(firstUsage()?.kind).toBe("simulated");
  });
});

describe("an own model", () => {
  it("that is taken out leaves no mix behind that names it", () => {
    const rates = { input: 1, cacheWrite5m: 1, cacheWrite1h: 1, cacheRead: 1, output: 1 };
    changeOwnModel("own-x", { id: "own-x", rates, tokenizer: "from-4.7" });
    changeMix(0, () => [{ model: "own-x", percent: 100, locked: false }]);
    expect(selectLink(state())).toContain("own-x");
    changeOwnModel("own-x", null);
    expect(selectLink(state())).not.toContain("own-x");
    expect(() => estimate(state().scenario)).not.toThrow();
  });
});

describe("levers", () => {
  it("take a change of some of their values and keep the others", () => {
    changeLever("routing", { on: true, easyPercent: 50 });
    changeLever("batch", { percent: 40 });
    expect(state().scenario.levers.routing).toMatchObject({ on: true, easyPercent: 50, mediumPercent: 20, by: "session" });
    expect(state().scenario.levers.batch).toEqual({ on: false, percent: 40 });
  });

  it("become inputs in one step, at the bill that they promised, and are off", () => {
    changeLever("clearing", { on: true });
    changeLever("batch", { on: true });
    const { step, scenario } = state();
    applyLevers(pullAll);
    expect(state().step).toBe(step + 1);
    expect(estimate(state().scenario).perMonth).toBeCloseTo(waterfall(scenario).optimised, 9);
    expect(state().scenario.levers).toMatchObject({ clearing: { on: false, afterRequests: 30 }, batch: { on: false } });
  });

  it("come out on the steps that a link holds", () => {
    // 30 % less of 7,771 is 5,440; the 4,663 that stay are 0.857169… of that
    changeUsage(0, { outputPerRequest: 7_771 });
    changeScenario({ routerFee: 0.8 });
    changeLever("thinking", { on: true });
    changeLever("routing", { on: true, fee: 0.8 });
    applyLevers(pullAll);
    expect(firstUsage()).toMatchObject({ outputPerRequest: 5_440, outputKeptShare: 0.857 });
    expect(state().scenario.routerFee).toBe(1);
    expect(parseScenario(selectLink(state()))).toEqual({ scenario: state().scenario, problems: [] });
  });

  it("are not applied while their shares are above 100 %", () => {
    changeLever("routing", { on: true, easyPercent: 80.1 });
    const before = state();
    applyLevers(pullAll);
    expect(state()).toBe(before);
    changeLever("routing", { easyPercent: 80 });
    applyLevers(pullAll);
    expect(state().step).toBe(before.step + 1);
  });
});
