import type { Comparison } from "../../src/scenario/comparison.ts";
import { MOST_COMPARED } from "../../src/scenario/comparison.ts";
import { conflicts } from "../../src/scenario/conflicts.ts";
import { DEFAULT_SCENARIO } from "../../src/scenario/defaults.ts";
import { isPolluted, isSound } from "../lib/damaged.ts";

const FIELDS: ReadonlySet<string> = new Set([...Object.keys(DEFAULT_SCENARIO), "questions"]);

/** What is wrong with scenarios that were read out of hostile text: unknown fields, numbers that are none, contradictions. */
export function faultsOf({ scenarios, baseline, edited }: Comparison): readonly string[] {
  const unknown = scenarios.flatMap((scenario) => Object.keys(scenario)).filter((key) => !FIELDS.has(key));
  const missing = scenarios.flatMap((scenario) =>
    [...FIELDS].filter((key) => key !== "questions" && !Object.hasOwn(scenario, key)),
  );
  const places = [baseline, edited].filter((place) => !(place >= 0 && place < scenarios.length));
  return [
    ...unknown.map((key) => `nobody knows ${key}`),
    ...missing.map((key) => `${key} is missing`),
    ...places.map((place) => `nothing stands at ${place}`),
    ...scenarios.flatMap(conflicts).map(({ field }) => `${field} contradicts another`),
    ...(isSound(scenarios) ? [] : ["a number is none, or an object is not plain"]),
    ...(scenarios.length <= MOST_COMPARED ? [] : ["too many"]),
    ...(isPolluted() ? ["every object has a field of the text's"] : []),
  ];
}
