import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isName } from "../../src/scenario/profile-name.ts";
import { changeScenario } from "../../src/state/actions.ts";
import { selectLink } from "../../src/state/link-selector.ts";
import { savedInput } from "../../src/state/saved-input.ts";
import { readKept, SAVED_KEYS, type SavedStorage, savedScenarios } from "../../src/state/saved-scenarios.ts";
import { createScenarioStore, scenarioStore } from "../../src/state/scenario-store.ts";
import { damaged, isPolluted, OFTEN } from "../lib/damaged.ts";
import { faultsOf } from "../scenario/sound-comparison.ts";

const LINK = "v=1&pd=2026-10-06&dev=25&geo=us&s=4&as=Big_job&mix=o5.5_60.5l~s5.5_39.5&n=120&at=200000&z=9";
const LAST = JSON.stringify({ version: 1, link: LINK });
const KEPT = { link: LINK, savedOn: "2026-11-20" };
const LIST = JSON.stringify({
  version: 1,
  named: [
    { name: "Team A", ...KEPT },
    { name: "B", ...KEPT },
  ],
  beforeLink: KEPT,
});

/** A storage in memory, with what may throw instead. */
function storage(content: Readonly<Record<string, string>>, refuses: Partial<Record<keyof SavedStorage, Error>> = {}) {
  const kept = new Map(Object.entries(content));
  const unless = <Result>(how: keyof SavedStorage, run: () => Result): Result => {
    const error = refuses[how];
    if (error) throw error;
    return run();
  };
  const place: SavedStorage = {
    getItem: (key) => unless("getItem", () => kept.get(key) ?? null),
    setItem: (key, text) => unless("setItem", () => void kept.set(key, text)),
    removeItem: (key) => unless("removeItem", () => void kept.delete(key)),
  };
  return { kept, open: () => place };
}

describe("R6: whatever a browser has kept", () => {
  it("of 10,000 damaged texts none throws, opens half or is written over while it cannot be read", () => {
    const counts = { read: 0, refused: 0 };
    fc.assert(
      fc.property(damaged([LAST, LAST, LIST]), (text) => {
        const { kept, open } = storage({ [SAVED_KEYS.last]: text, [SAVED_KEYS.named]: text });
        const saved = savedScenarios(open);
        const [last, list] = [saved.readLast(), saved.readList()];
        const { named, beforeLink } = list.value;
        const links = [...named, ...(beforeLink ? [beforeLink] : [])];
        const isWhole = links.every(({ link, savedOn }) => link.startsWith("v=") && /^\d{4}-\d\d-\d\d$/.test(savedOn));
        if (!isWhole || !named.every(({ name }) => isName(name))) expect.fail(text);
        counts[last.failure === null ? "read" : "refused"] += 1;
        const read = last.value === null ? null : readKept(last.value);
        const faults = read === null ? [] : faultsOf(read.comparison);
        if (faults.length > 0) expect(faults).toEqual([]);
        const failures = [saved.writeLast(LINK), saved.changeList((before) => before).failure];
        if (failures[0] !== last.failure || failures[1] !== list.failure) expect.fail(text);
        if (last.failure !== null && kept.get(SAVED_KEYS.last) !== text) expect.fail(text);
        if (list.failure !== null && kept.get(SAVED_KEYS.named) !== text) expect.fail(text);
      }),
      OFTEN,
    );
    expect(Math.min(counts.read, counts.refused)).toBeGreaterThan(100);
    expect(isPolluted()).toBe(false);
  });
});

describe("R5: a page whose storage cannot be used", () => {
  const full = (name: string): Error => Object.assign(new Error("no room"), { name });
  const SECURITY = new DOMException("no", "SecurityError");

  it.each([
    ["forbids every look at it", {}, { getItem: SECURITY, setItem: SECURITY, removeItem: SECURITY }, "blocked"],
    ["takes nothing", {}, { setItem: new DOMException("no", "InvalidStateError") }, "blocked"],
    ["is full", {}, { setItem: new DOMException("no", "QuotaExceededError") }, "full"],
    ["is full in older WebKit", {}, { setItem: full("QUOTA_EXCEEDED_ERR") }, "full"],
    ["holds what is no JSON", { [SAVED_KEYS.last]: "{" }, {}, "unreadable"],
    ["holds an older version than the first", { [SAVED_KEYS.last]: LAST.replace(":1", ":0") }, {}, "unreadable"],
    ["holds what a newer version wrote", { [SAVED_KEYS.last]: LAST.replace(":1", ":2") }, {}, "newer"],
    ["holds a link of a newer version", { [SAVED_KEYS.last]: LAST.replace("v=1", "v=2") }, {}, "newer"],
  ] as const)("that %s starts, goes on, says so once and leaves what lies there", (_how, content, refuses, failure) => {
    scenarioStore.setState(createScenarioStore().getState(), true);
    const { kept, open } = storage(content, refuses);
    const due: (() => void)[] = [];
    const page = savedInput({
      store: scenarioStore,
      saved: savedScenarios(open),
      today: () => "2026-11-21",
      setTimeout: (run) => due.push(run),
      clearTimeout: () => {},
    });
    let told = 0;
    page.store.subscribe((state, before) => {
      if (state.told !== null && before.told === null) told += 1;
    });
    page.resume();
    page.keep(scenarioStore.getState());
    for (const developers of [25, 26, 27]) {
      changeScenario({ developers });
      due.at(-1)?.();
    }
    expect(selectLink(scenarioStore.getState())).toBe("v=1&pd=2026-11-20&dev=27&z=3");
    expect(page.store.getState()).toMatchObject({ failure, told: failure });
    page.putAway("told");
    changeScenario({ developers: 28 });
    due.at(-1)?.();
    expect(told).toBe(1);
    expect(Object.fromEntries(kept)).toEqual(content);
  });
});
