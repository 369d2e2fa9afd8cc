import { alone, type Comparison, editedOf } from "./comparison.ts";
import { mend } from "./conflicts.ts";
import { DEFAULT_SCENARIO } from "./defaults.ts";
import { LEVER_FIELDS, PROFILE_FIELDS, SCENARIO_FIELDS, SIMULATED_FIELDS } from "./link-fields.ts";
import { END_KEY, linkPairs, type Problem } from "./link-pairs.ts";
import { LINK_KEYS, readPairs } from "./link-read.ts";
import { scenarioPrefix, writtenPairs } from "./link-write.ts";
import type { Scenario } from "./scenario.ts";

/**
 * The most characters that a link may have to be shared: from about 2,000 on chat programs cut links or refuse them. A scenario with a
 * longer text can be kept and read, but is not offered as a link.
 */
export const LONGEST_LINK = 1_900;

/** The most characters that are read of a link, and that the address is given. */
export const LONGEST_ADDRESS = 4_096;

// Four of the largest scenarios have some 13,000.
const LONGEST_SAVED = 20_000;

/**
 * The one canonical text of a comparison: `key=value` pairs in a fixed order, version and price date always, the rest where it differs from
 * version 1's defaults or, for a second scenario, from the first, and at the end how many pairs there are. Only `[A-Za-z0-9._~=&-]`, so
 * that it survives chat, mail and a shell.
 */
export function serializeComparison(comparison: Comparison): string {
  const pairs = writtenPairs(comparison);
  return `${asText(pairs)}&${END_KEY}=${pairs.length}`;
}

/**
 * The one canonical text of a scenario: that of a comparison of one.
 *
 * @example serializeScenario(parseScenario("").scenario) //=> "v=1&pd=2026-11-20&z=2"
 */
export function serializeScenario(scenario: Scenario): string {
  return serializeComparison(alone(scenario));
}

/** What was read of a link's text. */
export interface ReadLink {
  readonly comparison: Comparison;
  /** What was ignored, changed, brought into range or cut off; none for a link as this calculator writes it. */
  readonly problems: readonly Problem[];
}

/** What the text of a link means; empty text is the default scenario alone. Never throws: what is not a problem counts. */
export function parseComparison(text: string): ReadLink {
  return readText(text, LONGEST_ADDRESS);
}

/** As {@link parseComparison}, for text from this calculator's own files and storage: however many inputs a comparison holds. */
export function parseSaved(text: string): ReadLink {
  return readText(text, LONGEST_SAVED);
}

/**
 * What the text of a link means; empty text is the default scenario. Never throws: what was ignored, changed, brought into range or cut
 * off is named in `problems`, and the rest counts. Of a comparison it is the scenario that was being edited, and a problem says so.
 */
export function parseScenario(text: string): { readonly scenario: Scenario; readonly problems: readonly Problem[] } {
  const { comparison, problems } = parseComparison(text);
  const { length } = comparison.scenarios;
  const others = { field: "link", reason: `it compares ${length} scenarios: this is the one that was being edited` };
  return { scenario: editedOf(comparison), problems: length === 1 ? problems : [...problems, others] };
}

function readText(text: string, most: number): ReadLink {
  if (text === "" || text === "#") return { comparison: alone(DEFAULT_SCENARIO), problems: [] };
  const { values, problems: torn, text: written } = linkPairs(text, { isKey: (key) => LINK_KEYS.has(key), most });
  const { comparison: read, problems: unread } = readPairs(values);
  const mended = read.scenarios.map(mend);
  const comparison = { ...read, scenarios: mended.map(({ scenario }) => scenario) };
  const gaveWay = mended.flatMap(({ mended: fields }, place) =>
    fields.map(({ field, reason }) => ({ field: scenarioPrefix(place) + keyOf(field), reason })),
  );
  const problems = [...torn, ...unread, ...gaveWay];
  // A link that reads well but is not what we would write was changed on its way: its figures may not be the sender's.
  if (problems.length === 0 && asText(writtenPairs(comparison)) !== written)
    problems.push({ field: "link", reason: "it is not written as this calculator writes links: check the figures" });
  return { comparison, problems };
}

function asText(pairs: readonly (readonly [key: string, value: string])[]): string {
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
