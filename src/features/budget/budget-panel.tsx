import { memo, type ReactElement } from "react";
import type { Estimate } from "../../scenario/estimate.ts";
import { quantise, RANGES } from "../../scenario/ranges.ts";
import { selectEstimate } from "../../state/selectors.ts";
import type { ShownProps } from "../../state/shown-props.ts";
import { useMonthSpread } from "../../state/use-month-spread.ts";
import { useSame } from "../../ui/charts/same-value.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import { SectionCard } from "../../ui/section-card.tsx";
import { BudgetFields } from "./budget-fields.tsx";
import { type BudgetMonths, budgetJob, drawnMonths, estimatedMonth } from "./budget-months.ts";
import { combineBudget } from "./combine-budget.ts";

const NOTES = [
  "Public guides disagree on what happens at the cap. Some say that requests fail with an error until the cap is raised or the month ends; others that billing stops quietly. Try it with a small cap before you rely on it.",
  "Alerts only tell: they stop nothing.",
  "The days are reached by the end of a working day, the month's dollars spread evenly over all of them.",
  "The p50 month and the p90 month are of the months drawn for “The month as a range”, with the sessions of all developers: half of them cost no more than the first, nine in ten no more than the second.",
] as const;

/** What a month may cost: alerts and the day on which each is reached, a daily limit, tax and a starting credit. */
export const BudgetPanel = memo(function BudgetPanel({ state }: ShownProps): ReactElement {
  const estimate = selectEstimate(state);
  const { months, workingDays } = useBudgetMonths(state);
  const { budget } = state.shown;
  const { sentence, alerts, daily, bill } = combineBudget({ budget, workingDays }, months);
  return (
    <SectionCard title="A budget for the API" level={2}>
      <div className="grid grid-cols-1 gap-4">
        <BudgetFields first={firstCaps(estimate, state.shown.workingDays)} />
        <div className="grid gap-1 border-t border-line pt-3 text-sm" data-budget="">
          <p className="text-base text-pretty">{sentence}</p>
          {daily.map((words) => (
            <p key={words} className="text-soft">
              {words}
            </p>
          ))}
        </div>
        {alerts === null ? null : <DataTable caption="When each alert is reached, all developers" {...alerts} />}
        {bill === null ? null : (
          <DataTable caption="Credit and tax, in lines of their own: no other figure of the page has them in" {...bill} />
        )}
        <Disclosure title="At the cap" summary="guides disagree: errors, or billing stops">
          <ul className="grid list-disc gap-1 ps-5 text-sm text-soft">
            {NOTES.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </Disclosure>
      </div>
    </SectionCard>
  );
});

// While the input moves, those of the job before, as the panel of the range has them.
function useBudgetMonths({ shown }: ShownProps["state"]): BudgetMonths {
  const estimate = selectEstimate({ shown });
  const drawn = useMonthSpread(useSame(budgetJob(shown, estimate)));
  if (drawn === null || drawn.spread === "failed") return estimatedMonth(estimate, shown.workingDays);
  return drawnMonths(drawn.spread.everyone, drawn.job.workingDays);
}

// A cap begins just above the month as it is: something to pull down.
function firstCaps({ perMonth }: Estimate, workingDays: number): { readonly monthUsd: number; readonly dayUsd: number } {
  const first = (usd: number): number => quantise(RANGES.monthUsd, roundUp(usd));
  return { monthUsd: first(perMonth), dayUsd: first(perMonth / workingDays) };
}

function roundUp(usd: number): number {
  const step = usd >= 100 ? 10 : 1;
  return Math.max(step, Math.ceil(usd / step) * step);
}
