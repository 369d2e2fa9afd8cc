import { billAfterTax, budgetMonth, dailyLimit, dailyLimitFor } from "../../pricing/budget.ts";
import { startingCredit } from "../../rates/starting-credit.ts";
import type { Budget, Scenario } from "../../scenario/scenario.ts";
import type { DataColumn, DataRow } from "../../ui/data-table.tsx";
import { formatCount, formatExact } from "../../ui/format-count.ts";
import { formatUsd, roundTogether } from "../../ui/format-money.ts";

/** A month that a budget is held against: the one as estimated, or one of a range of months. */
export interface BudgetCase {
  readonly id: string;
  /** In a sentence: "The month as estimated". */
  readonly name: string;
  /** Over a column: "As estimated". */
  readonly label: string;
  /** The API bill of all developers, USD before credit and tax, unrounded. */
  readonly usd: number;
}

/** A table of the panel, a column for each month. */
export interface BudgetTable {
  readonly columns: readonly DataColumn[];
  readonly rows: readonly DataRow[];
}

/** A budget in words. */
export interface BudgetView {
  /** How the months meet the cap. */
  readonly sentence: string;
  /** The working day on which each alert and the cap is reached; null without a cap. */
  readonly alerts: BudgetTable | null;
  /** What the daily limit does; empty without one. */
  readonly daily: readonly string[];
  /** Usage, credit, tax and total; null where neither credit nor tax is set. */
  readonly bill: BudgetTable | null;
}

/** What a budget does to some months, none of them dearer for the tax: that is a line of its own. */
export function combineBudget(
  { budget, workingDays }: Pick<Scenario, "budget" | "workingDays">,
  months: readonly BudgetCase[],
): BudgetView {
  return {
    sentence: capSentence(budget, workingDays, months),
    alerts: budget.monthlyUsd === null || budget.monthlyUsd === 0 ? null : alertTable(budget.monthlyUsd, workingDays, months),
    daily: budget.dailyUsd === null ? [] : dailyWords(budget.dailyUsd, workingDays, months),
    bill: budget.taxPercent > 0 || budget.startingCredit ? billTable(budget, months) : null,
  };
}

function capSentence({ monthlyUsd }: Budget, workingDays: number, months: readonly BudgetCase[]): string {
  if (monthlyUsd === null) return "No cap is set: nothing stops a month that grows.";
  if (monthlyUsd === 0) return "A cap of $0 lets nothing through: every request is past it.";
  const each = months.map(({ name, usd }) => {
    const { marks, pastCapUsd } = budgetMonth(usd, { capUsd: monthlyUsd, workingDays });
    const day = marks.at(-1)?.day ?? null;
    const month = inSentence(name);
    return day === null
      ? `${month} (${formatUsd(usd)}) stays within it, with ${formatUsd(monthlyUsd - usd)} to spare`
      : `${month} (${formatUsd(usd)}) reaches it on working day ${day}${pastCapUsd > 0 ? ` and wants ${formatUsd(pastCapUsd)} more` : ""}`;
  });
  const perDay = dailyLimitFor({ capUsd: monthlyUsd, workingDays });
  return `Cap of ${formatUsd(monthlyUsd)} a month: ${each.join("; ")}. Spread evenly it is ${formatUsd(perDay)} a working day.`;
}

function inSentence(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

function alertTable(capUsd: number, workingDays: number, months: readonly BudgetCase[]): BudgetTable {
  const met = months.map(({ usd }) => budgetMonth(usd, { capUsd, workingDays }).marks);
  const rows = (met[0] ?? []).map(({ percent, usd }, place) => ({
    id: String(percent),
    cells: [
      percent === 100 ? "The cap" : `${percent} % alert`,
      formatUsd(usd),
      ...met.map((marks) => dayInWords(marks[place]?.day ?? null, workingDays)),
    ],
  }));
  return {
    columns: [{ id: "mark", label: "Reached" }, { id: "usd", label: "US$ a month", numeric: true }, ...columnsOf(months)],
    rows,
  };
}

function dayInWords(day: number | null, workingDays: number): string {
  return day === null ? "not reached" : `day ${formatCount(day)} of ${formatCount(Math.ceil(workingDays))}`;
}

function dailyWords(limitUsd: number, workingDays: number, months: readonly BudgetCase[]): readonly string[] {
  if (limitUsd === 0) return ["A daily limit of $0 lets nothing through."];
  const most = formatUsd(dailyLimit(limitUsd, { monthUsd: 0, workingDays }).mostUsdPerMonth);
  return [
    `Kept to ${formatUsd(limitUsd)} a working day a month costs at most ${most}.`,
    ...months.map(({ name, usd }) => {
      const { pastUsdPerDay } = dailyLimit(limitUsd, { monthUsd: usd, workingDays });
      const past = pastUsdPerDay === 0 ? "keeps it" : `wants ${formatUsd(pastUsdPerDay)} more on each of its days`;
      return `${name}, spread evenly, ${past}.`;
    }),
  ];
}

function billTable(budget: Budget, months: readonly BudgetCase[]): BudgetTable {
  const creditUsd = budget.startingCredit ? startingCredit.usd : 0;
  const bills = months.map(({ usd }) => billAfterTax(usd, { creditUsd, taxPercent: budget.taxPercent }));
  // Rounded together, so that the lines add up to the total below them.
  const shown = bills.map(({ usageUsd, creditUsd: used, taxUsd }) => roundTogether([usageUsd, -used, taxUsd]));
  const line = (id: string, name: string, place: number): DataRow => ({
    id,
    cells: [name, ...shown.map((texts) => texts[place] ?? "")],
  });
  return {
    columns: [{ id: "line", label: "The bill" }, ...columnsOf(months)],
    rows: [
      line("usage", "Usage at API rates", 0),
      ...(budget.startingCredit ? [line("credit", "Starting credit, first month only", 1)] : []),
      ...(budget.taxPercent > 0 ? [line("tax", `Tax of ${formatExact(budget.taxPercent)} %`, 2)] : []),
      { id: "total", cells: ["To pay", ...bills.map(({ totalUsd }) => formatUsd(totalUsd))] },
    ],
  };
}

function columnsOf(months: readonly BudgetCase[]): readonly DataColumn[] {
  return months.map(({ id, label }) => ({ id, label, numeric: true }));
}
