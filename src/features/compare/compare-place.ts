/** The id of the comparison in the page. */
export const COMPARE_ID = "compare";

/** The id of the button above the inputs that begins a comparison, or leads to it. */
export const COMPARE_BUTTON_ID = "compare-button";

/** Brings the comparison into sight and puts the focus there. The address holds the scenario, so a link to the place would take it away. */
export function goToComparison(): void {
  const place = document.getElementById(COMPARE_ID);
  place?.scrollIntoView();
  place?.focus({ preventScroll: true });
}

/** Puts the focus where a comparison begins: the panel goes with the last but one of its scenarios. */
export function goToBeginning(): void {
  document.getElementById(COMPARE_BUTTON_ID)?.focus();
}
