import { isDeepStrictEqual } from "node:util";
import { describe, expect, it } from "vitest";
import { catalog } from "../../src/rates/catalog.ts";
import { conflicts } from "../../src/scenario/conflicts.ts";
import { DEFAULT_LEVERS, DEFAULT_SCENARIO, DEFAULT_SIMULATED } from "../../src/scenario/defaults.ts";
import { LONGEST_LINK, parseScenario, serializeScenario } from "../../src/scenario/link.ts";
import { DEFAULT_QUESTIONS, type Questions } from "../../src/scenario/questions.ts";
import { MOST_IN_MIX, MOST_OWN_MODELS, MOST_PROFILES, MOST_TEAM_GROUPS } from "../../src/scenario/ranges.ts";
import type { Levers, MixShare, ModelSwitch, OwnModel, Profile, Scenario, SimulatedUsage } from "../../src/scenario/scenario.ts";
import { EVERYTHING_CHANGED, LEVERS_CHANGED, QUESTIONS_CHANGED, TERMS_CHANGED } from "./changed-scenario.ts";

/** The fields of an object whose value another one has too. */
function unchanged(changed: object, base: object): readonly string[] {
  const values = base as Readonly<Record<string, unknown>>;
  return Object.entries(changed).flatMap(([field, value]) => (isDeepStrictEqual(value, values[field]) ? [field] : []));
}

function profileAndUsage({ profiles }: Scenario): { readonly profile: object; readonly usage: object } {
  const { usage, ...profile } = profiles[0] as Profile;
  return { profile, usage };
}

const DEFAULTS = profileAndUsage(DEFAULT_SCENARIO);
// Batch excludes fast mode, and models of one's own have a link of their own below.
const NOT_BESIDE_IT = ["fast", "ownModels"];

describe("a link for one kind of session and its terms", () => {
  it("with every one of them changed, but what happens inside the session, and the levers", () => {
    expect(unchanged(TERMS_CHANGED, DEFAULT_SCENARIO)).toEqual([
      ...NOT_BESIDE_IT,
      "levers",
      "oneRead",
      "reReadTokens",
      "costSpread",
      "budget",
      "team",
      "failed",
    ]);
    const { profile, usage } = profileAndUsage(TERMS_CHANGED);
    expect(unchanged(profile, DEFAULTS.profile)).toEqual([]);
    expect(unchanged(usage, DEFAULTS.usage)).toEqual(["kind", "clearAfterRequests", "subagents", "modelSwitch", "routing"]);
    expect(conflicts(TERMS_CHANGED)).toEqual([]);
  });

  it("takes 300 characters at the most", () => {
    expect(serializeScenario(TERMS_CHANGED).length).toBeLessThanOrEqual(300);
  });

  it("takes 300 characters at the most with a model of one's own in place of batch and limits", () => {
    const own: OwnModel = {
      id: "own-house",
      rates: { input: 1.5, cacheWrite5m: 1.875, cacheWrite1h: 3, cacheRead: 0.15, output: 7.5 },
      tokenizer: "from-4.7",
    };
    const { ownLimits } = DEFAULT_SCENARIO;
    const text = serializeScenario({ ...TERMS_CHANGED, batchPercent: 0, limitRule: "guides", ownLimits, ownModels: [own] });
    expect(text.length).toBeLessThanOrEqual(300);
  });
});

describe("a link for one kind of session with everything changed", () => {
  it("changes every lever and every part of it, and all that can happen inside a session", () => {
    expect(unchanged(EVERYTHING_CHANGED, DEFAULT_SCENARIO)).toEqual(NOT_BESIDE_IT);
    const { profile, usage } = profileAndUsage(EVERYTHING_CHANGED);
    expect(unchanged(profile, DEFAULTS.profile)).toEqual([]);
    // A session whose requests are routed has no switch of its own, and a switch takes more room.
    expect(unchanged(usage, DEFAULTS.usage)).toEqual(["kind", "routing"]);
    for (const [name, lever] of Object.entries(LEVERS_CHANGED))
      expect(unchanged(lever, DEFAULT_LEVERS[name as keyof Levers])).toEqual([]);
    expect(unchanged((usage as SimulatedUsage).subagents, DEFAULT_SIMULATED.subagents)).toEqual([]);
    expect(unchanged(EVERYTHING_CHANGED.failed, DEFAULT_SCENARIO.failed)).toEqual([]);
    expect(unchanged(EVERYTHING_CHANGED.oneRead, DEFAULT_SCENARIO.oneRead)).toEqual([]);
    expect(conflicts(EVERYTHING_CHANGED)).toEqual([]);
  });

  it("takes 520 characters at the most", () => {
    expect(serializeScenario(EVERYTHING_CHANGED).length).toBeLessThanOrEqual(520);
  });

  it("is written and read back", () => {
    expect(parseScenario(serializeScenario(EVERYTHING_CHANGED))).toEqual({ scenario: EVERYTHING_CHANGED, problems: [] });
  });
});

