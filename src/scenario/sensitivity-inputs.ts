import { utcDay } from "../lib/calendar.ts";
import { rulesInForce } from "../pricing/rate-card.ts";
import { shortName } from "./bill-in-words.ts";
import { eachProfile, eachSimulated, eachTotals } from "./each-profile.ts";
import { moveShare } from "./mix.ts";
import { type NumberRange, quantise, RANGES } from "./ranges.ts";
import { type RateBook, rateBook } from "./rate-book.ts";
import type { MixShare, Scenario, SimulatedUsage, TotalsUsage } from "./scenario.ts";

/** A scenario with one input at an end of its range; the very same scenario where the input is there already. */
export interface Variation {
  /** The input there, short: "60"; "−25%" where profiles differ. */
  readonly value: string;
  /** The same for a sentence: "25% less", "no compaction". */
  readonly words: string;
  readonly scenario: Scenario;
}

/** An input of which it is asked how far it moves the bill. */
export interface VariedInput {
  readonly id: string;
  readonly label: string | ((scenario: Scenario) => string);
  /** How far it is varied, in words. */
  readonly range: string;
  /** Its present value; null where profiles differ. */
  readonly now: (scenario: Scenario) => string | null;
  readonly ends: (scenario: Scenario) => { readonly low: Variation; readonly high: Variation };
}

type NumberOf<Usage> = { [name in keyof Usage]: Usage[name] extends number ? name : never }[keyof Usage];

/** One number of a scenario, as often as its profiles hold it. */
interface Numbers {
  readonly id: string;
  readonly label: string;
  readonly limits: NumberRange;
  readonly of: (scenario: Scenario) => readonly number[];
  readonly changed: (scenario: Scenario, change: (value: number) => number) => Scenario;
}

const QUARTER = "±25%";

/** A quarter less and more, rounded to a whole step of the input and kept within what it takes; a single developer or request stays one. */
function byQuarter(numbers: Numbers): VariedInput {
  const { limits } = numbers;
  const move = (sign: 1 | -1) => (value: number) => quantise(limits, value + sign * Number((value / 4).toFixed(limits.decimals)));
  const end = (scenario: Scenario, sign: 1 | -1): Variation => {
    const before = single(numbers.of(scenario));
    const after = before === null ? null : move(sign)(before);
    const percent = before === null || after === null || before === 0 ? 25 : Math.round(Math.abs(after / before - 1) * 100);
    return {
      value: after === null ? `${sign > 0 ? "+" : "−"}25%` : grouped(after),
      words: `${percent}% ${sign > 0 ? "more" : "less"}`,
      scenario: withNumbers(scenario, numbers, move(sign)),
    };
  };
  return { ...numbered(numbers), range: QUARTER, ends: (scenario) => ({ low: end(scenario, -1), high: end(scenario, 1) }) };
}

/** From none to one more than twice as many: a quarter of one or two breaks is no break. */
function byCount(numbers: Numbers): VariedInput {
  const more = (value: number): number => quantise(numbers.limits, 2 * value + 1);
  const ends: VariedInput["ends"] = (scenario) => {
    const before = single(numbers.of(scenario));
    const most = before === null ? null : grouped(more(before));
    return {
      low: { value: "0", words: "none", scenario: withNumbers(scenario, numbers, () => 0) },
      high: {
        value: most ?? "2× + 1",
        words: most === null ? "twice as many and one" : `${most} a session`,
        scenario: withNumbers(scenario, numbers, more),
      },
    };
  };
  return { ...numbered(numbers), range: "0 to twice as many and one", ends };
}

/** From one stated value to another, whatever it is now. */
function between(
  numbers: Numbers,
  [low, high]: readonly [number, number],
  { unit, words }: { readonly unit: string; readonly words: string },
): VariedInput {
  const end = (scenario: Scenario, value: number): Variation => ({
    value: `${value}${unit}`,
    words: `${words}${value}${unit}`,
    scenario: withNumbers(scenario, numbers, () => value),
  });
  return {
    ...numbered(numbers, unit),
    range: `${low}${unit} to ${high}${unit}`,
    ends: (scenario) => ({ low: end(scenario, low), high: end(scenario, high) }),
  };
}

function withNumbers(scenario: Scenario, { of, changed }: Numbers, change: (value: number) => number): Scenario {
  return of(scenario).every((value) => change(value) === value) ? scenario : changed(scenario, change);
}

