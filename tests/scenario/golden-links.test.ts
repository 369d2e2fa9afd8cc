import { describe, expect, it } from "vitest";
import { catalog } from "../../src/rates/catalog.ts";
import { DEFAULT_PROFILE, DEFAULT_SCENARIO, DEFAULT_SIMULATED, DEFAULT_TOTALS } from "../../src/scenario/defaults.ts";
import { estimate } from "../../src/scenario/estimate.ts";
import { parseComparison, parseScenario, serializeComparison } from "../../src/scenario/link.ts";
import {
  COMPARISON,
  KINDS,
  LEVER_FIELDS,
  PROFILE_FIELDS,
  SCENARIO_FIELDS,
  SIMULATED_FIELDS,
  TOTALS_FIELDS,
} from "../../src/scenario/link-fields.ts";
import { APP_LEVER_FIELDS, QUESTION_FIELDS } from "../../src/scenario/link-questions.ts";
import { codeOfModel } from "../../src/scenario/model-codes.ts";
import { PRESET_IDS } from "../../src/scenario/preset-ids.ts";
import { DEFAULT_QUESTIONS } from "../../src/scenario/questions.ts";
import type { Scenario } from "../../src/scenario/scenario.ts";
import { sumByHand } from "./golden-arithmetic.ts";
import { type GoldenFigures, type GoldenLink, goldenLinks, inForce, pinnedComparison, pinnedDefaults } from "./golden-entries.ts";
import { monthByRequests } from "./golden-month.ts";

const golden = inForce(goldenLinks);
const each = golden.map((entry) => [entry.link, entry] as const);
const scenariosOf = (entry: GoldenLink): readonly Scenario[] => pinnedComparison(entry, pinnedDefaults).scenarios;

/** USD as a whole number of millionths; a sum in another order may end half a millionth away. */
function requireMicroUsd(usd: number, pinned: number): void {
  expect(Math.abs(usd * 1e6 - pinned)).toBeLessThanOrEqual(0.51);
}

function figuresOf(scenario: Scenario): Omit<GoldenFigures, "perMonthMicroUsd" | "perSessionMicroUsd"> {
  const sessions = estimate(scenario).profiles.flatMap(({ models }) => models.map(({ session }) => session));
  const retired = sessions.filter(({ rates }) => rates.retired).map(({ model }) => model);
  return {
    retired: [...new Set(retired)].sort(),
    lowerBound: sessions.some(({ lowerBound }) => lowerBound),
    overWindow: sessions.some(({ firstOverWindow }) => firstOverWindow !== null),
  };
}

describe("a published link means for ever what it meant (U3)", () => {
  it.each(each)("%s is read without a word as what was pinned", (link, entry) => {
    const comparison = pinnedComparison(entry, pinnedDefaults);
    expect(parseComparison(link)).toEqual({ comparison, problems: [] });
    expect(parseComparison(`#${link}`)).toEqual({ comparison, problems: [] });
    expect(parseScenario(link).scenario).toEqual(comparison.scenarios[entry.edited]);
  });

  it.each(each)("%s is the one text of it", (link, entry) => {
    expect(serializeComparison(pinnedComparison(entry, pinnedDefaults))).toBe(link);
  });

  it.each(each)("%s comes to the same bill, to the millionth of a dollar", (_link, entry) => {
    scenariosOf(entry).forEach((scenario, place) => {
      const { perMonthMicroUsd, perSessionMicroUsd, ...says } = entry.says[place] as GoldenFigures;
      const { perMonth, perSession } = estimate(scenario);
      requireMicroUsd(perMonth, perMonthMicroUsd);
      requireMicroUsd(perSession, perSessionMicroUsd);
      expect(figuresOf(scenario)).toEqual(says);
    });
    expect(entry.says).toHaveLength(entry.scenarios.length);
  });

  it.each(each)("%s comes to it request by request too", (_link, entry) => {
    scenariosOf(entry).forEach((scenario, place) => {
      const { perMonthMicroUsd, perSessionMicroUsd } = entry.says[place] as GoldenFigures;
      const { perMonth, perSession } = monthByRequests(scenario);
      requireMicroUsd(perMonth, perMonthMicroUsd);
      requireMicroUsd(perSession, perSessionMicroUsd);
    });
  });

  it.each(golden.filter(({ totals }) => totals === "by hand").map((entry) => [entry.link, entry] as const))(
    "%s comes to the sum that stands beside it",
    (_link, { byHand = [], says }) => {
      expect(byHand).toHaveLength(says.length);
      byHand.forEach((sum, place) => {
        requireMicroUsd(sumByHand(sum), says[place]?.perMonthMicroUsd ?? Number.NaN);
      });
    },
  );

  it("what version 1 leaves out is what it left out when it was published", () => {
    const { profiles: _, priceDate: _date, ...scenario } = DEFAULT_SCENARIO;
    const { usage: _usage, ...profile } = DEFAULT_PROFILE;
    const questions = DEFAULT_QUESTIONS;
    expect({ scenario, profile, simulated: DEFAULT_SIMULATED, totals: DEFAULT_TOTALS, questions }).toEqual(pinnedDefaults);
    expect(DEFAULT_SCENARIO.profiles).toEqual([DEFAULT_PROFILE]);
    expect(DEFAULT_PROFILE.usage).toEqual(DEFAULT_SIMULATED);
  });
});

