import { mend } from "./conflicts.ts";
import { DEFAULT_PROFILE, DEFAULT_SCENARIO, DEFAULT_SIMULATED, DEFAULT_TOTALS } from "./defaults.ts";
import {
  LEVER_FIELDS,
  type LinkFields,
  PROFILE_FIELDS,
  SCENARIO_FIELDS,
  SIMULATED_FIELDS,
  TOTALS_FIELDS,
} from "./link-fields.ts";
import { END_KEY, linkPairs, type Problem } from "./link-pairs.ts";
import { MOST_PROFILES } from "./ranges.ts";
import type { Profile, Scenario, SimulatedUsage, TotalsUsage } from "./scenario.ts";

const VERSION = "1";

/**
 * The most characters that a link may have to be shared: from about 2,000 on chat programs cut links or refuse them. A scenario with a
 * longer text can be kept and read, but is not offered as a link.
 */
export const LONGEST_LINK = 1_900;

const ALWAYS_WRITTEN = new Set(["pd"]);

type Pair = readonly [key: string, value: string];

/**
 * The one canonical text of a scenario: `key=value` pairs in a fixed order, version and price date always, the rest where it differs from
 * version 1's defaults, and at the end how many pairs there are. Only `[A-Za-z0-9._~=&-]`, so that it survives chat, mail and a shell.
 *
 * @example serializeScenario(parseScenario("").scenario) //=> "v=1&pd=2026-11-20&z=2"
 */
export function serializeScenario(scenario: Scenario): string {
  const pairs = pairsOf(scenario);
  return `${asText(pairs)}&${END_KEY}=${pairs.length}`;
}

/**
 * What the text of a link means; empty text is the default scenario. Never throws: what was ignored, changed, brought into range or cut
 * off is named in `problems`, and the rest counts.
 */
export function parseScenario(text: string): { readonly scenario: Scenario; readonly problems: readonly Problem[] } {
  if (text === "" || text === "#") return { scenario: DEFAULT_SCENARIO, problems: [] };
  const { values, problems, text: written } = linkPairs(text, (key) => KEYS.has(key));
  const reader = linkReader(values, [...problems]);
  reader.version();
  const read = reader.scenario();
  reader.leftOver();
  const { scenario, mended } = mend(read);
  const found = [...reader.problems, ...mended.map(({ field, reason }) => ({ field: keyOf(field), reason }))];
  // A link that reads well but is not what we would write was changed on its way: its figures may not be the sender's.
  if (found.length === 0 && asText(pairsOf(scenario)) !== written)
    found.push({ field: "link", reason: "it is not written as this calculator writes links: check the figures" });
  return { scenario, problems: found };
}

function pairsOf(scenario: Scenario): readonly Pair[] {
  return [
    ["v", VERSION],
    ...fieldPairs(SCENARIO_FIELDS, scenario, DEFAULT_SCENARIO),
    ...fieldPairs(LEVER_FIELDS, scenario.levers, DEFAULT_SCENARIO.levers),
    ...scenario.profiles.flatMap((profile, index) => prefixed(profilePairs(profile, index), prefixOf(index))),
  ];
}

// A profile behind the first is there because its sessions a day are, so those are always written.
function profilePairs({ usage, ...profile }: Profile, index: number): readonly Pair[] {
  const { sessionsPerDay, ...fields } = PROFILE_FIELDS;
  const sessions: Pair = [sessionsPerDay.key, sessionsPerDay.codec.write(profile.sessionsPerDay)];
  const isDefault = index === 0 && profile.sessionsPerDay === DEFAULT_PROFILE.sessionsPerDay;
  const base = { ...DEFAULT_PROFILE, kind: DEFAULT_PROFILE.usage.kind };
  return [...(isDefault ? [] : [sessions]), ...fieldPairs(fields, { ...profile, kind: usage.kind }, base), ...usagePairs(usage)];
}

function usagePairs(usage: Profile["usage"]): readonly Pair[] {
  return usage.kind === "totals"
    ? fieldPairs(TOTALS_FIELDS, usage, DEFAULT_TOTALS)
    : fieldPairs(SIMULATED_FIELDS, usage, DEFAULT_SIMULATED);
}

