import { isWithin } from "../lib/calendar.ts";
import { type ModelCard, rulesInForce } from "../pricing/rate-card.ts";
import { scaleSession, tokenScale } from "../pricing/tokenizer.ts";
import { catalog } from "../rates/catalog.ts";
import { DEFAULT_SCENARIO } from "./defaults.ts";
import { eachProfile, eachSimulated } from "./each-profile.ts";
import { isWholeMix, replaceInMix, wholeMix } from "./mix.ts";
import { type RateBook, rateBook } from "./rate-book.ts";
import type { MixShare, Profile, Scenario } from "./scenario.ts";
import { shapeOf } from "./session-run.ts";

/** Two choices of a scenario that cannot both hold, said in words. */
export interface Conflict {
  /** The field that gives way. */
  readonly field: string;
  readonly reason: string;
}

interface Rule {
  readonly field: string;
  /** The reason in words, or null where the scenario keeps the rule. */
  readonly broken: (scenario: Scenario, cards: readonly ModelCard[]) => string | null;
  /** The nearest scenario that keeps it. */
  readonly mend: (scenario: Scenario) => Scenario;
}

/** What in a scenario contradicts itself; an empty list means that `estimate` can work it out. */
export function conflicts(scenario: Scenario): readonly Conflict[] {
  const cards = cardsInUse(scenario, rateBook(scenario));
  return RULES.flatMap(({ field, broken }) => {
    const reason = broken(scenario, cards);
    return reason === null ? [] : [{ field, reason }];
  });
}

/** A scenario brought to keep every rule, and what had to give way. */
export function mend(scenario: Scenario): { readonly scenario: Scenario; readonly mended: readonly Conflict[] } {
  let kept = scenario;
  let cards = cardsInUse(kept, rateBook(kept));
  const mended: Conflict[] = [];
  // One rule mended may settle another or break it: a model put in another's place may not have had a price on that day yet. What every
  // mending moves towards is the default, which breaks none, so twice through the rules is enough.
  for (const { field, broken, mend: mendOne } of [...RULES, ...RULES]) {
    const reason = broken(kept, cards);
    if (reason === null) continue;
    kept = mendOne(kept);
    cards = cardsInUse(kept, rateBook(kept));
    mended.push({ field, reason });
  }
  return { scenario: kept, mended };
}

const RULES: readonly Rule[] = [
  {
    field: "mix",
    broken: (scenario) => {
      const missing = unstated(scenario);
      return missing.length === 0 ? null : `${missing.join(", ")}: no rates are stated for it`;
    },
    mend: (scenario) => ({
      ...withStandIns(scenario, unstated(scenario)),
      tokensOf: unstated(scenario).includes(scenario.tokensOf) ? DEFAULT_SCENARIO.tokensOf : scenario.tokensOf,
    }),
  },
  {
    field: "mix",
    broken: ({ profiles }) =>
      profiles.every(({ mix }) => isWholeMix(mix))
        ? null
        : "the shares of a model mix must add to 100 %: they were brought there by their proportions",
    mend: (scenario) => eachProfile(scenario, (profile) => ({ ...profile, mix: wholeMix(profile.mix) })),
  },
  {
    field: "mix",
    broken: (scenario, cards) =>
      named(
        cards.filter((card) => usesUnpriced(scenario, card)),
        "has no known rate for a class of tokens that these sessions use",
      ),
    mend: (scenario) => withoutModels(scenario, (card) => usesUnpriced(scenario, card)),
  },
  {
    field: "priceDate",
    broken: ({ priceDate }, cards) =>
      named(
        cards.filter(({ released }) => priceDate < released),
        `had no price on ${priceDate} yet`,
      ),
    mend: (scenario) => ({ ...scenario, priceDate: catalog.date }),
  },
  {
    field: "fast",
    broken: ({ fast, priceDate }, cards) =>
      fast
        ? named(
            cards.filter((card) => !offersFast(card, priceDate)),
            `offered no fast mode on ${priceDate}`,
          )
        : null,
    mend: (scenario) => ({ ...scenario, fast: false }),
  },
  {
    field: "batchPercent",
    broken: ({ fast, batchPercent }) => (fast && batchPercent > 0 ? "batch and fast mode exclude each other" : null),
    mend: (scenario) => ({ ...scenario, batchPercent: 0 }),
  },
  {
    field: "place",
    broken: ({ place }, cards) =>
      place === "us"
        ? named(
            cards.filter(({ usMultiplier }) => usMultiplier === null),
            "offers no US-only inference",
          )
        : null,
    mend: (scenario) => ({ ...scenario, place: "global" }),
  },
  {
    field: "compactAtTokens",
    broken: (scenario, cards) => {
      const least = Math.max(0, ...scenario.profiles.map((profile) => leastCompactLimit(scenario, profile, cards)));
      return least === 0
        ? null
        : `compaction cannot get below ${least.toLocaleString("en-US")} tokens here (base prompt + summary + growth): take at least that`;
    },
    mend: (scenario) => eachSimulated(scenario, (usage) => ({ ...usage, compactAtTokens: null })),
  },
  {
    field: "modelSwitch",
    broken: ({ profiles }) =>
      profiles.some(({ usage }) => usage.kind === "simulated" && usage.routing === "request" && usage.modelSwitch !== null)
        ? "a session whose requests are routed has no switch of its own"
        : null,
    mend: (scenario) =>
      eachSimulated(scenario, (usage) => (usage.routing === "request" ? { ...usage, modelSwitch: null } : usage)),
  },
  {
    field: "levers",
    broken: ({ levers: { routing } }) =>
      routing.easyPercent + routing.mediumPercent > 100
        ? `easy and medium work add to ${Number((routing.easyPercent + routing.mediumPercent).toFixed(1))} %: more than 100`
        : null,
    mend: (scenario) => ({ ...scenario, levers: { ...scenario.levers, routing: DEFAULT_SCENARIO.levers.routing } }),
  },
  {
    field: "failed",
    broken: ({ failed: { erroredPercent, refusedPercent } }) =>
      erroredPercent + refusedPercent > 100 ? "errors and refusals come to more than all requests" : null,
    mend: ({ failed, ...scenario }) => ({
      ...scenario,
      failed: { ...failed, refusedPercent: Math.round((100 - failed.erroredPercent) * 10) / 10 },
    }),
  },
  {
    field: "ownLimits",
    broken: ({ ownLimits }) =>
      Object.values(ownLimits).some((range) => range && range.low > range.high)
        ? "a limit's low end is above its high end"
        : null,
    mend: (scenario) => ({ ...scenario, ownLimits: DEFAULT_SCENARIO.ownLimits }),
  },
];

