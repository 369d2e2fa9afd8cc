import { capacityEstimates, type UsdRange } from "../../rates/plan-capacity.ts";
import type { Plan } from "../../rates/plans.ts";
import { windowEstimates } from "../../rates/window-capacity.ts";
import { planById } from "../../scenario/plan-offers.ts";
import { formatTokens } from "../../ui/format-count.ts";
import { formatRate, formatUsd } from "../../ui/format-money.ts";
import { WINDOW_WORDS } from "./plan-words.ts";

/** A plan's fee and what it includes: cells by the columns of the page's table. */
export function planCells(plan: Plan): readonly string[] {
  const { monthlyUsd, annualUsdPerMonth, windows, apiCredit } = plan;
  return [
    monthlyUsd === null ? "not sold" : formatRate(monthlyUsd),
    annualUsdPerMonth === null ? "not sold" : formatRate(annualUsdPerMonth),
    plan.includesClaudeCode ? "yes" : "no",
    windows.length === 0 ? "none known" : windows.map((window) => WINDOW_WORDS[window]).join(", "),
    apiCredit === null ? "none known" : `${formatRate(apiCredit.usdPerMonth)} a month since ${apiCredit.from}`,
  ];
}

/** What else there is to say of a plan: its names before, how many seats can be bought, its note; empty where there is nothing. */
export function planNote({ formerNames, seats, note }: Plan): string {
  const names = formerNames.map(({ name, until }) => `Called ${name} until ${until}.`);
  const together = seats === null ? [] : [`${formatTokens(seats.least)} to ${formatTokens(seats.most)} seats.`];
  return [...names, ...together, note ?? ""].join(" ").trim();
}

/** What someone found a plan to cover in some time. */
export interface CapacityRow {
  readonly id: string;
  readonly plan: string;
  /** API-equivalent dollars: "$523", "$3,098 to $4,129". */
  readonly usd: string;
  readonly per: "week" | "month" | "5 hours";
  readonly when: string;
  /** By what method, in its author's unit, and why it is not used if so. */
  readonly how: string;
  readonly used: boolean;
  readonly source: string;
}

/** Every measurement of what plans cover, those of a week or month first, each in the unit in which it was published. */
export function capacityRows(): readonly CapacityRow[] {
  return [...weekRows(), ...windowRows()];
}

function weekRows(): readonly CapacityRow[] {
  return capacityEstimates.map(({ plan, usdPerWeek, usdPerMonth, period, method, asMeasured, sound, whyNot, source }) => ({
    id: `${plan} ${asMeasured} ${source}`,
    plan: planById(plan).name,
    usd: rangeWords(usdPerWeek ?? usdPerMonth),
    per: usdPerWeek === null ? ("month" as const) : ("week" as const),
    when: period,
    how: [`${method}.`, whyNot ?? ""].join(" ").trim(),
    used: sound,
    source,
  }));
}

function windowRows(): readonly CapacityRow[] {
  return windowEstimates.map(({ plan, usd, asMeasured, takenBy, method, source, sound }) => ({
    id: `${plan} window ${source}`,
    plan: planById(plan).name,
    usd: usdWords(usd),
    per: "5 hours" as const,
    when: `by ${takenBy}`,
    how: `${method} (measured: ${asMeasured}).`,
    used: sound,
    source,
  }));
}

function rangeWords({ low, high }: UsdRange): string {
  return low === high ? usdWords(low) : `${usdWords(low)} to ${usdWords(high)}`;
}

// Whole dollars were published without cents, and get none here.
function usdWords(usd: number): string {
  return Number.isInteger(usd) ? formatRate(usd) : formatUsd(usd);
}