function numbered({ id, label, of }: Numbers, unit = ""): Pick<VariedInput, "id" | "label" | "now"> {
  const now = (scenario: Scenario): string | null => {
    const value = single(of(scenario));
    return value === null ? null : `${grouped(value)}${unit}`;
  };
  return { id, label, now };
}

function ofScenario(id: "developers" | "workingDays" | "batchPercent" | "tokenizerFactor", label: string): Numbers {
  return {
    id,
    label,
    limits: RANGES[id],
    of: (scenario) => [scenario[id]],
    changed: (scenario, change) => ({ ...scenario, [id]: change(scenario[id]) }),
  };
}

function ofSimulated(id: NumberOf<SimulatedUsage>, label: string): Numbers {
  return {
    id,
    label,
    limits: RANGES[id],
    of: ({ profiles }) => profiles.flatMap(({ usage }) => (usage.kind === "simulated" ? [usage[id]] : [])),
    changed: (scenario, change) => eachSimulated(scenario, (usage) => ({ ...usage, [id]: change(usage[id]) })),
  };
}

function ofTotals(id: NumberOf<TotalsUsage>, label: string): Numbers {
  return {
    id: `totals-${id}`,
    label,
    limits: id === "webSearches" ? RANGES.webSearches : RANGES.totalTokens,
    of: ({ profiles }) => profiles.flatMap(({ usage }) => (usage.kind === "totals" ? [usage[id]] : [])),
    changed: (scenario, change) => eachTotals(scenario, (usage) => ({ ...usage, [id]: change(usage[id]) })),
  };
}

const SESSIONS: Numbers = {
  id: "sessionsPerDay",
  label: "Sessions a working day",
  limits: RANGES.sessionsPerDay,
  of: ({ profiles }) => profiles.map(({ sessionsPerDay }) => sessionsPerDay),
  changed: (scenario, change) =>
    eachProfile(scenario, (profile) => ({ ...profile, sessionsPerDay: change(profile.sessionsPerDay) })),
};

const SUBAGENTS: Numbers = {
  id: "subagents",
  label: "Subagents",
  limits: RANGES.subagentCount,
  of: ({ profiles }) => profiles.flatMap(({ usage }) => (usage.kind === "simulated" ? [usage.subagents.count] : [])),
  changed: (scenario, change) =>
    eachSimulated(scenario, (usage) => ({
      ...usage,
      subagents: { ...usage.subagents, count: change(usage.subagents.count) },
    })),
};

type Lifetime = SimulatedUsage["caching"];
const LIFETIMES: Readonly<Record<Lifetime, string>> = { off: "off", "5m": "5 minutes", "1h": "1 hour" };

const CACHE_LIFETIME: VariedInput = {
  id: "caching",
  label: "Cache lifetime",
  range: "off to 1 hour",
  now: (scenario) => {
    const lifetime = single(lifetimesOf(scenario));
    return lifetime === null ? null : LIFETIMES[lifetime];
  },
  // The two that it is not, so that neither end is what it is now.
  ends: (scenario) => {
    const now = single(lifetimesOf(scenario));
    const end = (caching: Lifetime): Variation => ({
      value: LIFETIMES[caching],
      words: LIFETIMES[caching],
      scenario: withSimulated(scenario, { caching }),
    });
    return { low: end(now === "off" ? "5m" : "off"), high: end(now === "1h" ? "5m" : "1h") };
  },
};

function withSimulated(scenario: Scenario, change: Partial<SimulatedUsage>): Scenario {
  const isThere = scenario.profiles.every(
    ({ usage }) =>
      usage.kind === "totals" || Object.entries(change).every(([name, value]) => usage[name as keyof SimulatedUsage] === value),
  );
  return isThere ? scenario : eachSimulated(scenario, (usage) => ({ ...usage, ...change }));
}

function lifetimesOf({ profiles }: Scenario): readonly Lifetime[] {
  return profiles.flatMap(({ usage }) => (usage.kind === "simulated" ? [usage.caching] : []));
}

const LOW_LIMIT = 100_000;

