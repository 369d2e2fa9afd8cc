import { beforeEach, describe, expect, it } from "vitest";
import { DEFAULT_SCENARIO } from "../../src/scenario/defaults.ts";
import { serializeScenario } from "../../src/scenario/link.ts";
import { PRESETS } from "../../src/scenario/presets.ts";
import { changeScenario, loadPreset } from "../../src/state/actions.ts";
import { beginWith, scenarioStore } from "../../src/state/scenario-store.ts";
import { keepAddressInStep, type LinkBar, openFromAddress } from "../../src/state/url-sync.ts";

/** A window whose time and address the test moves by hand. */
function fakeBar(hash = "") {
  const waiting = new Map<number, () => void>();
  let timers = 0;
  const heard: Record<string, () => void> = {};
  const writes: { how: string; hash: string }[] = [];
  const location = { hash };
  const write = (how: string) => (_: unknown, __: string, url?: string | URL | null) => {
    location.hash = String(url);
    writes.push({ how, hash: location.hash });
  };
  const bar: LinkBar = {
    location,
    history: { pushState: write("push"), replaceState: write("replace") },
    addEventListener: (type, listener) => {
      heard[type] = listener;
    },
    setTimeout: (run) => {
      timers += 1;
      waiting.set(timers, run);
      return timers;
    },
    clearTimeout: (timer) => waiting.delete(timer),
  };
  return {
    bar,
    writes,
    location,
    passHalfASecond: () => {
      const due = [...waiting.values()];
      waiting.clear();
      for (const run of due) run();
    },
    go: (next: string) => {
      location.hash = next;
      heard.popstate?.();
    },
  };
}

beforeEach(() => beginWith(DEFAULT_SCENARIO));

describe("the address", () => {
  it("stays bare until something is changed", () => {
    const { bar, writes, passHalfASecond } = fakeBar();
    keepAddressInStep(scenarioStore, bar);
    passHalfASecond();
    expect(writes).toEqual([]);
  });

  it("is written once for a hundred changes without a rest of half a second, with the last of them", () => {
    const { bar, writes, passHalfASecond } = fakeBar();
    keepAddressInStep(scenarioStore, bar);
    for (let developers = 2; developers <= 101; developers++) changeScenario({ developers });
    expect(writes).toEqual([]);
    passHalfASecond();
    expect(writes).toEqual([{ how: "replace", hash: `#${serializeScenario(scenarioStore.getState().scenario)}` }]);
    expect(writes[0]?.hash).toContain("dev=101");
  });

  it("gets an entry of its own for a preset, and what stood before it is kept for Back", () => {
    const { bar, writes } = fakeBar();
    keepAddressInStep(scenarioStore, bar);
    changeScenario({ developers: 7 });
    loadPreset("light");
    expect(writes.map(({ how }) => how)).toEqual(["replace", "push"]);
    expect(writes[0]?.hash).toContain("dev=7");
    expect(writes[1]?.hash).toContain("p=light");
  });

  it("is opened when Back changes it, and not written again for that", () => {
    const { bar, writes, go, passHalfASecond } = fakeBar();
    keepAddressInStep(scenarioStore, bar);
    go("#v=1&pd=2026-11-20&dev=25&z=3");
    expect(scenarioStore.getState().scenario.developers).toBe(25);
    expect(scenarioStore.getState().linkProblems).toEqual([]);
    passHalfASecond();
    expect(writes).toEqual([]);
  });

  it("survives a host that forbids history", () => {
    const { bar, passHalfASecond } = fakeBar();
    const forbidden = (): never => {
      throw new DOMException("no", "SecurityError");
    };
    keepAddressInStep(scenarioStore, { ...bar, history: { pushState: forbidden, replaceState: forbidden } });
    changeScenario({ developers: 3 });
    passHalfASecond();
    expect(scenarioStore.getState().scenario.developers).toBe(3);
  });

  it("that was cut short is opened with its problem named", () => {
    openFromAddress({ location: { hash: "#v=1&pd=2026-11-20&dev=25" } });
    expect(scenarioStore.getState().scenario.developers).toBe(25);
    expect(scenarioStore.getState().linkProblems).toHaveLength(1);
    expect(scenarioStore.getState().linkProblems[0]?.field).toBe("link");
  });

  it("without a fragment is the first preset", () => {
    openFromAddress({ location: { hash: "" } });
    expect(scenarioStore.getState().scenario).toBe(PRESETS[0]?.scenario);
  });

  it("without a fragment is the preset that the page was drawn with, also when Back takes the fragment away", () => {
    const team = PRESETS.find(({ id }) => id === "team")?.scenario ?? DEFAULT_SCENARIO;
    beginWith(team);
    const { bar, writes, go, passHalfASecond } = fakeBar();
    keepAddressInStep(scenarioStore, bar);
    passHalfASecond();
    expect(writes).toEqual([]);
    loadPreset("light");
    expect(writes.map(({ how }) => how)).toEqual(["push"]);
    go("");
    expect(scenarioStore.getState().scenario).toBe(team);
  });
});
