import type { Scenario } from "./scenario.ts";

/** Scenarios beside each other, one of them being edited. A page that compares nothing holds a comparison of one. */
export interface Comparison {
  /** 1–4, called A, B, C and D by their places. */
  readonly scenarios: readonly Scenario[];
  /** The place (0-based) of the one that the others are measured against. */
  readonly baseline: number;
  /** The place (0-based) of the one whose inputs and figures the page shows. */
  readonly edited: number;
}

/** The names of scenarios by their places; there are no more places than names. */
export const COMPARED_NAMES = ["A", "B", "C", "D"] as const;

/** The most scenarios beside each other: more columns than that nobody reads. */
export const MOST_COMPARED: number = COMPARED_NAMES.length;

/** A comparison of one. */
export function alone(scenario: Scenario): Comparison {
  return { scenarios: [scenario], baseline: 0, edited: 0 };
}

/**
 * The scenario of a comparison that is being edited.
 * @throws RangeError where the place is not one of the comparison's: such a comparison is our mistake
 */
export function editedOf({ scenarios, edited }: Comparison): Scenario {
  const scenario = scenarios[edited];
  if (!scenario) throw new RangeError(`edited: ${edited} is not the place of one of ${scenarios.length} scenarios`);
  return scenario;
}
