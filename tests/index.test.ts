import { describe, expect, it } from "vitest";
import * as entry from "../src/index.ts";

const { catalogDate, comparePlans, estimate, parseScenario, priceRequest, resolveModel, serializeScenario, simulateSession } =
  entry;

/** What the package promises to whoever imports it. */
const PROMISED = [
  "catalogDate",
  "comparePlans",
  "estimate",
  "importFiles",
  "importUsage",
  "parseScenario",
  "priceRequest",
  "resolveModel",
  "serializeScenario",
  "simulateSession",
];

const SESSION: entry.SessionProfile = {
  model: "claude-sonnet-4-6",
  requests: 2,
  basePromptTokens: 1_000,
  inputGrowthPerRequest: 100,
  outputPerRequest: 50,
  outputKeptShare: 0.5,
  caching: "5m",
  warmPromptTokens: 0,
  pauses: { minutes: 0, hours: 0 },
  compactAtTokens: null,
  summaryTokens: 200,
};

describe("the package's entry", () => {
  it("offers what it promises and nothing else", () => {
    const offered = Object.keys(entry);
    expect(offered.filter((name) => !PROMISED.includes(name))).toEqual([]);
    expect(PROMISED.filter((name) => !name.startsWith("import") && !offered.includes(name))).toEqual([]);
  });

  it("says on which day its price list was last checked", () => {
    expect(catalogDate).toBe("2026-11-20");
  });
});

describe("what a stranger's script would write", () => {
  it("prices a request: 200,000 × 15 a million", () => {
    expect(priceRequest({ model: "claude-sonnet-4-6", usage: { output: 200_000 } })).toMatchObject({
      model: "claude-sonnet-4-6",
      lines: [{ item: "output", quantity: 200_000, rate: 15, per: 1_000_000, amount: 3 }],
      total: 3,
      rates: { effectiveFrom: "2026-03-13", checkedOn: "2026-11-20", tier: "standard", retired: false },
    });
  });

  it("knows any spelling of a model, and none by a part of its name", () => {
    expect(resolveModel("claude-haiku-4-5@20251001")).toBe("claude-haiku-4-5-20251001");
    expect(resolveModel("opus")).toBeNull();
  });

  it.each([
    "claude-haiku-4-5-20251001",
    "claude-haiku-4-5@20251001",
    "global.anthropic.claude-haiku-4-5-20251001-v1:0",
    "anthropic/claude-haiku-4-5",
    "claude-haiku-4-5[1m]",
  ])("and prices each: %s", (model) => {
    expect(priceRequest({ model, usage: { input: 1_000 } })).toMatchObject({ model: "claude-haiku-4-5-20251001", total: 0.001 });
  });

  it("runs a session: it writes 1,100 and 125, reads 1,100, puts out 100", () => {
    const { cost, usage, requests, cacheHitRate, firstOverWindow } = simulateSession(SESSION);
    // 1,225 × 3.75 + 1,100 × 0.30 + 100 × 15 = 4,593.75 + 330 + 1,500 millionths.
    expect(cost).toBeCloseTo(0.006_423_75, 12);
    expect(usage).toEqual({ input: 0, cacheWrite5m: 1_225, cacheWrite1h: 0, cacheRead: 1_100, output: 100, webSearches: 0 });
    expect(requests.map(({ kind, promptTokens }) => [kind, promptTokens])).toEqual([
      ["turn", 1_100],
      ["turn", 1_225],
    ]);
    // 1,100 of 2,325.
    expect(cacheHitRate).toBeCloseTo(1_100 / 2_325, 12);
    expect(firstOverWindow).toBeNull();
  });

  it("compares plans: 132 − 100", () => {
    const offer = { id: "max", name: "Max", fee: 100, limit: 200 };
    expect(comparePlans(132, [offer], "not-allowed")).toEqual({
      cheapest: "max",
      costs: [{ id: "max", cost: 100, overflow: 0, saves: 32 }],
    });
  });

  it("opens a link, works it out and writes it again", () => {
    const { scenario, problems } = parseScenario("#v=1&pd=2026-11-20&dev=20&z=3");
    expect(problems).toEqual([]);
    expect(serializeScenario(scenario)).toBe("v=1&pd=2026-11-20&dev=20&z=3");
    const { perMonth, perDeveloperMonth, lines } = estimate(scenario);
    expect(perMonth).toBeCloseTo(perDeveloperMonth * 20, 8);
    expect(lines.reduce((sum, { amount }) => sum + amount, 0)).toBeCloseTo(perMonth, 8);
  });

  it("a scenario is plain data: it survives JSON", () => {
    const { scenario } = parseScenario("");
    expect(JSON.parse(JSON.stringify(scenario))).toEqual(scenario);
  });

  it("neither a request, a session nor a scenario that is passed in is changed", () => {
    const frozen = <Value extends object>(value: Value): Value => {
      for (const part of Object.values(value)) if (part !== null && typeof part === "object") frozen(part);
      return Object.freeze(value);
    };
    expect(() => priceRequest(frozen({ model: "claude-opus-5-5", usage: { input: 5 } }))).not.toThrow();
    expect(() => simulateSession(frozen({ ...SESSION, pauses: { minutes: 1, hours: 1 } }))).not.toThrow();
    expect(() => estimate(frozen(structuredClone(parseScenario("").scenario)))).not.toThrow();
  });
});

describe("an error names the field, the value and what is expected", () => {
  it.each([
    ["model", () => priceRequest({ model: "gpt-5", usage: {} }), 'model: "gpt-5" is not a model of the catalog of 2026-11-20'],
    [
      "usage.input",
      () => priceRequest({ model: "claude-opus-5-5", usage: { input: -1 } }),
      "usage.input: -1 is not a whole number of at least 0",
    ],
    ["at", () => priceRequest({ model: "claude-opus-5-5", usage: {}, at: "now" }), 'at: "now" is not an ISO date or date-time'],
    [
      "geo",
      () => priceRequest({ model: "claude-opus-4-5", usage: {}, geo: "us" }),
      'geo: "us" is not offered by claude-opus-4-5-20251101',
    ],
    [
      "speed",
      () => simulateSession({ ...SESSION, speed: "fast" }),
      'speed: "fast" is not offered by claude-sonnet-4-6 on 2026-11-20',
    ],
    ["requests", () => simulateSession({ ...SESSION, requests: 0 }), "requests: 0 is not a whole number of at least 1"],
    ["model", () => simulateSession({ ...SESSION, model: "" }), 'model: "" is not a model of the catalog of 2026-11-20'],
    ["overflow", () => comparePlans(1, [], "never" as "api-rates"), 'overflow: "never" is not "api-rates" or "not-allowed"'],
  ])("%s", (_field, call, message) => {
    expect(call).toThrow(RangeError);
    expect(call).toThrow(message);
  });
});
