import type { WorkInParts } from "../../pricing/ruled-work.ts";
import type { LineInWords } from "../../scenario/bill-in-words.ts";
import type { Estimate } from "../../scenario/estimate.ts";
import { type ChoiceAtEnd, type FitVerdict, type PlanChoice, planVerdict } from "../../scenario/plan-verdict.ts";
import type { Scenario } from "../../scenario/scenario.ts";
import { isServedByPlans } from "../../scenario/work-kind.ts";
import { formatPercent } from "../../ui/format-count.ts";
import { formatAboutUsd, formatUsd } from "../../ui/format-money.ts";
import { combinePrograms } from "./combine-programs.ts";
import { type FitCell, type FitFigure, NOT_SERVED, type PlanRow, type PlansView, plain, planName, rowOf } from "./fit-view.ts";
import { fitNotes, fitWords } from "./fit-words.ts";
import { feeLines, workLines } from "./plan-lines.ts";

/** One developer's month. Ranges go from the low to the high end of a plan's limit. */
export function combinePlans(scenario: Scenario, estimate: Estimate): PlansView {
  if (!isServedByPlans(scenario.work)) return combinePrograms(scenario, estimate);
  const verdict = planVerdict(scenario, estimate);
  return {
    ...fitWords(scenario, estimate, verdict),
    rows: verdict.choices.map((choice) => fitRow(choice, verdict, estimate)),
    notes: fitNotes(scenario, estimate, verdict),
  };
}

function fitRow(choice: PlanChoice, verdict: FitVerdict, estimate: Estimate): PlanRow {
  const { id, ends } = choice;
  const first = [plain(planName(id)), feeCell(choice)];
  if (ends === null) {
    return rowOf(id, [...first, ...["limit unknown", "", "limit unknown", "", ""].map(plain)]);
  }
  const lines = (taken: WorkInParts) => workLines(estimate, verdict.parts, taken);
  const { ruled, other } = verdict.parts;
  const costs = [ends.high, ends.low].flatMap(({ cost }) => (cost === null ? [] : [cost]));
  const cells = [
    ...first,
    fitsCell(choice, ends),
    // The dearest end of the costs is that of the low limit.
    rangeCell([ends.high, ends.low], ({ past }) => ({
      usd: past.ruled + past.other,
      title: `${choice.name}: past it, one month`,
      lines: () => lines(past),
    })),
    rangeCell([ends.high, ends.low], ({ cost, past }) => ({
      usd: cost,
      title: `${choice.name}, one month`,
      lines: () => [...feeLines(choice), ...lines(past)],
    })),
    rangeCell([ends.low, ends.high], ({ saves, past }) => ({
      usd: saves,
      title: `${choice.name} against the API, one month`,
      lines: () => [...lines({ ruled: ruled - past.ruled, other: other - past.other }), ...feeLines(choice, -1)],
    })),
    nextCell(choice, verdict, lines),
  ];
  return rowOf(id, cells, costs);
}

/** The fee that is reckoned with, and the other one below. */
function feeCell(choice: PlanChoice): FitCell {
  const { id, fee, fees, name } = choice;
  const figure: FitFigure = { text: formatUsd(fee), title: `${name}, one seat`, lines: () => feeLines(choice) };
  if (id === "api") return plain(formatUsd(0));
  if (fees.annual === null) return { figures: [figure], note: "monthly only" };
  if (fees.monthly === null) return { figures: [figure], note: "by the year only" };
  const isMonthly = fee === fees.monthly;
  const other = isMonthly ? `${formatUsd(fees.annual)} by the year` : `${formatUsd(fees.monthly)} by the month`;
  return { figures: [figure], note: other };
}

function fitsCell({ id }: PlanChoice, { low, high }: NonNullable<PlanChoice["ends"]>): FitCell {
  if (id === "api" || id === "enterprise") return plain("nothing");
  const shares = [...new Set([low, high].map(({ fits }) => formatPercent(fits)))];
  const limits = [...new Set([low, high].map(({ limit }) => (limit === null ? "none" : formatAboutUsd(limit))))];
  const note = `limit ${limits.join("–")}`;
  return { figures: shares.map((text) => ({ text })), note };
}

interface Amount {
  /** null = the plan does not serve. */
  readonly usd: number | null;
  readonly title: string;
  readonly lines: () => readonly LineInWords[];
}

// Both ends in the order given, or one figure where they read the same.
function rangeCell(ends: readonly [ChoiceAtEnd, ChoiceAtEnd], amountAt: (end: ChoiceAtEnd) => Amount): FitCell {
  return cellOf(ends.map(amountAt));
}

function cellOf(amounts: readonly Amount[], note?: string): FitCell {
  const figures = amounts.map(
    ({ usd, title, lines }): FitFigure =>
      usd === null ? { text: NOT_SERVED } : usd === 0 ? { text: formatUsd(0) } : { text: formatUsd(usd), title, lines },
  );
  const told = figures.filter(({ text }, index) => figures.findIndex((figure) => figure.text === text) === index);
  return note === undefined ? { figures: told } : { figures: told, note };
}

function nextCell(choice: PlanChoice, { choices }: FitVerdict, lines: (taken: WorkInParts) => readonly LineInWords[]): FitCell {
  const next = choices.find(({ id }) => id === choice.next);
  if (next === undefined || choice.ends === null) return plain("no next plan");
  if (next.ends === null) return { figures: [{ text: "limit unknown" }], note: `against ${next.name}` };
  const { ends } = choice;
  const others = next.ends;
  const amounts = (["low", "high"] as const).map((end): Amount => {
    const [own, other] = [ends[end], others[end]];
    return {
      usd: own.cost === null || other.cost === null ? null : other.cost - own.cost,
      title: `${choice.name} against ${next.name}, one month`,
      lines: () => [
        ...feeLines(next),
        ...feeLines(choice, -1),
        ...lines({ ruled: other.past.ruled - own.past.ruled, other: other.past.other - own.past.other }),
      ],
    };
  });
  return cellOf(amounts, `against ${next.name}`);
}
