import { COMPARED_NAMES, type Comparison } from "./comparison.ts";
import { DEFAULT_PROFILE, DEFAULT_SCENARIO, DEFAULT_SIMULATED, DEFAULT_TOTALS } from "./defaults.ts";
import {
  COMPARISON,
  KINDS,
  LEVER_FIELDS,
  type LinkFields,
  PROFILE_FIELDS,
  SCENARIO_FIELDS,
  SIMULATED_FIELDS,
  TOTALS_FIELDS,
} from "./link-fields.ts";
import { APP_LEVER_FIELDS, QUESTION_FIELDS } from "./link-questions.ts";
import { type Questions, questionsOf } from "./questions.ts";
import type { Profile, Scenario } from "./scenario.ts";

/** The version of links that is written: it says how they are read, and what they leave out. */
export const LINK_VERSION = "1";

type Pair = readonly [key: string, value: string];

/**
 * The pairs of a link in their fixed order, without the end mark: version, price date, how many scenarios there are if more than one, what
 * the first one has unlike the version's defaults, and what each further one has unlike the first.
 */
export function writtenPairs({ scenarios: [first, ...others], baseline, edited }: Comparison): readonly Pair[] {
  if (!first) return [];
  const compared: readonly Pair[] =
    others.length === 0 ? [] : [[COMPARISON.key, COMPARISON.codec.write({ count: others.length + 1, baseline, edited })]];
  return [
    ["v", LINK_VERSION],
    [SCENARIO_FIELDS.priceDate.key, SCENARIO_FIELDS.priceDate.codec.write(first.priceDate)],
    ...compared,
    ...scenarioPairs(first, { ...DEFAULT_SCENARIO, priceDate: first.priceDate, profiles: [DEFAULT_PROFILE] }),
    ...others.flatMap((other, index) => prefixed(otherPairs(other, first), scenarioPrefix(index + 1))),
  ];
}

/** What stands before the keys of a scenario, by its place: nothing, then `b.`, `c.`, `d.`. */
export function scenarioPrefix(place: number): string {
  return place === 0 ? "" : `${(COMPARED_NAMES[place] ?? "").toLowerCase()}.`;
}

/** What stands before the keys of a profile, by its place: nothing, then `2.` and so on. */
export function profilePrefix(index: number): string {
  return index === 0 ? "" : `${index + 1}.`;
}

function otherPairs(scenario: Scenario, first: Scenario): readonly Pair[] {
  const count: readonly Pair[] =
    scenario.profiles.length === first.profiles.length ? [] : [[KINDS.key, KINDS.codec.write(scenario.profiles.length)]];
  return [...count, ...scenarioPairs(scenario, first)];
}

function scenarioPairs(scenario: Scenario, base: Scenario): readonly Pair[] {
  return [
    ...fieldPairs(SCENARIO_FIELDS, scenario, base),
    ...fieldPairs(LEVER_FIELDS, scenario.levers, base.levers),
    ...questionPairs(questionsOf(scenario), questionsOf(base)),
    ...scenario.profiles.flatMap((profile, index) =>
      prefixed(profilePairs(profile, base.profiles[index] ?? null), profilePrefix(index)),
    ),
  ];
}

function questionPairs({ app, ...questions }: Questions, { app: baseApp, ...base }: Questions): readonly Pair[] {
  return [...fieldPairs(QUESTION_FIELDS, questions, base), ...fieldPairs(APP_LEVER_FIELDS, app, baseApp)];
}

// A profile that its base does not have is there because its sessions a day are, so those are always written.
function profilePairs({ usage, ...profile }: Profile, base: Profile | null): readonly Pair[] {
  const { sessionsPerDay, ...fields } = PROFILE_FIELDS;
  const { usage: baseUsage, ...known } = base ?? DEFAULT_PROFILE;
  const isSame =
    base !== null && sessionsPerDay.codec.write(base.sessionsPerDay) === sessionsPerDay.codec.write(profile.sessionsPerDay);
  return [
    ...(isSame ? [] : [[sessionsPerDay.key, sessionsPerDay.codec.write(profile.sessionsPerDay)] as const]),
    ...fieldPairs(fields, { ...profile, kind: usage.kind }, { ...known, kind: baseUsage.kind }),
    ...usagePairs(usage, baseUsage),
  ];
}

function usagePairs(usage: Profile["usage"], base: Profile["usage"]): readonly Pair[] {
  if (usage.kind === "totals") return fieldPairs(TOTALS_FIELDS, usage, base.kind === "totals" ? base : DEFAULT_TOTALS);
  return fieldPairs(SIMULATED_FIELDS, usage, base.kind === "simulated" ? base : DEFAULT_SIMULATED);
}

function fieldPairs<Fields extends object>(
  fields: LinkFields<Fields>,
  value: NoInfer<Fields>,
  base: NoInfer<Fields>,
): readonly Pair[] {
  return (Object.keys(fields) as (keyof Fields)[]).flatMap((name) => {
    const { key, codec } = fields[name];
    const text = codec.write(value[name]);
    return text === codec.write(base[name]) ? [] : [[key, text] as const];
  });
}

function prefixed(pairs: readonly Pair[], prefix: string): readonly Pair[] {
  return pairs.map(([key, value]) => [prefix + key, value] as const);
}
