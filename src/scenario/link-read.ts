import { type Comparison, MOST_COMPARED } from "./comparison.ts";
import { DEFAULT_PROFILE, DEFAULT_SCENARIO, DEFAULT_SIMULATED, DEFAULT_TOTALS } from "./defaults.ts";
import {
  COMPARISON,
  KINDS,
  LEVER_FIELDS,
  type LinkField,
  type LinkFields,
  PROFILE_FIELDS,
  SCENARIO_FIELDS,
  SIMULATED_FIELDS,
  TOTALS_FIELDS,
} from "./link-fields.ts";
import type { Problem } from "./link-pairs.ts";
import { APP_LEVER_FIELDS, QUESTION_FIELDS } from "./link-questions.ts";
import { LINK_VERSION, profilePrefix, scenarioPrefix } from "./link-write.ts";
import { type Questions, questionsOf, withQuestions } from "./questions.ts";
import { MOST_PROFILES } from "./ranges.ts";
import type { Profile, Scenario, SimulatedUsage, TotalsUsage } from "./scenario.ts";

const keysOf = (fields: object): readonly string[] => Object.values(fields).map(({ key }: LinkField<unknown>) => key);
const PROFILE_KEYS = [PROFILE_FIELDS, SIMULATED_FIELDS, TOTALS_FIELDS].flatMap(keysOf);
const SCENARIO_KEYS = [
  ...keysOf(SCENARIO_FIELDS),
  ...keysOf(LEVER_FIELDS),
  ...keysOf(QUESTION_FIELDS),
  ...keysOf(APP_LEVER_FIELDS),
  ...Array.from({ length: MOST_PROFILES }, (_, index) => PROFILE_KEYS.map((key) => profilePrefix(index) + key)).flat(),
];

/** Every key that a link can hold, the end mark apart: whatever else stands in a link is not ours. */
export const LINK_KEYS: ReadonlySet<string> = new Set([
  "v",
  COMPARISON.key,
  ...Array.from({ length: MOST_COMPARED }, (_, place) =>
    [...SCENARIO_KEYS, ...(place === 0 ? [] : [KINDS.key])].map((key) => scenarioPrefix(place) + key),
  ).flat(),
]);

/** What the pairs of a link mean, by key, field by field: not yet brought to keep the rules of a scenario. */
export function readPairs(values: ReadonlyMap<string, string>): {
  readonly comparison: Comparison;
  readonly problems: readonly Problem[];
} {
  const left = new Set(values.keys());
  const problems: Problem[] = [];
  const take: Take = (key) => {
    left.delete(key);
    return values.get(key);
  };
  const read = fieldReader(take, problems);

  const version = take("v");
  if (version === undefined) problems.push({ field: "v", reason: "the link's version is missing" });
  else if (version !== LINK_VERSION) problems.push({ field: "v", reason: "a version of links that is not known here" });
  const comparison = readComparison(read, (key) => values.has(key));
  for (const key of left) problems.push({ field: key, reason: "it belongs to nothing in this link; ignored" });
  return { comparison, problems };
}

type Take = (key: string) => string | undefined;

/** Reads the fields that stand under a prefix; one that is not there, or cannot be read, is as in the base. */
type FieldReader = <Fields extends object>(fields: LinkFields<Fields>, base: NoInfer<Fields>, prefix: string) => Fields;

function fieldReader(take: Take, problems: Problem[]): FieldReader {
  return (fields, base, prefix) => {
    const result = { ...base };
    for (const name of Object.keys(fields) as (keyof typeof fields)[]) {
      const { key, codec } = fields[name];
      const text = take(prefix + key);
      if (text === undefined) continue;
      const read = codec.read(text);
      if ("reason" in read) problems.push({ field: prefix + key, reason: `${read.reason}; ignored` });
      else result[name] = read.value;
      if ("note" in read && read.note) problems.push({ field: prefix + key, reason: read.note });
    }
    return result;
  };
}

function readComparison(read: FieldReader, has: (key: string) => boolean): Comparison {
  let profiles = 1;
  while (profiles < MOST_PROFILES && has(profilePrefix(profiles) + PROFILE_FIELDS.sessionsPerDay.key)) profiles += 1;
  const first = readScenario(read, "", { base: DEFAULT_SCENARIO, profiles });

  const { compared } = read<{ readonly compared: Compared }>({ compared: COMPARISON }, { compared: NOT_COMPARED }, "");
  const places = Array.from({ length: compared.count - 1 }, (_, index) => scenarioPrefix(index + 1));
  const others = places.map((prefix) => {
    const { kinds } = read({ kinds: KINDS }, { kinds: first.profiles.length }, prefix);
    return readScenario(read, prefix, { base: first, profiles: kinds });
  });
  const { baseline, edited } = compared;
  return { scenarios: [first, ...others], baseline, edited };
}

interface Compared {
  readonly count: number;
  readonly baseline: number;
  readonly edited: number;
}

const NOT_COMPARED: Compared = { count: 1, baseline: 0, edited: 0 };

function readScenario(
  read: FieldReader,
  prefix: string,
  { base: { profiles: known, levers, ...base }, profiles }: { readonly base: Scenario; readonly profiles: number },
): Scenario {
  const scenario = {
    ...read(SCENARIO_FIELDS, base, prefix),
    profiles: Array.from({ length: profiles }, (_, index) =>
      readProfile(read, prefix + profilePrefix(index), known[index] ?? DEFAULT_PROFILE),
    ),
    levers: read(LEVER_FIELDS, levers, prefix),
  };
  return withQuestions(scenario, readQuestions(read, prefix, questionsOf(base)));
}

function readQuestions(read: FieldReader, prefix: string, { app, ...questions }: Questions): Questions {
  return { ...read(QUESTION_FIELDS, questions, prefix), app: read(APP_LEVER_FIELDS, app, prefix) };
}

function readProfile(read: FieldReader, prefix: string, { usage: base, ...known }: Profile): Profile {
  const { kind, ...profile } = read(PROFILE_FIELDS, { ...known, kind: base.kind }, prefix);
  return { ...profile, usage: readUsage(kind) };

  function readUsage(kind: Profile["usage"]["kind"]): SimulatedUsage | TotalsUsage {
    return kind === "totals"
      ? { kind, ...read(TOTALS_FIELDS, without(base.kind === "totals" ? base : DEFAULT_TOTALS), prefix) }
      : { kind, ...read(SIMULATED_FIELDS, without(base.kind === "simulated" ? base : DEFAULT_SIMULATED), prefix) };
  }
}

function without<Usage extends { readonly kind: string }>({ kind: _, ...fields }: Usage): Omit<Usage, "kind"> {
  return fields;
}
