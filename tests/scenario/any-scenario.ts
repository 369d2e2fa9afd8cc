import fc from "fast-check";
import { isWithin } from "../../src/lib/calendar.ts";
import type { ModelCard } from "../../src/pricing/rate-card.ts";
import { catalog } from "../../src/rates/catalog.ts";
import { PRESET_IDS } from "../../src/scenario/preset-ids.ts";
import { QUESTION_RANGES, type QuestionNumber, type Questions } from "../../src/scenario/questions.ts";
import { type NumberRange, RANGES } from "../../src/scenario/ranges.ts";
import type {
  FailedRequests,
  Levers,
  LimitRange,
  MixShare,
  ModelSwitch,
  OwnModel,
  Profile,
  Scenario,
  SimulatedUsage,
  Subagents,
} from "../../src/scenario/scenario.ts";
import { WORK_KIND_IDS } from "../../src/scenario/work-kind.ts";

/** A value on a field's own step, its two ends often: they are where links go wrong. */
function onStep(name: keyof typeof RANGES): fc.Arbitrary<number> {
  return stepOf(RANGES[name]);
}

function asked(name: QuestionNumber): fc.Arbitrary<number> {
  return stepOf(QUESTION_RANGES[name]);
}

function stepOf({ least, most, decimals }: NumberRange): fc.Arbitrary<number> {
  const steps = 10 ** decimals;
  const inside = fc.integer({ min: Math.round(least * steps), max: Math.round(most * steps) }).map((value) => value / steps);
  return fc.oneof({ arbitrary: inside, weight: 4 }, fc.constantFrom(least, most));
}

const LETTERS = [..."ABCXYZabcxyz019"];
const SMALL = [..."abcxyz019"];

export const anyName: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom(...LETTERS), fc.string({ unit: fc.constantFrom(...LETTERS, " "), maxLength: 22 }))
  .chain(([first, middle]) => fc.constantFrom(...LETTERS).map((last) => `${first}${middle}${last}`));

const anyOwnId = fc
  .tuple(fc.string({ unit: fc.constantFrom(...SMALL, "-"), maxLength: 18 }), fc.constantFrom(...SMALL))
  .map(([name, last]) => `own-${name}${last}`);

const anyOwnModel: fc.Arbitrary<OwnModel> = fc.record({
  id: anyOwnId,
  rates: fc.record({
    input: onStep("ownRate"),
    cacheWrite5m: onStep("ownRate"),
    cacheWrite1h: onStep("ownRate"),
    cacheRead: onStep("ownRate"),
    output: onStep("ownRate"),
  }),
  tokenizer: fc.constantFrom("before-4.7", "from-4.7"),
});

/** Shares of the models, in tenths that add to 100. */
export function anyMix(models: readonly string[], most = 12): fc.Arbitrary<readonly MixShare[]> {
  return fc.shuffledSubarray([...models], { minLength: 1, maxLength: Math.min(most, models.length) }).chain((chosen) =>
    fc
      .tuple(
        fc.array(fc.integer({ min: 0, max: 1_000 }), { minLength: chosen.length - 1, maxLength: chosen.length - 1 }),
        fc.array(fc.boolean(), { minLength: chosen.length, maxLength: chosen.length }),
      )
      .map(([cuts, locks]) => {
        const ends = [...cuts.sort((a, b) => a - b), 1_000];
        return chosen.map((model, index) => ({
          model,
          percent: ((ends[index] ?? 0) - (ends[index - 1] ?? 0)) / 10,
          locked: locks[index] ?? false,
        }));
      }),
  );
}

const anyTotals = fc.record({
  kind: fc.constant("totals" as const),
  input: onStep("totalTokens"),
  cacheWrite5m: onStep("totalTokens"),
  cacheWrite1h: onStep("totalTokens"),
  cacheRead: onStep("totalTokens"),
  output: onStep("totalTokens"),
  webSearches: onStep("webSearches"),
  requests: fc.option(onStep("countedRequests")),
});

/** A session before models are chosen for its subagents and for the switch inside it. */
type Shape = Omit<SimulatedUsage, "subagents" | "modelSwitch">;

