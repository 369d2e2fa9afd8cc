import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { conflicts } from "../../src/scenario/conflicts.ts";
import { DEFAULT_LEVERS, DEFAULT_SCENARIO, DEFAULT_SIMULATED } from "../../src/scenario/defaults.ts";
import { parseScenario, serializeScenario } from "../../src/scenario/link.ts";
import { PRESETS } from "../../src/scenario/presets.ts";
import {
  DEFAULT_QUESTIONS,
  QUESTION_RANGES,
  type QuestionNumber,
  type Questions,
  withQuestions,
} from "../../src/scenario/questions.ts";
import { RANGES } from "../../src/scenario/ranges.ts";
import type { Profile, Scenario, SimulatedUsage } from "../../src/scenario/scenario.ts";
import { anyScenario } from "./any-scenario.ts";

const [typical] = DEFAULT_SCENARIO.profiles as [Profile];

function withUsage(fields: Partial<SimulatedUsage>): Scenario {
  return { ...DEFAULT_SCENARIO, profiles: [{ ...typical, usage: { ...(typical.usage as SimulatedUsage), ...fields } }] };
}

const idle = (utilisationPercent: number): Scenario =>
  asking({ hardware: { ...DEFAULT_QUESTIONS.hardware, utilisationPercent } });

const switchedAt = (beforeRequest: number): Partial<Scenario> => ({
  profiles: withUsage({ modelSwitch: { beforeRequest, model: "claude-opus-4-6" } }).profiles,
});

const routed = (): Partial<Scenario> => ({ profiles: withUsage({ routing: "request" }).profiles });

function asking(questions: Partial<Questions>): Scenario {
  return { ...DEFAULT_SCENARIO, questions: { ...DEFAULT_QUESTIONS, ...questions } };
}

function fieldsOf(text: string): readonly string[] {
  return parseScenario(text).problems.map(({ field }) => field);
}

describe("an empty link is the default scenario", () => {
  it.each(["", "#"])("%j", (text) => {
    expect(parseScenario(text)).toEqual({ scenario: DEFAULT_SCENARIO, problems: [] });
  });

  it("and the default scenario is written as version, price date and how many pairs those are", () => {
    expect(serializeScenario(DEFAULT_SCENARIO)).toBe("v=1&pd=2026-11-20&z=2");
  });
});