describe("a link with every smaller question changed", () => {
  const scenario: Scenario = { ...DEFAULT_SCENARIO, questions: QUESTIONS_CHANGED };

  it("changes every part of each, and every lever of an app", () => {
    const { app, ...parts } = QUESTIONS_CHANGED;
    for (const [name, part] of Object.entries(parts))
      expect(unchanged(part, DEFAULT_QUESTIONS[name as keyof typeof parts])).toEqual([]);
    for (const [name, lever] of Object.entries(app))
      expect(unchanged(lever, DEFAULT_QUESTIONS.app[name as keyof typeof app])).toEqual([]);
  });

  it("takes 180 characters more at the most", () => {
    const more = serializeScenario(scenario).length - serializeScenario(DEFAULT_SCENARIO).length;
    expect(more).toBeLessThanOrEqual(180);
  });

  it("is written and read back", () => {
    expect(parseScenario(serializeScenario(scenario))).toEqual({ scenario, problems: [] });
  });
});

/** Every question as long as a link can write it. */
const LONGEST_QUESTIONS: Questions = {
  call: {
    promptTokens: 9_999_999,
    outputTokens: 999_999,
    thinkingTokens: 999_999,
    cachedPercent: 12.5,
    batch: true,
    callsPerMonth: 999_999_999,
    model: "claude-3-5-sonnet-20240620",
  },
  app: {
    outputCap: { on: true, tokens: 999_999 },
    trimming: { on: true, percent: 12.5 },
    prefix: { on: true, tokens: 9_999_999, lifetime: "1h", arrival: "bursts", burstCalls: 999_999, burstMinutes: 12_345.6 },
    batch: { on: true, percent: 12.5 },
    localCache: { on: true, percent: 12.5 },
    smaller: { on: true, percent: 12.5, model: "claude-3-5-sonnet-20240620" },
  },
  vendors: { tokensPercent: 123.4 },
  hardware: {
    pricePerHour: 1234.5678,
    hoursPerMonth: 123.4,
    promptTokensPerSecond: 1_234_567.8,
    outputTokensPerSecond: 1_234_567.8,
    utilisationPercent: 12.5,
    peopleHours: 1234.5,
    peoplePricePerHour: 1234.5678,
  },
};