function anyShape(mostRequests: number): fc.Arbitrary<Shape> {
  const shape = fc.record({
    kind: fc.constant("simulated" as const),
    requests: onStep("requests").map((requests) => Math.min(requests, mostRequests)),
    basePromptTokens: onStep("basePromptTokens"),
    inputGrowthPerRequest: onStep("inputGrowthPerRequest"),
    outputPerRequest: onStep("outputPerRequest"),
    outputKeptShare: onStep("outputKeptShare"),
    caching: fc.constantFrom("off" as const, "5m" as const, "1h" as const),
    warmPromptTokens: onStep("warmPromptTokens"),
    pauseMinutes: onStep("pauseMinutes"),
    pauseHours: onStep("pauseHours"),
    prefixChanges: onStep("prefixChanges"),
    summaryTokens: onStep("summaryTokens"),
    clearAfterRequests: fc.option(onStep("clearAfterRequests")),
    routing: fc.constantFrom("session" as const, "request" as const),
  });
  return fc.tuple(shape, fc.option(fc.oneof(fc.constant(0), fc.nat(2_000_000)))).map(([usage, room]) => {
    // The most that a tokenizer makes of the three sizes which every request after a compaction sends: 1.35, each rounded up.
    const reachable =
      Math.ceil(usage.basePromptTokens * 1.35) +
      Math.ceil(usage.summaryTokens * 1.35) +
      Math.ceil(usage.inputGrowthPerRequest * 1.35);
    return { ...usage, compactAtTokens: room === null ? null : Math.max(1_000, reachable + room) };
  });
}

function anySubagents(mostRequests: number, models: readonly string[]): fc.Arbitrary<Subagents> {
  return fc.record({
    count: fc.oneof({ arbitrary: fc.nat(3), weight: 9 }, fc.constant(RANGES.subagentCount.most)),
    model: fc.option(fc.constantFrom(...models)),
    requests: onStep("requests").map((requests) => Math.min(requests, mostRequests)),
    basePromptTokens: onStep("basePromptTokens"),
    inputGrowthPerRequest: onStep("inputGrowthPerRequest"),
    outputPerRequest: onStep("outputPerRequest"),
  });
}

function anySwitch(mostRequests: number, models: readonly string[]): fc.Arbitrary<ModelSwitch | null> {
  const beforeRequest = fc.oneof(fc.integer({ min: 2, max: Math.max(2, mostRequests) }), onStep("switchBeforeRequest"));
  return fc.option(fc.record({ beforeRequest, model: fc.constantFrom(...models) }));
}

/** Levers that keep the rule: easy and medium work are no more than all of it. */
function anyLevers(models: readonly string[]): fc.Arbitrary<Levers> {
  const model = fc.constantFrom(...models);
  const share = onStep("leverPercent");
  const routing = fc
    .record({
      on: fc.boolean(),
      easyPercent: share,
      mediumPercent: share,
      easyModel: model,
      mediumModel: model,
      hardModel: model,
      by: fc.constantFrom("session" as const, "request" as const),
      fee: onStep("routerFee"),
    })
    .map((lever) => ({
      ...lever,
      mediumPercent: Math.min(lever.mediumPercent, Math.round((100 - lever.easyPercent) * 10) / 10),
    }));
  return fc.record({
    routing,
    caching: fc.record({ on: fc.boolean(), to: fc.constantFrom("5m" as const, "1h" as const) }),
    compaction: fc.record({ on: fc.boolean(), atTokens: onStep("compactAtTokens"), removedPercent: share }),
    clearing: fc.record({ on: fc.boolean(), afterRequests: onStep("clearAfterRequests") }),
    thinking: fc.record({ on: fc.boolean(), lessPercent: share }),
    batch: fc.record({ on: fc.boolean(), percent: share }),
    subagents: fc.record({ on: fc.boolean(), model }),
  });
}

/** Failed requests that keep the rule: no more than all of them get no answer. */
const anyFailed: fc.Arbitrary<FailedRequests> = fc
  .record({
    erroredPercent: onStep("failedPercent"),
    retriedPercent: onStep("failedPercent"),
    refusedPercent: onStep("failedPercent"),
  })
  .map((failed) => ({
    ...failed,
    refusedPercent: Math.min(failed.refusedPercent, Math.round((100 - failed.erroredPercent) * 10) / 10),
  }));

const anyCatalogModel = fc.constantFrom(...catalog.models.map(({ id }) => id));