describe("a link says what differs from the defaults", () => {
  it.each([
    ["three developers", { ...DEFAULT_SCENARIO, developers: 3 }, "v=1&pd=2026-11-20&dev=3&z=3"],
    ["zero is a value, not nothing", withUsage({ pauseMinutes: 0 }), "v=1&pd=2026-11-20&pm=0&z=3"],
    ["no limit is the word none", { ...withUsage({ compactAtTokens: 200_000 }) }, "v=1&pd=2026-11-20&at=200000&z=3"],
    ["a price date of its own", { ...DEFAULT_SCENARIO, priceDate: "2026-10-06" }, "v=1&pd=2026-10-06&z=2"],
    ["a second profile by its sessions", { ...DEFAULT_SCENARIO, profiles: [typical, typical] }, "v=1&pd=2026-11-20&2.s=3&z=3"],
    ["/clear after a number of requests", withUsage({ clearAfterRequests: 30 }), "v=1&pd=2026-11-20&cl=30&z=3"],
    [
      "subagents by their count, model and sizes",
      withUsage({ subagents: { ...DEFAULT_SIMULATED.subagents, count: 2, model: "claude-haiku-5-5" } }),
      "v=1&pd=2026-11-20&sub=2_h5.5_15_12000_2000_400&z=3",
    ],
    [
      "subagents on the session's own model",
      withUsage({ subagents: { ...DEFAULT_SIMULATED.subagents, count: 1 } }),
      "v=1&pd=2026-11-20&sub=1_same_15_12000_2000_400&z=3",
    ],
    [
      "a switch of model",
      withUsage({ modelSwitch: { beforeRequest: 40, model: "claude-sonnet-5-5" } }),
      "v=1&pd=2026-11-20&sw=40_s5.5&z=3",
    ],
    ["requests that are routed", withUsage({ routing: "request" }), "v=1&pd=2026-11-20&rt=request&z=3"],
    [
      "what is read once",
      { ...DEFAULT_SCENARIO, oneRead: { tokens: 65_000, request: 6 }, reReadTokens: 0 },
      "v=1&pd=2026-11-20&read=65000_6&re=0&z=4",
    ],
    [
      "levers, each with its switch, in front of the sessions",
      {
        ...withUsage({ requests: 81 }),
        levers: {
          ...DEFAULT_LEVERS,
          routing: { ...DEFAULT_LEVERS.routing, on: true, hardModel: "claude-opus-4-6" },
          clearing: { on: true, afterRequests: 30 },
          batch: { on: false, percent: 12.5 },
        },
      },
      "v=1&pd=2026-11-20&xr=1_70_20_h5.5_s5.5_o4.6_session_0&xl=1_30&xb=0_12.5&n=81&z=6",
    ],
    [
      "requests that fail: errors, those sent again, refusals",
      { ...DEFAULT_SCENARIO, failed: { erroredPercent: 2, retriedPercent: 5.5, refusedPercent: 1 } },
      "v=1&pd=2026-11-20&fail=2_5.5_1&z=3",
    ],
    [
      "one call, as soon as a part of it differs",
      asking({ call: { ...DEFAULT_QUESTIONS.call, batch: true } }),
      "v=1&pd=2026-11-20&qc=2000_500_0_0_1_10000_s5.5&z=3",
    ],
    [
      "questions and an app's levers, in front of the sessions",
      {
        ...asking({
          vendors: { tokensPercent: 120 },
          hardware: { ...DEFAULT_QUESTIONS.hardware, pricePerHour: 1.2345 },
          app: { ...DEFAULT_QUESTIONS.app, prefix: { ...DEFAULT_QUESTIONS.app.prefix, on: true, arrival: "bursts" } },
        }),
        developers: 2,
        profiles: withUsage({ requests: 81 }).profiles,
      },
      "v=1&pd=2026-11-20&dev=2&qv=120&qh=1.2345_720_5000_500_50_20_75&qp=1_1500_5m_burst_20_60&n=81&z=7",
    ],
    [
      "a name's blanks as _",
      { ...DEFAULT_SCENARIO, profiles: [{ ...typical, name: "Big job" }] },
      "v=1&pd=2026-11-20&as=Big_job&z=3",
    ],
    [
      "a model mix with a lock",
      {
        ...DEFAULT_SCENARIO,
        profiles: [
          {
            ...typical,
            mix: [
              { model: "claude-opus-5-5", percent: 33.3, locked: true },
              { model: "claude-haiku-4-5-20251001", percent: 66.7, locked: false },
            ],
          },
        ],
      },
      "v=1&pd=2026-11-20&mix=o5.5_33.3l~h4.5_66.7&z=3",
    ],
  ] satisfies [string, Scenario, string][])("%s", (_why, scenario, text) => {
    expect(serializeScenario(scenario)).toBe(text);
    expect(parseScenario(text)).toEqual({ scenario, problems: [] });
  });

  it.each(PRESETS.map(({ id, scenario }) => [id, scenario] as const))("the preset %s comes back", (_id, scenario) => {
    expect(parseScenario(serializeScenario(scenario))).toEqual({ scenario, problems: [] });
  });
});

