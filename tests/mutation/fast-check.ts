import fc, { type Parameters } from "fast-check";

/** Enough for a law to fail on what broke it; thousands of cases for each mutant would take days. */
const MOST_RUNS = 60;

/** fast-check with few cases, the same for every mutant, and no search for the smallest that fails. */
const assertOnFew = (property: fc.IRawProperty<unknown>, parameters: Parameters<unknown> = {}): unknown =>
  fc.assert(property, {
    ...parameters,
    numRuns: Math.min(parameters.numRuns ?? MOST_RUNS, MOST_RUNS),
    seed: 7,
    endOnFailure: true,
  });

export const assert: typeof fc.assert = assertOnFew as typeof fc.assert;

export * from "fast-check";
export default { ...fc, assert };