describe("the golden links name all that a link can", () => {
  const pairs = golden.flatMap(({ link }) => link.split("&").map((pair) => pair.split("=") as [string, string]));
  const keys = new Set(pairs.map(([key]) => key));
  const bare = new Set([...keys].map((key) => key.replace(/^(?:[bcd]\.)?(?:[2-5]\.)?/, "")));
  const values = new Set(pairs.flatMap(([, value]) => value.split(/[_~]/)));
  const scenarios = golden.flatMap(scenariosOf);

  it("every key", () => {
    const tables = [
      SCENARIO_FIELDS,
      LEVER_FIELDS,
      QUESTION_FIELDS,
      APP_LEVER_FIELDS,
      PROFILE_FIELDS,
      SIMULATED_FIELDS,
      TOTALS_FIELDS,
    ];
    const known = tables.flatMap((fields) => Object.values(fields) as readonly { readonly key: string }[]);
    const all = ["v", "z", COMPARISON.key, KINDS.key, ...known.map(({ key }) => key)];
    expect(all.filter((key) => !bare.has(key))).toEqual([]);
  });

  it("every place of a scenario and of a kind of session", () => {
    const prefixes = ["2.", "3.", "4.", "5.", "b.", "c.", "d."];
    expect(prefixes.filter((prefix) => ![...keys].some((key) => key.startsWith(prefix)))).toEqual([]);
  });

  it("every model by its code, those too that no longer serve", () => {
    expect(catalog.models.map(({ id }) => codeOfModel(id)).filter((code) => !values.has(code))).toEqual([]);
    const retired = catalog.models.filter(({ retired: day }) => day !== null && day <= catalog.date).map(({ id }) => id);
    const said = new Set(golden.flatMap(({ says }) => says.flatMap((figures) => figures.retired)));
    expect(retired.filter((id) => !said.has(id))).toEqual([]);
  });

  it("every preset", () => {
    const named = new Set(scenarios.map(({ preset }) => preset));
    expect(PRESET_IDS.filter((id) => !named.has(id))).toEqual([]);
  });

  it("both sides of a day on which a price changed, with another bill", () => {
    const on = (day: string, model: string): number =>
      golden.find((entry) => entry.link.includes(`pd=${day}`) && entry.link.includes(model))?.says[0]?.perMonthMicroUsd ??
      Number.NaN;
    // A cache read of Sonnet 5.5 fell; Opus 4.6 lost its tier; Sonnet 4 got one; fast mode of Opus 4.6 became standard.
    expect(on("2026-10-06", "s5.5")).toBeGreaterThan(on("2026-10-07", "s5.5"));
    expect(on("2026-03-12", "o4.6")).toBeGreaterThan(on("2026-03-13", "o4.6"));
    expect(on("2025-08-11", "mix=s4_")).toBeLessThan(on("2025-08-12", "mix=s4_"));
    expect(on("2026-06-28", "fast=1")).toBeGreaterThan(on("2026-06-29", "fast=1"));
  });

  it("comparisons of two, three and four", () => {
    expect([...new Set(golden.map(({ scenarios: { length } }) => length))].sort()).toEqual([1, 2, 3, 4]);
  });

  it("at least 36 links, at least ten of them with sums by hand", () => {
    expect(golden.length).toBeGreaterThanOrEqual(36);
    expect(golden.filter(({ totals }) => totals === "by hand").length).toBeGreaterThanOrEqual(10);
  });
});

describe("sums by hand", () => {
  it.each([
    ["2 × (1,000 + 0.5)", 2_001],
    ["1 + 2 × 3", 7],
    ["12 / 4 / 3", 1],
    ["10 − 2 − 3", 5],
  ])("%s is %d", (sum, value) => {
    expect(sumByHand(sum)).toBe(value);
  });

  it.each(["", "2 ×", "2 3", "(2", "2)", "2 * 3", "two", "1e3"])("%j is none", (sum) => {
    expect(() => sumByHand(sum)).toThrow();
  });
});
