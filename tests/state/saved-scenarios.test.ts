import { beforeEach, describe, expect, it } from "vitest";
import { parseComparison } from "../../src/scenario/link.ts";
import { changeScenario, openLink } from "../../src/state/actions.ts";
import { selectLink } from "../../src/state/link-selector.ts";
import { openSaved, savedInput, startAfresh } from "../../src/state/saved-input.ts";
import { readKept, SAVED_KEYS, type SavedStorage, savedScenarios } from "../../src/state/saved-scenarios.ts";
import { createScenarioStore, scenarioStore } from "../../src/state/scenario-store.ts";

const MINE = "v=1&pd=2026-11-20&dev=25&z=3";
const THEIRS = "v=1&pd=2026-11-20&dev=3&z=3";
const LAST_OF_MINE = JSON.stringify({ version: 1, link: MINE });

/** A storage in memory that throws where it is told to. */
function storage(content: Record<string, string> = {}) {
  const kept = new Map(Object.entries(content));
  const refuses: { read?: Error; write?: Error } = {};
  const open = (): SavedStorage => {
    if (refuses.read) throw refuses.read;
    return {
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, text) => {
        if (refuses.write) throw refuses.write;
        kept.set(key, text);
      },
      removeItem: (key) => kept.delete(key),
    };
  };
  return { kept, refuses, open };
}

/** A page over a storage, whose rest the test lets pass by hand. */
function pageOver({ open }: Pick<ReturnType<typeof storage>, "open">) {
  let due: (() => void) | null = null;
  let writes = 0;
  const input = savedInput({
    store: scenarioStore,
    saved: savedScenarios(open),
    today: () => "2026-11-21",
    setTimeout: (run) => {
      due = run;
      writes += 1;
      return writes;
    },
    clearTimeout: () => {
      due = null;
    },
  });
  return {
    ...input,
    rest: () => {
      const run = due;
      due = null;
      run?.();
    },
  };
}

const link = () => selectLink(scenarioStore.getState());

beforeEach(() => scenarioStore.setState(createScenarioStore().getState(), true));

