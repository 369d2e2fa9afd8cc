import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { alone, type Comparison, MOST_COMPARED } from "../../src/scenario/comparison.ts";
import { DEFAULT_LEVERS, DEFAULT_SCENARIO, DEFAULT_SIMULATED } from "../../src/scenario/defaults.ts";
import {
  LONGEST_LINK,
  parseComparison,
  parseSaved,
  parseScenario,
  serializeComparison,
  serializeScenario,
} from "../../src/scenario/link.ts";
import type { Profile, Scenario, SimulatedUsage } from "../../src/scenario/scenario.ts";
import { anyComparison } from "./any-comparison.ts";
import { EVERYTHING_CHANGED, TERMS_CHANGED } from "./changed-scenario.ts";

const [typical] = DEFAULT_SCENARIO.profiles as [Profile];
const developers = (count: number): Scenario => ({ ...DEFAULT_SCENARIO, developers: count });
const compared = (...scenarios: readonly Scenario[]): Comparison => ({ scenarios, baseline: 0, edited: 0 });

function fieldsOf(text: string): readonly string[] {
  return parseComparison(text).problems.map(({ field }) => field);
}

describe("a link of a comparison says the first scenario, and of the others what differs from it", () => {
  it.each([
    ["one scenario is written as it always was", alone(developers(3)), "v=1&pd=2026-11-20&dev=3&z=3"],
    ["two that are the same", compared(developers(3), developers(3)), "v=1&pd=2026-11-20&cmp=2_a_a&dev=3&z=4"],
    [
      "a default is written where the first has none",
      compared(developers(3), developers(1)),
      "v=1&pd=2026-11-20&cmp=2_a_a&dev=3&b.dev=1&z=5",
    ],
    [
      "the baseline and the edited one by their letters",
      { scenarios: [developers(1), developers(2), developers(3), developers(4)], baseline: 3, edited: 2 },
      "v=1&pd=2026-11-20&cmp=4_d_c&b.dev=2&c.dev=3&d.dev=4&z=6",
    ],
    [
      "a price date of its own",
      compared(developers(1), { ...developers(1), priceDate: "2026-10-06" }),
      "v=1&pd=2026-11-20&cmp=2_a_a&b.pd=2026-10-06&z=4",
    ],
    [
      "a kind of session more, by the count and by its sessions",
      compared(developers(1), { ...developers(1), profiles: [typical, { ...typical, name: "Night" }] }),
      "v=1&pd=2026-11-20&cmp=2_a_a&b.kinds=2&b.2.s=3&b.2.as=Night&z=6",
    ],
    [
      "a kind of session less",
      compared({ ...developers(1), profiles: [typical, typical] }, developers(1)),
      "v=1&pd=2026-11-20&cmp=2_a_a&2.s=3&b.kinds=1&z=5",
    ],
    [
      "a lever that is off again",
      compared({ ...developers(1), levers: { ...DEFAULT_LEVERS, clearing: { on: true, afterRequests: 20 } } }, developers(1)),
      "v=1&pd=2026-11-20&cmp=2_a_a&xl=1_20&b.xl=0_30&z=5",
    ],
  ] satisfies [string, Comparison, string][])("%s", (_why, comparison, text) => {
    expect(serializeComparison(comparison)).toBe(text);
    expect(parseComparison(text)).toEqual({ comparison, problems: [] });
  });

  it("where the kind of usage differs, its fields are measured against the defaults, not against the other kind's", () => {
    // Both kinds have `n` and `o`: 120 requests of a session say nothing about how many requests totals came from.
    const shape: SimulatedUsage = { ...DEFAULT_SIMULATED, requests: 120, outputPerRequest: 900 };
    const totals = {
      kind: "totals",
      input: 5,
      cacheWrite5m: 0,
      cacheWrite1h: 0,
      cacheRead: 0,
      output: 900,
      webSearches: 0,
      requests: 120,
    } as const;
    const comparison = compared(
      { ...DEFAULT_SCENARIO, profiles: [{ ...typical, usage: shape }] },
      { ...DEFAULT_SCENARIO, profiles: [{ ...typical, usage: totals }] },
    );
    expect(serializeComparison(comparison)).toBe(
      "v=1&pd=2026-11-20&cmp=2_a_a&n=120&o=900&b.kind=totals&b.in=5&b.o=900&b.n=120&z=9",
    );
    expect(parseComparison(serializeComparison(comparison))).toEqual({ comparison, problems: [] });
  });
});

