import { utcDay } from "../lib/calendar.ts";
import { rulesInForce } from "../pricing/rate-card.ts";
import { shortName } from "./bill-in-words.ts";
import { eachProfile, eachSimulated } from "./each-profile.ts";
import { moveShare } from "./mix.ts";
import { type RateBook, rateBook } from "./rate-book.ts";
import type { MixShare, Scenario, SimulatedUsage } from "./scenario.ts";
import { grouped, single, type Variation, type VariedInput } from "./varied-input.ts";

type Lifetime = SimulatedUsage["caching"];
const LIFETIMES: Readonly<Record<Lifetime, string>> = { off: "off", "5m": "5 minutes", "1h": "1 hour" };

/** How long the cache lives: at its ends the two lifetimes that it has not now. */
export const CACHE_LIFETIME: VariedInput = {
  id: "caching",
  label: "Cache lifetime",
  now: (scenario) => {
    const lifetime = single(lifetimesOf(scenario));
    return lifetime === null ? null : LIFETIMES[lifetime];
  },
  ends: (scenario) => {
    const now = single(lifetimesOf(scenario));
    const end = (caching: Lifetime): Variation => ({
      value: LIFETIMES[caching],
      words: LIFETIMES[caching],
      scenario: withSimulated(scenario, "caching", caching),
    });
    return { low: end(now === "off" ? "5m" : "off"), high: end(now === "1h" ? "5m" : "1h") };
  },
};

function withSimulated<Name extends keyof SimulatedUsage>(scenario: Scenario, name: Name, value: SimulatedUsage[Name]): Scenario {
  const isThere = scenario.profiles.every(({ usage }) => usage.kind === "totals" || usage[name] === value);
  return isThere ? scenario : eachSimulated(scenario, (usage) => ({ ...usage, [name]: value }));
}

function lifetimesOf({ profiles }: Scenario): readonly Lifetime[] {
  return profiles.flatMap(({ usage }) => (usage.kind === "simulated" ? [usage.caching] : []));
}

const LOW_LIMIT = 100_000;

/** No compaction, and one at 100,000 tokens. */
export const COMPACTION: VariedInput = {
  id: "compaction",
  label: "Compaction",
  now: ({ profiles }) => {
    const limits = profiles.flatMap(({ usage }) => (usage.kind === "simulated" ? [usage.compactAtTokens ?? 0] : []));
    const limit = single(limits);
    return limit === null ? null : limit === 0 ? "none" : `at ${grouped(limit)}`;
  },
  ends: (scenario) => {
    const end = (compactAtTokens: number | null): Scenario => withSimulated(scenario, "compactAtTokens", compactAtTokens);
    return {
      low: { value: "none", words: "none", scenario: end(null) },
      high: { value: "at 100K", words: `at ${grouped(LOW_LIMIT)} tokens`, scenario: end(LOW_LIMIT) },
    };
  },
};

const POINTS = 25;

/** The share of each mix on its model of the dearest output, 25 points less and more; the others give and take by their proportions. */
export const DEAREST_SHARE: VariedInput = {
  id: "dearestShare",
  label: (scenario) => {
    const model = single(dearestModels(scenario));
    const card = model === null ? null : rateBook(scenario).find(model);
    return card === null ? "Share on the dearest model" : `Share on ${shortName(card.name)}`;
  },
  now: (scenario) => {
    const shares = dearestShares(scenario);
    const share = single(shares);
    return share === null ? null : `${grouped(share)}%`;
  },
  ends: (scenario) => {
    const isMixed = scenario.profiles.some(({ mix }) => mix.length > 1);
    const end = (sign: 1 | -1): Variation => {
      const moved = !isMixed ? scenario : withDearestMoved(scenario, sign * POINTS);
      const after = single(dearestShares(moved));
      return {
        value: after === null ? `${sign > 0 ? "+" : "−"}${POINTS} points` : `${grouped(after)}%`,
        words: after === null ? `${POINTS} points ${sign > 0 ? "more" : "less"}` : `${grouped(after)}%`,
        scenario: moved,
      };
    };
    return { low: end(-1), high: end(1) };
  },
};

function dearestModels(scenario: Scenario): readonly string[] {
  const book = rateBook(scenario);
  return scenario.profiles.flatMap(({ mix }) => (mix.length > 1 ? [dearestOf(mix, scenario, book).model] : []));
}

function dearestShares(scenario: Scenario): readonly number[] {
  const book = rateBook(scenario);
  return scenario.profiles.flatMap(({ mix }) => (mix.length > 1 ? [dearestOf(mix, scenario, book).percent] : []));
}

// Locks hold shares while a person moves others; here it is asked what another share would do.
function withDearestMoved(scenario: Scenario, points: number): Scenario {
  const book = rateBook(scenario);
  return eachProfile(scenario, (profile) => {
    const { model, percent } = dearestOf(profile.mix, scenario, book);
    const free = profile.mix.map((part) => ({ ...part, locked: false }));
    return { ...profile, mix: moveShare(free, model, percent + points) };
  });
}

function dearestOf(mix: readonly MixShare[], { priceDate }: Scenario, book: RateBook): MixShare {
  const rateOf = ({ model }: MixShare): number => {
    const card = book.find(model);
    return card ? (rulesInForce(card, utcDay(priceDate)).period.rates.output ?? 0) : 0;
  };
  return mix.reduce((dearest, share) => (rateOf(share) > rateOf(dearest) ? share : dearest));
}
