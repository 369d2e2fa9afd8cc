import { serializeComparison } from "../scenario/link.ts";
import { type ComparedParts, comparisonOf, holdsSame } from "./scenario-store.ts";

let last: { readonly of: ComparedParts; readonly link: string } | null = null;

/**
 * The link of everything that is compared, or of the one scenario, without the `#`. Apart from the other selectors, so that the code of
 * links can come after the first paint.
 */
export function selectLink(state: ComparedParts): string {
  if (last === null || !holdsSame(last.of, state)) last = { of: state, link: serializeComparison(comparisonOf(state)) };
  return last.link;
}
