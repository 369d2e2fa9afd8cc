import { DEFAULT_SCENARIO, DEFAULT_SIMULATED } from "../../src/scenario/defaults.ts";
import type { Questions } from "../../src/scenario/questions.ts";
import type { Levers, Profile, Scenario, SimulatedUsage } from "../../src/scenario/scenario.ts";

/** One kind of session and its terms, and nothing of them as version 1 takes it when nothing is said. */
export const TERMS_CHANGED: Scenario = {
  ...DEFAULT_SCENARIO,
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
        ...DEFAULT_SIMULATED,
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
  work: "app",
  planBilling: "annual",
  limitRule: "own",
  overflow: "not-allowed",
  ownLimits: { ...DEFAULT_SCENARIO.ownLimits, max: { low: 1_350, high: 2_260 } },
  currency: { code: "EUR", perUsd: 0.92 },
};

const [termsProfile] = TERMS_CHANGED.profiles as [Profile];

/** Every lever on, and every part of each changed. */
export const LEVERS_CHANGED: Levers = {
  routing: {
    on: true,
    easyPercent: 60,
    mediumPercent: 25,
    easyModel: "claude-haiku-4-5-20251001",
    mediumModel: "claude-sonnet-4-6",
    hardModel: "claude-fable-5-2",
    by: "request",
    fee: 0.001,
  },
  caching: { on: true, to: "5m" },
  compaction: { on: true, atTokens: 150_000, removedPercent: 50 },
  clearing: { on: true, afterRequests: 40 },
  thinking: { on: true, lessPercent: 25 },
  batch: { on: true, percent: 12.5 },
  subagents: { on: true, model: "claude-sonnet-5-5" },
};

/** Every part of every smaller question changed, and every lever of an app on. */
export const QUESTIONS_CHANGED: Questions = {
  call: {
    promptTokens: 12_000,
    outputTokens: 800,
    thinkingTokens: 400,
    cachedPercent: 62.5,
    batch: true,
    callsPerMonth: 250_000,
    model: "claude-haiku-4-5-20251001",
  },
  app: {
    outputCap: { on: true, tokens: 600 },
    trimming: { on: true, percent: 12.5 },
    prefix: { on: true, tokens: 9_000, lifetime: "1h", arrival: "bursts", burstCalls: 40, burstMinutes: 7.5 },
    batch: { on: true, percent: 35 },
    localCache: { on: true, percent: 7.5 },
    smaller: { on: true, percent: 42.5, model: "claude-sonnet-4-6" },
  },
  vendors: { tokensPercent: 130 },
  hardware: {
    pricePerHour: 1.85,
    hoursPerMonth: 176,
    promptTokensPerSecond: 3_500,
    outputTokensPerSecond: 240.5,
    utilisationPercent: 35,
    peopleHours: 12,
    peoplePricePerHour: 95,
  },
};

/** Those too: what happens inside a session, the levers, what is read once, and requests that fail. */
export const EVERYTHING_CHANGED: Scenario = {
  ...TERMS_CHANGED,
  levers: LEVERS_CHANGED,
  oneRead: { tokens: 40_000, request: 12 },
  reReadTokens: 15_000,
  costSpread: 2.5,
  budget: { monthlyUsd: 5_000, dailyUsd: 300, taxPercent: 19, startingCredit: true },
  team: [
    { developers: 5, totalUsd: 1_600 },
    { developers: 20, totalUsd: 1_800 },
  ],
  failed: { erroredPercent: 2, retriedPercent: 5.5, refusedPercent: 1 },
  profiles: [
    {
      ...termsProfile,
      usage: {
        ...(termsProfile.usage as SimulatedUsage),
        clearAfterRequests: 40,
        subagents: {
          count: 3,
          model: "claude-sonnet-5-5",
          requests: 25,
          basePromptTokens: 15_000,
          inputGrowthPerRequest: 2_500,
          outputPerRequest: 550,
        },
        modelSwitch: { beforeRequest: 60, model: "claude-fable-5-2" },
      },
    },
  ],
};