describe("laws over every scenario that keeps the rules", () => {
  it("what is written is read back, unchanged and without a word, from one canonical text of safe characters", () => {
    fc.assert(
      fc.property(anyScenario(), (scenario) => {
        const text = serializeScenario(scenario);
        const parsed = parseScenario(text);
        expect(parsed).toEqual({ scenario, problems: [] });
        expect(serializeScenario(parsed.scenario)).toBe(text);
        expect(text).toMatch(/^[A-Za-z0-9._~=&-]*[A-Za-z0-9]$/);
      }),
      { numRuns: 5_000 },
    );
  });

  it("with the # before it, it means the same", () => {
    fc.assert(
      fc.property(anyScenario(), (scenario) => {
        expect(parseScenario(`#${serializeScenario(scenario)}`)).toEqual({ scenario, problems: [] });
      }),
      { numRuns: 200 },
    );
  });

  it("none of them contradicts itself", () => {
    fc.assert(
      fc.property(anyScenario(), (scenario) => {
        expect(conflicts(scenario)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

describe("each number is kept at its least, its most, and a step within", () => {
  const numbers = Object.entries(DEFAULT_SCENARIO).filter(([, value]) => typeof value === "number");
  const inUsage = Object.entries(typical.usage).filter(([, value]) => typeof value === "number");

  it.each(numbers.map(([field]) => field as keyof typeof RANGES & keyof Scenario))("%s", (field) => {
    const { least, most, decimals } = RANGES[field];
    const step = Number((10 ** -decimals).toFixed(decimals));
    for (const value of [least, Number((least + step).toFixed(decimals)), Number((most - step).toFixed(decimals)), most]) {
      const scenario = { ...DEFAULT_SCENARIO, [field]: value };
      expect(parseScenario(serializeScenario(scenario))).toEqual({ scenario, problems: [] });
    }
  });

  it.each(inUsage.map(([field]) => field as keyof typeof RANGES & keyof SimulatedUsage))("%s of a session", (field) => {
    const { least, most, decimals } = RANGES[field];
    const step = Number((10 ** -decimals).toFixed(decimals));
    for (const value of [least, least + step, Number((most - step).toFixed(decimals)), most]) {
      const scenario = withUsage({ [field]: value });
      expect(parseScenario(serializeScenario(scenario))).toEqual({ scenario, problems: [] });
    }
  });
});

describe("each number of a question is kept at its least, its most, and a step within", () => {
  const { call, app, vendors, hardware } = DEFAULT_QUESTIONS;
  const CASES: readonly (readonly [QuestionNumber, (value: number) => Partial<Questions>])[] = [
    ["promptTokens", (promptTokens) => ({ call: { ...call, promptTokens } })],
    ["outputTokens", (outputTokens) => ({ call: { ...call, outputTokens } })],
    ["outputTokens", (thinkingTokens) => ({ call: { ...call, thinkingTokens } })],
    ["sharePercent", (cachedPercent) => ({ call: { ...call, cachedPercent } })],
    ["callsPerMonth", (callsPerMonth) => ({ call: { ...call, callsPerMonth } })],
    ["capTokens", (tokens) => ({ app: { ...app, outputCap: { on: true, tokens } } })],
    ["sharePercent", (percent) => ({ app: { ...app, trimming: { on: true, percent } } })],
    ["promptTokens", (tokens) => ({ app: { ...app, prefix: { ...app.prefix, on: true, tokens } } })],
    ["burstCalls", (burstCalls) => ({ app: { ...app, prefix: { ...app.prefix, on: true, burstCalls } } })],
    ["burstMinutes", (burstMinutes) => ({ app: { ...app, prefix: { ...app.prefix, on: true, burstMinutes } } })],
    ["sharePercent", (percent) => ({ app: { ...app, batch: { on: true, percent } } })],
    ["sharePercent", (percent) => ({ app: { ...app, localCache: { on: true, percent } } })],
    ["sharePercent", (percent) => ({ app: { ...app, smaller: { ...app.smaller, on: true, percent } } })],
    ["tokensPercent", (tokensPercent) => ({ vendors: { ...vendors, tokensPercent } })],
    ["hourUsd", (pricePerHour) => ({ hardware: { ...hardware, pricePerHour } })],
    ["hoursPerMonth", (hoursPerMonth) => ({ hardware: { ...hardware, hoursPerMonth } })],
    ["tokensPerSecond", (promptTokensPerSecond) => ({ hardware: { ...hardware, promptTokensPerSecond } })],
    ["tokensPerSecond", (outputTokensPerSecond) => ({ hardware: { ...hardware, outputTokensPerSecond } })],
    ["utilisationPercent", (utilisationPercent) => ({ hardware: { ...hardware, utilisationPercent } })],
    ["peopleHours", (peopleHours) => ({ hardware: { ...hardware, peopleHours } })],
    ["hourUsd", (peoplePricePerHour) => ({ hardware: { ...hardware, peoplePricePerHour } })],
  ];

  it.each(CASES)("%s", (name, put) => {
    const { least, most, decimals } = QUESTION_RANGES[name];
    const step = Number((10 ** -decimals).toFixed(decimals));
    for (const value of [least, Number((least + step).toFixed(decimals)), Number((most - step).toFixed(decimals)), most]) {
      const scenario = withQuestions(DEFAULT_SCENARIO, { ...DEFAULT_QUESTIONS, ...put(value) });
      expect(parseScenario(serializeScenario(scenario))).toEqual({ scenario, problems: [] });
    }
  });

  it("a step of any has at most six decimals, as many as a link reads", () => {
    for (const { decimals } of Object.values(QUESTION_RANGES)) expect(decimals).toBeLessThanOrEqual(6);
  });
});

describe("what a link cannot say is named, and the rest of it counts", () => {
  it.each([
    ["a number above its range is brought to the end", "v=1&pd=2026-11-20&dev=100001&z=3", "dev", { developers: 100_000 }],
    ["a number below its range likewise", "v=1&pd=2026-11-20&dev=0&z=3", "dev", { developers: 1 }],
    ["a number between two steps goes to the nearer", "v=1&pd=2026-11-20&batch=12.26&z=3", "batch", { batchPercent: 12.3 }],
    ["a sign", "v=1&pd=2026-11-20&dev=-5&z=3", "dev", { developers: 1 }],
    ["an exponent", "v=1&pd=2026-11-20&dev=1e3&z=3", "dev", { developers: 1 }],
    ["Infinity", "v=1&pd=2026-11-20&dev=Infinity&z=3", "dev", { developers: 1 }],
    ["a hexadecimal number", "v=1&pd=2026-11-20&dev=0x10&z=3", "dev", { developers: 1 }],
    ["nothing", "v=1&pd=2026-11-20&dev=&z=3", "dev", { developers: 1 }],
    ["a word that is not offered", "v=1&pd=2026-11-20&over=toString&z=3", "over", { overflow: "api-rates" }],
    ["a day that does not exist", "v=1&pd=2026-02-30&z=2", "pd", { priceDate: "2026-11-20" }],
    ["a day after the last checked one", "v=1&pd=2026-11-21&z=2", "pd", { priceDate: "2026-11-20" }],
    ["a model that is not in the catalog", "v=1&pd=2026-11-20&of=gpt-5&z=3", "of", { tokensOf: "claude-opus-5-5" }],
    ["a version from the future", "v=2&pd=2026-11-20&z=2", "v", {}],
    ["no version", "pd=2026-11-20&z=1", "v", {}],
    ["a key twice: the first counts", "v=1&pd=2026-11-20&dev=2&dev=3&z=4", "dev", { developers: 2 }],
    ["a field of the other kind of session", "v=1&pd=2026-11-20&in=5&z=3", "in", {}],
    ["half a group of values", "v=1&pd=2026-11-20&sub=2_same_15&z=3", "sub", {}],
    ["a group with one value too many", "v=1&pd=2026-11-20&read=1_2_3&z=3", "read", {}],
    [
      "a value of a group above its range",
      "v=1&pd=2026-11-20&read=1_5001&z=3",
      "read",
      { oneRead: { tokens: 1, request: 5_000 } },
    ],
    ["a switch before the first request", "v=1&pd=2026-11-20&sw=1_o4.6&z=3", "sw", switchedAt(2)],
    ["a switch to a model that nobody stated", "v=1&pd=2026-11-20&sw=2_own-house&z=3", "mix", {}],
    ["a switch where requests are routed", "v=1&pd=2026-11-20&sw=2_o4.6&rt=request&z=4", "sw", routed()],
    ["more than all of the work in levers", "v=1&pd=2026-11-20&xr=1_80_20.1_h5.5_s5.5_o5.5_session_0&z=3", "xr", {}],
    [
      "more requests without an answer than there are",
      "v=1&pd=2026-11-20&fail=60_0_60&z=3",
      "fail",
      { failed: { erroredPercent: 60, retriedPercent: 0, refusedPercent: 40 } },
    ],
    ["half of what fails", "v=1&pd=2026-11-20&fail=2_5&z=3", "fail", {}],
    ["a call with a model of one's own", "v=1&pd=2026-11-20&qc=2000_500_0_0_0_10000_own-house&z=3", "qc", {}],
    ["a call without its model", "v=1&pd=2026-11-20&qc=2000_500_0_0_0_10000&z=3", "qc", {}],
    [
      "a call above its range",
      "v=1&pd=2026-11-20&qc=10000001_500_0_0_0_10000_s5.5&z=3",
      "qc",
      asking({ call: { ...DEFAULT_QUESTIONS.call, promptTokens: 10_000_000 } }),
    ],
    ["an app's lever that is neither on nor off", "v=1&pd=2026-11-20&qb=2_50&z=3", "qb", {}],
    ["hardware that never works", "v=1&pd=2026-11-20&qh=2.5_720_5000_500_0_20_75&z=3", "qh", idle(0.1)],
    ["a question that asks what version 1 asks: it is no field", "v=1&pd=2026-11-20&qv=100&z=3", "link", {}],
    ["levers of a second profile", "v=1&pd=2026-11-20&2.s=3&2.xc=1_5m&z=4", "link", { profiles: [typical, typical] }],
    ["a third profile without a second", "v=1&pd=2026-11-20&3.s=5&z=3", "3.s", {}],
  ] satisfies [string, string, string, Partial<Scenario>][])("%s", (_why, text, field, differs) => {
    expect(parseScenario(text).scenario).toEqual({ ...DEFAULT_SCENARIO, ...differs });
    expect(fieldsOf(text)).toContain(field);
  });

  it("a leading zero is read, and said to be unlike what is written here", () => {
    expect(parseScenario("v=1&pd=2026-11-20&dev=07&z=3").scenario.developers).toBe(7);
    expect(fieldsOf("v=1&pd=2026-11-20&dev=07&z=3")).toEqual(["link"]);
  });

  it("a mix that does not add to 100 % is brought there and named", () => {
    // 20 : 20 : 20 are thirds: 333.33… tenths each, and the tenth left over goes to the first.
    const { scenario, problems } = parseScenario("v=1&pd=2026-11-20&mix=o5.5_20~s5.5_20~h5.5_20&z=3");
    expect(scenario.profiles[0]?.mix.map(({ percent }) => percent)).toEqual([33.4, 33.3, 33.3]);
    expect(problems.map(({ field }) => field)).toContain("mix");
  });

  it("the most of 4,096 characters are read, and one more is refused", () => {
    const link = "v=1&pd=2026-11-20&dev=5&z=3";
    const padded = `${link}&utm_source=`.padEnd(4_096, "a");
    expect(parseScenario(padded)).toEqual({ scenario: { ...DEFAULT_SCENARIO, developers: 5 }, problems: [] });
    expect(fieldsOf(`${padded}a`)).toContain("link");
  });
});