describe("the largest scenario that the limits allow", () => {
  const own: readonly OwnModel[] = ["a", "b", "c"].slice(0, MOST_OWN_MODELS).map((name) => ({
    id: `own-${name.repeat(19)}`,
    rates: {
      input: 1234.567891,
      cacheWrite5m: 1234.567891,
      cacheWrite1h: 1234.567891,
      cacheRead: 1234.567891,
      output: 1234.567891,
    },
    tokenizer: "from-4.7",
  }));
  const longest = [...catalog.models.map(({ id }) => id), ...own.map(({ id }) => id)]
    .filter((id) => id !== "claude-mythos-preview")
    .sort((a, b) => b.replace("claude-", "").length - a.replace("claude-", "").length)
    .slice(0, MOST_IN_MIX);
  const shares = longest.map((_, index) => (index === 0 ? 100 - 8.1 * (longest.length - 1) : 8.1));
  const mix: readonly MixShare[] = longest.map((model, index) => ({
    model,
    percent: Math.round((shares[index] ?? 0) * 10) / 10,
    locked: true,
  }));
  const profile: Profile = {
    name: "Abcdefghijklmnopqrstuvwx",
    sessionsPerDay: 123_456.1234,
    mix,
    usage: {
      kind: "simulated",
      requests: 4_999,
      basePromptTokens: 999_999,
      inputGrowthPerRequest: 999_999,
      outputPerRequest: 199_999,
      outputKeptShare: 0.123,
      caching: "off",
      warmPromptTokens: 999_999,
      pauseMinutes: 1_000,
      pauseHours: 1_000,
      prefixChanges: 1_000,
      compactAtTokens: 9_999_999,
      summaryTokens: 199_999,
      clearAfterRequests: 4_999,
      subagents: {
        count: 100,
        model: longest[0] ?? "",
        requests: 4_999,
        basePromptTokens: 999_999,
        inputGrowthPerRequest: 999_999,
        outputPerRequest: 199_999,
      },
      modelSwitch: { beforeRequest: 4_999, model: longest[0] ?? "" },
      routing: "session",
    },
  };
  const limit = { low: 1_234_567.12, high: 1_234_568.12 };
  const largest: Scenario = {
    ...EVERYTHING_CHANGED,
    developers: 99_999,
    workingDays: 20.5,
    tokensOf: "claude-3-5-sonnet-20241022",
    batchPercent: 12.5,
    routerFee: 0.123456,
    discountPercent: 12.5,
    place: "regional",
    ownModels: own,
    profiles: Array.from({ length: MOST_PROFILES }, () => profile),
    levers: {
      routing: {
        on: true,
        easyPercent: 12.5,
        mediumPercent: 12.5,
        easyModel: longest[0] ?? "",
        mediumModel: longest[0] ?? "",
        hardModel: longest[0] ?? "",
        by: "request",
        fee: 0.123456,
      },
      caching: { on: true, to: "5m" },
      compaction: { on: true, atTokens: 9_999_999, removedPercent: 12.5 },
      clearing: { on: true, afterRequests: 4_999 },
      thinking: { on: true, lessPercent: 12.5 },
      batch: { on: true, percent: 12.5 },
      subagents: { on: true, model: longest[0] ?? "" },
    },
    team: Array.from({ length: MOST_TEAM_GROUPS }, () => ({ developers: 99_999, totalUsd: 9_999_999.99 })),
    oneRead: { tokens: 999_999, request: 4_999 },
    reReadTokens: 999_999,
    failed: { erroredPercent: 12.5, retriedPercent: 12.5, refusedPercent: 12.5 },
    questions: LONGEST_QUESTIONS,
    ownLimits: { pro: limit, max: limit, ultra: limit, "team-standard": limit, "team-premium": limit },
  };

  it("keeps the rules and comes back whole", () => {
    expect(parseScenario(serializeScenario(largest))).toEqual({ scenario: largest, problems: [] });
  });

  it("is too long for a link to share, and short enough for the address to keep", () => {
    expect(serializeScenario(largest).length).toBeGreaterThan(LONGEST_LINK);
    // What reading refuses begins at 4,097.
    expect(serializeScenario(largest).length).toBeLessThanOrEqual(4_096);
  });

  // The longest id of the catalog's own.
  const listed = longest[MOST_OWN_MODELS] ?? "";
  const three = [60.5, 30.3, 9.2].map((percent, index) => ({
    model: longest[index + MOST_OWN_MODELS] ?? "",
    percent,
    locked: true,
  }));
  const { ownLimits, ownModels } = DEFAULT_SCENARIO;
  const { subagents, modelSwitch } = profile.usage as SimulatedUsage & { readonly modelSwitch: ModelSwitch };

  it("fits a link to share with three models a mix, nothing of one's own, no levers and neither subagents nor switches, whatever is asked besides", () => {
    const plain = { ...(profile.usage as SimulatedUsage), subagents: DEFAULT_SIMULATED.subagents, modelSwitch: null };
    const profiles = largest.profiles.map((each) => ({ ...each, mix: three, usage: plain }));
    const scenario = { ...largest, ownLimits, ownModels, levers: DEFAULT_LEVERS, profiles };
    expect(parseScenario(serializeScenario(scenario))).toEqual({ scenario, problems: [] });
    expect(serializeScenario(scenario).length).toBeLessThanOrEqual(LONGEST_LINK);
  });

  it("fits a link to share with levers, subagents and switches too, as long as nothing is asked besides and no request fails", () => {
    const { questions: _, ...unasked } = largest;
    const { routing } = largest.levers;
    const levers: Levers = {
      ...largest.levers,
      routing: { ...routing, easyModel: listed, mediumModel: listed, hardModel: listed },
      subagents: { on: true, model: listed },
    };
    const usage: SimulatedUsage = {
      ...(profile.usage as SimulatedUsage),
      subagents: { ...subagents, model: listed },
      modelSwitch: { ...modelSwitch, model: listed },
    };
    const profiles = Array.from({ length: MOST_PROFILES }, () => ({ ...profile, mix: three, usage }));
    const { failed } = DEFAULT_SCENARIO;
    const scenario = { ...unasked, failed, ownLimits, ownModels, levers, profiles };
    expect(parseScenario(serializeScenario(scenario))).toEqual({ scenario, problems: [] });
    expect(serializeScenario(scenario).length).toBeLessThanOrEqual(LONGEST_LINK);
  });
});
