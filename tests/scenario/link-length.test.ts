import { describe, expect, it } from "vitest";
import { catalog } from "../../src/rates/catalog.ts";
import { conflicts } from "../../src/scenario/conflicts.ts";
import { DEFAULT_SCENARIO } from "../../src/scenario/defaults.ts";
import { LONGEST_LINK, parseScenario, serializeScenario } from "../../src/scenario/link.ts";
import { MOST_IN_MIX, MOST_OWN_MODELS, MOST_PROFILES } from "../../src/scenario/link-fields.ts";
import type { MixShare, OwnModel, Profile, Scenario, SimulatedUsage } from "../../src/scenario/scenario.ts";

/** One profile, and nothing in the scenario as version 1 takes it when nothing is said. */
const EVERYTHING_CHANGED: Scenario = {
  preset: "heavy",
  priceDate: "2026-11-19",
  tokensOf: "claude-sonnet-4-6",
  tokenizerFactor: 1.25,
  developers: 25,
  workingDays: 21,
  dayBasis: "calendar",
  profiles: [
    {
      name: "Refactor",
      sessionsPerDay: 4.5,
      mix: [
        { model: "claude-opus-5-5", percent: 60, locked: true },
        { model: "claude-sonnet-5-5", percent: 40, locked: false },
      ],
      usage: {
        kind: "simulated",
        requests: 120,
        basePromptTokens: 25_000,
        inputGrowthPerRequest: 2_500,
        outputPerRequest: 900,
        outputKeptShare: 0.75,
        caching: "1h",
        warmPromptTokens: 15_000,
        pauseMinutes: 5,
        pauseHours: 1,
        prefixChanges: 2,
        compactAtTokens: 200_000,
        summaryTokens: 6_000,
      },
    },
  ],
  batchPercent: 25,
  routerFee: 0.001,
  place: "us",
  fast: false,
  discountPercent: 12.5,
  ownModels: [],
  work: "programmatic",
  planBilling: "annual",
  limitRule: "own",
  overflow: "not-allowed",
  ownLimits: { ...DEFAULT_SCENARIO.ownLimits, max: { low: 1_350, high: 2_260 } },
};

const [defaultProfile] = DEFAULT_SCENARIO.profiles as [Profile];

describe("a link for one profile with every input changed", () => {
  const { fast: _fast, ownModels: _own, profiles, ...rest } = EVERYTHING_CHANGED;

  it("changes every input; but fast mode, which batch excludes, and models of one's own", () => {
    for (const [field, value] of Object.entries(rest)) expect(value).not.toEqual(DEFAULT_SCENARIO[field as keyof Scenario]);
    const { usage, ...profile } = profiles[0] as Profile;
    for (const [field, value] of Object.entries(profile)) expect(value).not.toEqual(defaultProfile[field as keyof Profile]);
    for (const [field, value] of Object.entries(usage))
      if (field !== "kind") expect(value).not.toEqual((defaultProfile.usage as SimulatedUsage)[field as keyof SimulatedUsage]);
    expect(conflicts(EVERYTHING_CHANGED)).toEqual([]);
  });

  it("takes 300 characters at the most", () => {
    expect(serializeScenario(EVERYTHING_CHANGED).length).toBeLessThanOrEqual(300);
  });

  it("takes 300 characters at the most with a model of one's own in place of batch and limits", () => {
    const own: OwnModel = {
      id: "own-house",
      rates: { input: 1.5, cacheWrite5m: 1.875, cacheWrite1h: 3, cacheRead: 0.15, output: 7.5 },
      tokenizer: "from-4.7",
    };
    const { ownLimits } = DEFAULT_SCENARIO;
    const text = serializeScenario({ ...EVERYTHING_CHANGED, batchPercent: 0, limitRule: "guides", ownLimits, ownModels: [own] });
    expect(text.length).toBeLessThanOrEqual(300);
  });
});

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

  it("fits a link to share with three models a mix and nothing of one's own", () => {
    const { ownLimits, ownModels } = DEFAULT_SCENARIO;
    const three = [60.5, 30.3, 9.2].map((percent, index) => ({ model: longest[index + 3] ?? "", percent, locked: true }));
    const profiles = largest.profiles.map((each) => ({ ...each, mix: three }));
    expect(serializeScenario({ ...largest, ownLimits, ownModels, profiles }).length).toBeLessThanOrEqual(LONGEST_LINK);
  });
});