function fieldPairs<Fields extends object>(
  fields: LinkFields<Fields>,
  value: NoInfer<Fields>,
  base: NoInfer<Fields>,
): readonly Pair[] {
  return (Object.keys(fields) as (keyof Fields)[]).flatMap((name) => {
    const { key, codec } = fields[name];
    const text = codec.write(value[name]);
    return text === codec.write(base[name]) && !ALWAYS_WRITTEN.has(key) ? [] : [[key, text] as const];
  });
}

function prefixed(pairs: readonly Pair[], prefix: string): readonly Pair[] {
  return pairs.map(([key, value]) => [prefix + key, value] as const);
}

// The first profile's keys stand bare; those of the second begin with `2.`, and so on.
function prefixOf(index: number): string {
  return index === 0 ? "" : `${index + 1}.`;
}

function asText(pairs: readonly Pair[]): string {
  return pairs.map(([key, value]) => `${key}=${value}`).join("&");
}

function keyOf(field: string): string {
  const fields: Readonly<Record<string, { readonly key: string }>> = {
    ...SCENARIO_FIELDS,
    ...PROFILE_FIELDS,
    ...SIMULATED_FIELDS,
    levers: LEVER_FIELDS.routing,
  };
  return fields[field]?.key ?? field;
}

const keysOf = (fields: object): readonly string[] => Object.values(fields).map(({ key }: { readonly key: string }) => key);
const PROFILE_KEYS = [PROFILE_FIELDS, SIMULATED_FIELDS, TOTALS_FIELDS].flatMap(keysOf);
const KEYS: ReadonlySet<string> = new Set([
  "v",
  ...keysOf(SCENARIO_FIELDS),
  ...keysOf(LEVER_FIELDS),
  ...Array.from({ length: MOST_PROFILES }, (_, index) => PROFILE_KEYS.map((key) => prefixOf(index) + key)).flat(),
]);

interface LinkReader {
  readonly problems: Problem[];
  readonly version: () => void;
  readonly scenario: () => Scenario;
  /** Names the pairs that nothing has asked for: they are of a field that this scenario does not have. */
  readonly leftOver: () => void;
}

function linkReader(values: ReadonlyMap<string, string>, problems: Problem[]): LinkReader {
  const left = new Set(values.keys());
  const take = (key: string): string | undefined => {
    left.delete(key);
    return values.get(key);
  };

  const readFields = <Fields extends object>(fields: LinkFields<Fields>, base: NoInfer<Fields>, prefix = ""): Fields => {
    const result = { ...base };
    for (const name of Object.keys(fields) as (keyof Fields)[]) {
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

  const readProfile = (prefix: string): Profile => {
    const { usage, ...base } = DEFAULT_PROFILE;
    const { kind, ...profile } = readFields(PROFILE_FIELDS, { ...base, kind: usage.kind }, prefix);
    const read: SimulatedUsage | TotalsUsage =
      kind === "totals"
        ? { kind, ...readFields(TOTALS_FIELDS, without(DEFAULT_TOTALS), prefix) }
        : { kind, ...readFields(SIMULATED_FIELDS, without(DEFAULT_SIMULATED), prefix) };
    return { ...profile, usage: read };
  };

  return {
    problems,
    version: () => {
      const version = take("v");
      if (version !== VERSION)
        problems.push({
          field: "v",
          reason: version === undefined ? "the link's version is missing" : "a version of links that is not known here",
        });
    },
    scenario: () => {
      const { profiles: _, levers, ...base } = DEFAULT_SCENARIO;
      const profiles = [readProfile("")];
      while (profiles.length < MOST_PROFILES && values.has(prefixOf(profiles.length) + PROFILE_FIELDS.sessionsPerDay.key))
        profiles.push(readProfile(prefixOf(profiles.length)));
      return { ...readFields(SCENARIO_FIELDS, base), profiles, levers: readFields(LEVER_FIELDS, levers) };
    },
    leftOver: () => {
      for (const key of left) problems.push({ field: key, reason: "it belongs to nothing in this link; ignored" });
    },
  };
}

function without<Usage extends { readonly kind: string }>({ kind: _, ...fields }: Usage): Omit<Usage, "kind"> {
  return fields;
}