const anyQuestions: fc.Arbitrary<Questions> = fc.record({
  call: fc.record({
    promptTokens: asked("promptTokens"),
    outputTokens: asked("outputTokens"),
    thinkingTokens: asked("outputTokens"),
    cachedPercent: asked("sharePercent"),
    batch: fc.boolean(),
    callsPerMonth: asked("callsPerMonth"),
    model: anyCatalogModel,
  }),
  app: fc.record({
    outputCap: fc.record({ on: fc.boolean(), tokens: asked("capTokens") }),
    trimming: fc.record({ on: fc.boolean(), percent: asked("sharePercent") }),
    prefix: fc.record({
      on: fc.boolean(),
      tokens: asked("promptTokens"),
      lifetime: fc.constantFrom("5m" as const, "1h" as const),
      arrival: fc.constantFrom("steady" as const, "bursts" as const),
      burstCalls: asked("burstCalls"),
      burstMinutes: asked("burstMinutes"),
    }),
    batch: fc.record({ on: fc.boolean(), percent: asked("sharePercent") }),
    localCache: fc.record({ on: fc.boolean(), percent: asked("sharePercent") }),
    smaller: fc.record({ on: fc.boolean(), percent: asked("sharePercent"), model: anyCatalogModel }),
  }),
  vendors: fc.record({ tokensPercent: asked("tokensPercent") }),
  hardware: fc.record({
    pricePerHour: asked("hourUsd"),
    hoursPerMonth: asked("hoursPerMonth"),
    promptTokensPerSecond: asked("tokensPerSecond"),
    outputTokensPerSecond: asked("tokensPerSecond"),
    utilisationPercent: asked("utilisationPercent"),
    peopleHours: asked("peopleHours"),
    peoplePricePerHour: asked("hourUsd"),
  }),
});

type Cached = Shape | Extract<Profile["usage"], { readonly kind: "totals" }>;

function usesCache(usage: Cached): boolean {
  return usage.kind === "simulated" ? usage.caching !== "off" : usage.cacheRead + usage.cacheWrite5m + usage.cacheWrite1h > 0;
}

interface Terms {
  readonly day: string;
  readonly place: Scenario["place"];
  readonly fast: boolean;
  readonly mostRequests: number;
}

// Written out from the price list, not asked of the code under test: which models a profile may name under these terms.
function modelsFor(usage: Cached, { day, place, fast }: Terms): readonly ModelCard[] {
  return catalog.models.filter(
    (card) =>
      card.released <= day &&
      (place !== "us" || card.usMultiplier !== null) &&
      (!fast || card.fast.some((period) => isWithin(day, period))) &&
      (card.id !== "claude-mythos-preview" || !usesCache(usage)),
  );
}

function anyProfile(terms: Terms, own: readonly OwnModel[]): fc.Arbitrary<Profile> {
  const { mostRequests } = terms;
  return fc.oneof(anyTotals, anyShape(mostRequests)).chain((usage) => {
    const models = [...modelsFor(usage, terms), ...(terms.fast ? [] : own)].map(({ id }) => id);
    const mix = fc.oneof({ arbitrary: anyMix(models, 3), weight: 5 }, anyMix(models));
    const whole: fc.Arbitrary<Profile["usage"]> =
      usage.kind === "totals"
        ? fc.constant(usage)
        : fc
            .record({ subagents: anySubagents(mostRequests, models), modelSwitch: anySwitch(mostRequests, models) })
            // A session whose requests are routed has no switch of its own.
            .map(({ subagents, modelSwitch }) => ({
              ...usage,
              subagents,
              modelSwitch: usage.routing === "request" ? null : modelSwitch,
            }));
    return fc.record({ name: anyName, sessionsPerDay: onStep("sessionsPerDay"), mix, usage: whole });
  });
}

const anyLimit: fc.Arbitrary<LimitRange | null> = fc.option(
  fc.tuple(onStep("limit"), onStep("limit")).map(([a, b]) => ({ low: Math.min(a, b), high: Math.max(a, b) })),
);

const FIRST = Date.UTC(2024, 2, 4);
const LAST = Date.UTC(2026, 10, 20);
const DAY = 86_400_000;
// The days on which a first, a last or a changed price falls, besides any day between.
const anyDay = fc.oneof(
  fc.constantFrom("2024-03-04", "2026-11-20", "2026-03-12", "2026-03-13", "2026-04-30", "2026-05-01", "2026-10-06", "2026-10-07"),
  fc.integer({ min: FIRST / DAY, max: LAST / DAY }).map((day) => new Date(day * DAY).toISOString().slice(0, 10)),
);

