import type { ReactElement } from "react";
import type { Currency } from "../../scenario/scenario.ts";
import { changeCurrency } from "../../state/comparison-actions.ts";
import { scenarioStore } from "../../state/scenario-store.ts";
import { useRangedField } from "../../state/use-ranged-field.ts";
import { useScenario } from "../../state/use-scenario.ts";
import { Disclosure } from "../../ui/disclosure.tsx";
import { rateInWords } from "../../ui/format-currency.ts";
import { NumberField } from "../../ui/number-field.tsx";
import { CurrencyCode } from "./currency-code.tsx";

/** A second currency beside US dollars, at a rate that the person sets: nothing is fetched. It is one for all compared scenarios. */
export function CurrencyPanel(): ReactElement {
  const currency = useScenario(({ scenario }) => scenario.currency);
  return (
    <Disclosure title="Currency" summary={summaryOf(currency)}>
      <div className="grid grid-cols-1 gap-4">
        <CurrencyCode code={currency.code} onChange={setCode} />
        {currency.code === "USD" ? null : <Rate currency={currency} />}
      </div>
    </Disclosure>
  );
}

function Rate({ currency: { code, perUsd } }: { readonly currency: Currency }): ReactElement {
  const rate = useRangedField("per-usd", "perUsd", { value: perUsd, set: setRate });
  return (
    <div>
      <NumberField {...rate} label={`What US$1 is in ${code}`} unit={code} />
      <p className="mt-1 text-sm text-soft">
        {perUsd === 1 ? "Please set today's rate: nothing is looked up for you." : "Set by hand; nothing is looked up."} Every
        figure is worked out in US dollars and only then converted.
      </p>
    </div>
  );
}

// Another currency needs another rate: the old one would be a wrong one that looks right.
function setCode(code: string): void {
  const { currency } = scenarioStore.getState().scenario;
  if (code !== currency.code) changeCurrency({ code, perUsd: 1 });
}

function setRate(perUsd: number): void {
  const { currency } = scenarioStore.getState().scenario;
  changeCurrency({ ...currency, perUsd });
}

function summaryOf(currency: Currency): string {
  return currency.code === "USD" ? "US dollars" : `${currency.code}, ${rateInWords(currency)}`;
}