describe("the storage", () => {
  it("gives back what was put in, under keys that name their version", () => {
    const { kept, open } = storage();
    const saved = savedScenarios(open);
    expect(saved.writeLast(MINE)).toBeNull();
    expect(saved.readLast()).toEqual({ value: MINE, failure: null });
    const list = { named: [{ name: "Team A", savedOn: "2026-11-21", link: MINE }], beforeLink: null };
    expect(saved.changeList(() => list)).toEqual({ value: list, failure: null });
    expect(saved.readList()).toEqual({ value: list, failure: null });
    expect([...kept.keys()]).toEqual(["claude-code-cost/1/last", "claude-code-cost/1/named"]);
    expect(saved.probe()).toBeNull();
    expect(kept.size).toBe(2);
  });

  it.each([
    ["throws already when asked for", { read: new DOMException("no", "SecurityError") }, "blocked"],
    ["throws when written to", { write: new DOMException("no", "InvalidStateError") }, "blocked"],
    ["is full", { write: new DOMException("no", "QuotaExceededError") }, "full"],
    ["is full in older Firefox", { write: new DOMException("no", "NS_ERROR_DOM_QUOTA_REACHED") }, "full"],
  ] as const)("that %s says so, and throws nowhere", (_, refuses, failure) => {
    const place = storage();
    Object.assign(place.refuses, refuses);
    const saved = savedScenarios(place.open);
    expect(saved.probe()).toBe(failure);
    expect(saved.writeLast(MINE)).toBe(failure);
    expect(saved.changeList((list) => ({ ...list, beforeLink: { link: MINE, savedOn: "2026-11-21" } }))).toEqual({
      value: { named: [], beforeLink: null },
      failure,
    });
  });

  it.each([
    ["no JSON", "{", "unreadable"],
    ["JSON null", "null", "unreadable"],
    ["a list", "[]", "unreadable"],
    ["no version", JSON.stringify({ link: MINE }), "unreadable"],
    ["an older version than the first", JSON.stringify({ version: 0, link: MINE }), "unreadable"],
    ["a version in words", JSON.stringify({ version: "1", link: MINE }), "unreadable"],
    ["a link that is a number", JSON.stringify({ version: 1, link: 1 }), "unreadable"],
    ["a link lent by __proto__", `{"version":1,"__proto__":{"link":"${MINE}"}}`, "unreadable"],
    ["more than a million characters", `${" ".repeat(1_100_001)}${LAST_OF_MINE}`, "unreadable"],
    ["a newer version", JSON.stringify({ version: 2, link: MINE }), "newer"],
    ["a link of a newer version", JSON.stringify({ version: 1, link: MINE.replace("v=1", "v=2") }), "newer"],
  ])("with %s as the last scenario leaves it as it is", (_, text, failure) => {
    const { kept, open } = storage({ [SAVED_KEYS.last]: text });
    const saved = savedScenarios(open);
    expect(saved.readLast()).toEqual({ value: null, failure });
    expect(saved.writeLast(THEIRS)).toBe(failure);
    expect(kept.get(SAVED_KEYS.last)).toBe(text);
    saved.removeUnreadable();
    expect(kept.has(SAVED_KEYS.last)).toBe(failure === "newer");
  });

  it.each([
    ["an entry without a name", { named: [{ savedOn: "2026-11-21", link: MINE }], beforeLink: null }],
    ["a name with a sign", { named: [{ name: "<b>", savedOn: "2026-11-21", link: MINE }], beforeLink: null }],
    ["a day that is none", { named: [{ name: "A", savedOn: "2026-02-30", link: MINE }], beforeLink: null }],
    ["no list", { named: {}, beforeLink: null }],
    ["a slot that is text", { named: [], beforeLink: MINE }],
  ])("with %s in the list writes nothing over it", (_, content) => {
    const text = JSON.stringify({ version: 1, ...content });
    const { kept, open } = storage({ [SAVED_KEYS.named]: text });
    expect(savedScenarios(open).changeList((list) => list).failure).toBe("unreadable");
    expect(kept.get(SAVED_KEYS.named)).toBe(text);
  });

  it("leaves the keys of other versions alone", () => {
    const { kept, open } = storage({ "claude-code-cost/2/last": "future" });
    const saved = savedScenarios(open);
    saved.writeLast(MINE);
    saved.removeUnreadable();
    saved.writeLast(null);
    expect([...kept]).toEqual([["claude-code-cost/2/last", "future"]]);
  });

  it("is shared by two tabs: the last one to write wins, and neither loses the other's names", () => {
    const { open } = storage();
    const [one, other] = [savedScenarios(open), savedScenarios(open)];
    one.writeLast(MINE);
    other.writeLast(THEIRS);
    expect(one.readLast().value).toBe(THEIRS);
    const entry = { savedOn: "2026-11-21", link: MINE };
    one.changeList((list) => ({ ...list, named: [{ name: "A", ...entry }, ...list.named] }));
    other.changeList((list) => ({ ...list, named: [{ name: "B", ...entry }, ...list.named] }));
    expect(one.readList().value.named.map(({ name }) => name)).toEqual(["B", "A"]);
  });
});

describe("a kept link", () => {
  it("is read where something of it can be used, with its problems, and is nothing otherwise", () => {
    expect(readKept(MINE)?.comparison.scenarios[0]?.developers).toBe(25);
    expect(readKept(MINE.slice(0, -4))?.problems).toHaveLength(1);
    for (const none of ["", "hello", "v=1", "v=9&z=1", "__proto__=1"]) expect(readKept(none), none).toBeNull();
  });
});

