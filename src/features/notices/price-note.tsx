import { type ReactElement, useDeferredValue } from "react";
import { memoByObject } from "../../lib/memo-by-object.ts";
import type { Scenario } from "../../scenario/scenario.ts";
import { replaceScenario } from "../../state/actions.ts";
import { scenarioStore } from "../../state/scenario-store.ts";
import { selectEstimate } from "../../state/selectors.ts";
import { useScenario } from "../../state/use-scenario.ts";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { combinePriceNote, combineRetired, withTodaysPrices } from "./combine-price-note.ts";

const noteOn = memoByObject((shown: Scenario) => combinePriceNote(shown, selectEstimate({ shown })));
const retiredIn = memoByObject((shown: Scenario) => combineRetired(selectEstimate({ shown })));

/** That the figures are at the prices of an earlier day, with what they would be today; and which models are no longer served. */
export function PriceNote(): ReactElement {
  const shown = useDeferredValue(useScenario((state) => state.shown));
  const note = noteOn(shown);
  const retired = retiredIn(shown);
  return (
    <div role="status" className="grid gap-2 empty:hidden">
      {note === null ? null : (
        <Notice tone="info" title={note}>
          <Button onClick={takeTodaysPrices}>Use today's prices</Button>
        </Notice>
      )}
      {retired === null ? null : <Notice tone="warn" title={retired} />}
    </div>
  );
}

function takeTodaysPrices(): void {
  replaceScenario(withTodaysPrices(scenarioStore.getState().scenario));
}
