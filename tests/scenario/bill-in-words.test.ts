import { describe, expect, it } from "vitest";
import { catalog } from "../../src/rates/catalog.ts";
import { findModel } from "../../src/rates/resolve-model.ts";
import {
  BILL_ITEMS,
  meanSessionInWords,
  modelLinesInWords,
  monthInWords,
  scaled,
  sessionInWords,
  shortName,
} from "../../src/scenario/bill-in-words.ts";
import { estimate } from "../../src/scenario/estimate.ts";
import { byTotals, scenarioOf, simulated } from "./made-scenario.ts";

const SONNET = "claude-sonnet-4-6";
const HAIKU = "claude-haiku-4-5-20251001";

// One session of 2 million tokens out, $15 a million, and 500 searches at $10 a thousand.
const WORK = byTotals(SONNET, { output: 2_000_000, webSearches: 500 });

describe("a line of the bill in words", () => {
  it("says what is charged, how much of it, at which rate for how many, and from where", () => {
    const [output, searches] = monthInWords(estimate(scenarioOf([WORK])));
    expect(output).toMatchObject({
      id: "0",
      item: "Output, Sonnet 4.6",
      quantity: 2_000_000,
      unit: "tokens",
      rate: 15,
      per: "MTok",
      amount: 30,
    });
    const [period] = findModel(SONNET)?.periods.filter(({ to }) => to === null) ?? [];
    expect(output?.source).toEqual({
      label: `in force from ${period?.from}; ${period?.source}`,
      checkedOn: period?.checkedOn,
    });
    expect(searches).toEqual({
      id: "1",
      item: "Web searches, Sonnet 4.6",
      quantity: 500,
      unit: "searches",
      rate: 10,
      per: "1,000 searches",
      amount: 5,
      source: { label: catalog.webSearch.source, checkedOn: catalog.webSearch.checkedOn },
    });
  });

  it("names no model beside a router's fee, which is the person's own figure", () => {
    // Four requests at $0.25.
    const month = estimate(scenarioOf([simulated(SONNET)], { routerFee: 0.25 }));
    expect(monthInWords(month).at(-1)).toMatchObject({
      item: "Router's fee",
      quantity: 4,
      unit: "requests",
      rate: 0.25,
      per: "request",
      amount: 1,
      source: "own",
    });
  });

  it("says of every rate under a contract discount that it is the person's own", () => {
    const month = estimate(scenarioOf([byTotals(SONNET, { input: 1_000, output: 1_000 })], { discountPercent: 10 }));
    expect(monthInWords(month).map(({ source }) => source)).toEqual(["own", "own"]);
  });

  it("names each model that serves", () => {
    const scenario = scenarioOf([byTotals(SONNET, { output: 1 }), byTotals(HAIKU, { output: 1 })]);
    expect(monthInWords(estimate(scenario)).map(({ item }) => item)).toEqual(["Output, Sonnet 4.6", "Output, Haiku 4.5"]);
  });
});

describe("lines of a model's tokens", () => {
  const line = { item: "output", quantity: 1_000, rate: 15, per: 1_000_000, amount: 0.015 };

  it("say where the model's rate on the scenario's day comes from", () => {
    const [period] = findModel(SONNET)?.periods ?? [];
    // A day on which the first of Sonnet 4.6's prices was in force.
    const scenario = scenarioOf([WORK], { priceDate: period?.from ?? "2026-11-20" });
    expect(modelLinesInWords(scenario, SONNET, [line])).toEqual([
      {
        id: "0",
        item: "Output, Sonnet 4.6",
        quantity: 1_000,
        unit: "tokens",
        rate: 15,
        per: "MTok",
        amount: 0.015,
        source: { label: `in force from ${period?.from}; ${period?.source}`, checkedOn: period?.checkedOn },
      },
    ]);
  });

  it("are the person's own under a discount, and of a model that is not known", () => {
    const discounted = scenarioOf([WORK], { discountPercent: 10 });
    expect(modelLinesInWords(discounted, SONNET, [line])[0]?.source).toBe("own");
    expect(modelLinesInWords(scenarioOf([WORK]), "nobody", [line])[0]).toMatchObject({ item: "Output", source: "own" });
  });
});

describe("a session", () => {
  it("says which lines are its subagents', each with an id of its own", () => {
    const subagents = { count: 1, model: null, requests: 1, basePromptTokens: 10, inputGrowthPerRequest: 0, outputPerRequest: 5 };
    const { profiles } = estimate(scenarioOf([simulated(SONNET, { subagents })]));
    const lines = profiles[0]?.models.flatMap(({ session }) => sessionInWords(session)) ?? [];
    const items = lines.map(({ item }) => item);
    expect(items).toContain("Output, Sonnet 4.6");
    expect(items).toContain("Output, Sonnet 4.6 (subagents)");
    expect(new Set(lines.map(({ id }) => id)).size).toBe(lines.length);
  });

  it("on the mean counts each kind of session by how often it comes, and names the kinds", () => {
    const often = byTotals(SONNET, { output: 100 }, { name: "Often", sessionsPerDay: 3 });
    const seldom = byTotals(HAIKU, { output: 80, input: 0 }, { name: "Seldom", sessionsPerDay: 1 });
    const lines = meanSessionInWords(estimate(scenarioOf([often, seldom])));
    // 100 × 3/4 and 80 × 1/4.
    expect(lines.map(({ item, quantity }) => [item, quantity])).toEqual([
      ["Output, Sonnet 4.6 (Often)", 75],
      ["Output, Haiku 4.5 (Seldom)", 20],
    ]);
    expect(new Set(lines.map(({ id }) => id)).size).toBe(2);
  });

  it("on the mean counts all kinds alike where none ever comes, and does not name the only one", () => {
    const never = (model: string) => byTotals(model, { output: 100 }, { sessionsPerDay: 0 });
    const two = meanSessionInWords(estimate(scenarioOf([never(SONNET), never(HAIKU)])));
    expect(two.map(({ quantity }) => quantity)).toEqual([50, 50]);
    const one = meanSessionInWords(estimate(scenarioOf([byTotals(SONNET, { output: 100 })])));
    expect(one.map(({ item, quantity }) => [item, quantity])).toEqual([["Output, Sonnet 4.6", 100]]);
  });
});

it("so many times the work is so many times the quantity and the amount, at one rate", () => {
  const lines = monthInWords(estimate(scenarioOf([WORK])));
  // 2 million × 2.5 and $30 × 2.5.
  expect(scaled(lines, 2.5)[0]).toMatchObject({ quantity: 5_000_000, amount: 75, rate: 15 });
});

it("a name loses the brand in front, and nothing else", () => {
  expect(shortName("Claude Opus 5.5")).toBe("Opus 5.5");
  expect(shortName("My Claude copy")).toBe("My Claude copy");
});

it("the items of a bill are named in its order: tokens, searches, fee", () => {
  expect(BILL_ITEMS).toEqual([
    ["input", "Input"],
    ["cacheWrite5m", "Cache write, 5 minutes"],
    ["cacheWrite1h", "Cache write, 1 hour"],
    ["cacheRead", "Cache read"],
    ["output", "Output"],
    ["webSearch", "Web searches"],
    ["routerFee", "Router's fee"],
  ]);
});