describe("laws over every comparison whose scenarios keep the rules", () => {
  it("what is written is read back, unchanged and without a word, from one canonical text of safe characters (U2, U5)", () => {
    const counts = new Set<number>();
    fc.assert(
      fc.property(anyComparison(), (comparison) => {
        counts.add(comparison.scenarios.length);
        const text = serializeComparison(comparison);
        // Four of the largest are longer than an address: they are what saved input is for.
        const read = parseSaved(text);
        if (!isDeepStrictEqual(read, { comparison, problems: [] })) expect(read).toEqual({ comparison, problems: [] });
        expect(serializeComparison(read.comparison)).toBe(text);
        expect(text).toMatch(/^[A-Za-z0-9._~=&-]*[A-Za-z0-9]$/);
        const asLink = parseComparison(text.length < 4_096 ? `#${text}` : text);
        expect(isDeepStrictEqual(asLink, read)).toBe(text.length <= 4_096);
      }),
      { numRuns: 2_500 },
    );
    expect([...counts].sort()).toEqual([1, 2, 3, 4]);
  });

  it("the scenario that is being edited is what one scenario is read as, and a problem says so unless it is alone", () => {
    fc.assert(
      fc.property(anyComparison({ mostProfiles: 2, most: 3 }), (comparison) => {
        const text = serializeComparison(comparison);
        fc.pre(text.length <= 4_096);
        const { scenario, problems } = parseScenario(text);
        expect(scenario).toEqual(comparison.scenarios[comparison.edited]);
        const { length } = comparison.scenarios;
        expect(problems.map(({ reason }) => reason)).toEqual(
          length === 1 ? [] : [`it compares ${length} scenarios: this is the one that was being edited`],
        );
      }),
      { numRuns: 300 },
    );
  });
});

describe("a comparison of three fits a link (U1)", () => {
  const edits: readonly ((scenario: Scenario) => Scenario)[] = [
    (scenario) => withUsage({ ...scenario, developers: 40, discountPercent: 20 }, { requests: 90, compactAtTokens: 150_000 }),
    (scenario) =>
      withUsage(
        {
          ...scenario,
          batchPercent: 50,
          profiles: scenario.profiles.map((profile) => ({
            ...profile,
            mix: [
              { model: "claude-opus-5-5", percent: 20, locked: false },
              { model: "claude-sonnet-5-5", percent: 55.5, locked: false },
              { model: "claude-haiku-5-5", percent: 24.5, locked: false },
            ],
          })),
        },
        { caching: "5m", pauseMinutes: 8 },
      ),
  ];

  function withUsage(scenario: Scenario, fields: Partial<SimulatedUsage>): Scenario {
    const profiles = scenario.profiles.map((profile) => ({
      ...profile,
      usage: { ...(profile.usage as SimulatedUsage), ...fields },
    }));
    return { ...scenario, profiles };
  }

  it.each([
    ["every term", TERMS_CHANGED, 600],
    ["every input, what happens inside a session, the levers and a team too,", EVERYTHING_CHANGED, 650],
  ])("with %s changed in the first and four inputs in each other: %3$d characters at the most", (_what, first, most) => {
    const comparison = { scenarios: [first, ...edits.map((edit) => edit(first))], baseline: 0, edited: 1 };
    const text = serializeComparison(comparison);
    expect(parseComparison(text)).toEqual({ comparison, problems: [] });
    expect(text.match(/&b\./g)).toHaveLength(4);
    expect(text.match(/&c\./g)).toHaveLength(4);
    expect(text.length).toBeLessThanOrEqual(most);
  });

  it("with every term changed anew in each of three it is still a link to share", () => {
    const again = (developers: number, scenario: Scenario): Scenario => ({ ...scenario, developers });
    const comparison = compared(TERMS_CHANGED, DEFAULT_SCENARIO, again(7, TERMS_CHANGED));
    expect(serializeComparison(comparison).length).toBeLessThanOrEqual(LONGEST_LINK);
  });
});

