import { editedOf, MOST_COMPARED } from "../scenario/comparison.ts";
import type { Currency } from "../scenario/scenario.ts";
import { changeComparison, replaceComparison } from "./actions.ts";

/** Puts a copy of the edited scenario behind the others and goes on editing the copy, as long as there is room. */
export function compareWithCopy(): void {
  replaceComparison((comparison) => {
    const { scenarios, baseline } = comparison;
    if (scenarios.length >= MOST_COMPARED) return comparison;
    return { scenarios: [...scenarios, editedOf(comparison)], baseline, edited: scenarios.length };
  });
}

/** Goes on editing the scenario at a place (0-based). */
export function editCompared(edited: number): void {
  replaceComparison((comparison) =>
    edited === comparison.edited || !(edited in comparison.scenarios) ? comparison : { ...comparison, edited },
  );
}

/** Measures the others against the scenario at a place (0-based). */
export function measureAgainst(baseline: number): void {
  replaceComparison((comparison) =>
    baseline === comparison.baseline || !(baseline in comparison.scenarios) ? comparison : { ...comparison, baseline },
  );
}

/**
 * Takes the scenario at a place (0-based) out; the last one stays. What was edited or measured against goes on if it is still there: else the
 * first is measured against, and the one before is edited.
 */
export function removeCompared(place: number): void {
  replaceComparison((comparison) => {
    const { scenarios, baseline, edited } = comparison;
    if (scenarios.length < 2 || !(place in scenarios)) return comparison;
    return {
      scenarios: scenarios.toSpliced(place, 1),
      baseline: baseline === place ? 0 : shifted(baseline, place),
      edited: edited === place ? Math.max(0, place - 1) : shifted(edited, place),
    };
  });
}

/** Shows every figure of all compared scenarios in another currency too. */
export function changeCurrency(currency: Currency): void {
  changeComparison((comparison) => ({
    ...comparison,
    scenarios: comparison.scenarios.map((scenario) => ({ ...scenario, currency })),
  }));
}

function shifted(index: number, place: number): number {
  return index > place ? index - 1 : index;
}
