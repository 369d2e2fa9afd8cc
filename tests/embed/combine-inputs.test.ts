import { describe, expect, test } from "vitest";
import { type InputGroup, inputRows } from "../../src/embed/combine-inputs.ts";
import { DEFAULT_SCENARIO } from "../../src/scenario/defaults.ts";
import { PRESETS } from "../../src/scenario/presets.ts";
import type { Scenario } from "../../src/scenario/scenario.ts";

const GROUPS: readonly InputGroup[] = ["preset", "work", "session", "models", "assumptions", "terms", "limits"];
const lines = (scenario: Scenario, group: InputGroup): readonly string[] =>
  inputRows(scenario, group).map(({ label, value }) => `${label}: ${value}`);

describe("inputs as text", () => {
  test("a person's work, with its units", () => {
    expect(lines(DEFAULT_SCENARIO, "work")).toEqual(["Working days a month: 15 days", "Developers: 1 person"]);
    expect(lines({ ...DEFAULT_SCENARIO, developers: 20 }, "work")[1]).toBe("Developers: 20 people");
  });

  test("a session by its shape", () => {
    expect(lines(DEFAULT_SCENARIO, "session")).toEqual([
      "Sessions a working day: 3 a developer",
      "Requests in a session: 80 requests",
      "Context growth a request: 1,600 tokens",
      "Output a request: 600 tokens",
    ]);
  });

  test("a session by its totals assumes nothing", () => {
    const light = PRESETS.find(({ id }) => id === "light")?.scenario as Scenario;
    expect(lines(light, "session")).toContain("Cache read: 38,000 tokens");
    expect(lines(light, "assumptions")).toEqual([]);
  });

  test("one model by its name, a mix with its shares", () => {
    expect(lines(DEFAULT_SCENARIO, "models")).toEqual(["Models: Opus 5.5"]);
    const mix = [
      { model: "claude-opus-5-5", percent: 70.5, locked: false },
      { model: "claude-haiku-5-5", percent: 29.5, locked: false },
    ];
    const profiles = DEFAULT_SCENARIO.profiles.map((profile) => ({ ...profile, mix }));
    expect(lines({ ...DEFAULT_SCENARIO, profiles }, "models")).toEqual(["Models: 70.5 % Opus 5.5, 29.5 % Haiku 5.5"]);
  });

  test("of several kinds of session each row says whose it is", () => {
    const [profile] = DEFAULT_SCENARIO.profiles;
    if (!profile) throw new Error("the default has a profile");
    const profiles = [profile, { ...profile, name: "Review", sessionsPerDay: 1 }];
    expect(lines({ ...DEFAULT_SCENARIO, profiles }, "session")).toContain("Review: Sessions a working day: 1 a developer");
  });

  test("requests that fail, where some do", () => {
    const failed = { erroredPercent: 2, retriedPercent: 5.5, refusedPercent: 0 };
    expect(lines({ ...DEFAULT_SCENARIO, failed }, "terms")).toContain(
      "Of every 100 requests: 2 end in an error, 5.5 are sent again, 0 are refused",
    );
    expect(lines(DEFAULT_SCENARIO, "terms").join()).not.toContain("Of every 100");
  });

  test("every preset's every group can be said, with no row twice", () => {
    for (const { scenario } of PRESETS)
      for (const group of GROUPS) {
        const labels = inputRows(scenario, group).map(({ label }) => label);
        expect(new Set(labels).size).toBe(labels.length);
        expect(lines(scenario, group).join()).not.toMatch(/undefined|NaN|null/);
      }
  });
});