function cardsInUse({ profiles }: Scenario, book: RateBook): readonly ModelCard[] {
  return [...new Set(profiles.flatMap(modelsOf))].flatMap((id) => book.find(id) ?? []);
}

/** Every model that serves requests of a profile. */
function modelsOf(profile: Profile): readonly string[] {
  const { usage } = profile;
  const subagents = usage.kind === "simulated" && usage.subagents.count > 0 ? usage.subagents.model : null;
  return [...conversationModels(profile), ...(subagents ? [subagents] : [])];
}

/** The models of the conversations themselves, which compaction is for; subagents never compact. */
function conversationModels({ mix, usage }: Profile): readonly string[] {
  const next = usage.kind === "simulated" ? usage.modelSwitch : null;
  return [...mix.map(({ model }) => model), ...(next ? [next.model] : [])];
}

function named(cards: readonly ModelCard[], says: string): string | null {
  return cards.length === 0 ? null : `${cards.map(({ name }) => name).join(", ")} ${says}`;
}

function withoutModels(scenario: Scenario, leaves: (card: ModelCard) => boolean): Scenario {
  const leaving = cardsInUse(scenario, rateBook(scenario))
    .filter(leaves)
    .map(({ id }) => id);
  return withStandIns(scenario, leaving);
}

function withStandIns(scenario: Scenario, leaving: readonly string[]): Scenario {
  const staying = eachProfile(scenario, (profile) => ({ ...profile, mix: standIn(profile.mix, leaving) }));
  return eachSimulated(staying, ({ subagents, modelSwitch, ...usage }) => ({
    ...usage,
    subagents: leaving.includes(subagents.model ?? "") ? { ...subagents, model: null } : subagents,
    modelSwitch: leaving.includes(modelSwitch?.model ?? "") ? null : modelSwitch,
  }));
}

function standIn(mix: readonly MixShare[], leaving: readonly string[]): readonly MixShare[] {
  return leaving.reduce((kept, model) => replaceInMix(kept, model, DEFAULT_SCENARIO.tokensOf), mix);
}

/** Models that the scenario names and nobody has rates for: an own one that is not, or no longer, stated. */
function unstated(scenario: Scenario): readonly string[] {
  const { find } = rateBook(scenario);
  const named = [scenario.tokensOf, ...scenario.profiles.flatMap(modelsOf)];
  return [...new Set(named)].filter((model) => find(model) === null);
}

function offersFast(card: ModelCard, day: string): boolean {
  return card.fast.some((period) => isWithin(day, period));
}

// Only Mythos Preview lacks rates, and those of the cache: a profile that names it must use no cache.
function usesUnpriced({ profiles, priceDate }: Scenario, card: ModelCard): boolean {
  if (priceDate < card.released) return false;
  const { rates } = rulesInForce(card, priceDate).period;
  return profiles.some(
    (profile) => modelsOf(profile).includes(card.id) && classesOf(profile.usage).some((name) => rates[name] === undefined),
  );
}

function classesOf(usage: Profile["usage"]): readonly ("cacheRead" | "cacheWrite5m" | "cacheWrite1h")[] {
  if (usage.kind === "totals") return (["cacheRead", "cacheWrite5m", "cacheWrite1h"] as const).filter((name) => usage[name] > 0);
  // A session cached for 5 minutes is priced for an hour too, where plans are compared.
  return usage.caching === "off" ? [] : ["cacheRead", "cacheWrite5m", "cacheWrite1h"];
}

/** The least limit that compaction can keep on every model of a profile's conversations, or 0 where its limit is reachable. */
function leastCompactLimit(scenario: Scenario, profile: Profile, cards: readonly ModelCard[]): number {
  const { usage } = profile;
  if (usage.kind !== "simulated" || usage.compactAtTokens === null) return 0;
  const stated = rateBook(scenario).find(scenario.tokensOf)?.tokenizer ?? "from-4.7";
  const sizes = cards
    .filter((card) => conversationModels(profile).includes(card.id))
    .map((card) => scaleSession(shapeOf(usage), tokenScale(stated, card.tokenizer, scenario.tokenizerFactor)))
    .map((shape) => shape.basePromptTokens + shape.summaryTokens + shape.inputGrowthPerRequest);
  const least = Math.max(0, ...sizes);
  return least > usage.compactAtTokens ? least : 0;
}
