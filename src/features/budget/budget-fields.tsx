import type { ReactElement } from "react";
import { startingCredit } from "../../rates/starting-credit.ts";
import type { Budget } from "../../scenario/scenario.ts";
import { changeScenario } from "../../state/actions.ts";
import { useRangedField } from "../../state/use-ranged-field.ts";
import { useScenario } from "../../state/use-scenario.ts";
import { formatUsd } from "../../ui/format-money.ts";
import { NumberField } from "../../ui/number-field.tsx";
import { SwitchField } from "../../ui/switch-field.tsx";

const setMonthly = (monthlyUsd: number): void => changeBudget({ monthlyUsd });
const setDaily = (dailyUsd: number): void => changeBudget({ dailyUsd });
const setTax = (taxPercent: number): void => changeBudget({ taxPercent });

/**
 * What a month may cost.
 * @param first where a cap begins, USD a month and a working day
 */
export function BudgetFields({
  first,
}: {
  readonly first: { readonly monthUsd: number; readonly dayUsd: number };
}): ReactElement {
  const budget = useScenario(({ scenario }) => scenario.budget);
  const tax = useRangedField("budget-tax", "taxPercent", { value: budget.taxPercent, set: setTax });
  return (
    <div className="grid grid-cols-1 items-start gap-x-6 gap-y-4 sm:grid-cols-2">
      <div className="grid grid-cols-1 gap-2">
        <SwitchField
          id="budget-has-cap"
          label="A cap on the month"
          checked={budget.monthlyUsd !== null}
          onChange={(on) => changeBudget({ monthlyUsd: on ? first.monthUsd : null })}
        />
        {budget.monthlyUsd === null ? null : (
          <AmountField id="budget-cap" label="Monthly cap, before tax" value={budget.monthlyUsd} set={setMonthly} />
        )}
      </div>
      <div className="grid grid-cols-1 gap-2">
        <SwitchField
          id="budget-has-day"
          label="A limit on the day"
          checked={budget.dailyUsd !== null}
          onChange={(on) => changeBudget({ dailyUsd: on ? first.dayUsd : null })}
        />
        {budget.dailyUsd === null ? null : (
          <AmountField id="budget-day" label="Daily limit" value={budget.dailyUsd} set={setDaily} />
        )}
      </div>
      <NumberField {...tax} label="Tax on the bill" unit="%" />
      <SwitchField
        id="budget-credit"
        label={`A new account's ${formatUsd(startingCredit.usd)} starting credit`}
        checked={budget.startingCredit}
        onChange={(on) => changeBudget({ startingCredit: on })}
        hint={`Low confidence. ${startingCredit.note}`}
      />
    </div>
  );
}

interface AmountFieldProps {
  readonly id: string;
  readonly label: string;
  readonly value: number;
  readonly set: (usd: number) => void;
}

function AmountField({ id, label, value, set }: AmountFieldProps): ReactElement {
  const field = useRangedField(id, "monthUsd", { value, set });
  return <NumberField {...field} label={label} unit="USD" />;
}

function changeBudget(change: Partial<Budget>): void {
  changeScenario(({ budget }) => ({ budget: { ...budget, ...change } }));
}