const COMPACTION: VariedInput = {
  id: "compaction",
  label: "Compaction",
  range: `none to at ${grouped(LOW_LIMIT)} tokens`,
  now: ({ profiles }) => {
    const limits = profiles.flatMap(({ usage }) => (usage.kind === "simulated" ? [usage.compactAtTokens ?? 0] : []));
    const limit = single(limits);
    return limit === null ? null : limit === 0 ? "none" : `at ${grouped(limit)}`;
  },
  ends: (scenario) => {
    const end = (compactAtTokens: number | null): Scenario => withSimulated(scenario, { compactAtTokens });
    return {
      low: { value: "none", words: "none", scenario: end(null) },
      high: { value: "at 100K", words: `at ${grouped(LOW_LIMIT)} tokens`, scenario: end(LOW_LIMIT) },
    };
  },
};

const POINTS = 25;

const DEAREST_SHARE: VariedInput = {
  id: "dearestShare",
  label: (scenario) => {
    const model = single(dearestModels(scenario));
    const card = model === null ? null : rateBook(scenario).find(model);
    return card === null ? "Share on the dearest model" : `Share on ${shortName(card.name)}`;
  },
  range: `±${POINTS} points`,
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
  return scenario.profiles.flatMap(({ mix }) => (mix.length > 1 ? [dearestOf(mix, scenario, book)] : []));
}

function dearestShares(scenario: Scenario): readonly number[] {
  const book = rateBook(scenario);
  return scenario.profiles.flatMap(({ mix }) => {
    if (mix.length < 2) return [];
    const dearest = dearestOf(mix, scenario, book);
    return mix.filter(({ model }) => model === dearest).map(({ percent }) => percent);
  });
}

// Locks hold shares while a person moves others; here it is asked what another share would do.
function withDearestMoved(scenario: Scenario, points: number): Scenario {
  const book = rateBook(scenario);
  return eachProfile(scenario, (profile) => {
    const dearest = dearestOf(profile.mix, scenario, book);
    const share = profile.mix.find(({ model }) => model === dearest)?.percent ?? 0;
    const free = profile.mix.map((part) => ({ ...part, locked: false }));
    return { ...profile, mix: moveShare(free, dearest, Math.min(100, Math.max(0, share + points))) };
  });
}

function dearestOf(mix: readonly MixShare[], { priceDate }: Scenario, book: RateBook): string {
  const rateOf = ({ model }: MixShare): number => {
    const card = book.find(model);
    return card ? (rulesInForce(card, utcDay(priceDate)).period.rates.output ?? 0) : 0;
  };
  return mix.reduce((dearest, share) => (rateOf(share) > rateOf(dearest) ? share : dearest)).model;
}

/** Every input that is varied, each by itself and in all profiles at once; inputs of equal weight are listed in this order. */
export const VARIED_INPUTS: readonly VariedInput[] = [
  byQuarter(SESSIONS),
  byQuarter(ofScenario("workingDays", "Working days a month")),
  byQuarter(ofScenario("developers", "Developers")),
  byQuarter(ofSimulated("requests", "Requests in a session")),
  byQuarter(ofSimulated("basePromptTokens", "Base prompt")),
  byQuarter(ofSimulated("inputGrowthPerRequest", "Context growth a request")),
  byQuarter(ofSimulated("outputPerRequest", "Output a request")),
  byQuarter(ofSimulated("outputKeptShare", "Output that stays in the context")),
  byCount(ofSimulated("pauseMinutes", "Breaks of 5–60 minutes")),
  byCount(ofSimulated("pauseHours", "Breaks of more than an hour")),
  byCount(ofSimulated("prefixChanges", "Changes of the cached prefix")),
  byCount(SUBAGENTS),
  CACHE_LIFETIME,
  COMPACTION,
  byQuarter(ofTotals("input", "Input")),
  byQuarter(ofTotals("output", "Output")),
  byQuarter(ofTotals("cacheRead", "Cache read")),
  byQuarter(ofTotals("cacheWrite5m", "Cache write, 5 minutes")),
  byQuarter(ofTotals("cacheWrite1h", "Cache write, 1 hour")),
  byQuarter(ofTotals("webSearches", "Web searches")),
  DEAREST_SHARE,
  between(ofScenario("batchPercent", "Batch share"), [0, 50], { unit: "%", words: "" }),
  between(ofScenario("tokenizerFactor", "Tokenizer factor"), [1, 1.35], { unit: "", words: "a factor of " }),
];

/** The one value that all of a list have, else null. */
function single<Value>(values: readonly Value[]): Value | null {
  const [first] = values;
  return first !== undefined && values.every((value) => value === first) ? first : null;
}

function grouped(value: number): string {
  return value.toLocaleString("en-US", { maximumFractionDigits: 4 });
}
