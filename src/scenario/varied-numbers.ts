import { eachProfile, eachSimulated, eachTotals } from "./each-profile.ts";
import { type NumberRange, quantise, RANGES } from "./ranges.ts";
import type { Scenario, SimulatedUsage, TotalsUsage } from "./scenario.ts";
import { grouped, single, type Variation, type VariedInput } from "./varied-input.ts";

type NumberOf<Usage> = { [name in keyof Usage]: Usage[name] extends number ? name : never }[keyof Usage];

/** One number of a scenario, as often as its profiles hold it. */
interface Numbers {
  readonly id: string;
  readonly label: string;
  readonly limits: NumberRange;
  readonly of: (scenario: Scenario) => readonly number[];
  readonly changed: (scenario: Scenario, change: (value: number) => number) => Scenario;
}

/** A quarter less and more, rounded to a whole step of the input and kept within what it takes; a single developer or request stays one. */
export function byQuarter(numbers: Numbers): VariedInput {
  const { limits } = numbers;
  const end = (scenario: Scenario, sign: 1 | -1): Variation => {
    const move = (value: number): number => quantise(limits, value + sign * Number((value / 4).toFixed(limits.decimals)));
    const before = single(numbers.of(scenario));
    const percent = before === null || before === 0 ? 25 : Math.round(Math.abs(move(before) / before - 1) * 100);
    return {
      value: before === null ? `${sign > 0 ? "+" : "−"}25%` : grouped(move(before)),
      words: `${percent}% ${sign > 0 ? "more" : "less"}`,
      scenario: withNumbers(scenario, numbers, move),
    };
  };
  return { ...numbered(numbers), ends: (scenario) => ({ low: end(scenario, -1), high: end(scenario, 1) }) };
}

/** From none to one more than twice as many: a quarter of one or two breaks is no break. */
export function byCount(numbers: Numbers): VariedInput {
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
  return { ...numbered(numbers), ends };
}

/** From one stated value to another, whatever it is now. */
export function between(
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

/** A number that a scenario holds once. */
export function ofScenario(id: "developers" | "workingDays" | "batchPercent" | "tokenizerFactor", label: string): Numbers {
  return {
    id,
    label,
    limits: RANGES[id],
    of: (scenario) => [scenario[id]],
    changed: (scenario, change) => ({ ...scenario, [id]: change(scenario[id]) }),
  };
}

/** A number of every simulated session. */
export function ofSimulated(id: NumberOf<SimulatedUsage>, label: string): Numbers {
  return {
    id,
    label,
    limits: RANGES[id],
    of: ({ profiles }) => profiles.flatMap(({ usage }) => (usage.kind === "simulated" ? [usage[id]] : [])),
    changed: (scenario, change) => eachSimulated(scenario, (usage) => ({ ...usage, [id]: change(usage[id]) })),
  };
}

/** A number of every session by totals. */
export function ofTotals(id: NumberOf<TotalsUsage>, label: string): Numbers {
  return {
    id: `totals-${id}`,
    label,
    limits: id === "webSearches" ? RANGES.webSearches : RANGES.totalTokens,
    of: ({ profiles }) => profiles.flatMap(({ usage }) => (usage.kind === "totals" ? [usage[id]] : [])),
    changed: (scenario, change) => eachTotals(scenario, (usage) => ({ ...usage, [id]: change(usage[id]) })),
  };
}

/** How often the sessions of each profile come. */
export const SESSIONS: Numbers = {
  id: "sessionsPerDay",
  label: "Sessions a working day",
  limits: RANGES.sessionsPerDay,
  of: ({ profiles }) => profiles.map(({ sessionsPerDay }) => sessionsPerDay),
  changed: (scenario, change) =>
    eachProfile(scenario, (profile) => ({ ...profile, sessionsPerDay: change(profile.sessionsPerDay) })),
};

/** How many subagents each simulated session starts. */
export const SUBAGENTS: Numbers = {
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
