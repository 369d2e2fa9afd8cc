import { memo, type ReactElement, useMemo } from "react";
import { questionsOf } from "../../scenario/questions.ts";
import { changeQuestion } from "../../state/questions-actions.ts";
import { selectEstimate } from "../../state/selectors.ts";
import type { ShownProps } from "../../state/shown-props.ts";
import { useQuestionField } from "../../state/use-question-field.ts";
import { useScenario } from "../../state/use-scenario.ts";
import { Disclosure } from "../../ui/disclosure.tsx";
import { formatExact } from "../../ui/format-count.ts";
import { SliderField } from "../../ui/slider-field.tsx";
import { combineVendors } from "./combine-vendors.ts";
import { VendorTable } from "./vendor-table.tsx";

const STOPS = [10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110, 120, 130, 150, 175, 200, 250, 300, 400, 500];
const setTokensPercent = (tokensPercent: number): void => changeQuestion("vendors", { tokensPercent });

/** The month's tokens at other vendors' list prices, and under how many of them each model is cheaper. */
export const VendorsPanel = memo(function VendorsPanel({ state: { shown } }: ShownProps): ReactElement {
  const { tokensPercent } = questionsOf(shown).vendors;
  const view = useMemo(() => combineVendors(shown, selectEstimate({ shown }), tokensPercent), [shown, tokensPercent]);
  if (view === null) return <p className="text-sm text-soft">Nothing to compare: this work costs nothing on Claude yet.</p>;
  const { sentence, caption, rows, older, unpriced, notes } = view;
  return (
    <div className="grid grid-cols-1 gap-4" data-vendors="">
      <p className="max-w-prose text-pretty">{sentence}</p>
      <TokensField />
      <VendorTable caption={caption} rows={rows} />
      {unpriced === null ? null : <p className="text-sm text-soft">{unpriced}</p>}
      <Disclosure title="Older models in public guides" summary="historical">
        <VendorTable caption={`Historical: prices as guides of 2026 give them. ${caption}`} rows={older} />
      </Disclosure>
      <ul className="grid max-w-prose list-disc gap-1 ps-5 text-sm text-soft">
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </div>
  );
});

// Reads the store itself: its thumb must not lag behind the hand.
function TokensField(): ReactElement {
  const value = useScenario(({ scenario }) => questionsOf(scenario).vendors.tokensPercent);
  const field = useQuestionField("vendors-tokens", "tokensPercent", { value, set: setTokensPercent });
  return (
    <div className="max-w-prose">
      <SliderField
        {...field}
        label="Tokens for the same task"
        unit="%"
        stops={STOPS}
        valueText={`${formatExact(value)} percent of the tokens on Claude`}
        hint="Assumed: 100% is as many tokens as on Claude. Nobody publishes it for your work; try a task on both."
      />
    </div>
  );
}
