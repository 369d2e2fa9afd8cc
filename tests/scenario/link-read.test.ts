import { describe, expect, it } from "vitest";
import { alone } from "../../src/scenario/comparison.ts";
import { DEFAULT_PROFILE, DEFAULT_SCENARIO, DEFAULT_TOTALS } from "../../src/scenario/defaults.ts";
import { readPairs } from "../../src/scenario/link-read.ts";

const read = (pairs: Readonly<Record<string, string>>) => readPairs(new Map(Object.entries(pairs)));
const NOTHING = "it belongs to nothing in this link; ignored";

describe("what is said of a link's pairs, field by field", () => {
  it.each([
    ["no version", {}, "v", "the link's version is missing"],
    ["a version from the future", { v: "2" }, "v", "a version of links that is not known here"],
    ["a field of the other kind of session", { v: "1", in: "5" }, "in", NOTHING],
    ["a third kind of session without a second", { v: "1", "3.s": "5" }, "3.s", NOTHING],
    ["a second scenario that nobody announced", { v: "1", "b.dev": "5" }, "b.dev", NOTHING],
    ["a word that is no switch", { v: "1", fast: "yes" }, "fast", '"yes" is neither 1 nor 0; ignored'],
    ["a number below its range", { v: "1", dev: "0" }, "dev", "0 became 1: it takes 1 to 100000, whole numbers"],
    [
      "a day that is still to come",
      { v: "1", pd: "2026-11-21" },
      "pd",
      "2026-11-21 became 2026-11-20: later prices are not known here",
    ],
  ])("%s", (_why, pairs, field, reason) => {
    expect(read(pairs)).toEqual({ comparison: alone(DEFAULT_SCENARIO), problems: [{ field, reason }] });
  });

  it("a version that is not known is read as version 1, and an unknown field beside it is named too", () => {
    expect(read({ v: "2", dev: "7", in: "5" })).toEqual({
      comparison: alone({ ...DEFAULT_SCENARIO, developers: 7 }),
      problems: [
        { field: "v", reason: "a version of links that is not known here" },
        { field: "in", reason: NOTHING },
      ],
    });
  });
});

describe("the kinds of session of a link", () => {
  const kinds = (count: number) => Object.fromEntries(Array.from({ length: count - 1 }, (_, index) => [`${index + 2}.s`, "4"]));
  const night = { ...DEFAULT_PROFILE, sessionsPerDay: 4 };

  it.each([1, 2, 5])("%d of them, each further one by its sessions a day", (count) => {
    expect(read({ v: "1", ...kinds(count) })).toEqual({
      comparison: alone({
        ...DEFAULT_SCENARIO,
        profiles: [DEFAULT_PROFILE, ...Array.from({ length: count - 1 }, () => night)],
      }),
      problems: [],
    });
  });

  it("a sixth is none: five are the most", () => {
    const { comparison, problems } = read({ v: "1", ...kinds(6) });
    expect(comparison.scenarios[0]?.profiles).toEqual([DEFAULT_PROFILE, night, night, night, night]);
    expect(problems).toEqual([{ field: "6.s", reason: NOTHING }]);
  });

  it("one of another scenario takes over what the first says of it, unless it is of another form", () => {
    const { comparison, problems } = read({ v: "1", cmp: "2_a_b", n: "120", "2.s": "4", "b.kind": "totals", "b.in": "5" });
    expect(problems).toEqual([]);
    const first = { ...DEFAULT_PROFILE, usage: { ...DEFAULT_PROFILE.usage, requests: 120 } };
    const second = { ...DEFAULT_PROFILE, usage: { ...DEFAULT_TOTALS, input: 5 } };
    expect(comparison).toEqual({
      scenarios: [
        { ...DEFAULT_SCENARIO, profiles: [first, night] },
        { ...DEFAULT_SCENARIO, profiles: [second, night] },
      ],
      baseline: 0,
      edited: 1,
    });
  });
});
