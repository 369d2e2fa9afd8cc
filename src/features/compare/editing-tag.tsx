import type { ReactElement } from "react";
import { COMPARED_NAMES } from "../../scenario/comparison.ts";
import { compareWithCopy } from "../../state/comparison-actions.ts";
import { useScenario } from "../../state/use-scenario.ts";
import { COMPARE_BUTTON_ID, goToComparison } from "./compare-place.ts";

/** Above the inputs: which of the compared scenarios they are; with one, the way to a second. */
export function EditingTag(): ReactElement {
  const count = useScenario(({ others }) => others.length + 1);
  const name = useScenario(({ edited }) => COMPARED_NAMES[edited]);
  const isAlone = count === 1;
  // One button for both, so that the focus stays where it was pressed.
  return (
    <span className="flex flex-wrap items-center justify-end gap-x-2 text-sm">
      <span role="status">
        {isAlone ? null : (
          <span data-editing="" className="rounded-sm border border-accent px-1.5 font-medium text-accent">
            Editing {name} of {count}
          </span>
        )}
      </span>
      <button
        id={COMPARE_BUTTON_ID}
        type="button"
        className="min-h-6 cursor-pointer underline underline-offset-2 pointer-coarse:min-h-11"
        onClick={isAlone ? compareWithCopy : goToComparison}
      >
        {isAlone ? "Compare with a copy" : "Side by side"}
      </button>
    </span>
  );
}