describe("a page without a link", () => {
  it("goes on from the last scenario and says so", () => {
    const page = pageOver(storage({ [SAVED_KEYS.last]: LAST_OF_MINE }));
    page.resume();
    expect(link()).toBe(MINE);
    expect(page.store.getState().isContinued).toBe(true);
  });

  it("saves nothing until something is changed, then once at rest, and nothing more of a scenario that is the first again", () => {
    const place = storage();
    const page = pageOver(place);
    page.resume();
    page.keep(scenarioStore.getState());
    page.flush();
    expect(place.kept.size).toBe(0);
    for (let developers = 2; developers <= 25; developers++) changeScenario({ developers });
    expect(place.kept.size).toBe(0);
    page.rest();
    expect(place.kept.get(SAVED_KEYS.last)).toBe(LAST_OF_MINE);
    startAfresh();
    page.rest();
    expect(place.kept.size).toBe(0);
  });

  it("saves what was changed since it opened, before anything was saved", () => {
    const place = storage();
    const opened = scenarioStore.getState();
    changeScenario({ developers: 25 });
    const page = pageOver(place);
    page.keep(opened);
    expect(place.kept.size).toBe(0);
    page.rest();
    expect(place.kept.get(SAVED_KEYS.last)).toBe(LAST_OF_MINE);
  });

  it("saves at once what waits for a rest when it is left", () => {
    const place = storage();
    const page = pageOver(place);
    page.keep(scenarioStore.getState());
    changeScenario({ developers: 25 });
    page.flush();
    expect(place.kept.get(SAVED_KEYS.last)).toBe(LAST_OF_MINE);
  });

  it("says once that it cannot save, goes on, and says it no more when that was put away", () => {
    const place = storage();
    place.refuses.read = new DOMException("no", "SecurityError");
    const page = pageOver(place);
    page.resume();
    page.keep(scenarioStore.getState());
    expect(page.store.getState().told).toBeNull();
    changeScenario({ developers: 25 });
    page.rest();
    expect(link()).toBe(MINE);
    expect(page.store.getState().told).toBe("blocked");
    page.putAway("told");
    changeScenario({ developers: 26 });
    page.rest();
    expect(page.store.getState()).toMatchObject({ failure: "blocked", told: null });
  });
});

describe("a page opened by a link", () => {
  const opened = (place: ReturnType<typeof storage>) => {
    const page = pageOver(place);
    page.openForeign(() => openLink(parseComparison(THEIRS)));
    page.keep(scenarioStore.getState());
    return page;
  };

  it("leaves what was saved until something is changed; then keeps it aside and offers it", () => {
    const place = storage({ [SAVED_KEYS.last]: LAST_OF_MINE });
    const page = opened(place);
    page.rest();
    expect(link()).toBe(THEIRS);
    expect(place.kept.get(SAVED_KEYS.last)).toBe(LAST_OF_MINE);
    changeScenario({ workingDays: 18 });
    page.rest();
    expect(page.store.getState().kept?.link).toBe(MINE);
    expect(savedScenarios(place.open).readList().value.beforeLink).toEqual({ link: MINE, savedOn: "2026-11-21" });
    expect(savedScenarios(place.open).readLast().value).toBe(link());
    openSaved(MINE);
    expect(link()).toBe(MINE);
  });

  it("keeps one slot: further changes do not put the link's own scenario into it", () => {
    const place = storage({ [SAVED_KEYS.last]: LAST_OF_MINE });
    const page = opened(place);
    for (const workingDays of [18, 19]) {
      changeScenario({ workingDays });
      page.rest();
    }
    expect(savedScenarios(place.open).readList().value.beforeLink?.link).toBe(MINE);
  });

  it("that is just what was saved is a reload: nothing is kept aside", () => {
    const place = storage({ [SAVED_KEYS.last]: JSON.stringify({ version: 1, link: THEIRS }) });
    const page = opened(place);
    changeScenario({ workingDays: 18 });
    page.rest();
    expect(page.store.getState().kept).toBeNull();
    expect(savedScenarios(place.open).readLast().value).toBe(link());
  });

  it("writes nothing over what was saved when there is no room to keep it aside", () => {
    const place = storage({ [SAVED_KEYS.last]: LAST_OF_MINE });
    const page = opened(place);
    place.refuses.write = new DOMException("no", "QuotaExceededError");
    changeScenario({ workingDays: 18 });
    page.rest();
    expect(place.kept.get(SAVED_KEYS.last)).toBe(LAST_OF_MINE);
    expect(page.store.getState().told).toBe("full");
  });
});
