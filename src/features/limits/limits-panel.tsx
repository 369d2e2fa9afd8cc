import { type ReactElement, useCallback } from "react";
import { useShallow } from "zustand/react/shallow";
import { capacityCaveat, capacityEstimates } from "../../rates/plan-capacity.ts";
import { limitRange, planById } from "../../scenario/plan-offers.ts";
import { LIMITED_PLANS, type LimitedPlan, type LimitRange, type LimitRule, type Scenario } from "../../scenario/scenario.ts";
import { changeScenario } from "../../state/actions.ts";
import type { ScenarioState } from "../../state/scenario-store.ts";
import { useConflict } from "../../state/use-conflict.ts";
import { useRangedField } from "../../state/use-ranged-field.ts";
import { useScenario } from "../../state/use-scenario.ts";
import { ChoiceField } from "../../ui/choice-field.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import { formatUsd } from "../../ui/format-money.ts";
import { Notice } from "../../ui/notice.tsx";
import { NumberField } from "../../ui/number-field.tsx";
import { SwitchField } from "../../ui/switch-field.tsx";
import { Calibration } from "./calibration.tsx";
import { firstOwnLimits } from "./own-limits.ts";

const RULES: readonly { readonly value: LimitRule; readonly label: string; readonly hint: string }[] = [
  { value: "community", label: "Measured by users", hint: capacityCaveat },
  {
    value: "guides",
    label: "Public guides' rule",
    hint: "Unsaid in the guides, yet their tables follow it: a plan covers work up to the price of the next plan, Ultra without a limit. Seats are left out.",
  },
  {
    value: "own",
    label: "Your own",
    hint: "What you found each plan to cover, in API-equivalent USD a month. A plan without a figure is not compared.",
  },
];

const OVERFLOWS = [
  { value: "api-rates", label: "Buy the rest at API rates" },
  { value: "not-allowed", label: "Stop" },
] as const;

const BILLING = [
  { value: "monthly", label: "By the month" },
  { value: "annual", label: "By the year" },
] as const;

/** What plans are taken to cover, what happens past that, and how they are paid; folded. */
export function LimitsPanel(): ReactElement {
  const { limitRule, overflow, planBilling, ownLimits } = useScenario(useShallow(pickLimits));
  const conflict = useConflict("ownLimits");
  const rule = RULES.find(({ value }) => value === limitRule);
  return (
    <Disclosure
      title="Plans and limits"
      summary={`${rule?.label}, ${overflow === "api-rates" ? "rest at API rates" : "no overflow"}`}
    >
      <div className="grid grid-cols-1 gap-4">
        <ChoiceField legend="What a plan covers" choices={RULES} value={limitRule} onChange={chooseRule} hint={rule?.hint} />
        {limitRule === "own" ? (
          LIMITED_PLANS.map((plan) => <OwnLimit key={plan} plan={plan} range={ownLimits[plan]} />)
        ) : (
          <LimitTable rule={limitRule} ownLimits={ownLimits} />
        )}
        {conflict === undefined ? null : <Notice tone="error" title="These limits cannot be used" items={[conflict]} />}
        {limitRule === "community" ? <Measurements /> : null}
        <Calibration />
        <ChoiceField
          legend="Past the limit"
          choices={OVERFLOWS}
          value={overflow}
          onChange={(next) => changeScenario({ overflow: next })}
        />
        <ChoiceField
          legend="Plans are paid"
          choices={BILLING}
          value={planBilling}
          onChange={(next) => changeScenario({ planBilling: next })}
          hint="Max and Ultra are sold by the month only."
        />
      </div>
    </Disclosure>
  );
}

// Only what stands here, so that a slider elsewhere does not draw this panel again.
function pickLimits({ scenario: { limitRule, overflow, planBilling, ownLimits } }: ScenarioState) {
  return { limitRule, overflow, planBilling, ownLimits };
}

function chooseRule(limitRule: LimitRule): void {
  changeScenario(({ ownLimits }) => ({ limitRule, ownLimits: limitRule === "own" ? firstOwnLimits(ownLimits) : ownLimits }));
}

function LimitTable({ rule, ownLimits }: { readonly rule: LimitRule; readonly ownLimits: Scenario["ownLimits"] }): ReactElement {
  const rows = LIMITED_PLANS.map((plan) => ({
    id: plan,
    cells: [planById(plan).name, limitInWords(limitRange(plan, { limitRule: rule, ownLimits }))],
  }));
  return (
    <DataTable
      caption="API-equivalent work that a plan covers, a month"
      columns={[
        { id: "plan", label: "Plan" },
        { id: "limit", label: "Covers", numeric: true },
      ]}
      rows={rows}
    />
  );
}

function limitInWords(range: { readonly low: number | null; readonly high: number | null } | null): string {
  if (range === null) return "limit unknown";
  if (range.low === null || range.high === null) return "no limit";
  return range.low === range.high ? formatUsd(range.low) : `${formatUsd(range.low)} – ${formatUsd(range.high)}`;
}

function OwnLimit({ plan, range }: { readonly plan: LimitedPlan; readonly range: LimitRange | null }): ReactElement {
  const { name, monthlyUsd } = planById(plan);
  const first = monthlyUsd ?? 0;
  const stated = range ?? { low: first, high: first };
  const setLow = useCallback((low: number) => setLimit(plan, { low }), [plan]);
  const setHigh = useCallback((high: number) => setLimit(plan, { high }), [plan]);
  const low = useRangedField(`limit-${plan}-low`, "limit", { value: stated.low, set: setLow });
  const high = useRangedField(`limit-${plan}-high`, "limit", { value: stated.high, set: setHigh });
  return (
    <div className="grid grid-cols-1 gap-2">
      <SwitchField
        id={`limit-${plan}`}
        label={`I know what ${name} covers`}
        checked={range !== null}
        onChange={(known) => setLimit(plan, known ? stated : null)}
      />
      {range === null ? null : (
        <div className="flex flex-wrap gap-3">
          <NumberField {...low} label={`${name}, at least`} unit="USD" />
          <NumberField {...high} label={`${name}, at most`} unit="USD" />
        </div>
      )}
    </div>
  );
}

function setLimit(plan: LimitedPlan, change: Partial<LimitRange> | null): void {
  changeScenario((scenario) => {
    const before = scenario.ownLimits[plan] ?? { low: 0, high: 0 };
    return { ownLimits: { ...scenario.ownLimits, [plan]: change === null ? null : { ...before, ...change } } };
  });
}

function Measurements(): ReactElement {
  const rows = capacityEstimates.map(({ plan, asMeasured, period, method, source, sound, whyNot }) => ({
    id: `${plan} ${asMeasured} ${period}`,
    cells: [planById(plan).name, sound ? asMeasured : `${asMeasured} (not used)`, period, whyNot ?? method, source],
  }));
  return (
    <Disclosure title="The measurements" summary={`${rows.length}, with their sources`}>
      <DataTable
        caption="What users measured, none of it newer than the change of 2026-09-14"
        columns={["Plan", "Measured", "When", "How", "Source"].map((label) => ({ id: label, label }))}
        rows={rows}
      />
    </Disclosure>
  );
}