function anyTerms(mostRequests: number): fc.Arbitrary<Terms> {
  return fc
    .record({
      day: anyDay,
      place: fc.constantFrom("global" as const, "us" as const, "regional" as const),
      fast: fc.boolean(),
      mostRequests: fc.constant(mostRequests),
    })
    .map((terms) => {
      // US-only inference begins with Opus 4.6 (2026-02-05) and fast mode with its own on 2026-02-07: before, no model has them.
      const place = terms.place === "us" && terms.day < "2026-02-05" ? "global" : terms.place;
      return { ...terms, place, fast: terms.fast && terms.day >= "2026-02-07" };
    });
}

/** Every scenario that keeps the rules: each field over its whole range, 1–5 profiles, own models, limits, nulls. */
export function anyScenario({
  mostRequests = 5_000,
  mostProfiles = 5,
}: {
  readonly mostRequests?: number;
  readonly mostProfiles?: number;
} = {}): fc.Arbitrary<Scenario> {
  const ownModels = fc.uniqueArray(anyOwnModel, { maxLength: 3, selector: ({ id }) => id });
  return fc.tuple(anyTerms(mostRequests), ownModels).chain(([terms, own]) => {
    const known = [...catalog.models, ...own].map(({ id }) => id);
    const whole = fc.record({
      preset: fc.constantFrom(...PRESET_IDS),
      priceDate: fc.constant(terms.day),
      tokensOf: fc.constantFrom(...known),
      tokenizerFactor: onStep("tokenizerFactor"),
      developers: onStep("developers"),
      workingDays: onStep("workingDays"),
      dayBasis: fc.constantFrom("working" as const, "calendar" as const),
      profiles: fc.oneof(
        { arbitrary: fc.array(anyProfile(terms, own), { minLength: 1, maxLength: 2 }), weight: 9 },
        fc.array(anyProfile(terms, own), { minLength: 1, maxLength: mostProfiles }),
      ),
      batchPercent: terms.fast ? fc.constant(0) : onStep("batchPercent"),
      routerFee: onStep("routerFee"),
      place: fc.constant(terms.place),
      fast: fc.constant(terms.fast),
      discountPercent: onStep("discountPercent"),
      ownModels: fc.constant(own),
      work: fc.constantFrom(...WORK_KIND_IDS),
      planBilling: fc.constantFrom("monthly" as const, "annual" as const),
      limitRule: fc.constantFrom("guides" as const, "community" as const, "own" as const),
      overflow: fc.constantFrom("api-rates" as const, "not-allowed" as const),
      ownLimits: fc.record({
        pro: anyLimit,
        max: anyLimit,
        ultra: anyLimit,
        "team-standard": anyLimit,
        "team-premium": anyLimit,
      }),
      levers: anyLevers(known),
      oneRead: fc.record({ tokens: onStep("inputGrowthPerRequest"), request: onStep("requests") }),
      reReadTokens: onStep("reReadTokens"),
      costSpread: onStep("costSpread"),
      budget: fc.record({
        monthlyUsd: fc.option(onStep("monthUsd")),
        dailyUsd: fc.option(onStep("monthUsd")),
        taxPercent: onStep("taxPercent"),
        startingCredit: fc.boolean(),
      }),
      team: fc.oneof(
        { arbitrary: fc.constant([]), weight: 3 },
        fc.array(fc.record({ developers: onStep("developers"), totalUsd: onStep("monthUsd") }), { maxLength: 12 }),
      ),
      currency: fc.record({ code: fc.constantFrom("USD", "EUR", "JPY", "KWD", "XXX"), perUsd: onStep("perUsd") }),
      failed: fc.oneof(
        { arbitrary: fc.constant({ erroredPercent: 0, retriedPercent: 0, refusedPercent: 0 }), weight: 2 },
        anyFailed,
      ),
    });
    // Most scenarios ask none of the smaller questions, and then have no field for them.
    return fc
      .tuple(whole, fc.oneof({ arbitrary: fc.constant(null), weight: 2 }, anyQuestions))
      .map(([scenario, questions]): Scenario => (questions === null ? scenario : { ...scenario, questions }));
  });
}