describe("what a comparison's link cannot say is named, and the rest of it counts", () => {
  const two = compared(developers(5), developers(5));

  it.each([
    ["a place behind the last as the baseline", "v=1&pd=2026-11-20&cmp=2_c_a&dev=5&z=4", "cmp", alone(developers(5))],
    ["a place behind the last as the edited one", "v=1&pd=2026-11-20&cmp=3_a_d&dev=5&z=4", "cmp", alone(developers(5))],
    ["the last place is one of it", "v=1&pd=2026-11-20&cmp=2_b_b&dev=5&z=4", "", { ...two, baseline: 1, edited: 1 }],
    ["one scenario is no comparison", "v=1&pd=2026-11-20&cmp=1_a_a&dev=5&z=4", "cmp", two],
    ["nor are none", "v=1&pd=2026-11-20&cmp=0_a_a&dev=5&z=4", "cmp", two],
    [
      "five are brought to four",
      "v=1&pd=2026-11-20&cmp=5_a_a&dev=5&z=4",
      "cmp",
      compared(...Array.from({ length: MOST_COMPARED }, () => developers(5))),
    ],
    ["places by numbers", "v=1&pd=2026-11-20&cmp=2_0_1&dev=5&z=4", "cmp", alone(developers(5))],
    ["half of it", "v=1&pd=2026-11-20&cmp=2_a&dev=5&z=4", "cmp", alone(developers(5))],
    ["a name of every object's", "v=1&pd=2026-11-20&cmp=2_toString_a&dev=5&z=4", "cmp", alone(developers(5))],
    ["a second scenario that nobody announced", "v=1&pd=2026-11-20&dev=5&b.dev=7&z=4", "b.dev", alone(developers(5))],
    ["a third beside two", "v=1&pd=2026-11-20&cmp=2_a_a&dev=5&c.dev=7&z=5", "c.dev", two],
    ["no kinds of session", "v=1&pd=2026-11-20&cmp=2_a_a&dev=5&b.kinds=0&z=5", "b.kinds", two],
    [
      "more kinds than a scenario holds",
      "v=1&pd=2026-11-20&cmp=2_a_a&dev=5&b.kinds=6&z=5",
      "b.kinds",
      compared(developers(5), { ...developers(5), profiles: Array.from({ length: 5 }, () => typical) }),
    ],
    ["kinds that are no number", "v=1&pd=2026-11-20&cmp=2_a_a&dev=5&b.kinds=two&z=5", "b.kinds", two],
    ["a kind of session beyond their number", "v=1&pd=2026-11-20&cmp=2_a_a&dev=5&b.2.s=4&z=5", "b.2.s", two],
    [
      "one announced and not described is as any other by default",
      "v=1&pd=2026-11-20&cmp=2_a_a&dev=5&b.kinds=2&z=5",
      "link",
      compared(developers(5), { ...developers(5), profiles: [typical, typical] }),
    ],
    ["as many kinds as the first, said needlessly", "v=1&pd=2026-11-20&cmp=2_a_a&dev=5&b.kinds=1&z=5", "link", two],
    ["what the first has too, said needlessly", "v=1&pd=2026-11-20&cmp=2_a_a&dev=5&b.dev=5&z=5", "link", two],
    [
      "a value above its range",
      "v=1&pd=2026-11-20&cmp=2_a_a&dev=5&b.off=101&z=5",
      "b.off",
      compared(developers(5), { ...developers(5), discountPercent: 100 }),
    ],
    ["a key twice", "v=1&pd=2026-11-20&cmp=2_a_a&dev=5&b.dev=6&b.dev=7&z=6", "b.dev", compared(developers(5), developers(6))],
    [
      "two scenarios that changed places",
      "v=1&pd=2026-11-20&cmp=2_a_a&b.dev=6&dev=5&z=5",
      "link",
      compared(developers(5), developers(6)),
    ],
    [
      "a contradiction inside the second",
      "v=1&pd=2026-11-20&cmp=2_a_a&dev=5&b.fast=1&b.batch=20&z=6",
      "b.batch",
      compared(developers(5), { ...developers(5), fast: true }),
    ],
  ] satisfies [string, string, string, Comparison][])("%s", (_why, text, field, comparison) => {
    const read = parseComparison(text);
    expect(read.comparison).toEqual(comparison);
    if (field === "") expect(read.problems).toEqual([]);
    else expect(fieldsOf(text)).toContain(field);
  });

  it.each(["a.dev=5", "e.dev=5", "B.dev=5", "b.b.dev=5", "b.v=1", "b.cmp=2_a_a", "kinds=1", "b.6.s=3", "b.1.s=3", "b.z=5"])(
    "%s is no key of a link: its count gives it away",
    (pair) => {
      expect(fieldsOf(`v=1&pd=2026-11-20&cmp=2_a_a&dev=5&${pair}&z=5`)).toEqual(["link"]);
    },
  );

  it("a link of one scenario never mentions the others' keys", () => {
    expect(serializeScenario(DEFAULT_SCENARIO)).not.toContain("cmp");
  });
});
