import { beforeEach, describe, expect, test } from "vitest";
import { lockScenario } from "../../src/embed/scenario-lock.ts";
import { DEFAULT_SCENARIO } from "../../src/scenario/defaults.ts";
import type { EmbedLock } from "../../src/scenario/embed-snippet.ts";
import type { Scenario } from "../../src/scenario/scenario.ts";
import { createScenarioStore, type ScenarioStore, withScenario } from "../../src/state/scenario-store.ts";

let store: ScenarioStore;
let refusals = 0;

function locked(...groups: readonly EmbedLock[]): ReturnType<typeof lockScenario> {
  return lockScenario(store, groups, () => {
    refusals += 1;
  });
}

function change(part: Partial<Scenario>): void {
  store.setState((state) => withScenario(state, { ...state.scenario, ...part }));
}

const [profile] = DEFAULT_SCENARIO.profiles;
const withProfile = (part: object): Pick<Scenario, "profiles"> =>
  ({ profiles: [{ ...profile, ...part }] }) as Pick<Scenario, "profiles">;
const withUsage = (part: object): Pick<Scenario, "profiles"> => withProfile({ usage: { ...profile?.usage, ...part } });

// One change in each group, and no other group is touched by it.
const CHANGES: Readonly<Record<EmbedLock, Partial<Scenario>>> = {
  preset: { preset: "team" },
  work: { developers: 20 },
  session: withUsage({ requests: 81 }),
  models: withProfile({ mix: [{ model: "claude-haiku-5-5", percent: 100, locked: false }] }),
  assumptions: withUsage({ caching: "1h" }),
  terms: { fast: true },
  limits: { overflow: "not-allowed" },
  levers: { levers: { ...DEFAULT_SCENARIO.levers, thinking: { on: true, lessPercent: 30 } } },
};
const GROUPS = Object.keys(CHANGES) as EmbedLock[];

beforeEach(() => {
  store = createScenarioStore();
  refusals = 0;
});

describe("a lock on a group of inputs", () => {
  test.each(GROUPS)("%s: a change of it is taken back and said, one of any other group stays", (group) => {
    locked(group);
    change(CHANGES[group]);
    expect(store.getState().scenario).toBe(DEFAULT_SCENARIO);
    expect(refusals).toBe(1);
    for (const other of GROUPS.filter((candidate) => candidate !== group)) {
      store.setState(createScenarioStore().getState(), true);
      change(CHANGES[other]);
      expect(store.getState().scenario).not.toBe(DEFAULT_SCENARIO);
    }
    expect(refusals).toBe(1);
  });

  test("of the terms holds the requests that fail too", () => {
    locked("terms");
    change({ failed: { ...DEFAULT_SCENARIO.failed, retriedPercent: 5 } });
    expect(store.getState().scenario).toBe(DEFAULT_SCENARIO);
  });

  test("takes a change back as a whole: what it did to movable inputs goes too", () => {
    locked("work");
    change({ developers: 20, fast: true });
    expect(store.getState().scenario).toEqual(DEFAULT_SCENARIO);
  });

  test("lets no kind of session be added or taken away", () => {
    locked("session");
    change({ profiles: [...DEFAULT_SCENARIO.profiles, ...DEFAULT_SCENARIO.profiles] });
    expect(store.getState().scenario).toBe(DEFAULT_SCENARIO);
  });

  test("lets a share be held, which moves nothing", () => {
    locked("models");
    change(withProfile({ mix: [{ model: "claude-opus-5-5", percent: 100, locked: true }] }));
    expect(refusals).toBe(0);
  });

  test("opens for the host's own scenarios, and is closed again even when their reading fails", () => {
    const { open } = locked("work");
    open(() => change({ developers: 20 }));
    expect(store.getState().scenario.developers).toBe(20);
    expect(() =>
      open(() => {
        throw new Error("unread");
      }),
    ).toThrow();
    change({ developers: 30 });
    expect(store.getState().scenario.developers).toBe(20);
  });

  test("without a group nothing is held", () => {
    locked();
    change({ developers: 20 });
    expect(store.getState().scenario.developers).toBe(20);
  });
});
