import type { Scenario } from "./scenario.ts";

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
  /** Its present value; null where profiles differ. */
  readonly now: (scenario: Scenario) => string | null;
  readonly ends: (scenario: Scenario) => { readonly low: Variation; readonly high: Variation };
}

/** The one value that all of a list have, else null. */
export function single<Value>(values: readonly Value[]): Value | null {
  const [first] = values;
  return first !== undefined && values.every((value) => value === first) ? first : null;
}

/** @example grouped(1_600) //=> "1,600" */
export function grouped(value: number): string {
  return value.toLocaleString("en-US", { maximumFractionDigits: 4 });
}
