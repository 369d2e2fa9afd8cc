/** The id of the comparison in the page. */
export const COMPARE_ID = "compare";

/** Brings the comparison into sight and puts the focus there. The address holds the scenario, so a link to the place would take it away. */
export function goToComparison(): void {
  const place = document.getElementById(COMPARE_ID);
  place?.scrollIntoView();
  place?.focus({ preventScroll: true });
}
