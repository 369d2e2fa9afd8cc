import { serializeComparison } from "../scenario/link.ts";
import { type ComparedParts, comparisonOf } from "./scenario-store.ts";

let last: { readonly of: ComparedParts; readonly link: string } | null = null;

/**
 * The link of everything that is compared, or of the one scenario, without the `#`. Apart from the other selectors, so that the code of
 * links can come after the first paint.
 */
export function selectLink(state: ComparedParts): string {
  if (last === null || !isSameComparison(last.of, state)) last = { of: state, link: serializeComparison(comparisonOf(state)) };
  return last.link;
}

function isSameComparison(one: ComparedParts, other: ComparedParts): boolean {
  return (
    one.scenario === other.scenario &&
    one.others === other.others &&
    one.edited === other.edited &&
    one.baseline === other.baseline
  );
}
