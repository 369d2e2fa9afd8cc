import { billsLessCredit } from "../../scenario/api-credit.ts";
import type { Estimate } from "../../scenario/estimate.ts";
import { planById } from "../../scenario/plan-offers.ts";
import type { Scenario } from "../../scenario/scenario.ts";
import { type WhyNot, type WorkKind, workKindById } from "../../scenario/work-kinds.ts";
import { formatExact, formatPercent } from "../../ui/format-count.ts";
import { formatUsd } from "../../ui/format-money.ts";
import type { FitNotice } from "./fit-view.ts";
import { type PlanRow, type PlansView, plain, rowOf } from "./fit-view.ts";
import { creditLines, feeLinesOf, workLines } from "./plan-lines.ts";

const REASONS: { readonly [reason in WhyNot]: string } = {
  access: "Access",
  "cost-control": "Control of cost per user",
  "batch-discount": "Batch discount",
};

/** The verdict on work that plans do not serve: the API, less the monthly API credit where a plan carries one. */
export function combinePrograms(scenario: Scenario, estimate: Estimate): PlansView {
  const kind = workKindById(scenario.work);
  const bills = billsLessCredit(estimate.perDeveloperMonth, scenario.priceDate);
  return {
    verdict: [verdictWords(kind, estimate.perDeveloperMonth), ...creditWords(kind, bills)],
    reasons: {
      title: "Why a plan does not serve this",
      items: kind.whyNot.map(({ reason, words }) => `${REASONS[reason]}: ${words}`),
    },
    warnings: kind.note === null ? [] : [openQuestion(kind, kind.note)],
    ranges: null,
    rows: [apiRow(estimate), ...bills.map((bill) => creditRow(bill, estimate))],
    notes: notesOf(scenario, bills),
  };
}

type CreditBill = ReturnType<typeof billsLessCredit>[number];

function verdictWords({ name }: WorkKind, usd: number): string {
  return `${name}: the API is what serves it, at ${formatUsd(usd)} a month for one developer. Plans' limits cover people at Claude Code.`;
}

function creditWords({ apiCredit }: WorkKind, bills: readonly CreditBill[]): readonly string[] {
  if (bills.length === 0) return ["On the day of these prices no plan carried an API credit."];
  const each = bills.map(
    ({ name, creditUsd, restUsd }) => `${name}'s takes ${formatUsd(creditUsd)} off and leaves ${formatUsd(restUsd)}`,
  );
  const counts =
    apiCredit === "unresolved" ? " and its monthly API credit counts for this work, the credit" : ", its monthly API credit";
  return [`If you have the plan anyway${counts} comes first: ${each.join("; ")}. No credit is more than its plan's fee.`];
}

function openQuestion({ apiCredit }: WorkKind, note: string): FitNotice {
  const isOpen = apiCredit === "unresolved";
  return { title: isOpen ? "Unresolved: claude -p" : "What is inferred", items: [note] };
}

function apiRow(estimate: Estimate): PlanRow {
  const usd = estimate.perDeveloperMonth;
  const all = { title: "API, one month", lines: () => partLines(estimate, usd) };
  const amount = { figures: [usd === 0 ? { text: formatUsd(0) } : { text: formatUsd(usd), ...all }] };
  return rowOf(
    "api",
    [plain("API"), plain(formatUsd(0)), plain("nothing"), amount, amount, plain(formatUsd(0)), plain("")],
    [usd],
  );
}

function creditRow({ plan, name, feeUsd, creditUsd, restUsd, withFeeUsd }: CreditBill, estimate: Estimate): PlanRow {
  const usd = estimate.perDeveloperMonth;
  const rest = () => partLines(estimate, restUsd);
  const cost = () => [...feeLinesOf(plan), ...partLines(estimate, usd), ...creditLines(plan, creditUsd)];
  return rowOf(
    `${plan} credit`,
    [
      plain(`${name} (API credit)`),
      {
        figures: [{ text: formatUsd(feeUsd), title: `${name}, one seat`, lines: () => feeLinesOf(plan) }],
        note: "monthly only",
      },
      {
        figures: [{ text: formatPercent(usd === 0 ? 1 : creditUsd / usd) }],
        note: `credit of ${formatUsd(planById(plan).apiCredit?.usdPerMonth ?? 0)}`,
      },
      {
        figures: [
          restUsd === 0 ? { text: formatUsd(0) } : { text: formatUsd(restUsd), title: `${name}: past its credit`, lines: rest },
        ],
      },
      { figures: [{ text: formatUsd(withFeeUsd), title: `${name} and the rest, one month`, lines: cost }] },
      plain(formatUsd(usd - withFeeUsd)),
      plain(""),
    ],
    [withFeeUsd],
  );
}

function partLines(estimate: Estimate, usd: number) {
  // The two parts of the work make no difference here: all of it is taken alike.
  const whole = { ruled: estimate.perDeveloperMonth, other: estimate.perDeveloperMonth };
  return workLines(estimate, whole, { ruled: usd, other: usd });
}

function notesOf({ work, batchPercent }: Scenario, bills: readonly CreditBill[]): readonly string[] {
  const since = bills.map(({ plan }) => planById(plan)).find(({ apiCredit }) => apiCredit !== null);
  return [
    ...(since?.apiCredit
      ? [
          `The credit of Max and Ultra is for programmatic use since ${since.apiCredit.from}, lapses every month and is never for Claude Code. Medium confidence: ${since.source}.`,
        ]
      : []),
    ...(work === "batch"
      ? [`${formatExact(batchPercent)} % of this work is set to run in batch, at half price (Rates and terms).`]
      : []),
    "Whether claude -p counts as programmatic use or as Claude Code is unresolved.",
  ];
}
