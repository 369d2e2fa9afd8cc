import { shortName } from "../../scenario/bill-in-words.ts";
import { COMPARED_NAMES, type Comparison } from "../../scenario/comparison.ts";
import { conflicts } from "../../scenario/conflicts.ts";
import { type Estimate, estimate } from "../../scenario/estimate.ts";
import { isOwnModel } from "../../scenario/rate-book.ts";
import type { Scenario } from "../../scenario/scenario.ts";
import { formatCount } from "../../ui/format-count.ts";
import { formatUsd } from "../../ui/format-money.ts";

/** What a file of this calculator says it is. */
export const FILE_MARK = { calculator: "claude-code-cost", version: 1 } as const;

/** More names than these a sentence does not carry. */
const MOST_NAMES = 3;

/** USD, unrounded, at the prices of a day. A scenario that contradicts itself has no figures. */
export interface SharedTotals {
  /** Its letter in a comparison; `A` for one alone. */
  readonly scenario: string;
  readonly priceDate: string;
  readonly perMonth: number | null;
  readonly perDeveloperMonth: number | null;
  readonly perSession: number | null;
}

/** A file that opens with the same figures. Only `link` is read again; `totals` are for people and other programs. */
export interface SharedFile {
  readonly calculator: "claude-code-cost";
  readonly version: 1;
  readonly link: string;
  readonly totals: readonly SharedTotals[];
}

/**
 * What is compared as Markdown, with its link where there is one: `25 developers, Sonnet 5.5: $4,864 a month (prices 2026-11-20) <link>`;
 * several scenarios one line each by their letters, the link behind them.
 */
export function combineMarkdown({ scenarios, baseline }: Comparison, address: string | null): string {
  const [only] = scenarios;
  const link = address === null ? "" : `<${address}>`;
  if (only && scenarios.length === 1) return [shareLine(only), link].filter(Boolean).join(" ");
  const lines = scenarios.map((scenario, place) => `- ${letterOf(place, baseline)}: ${shareLine(scenario)}`);
  return [lines.join("\n"), link].filter(Boolean).join("\n\n");
}

/** A scenario in a line: who, on which models, what a month costs, at the prices of which day. */
export function shareLine(scenario: Scenario): string {
  const { developers, priceDate, discountPercent } = scenario;
  const figures = figuresOf(scenario);
  const who = `${formatCount(developers)} ${developers === 1 ? "developer" : "developers"}`;
  const discount = discountPercent > 0 ? `, ${formatCount(discountPercent)}% discount` : "";
  const prices = `(prices ${priceDate}${discount})`;
  if (figures === null) return `${who}: not worked out, its inputs contradict each other ${prices}`;
  const least = sessionsIn(figures).some(({ lowerBound }) => lowerBound) ? "at least " : "";
  return `${who}, ${modelsOf(figures)}: ${least}${formatUsd(figures.perMonth)} a month ${prices}`;
}

/** The content of a file that opens with the same figures. */
export function combineFile({ scenarios }: Comparison, link: string): SharedFile {
  const totals = scenarios.map((scenario, place) => {
    const figures = figuresOf(scenario);
    return {
      scenario: COMPARED_NAMES[place] ?? "",
      priceDate: scenario.priceDate,
      perMonth: figures?.perMonth ?? null,
      perDeveloperMonth: figures?.perDeveloperMonth ?? null,
      perSession: figures?.perSession ?? null,
    };
  });
  return { ...FILE_MARK, link, totals };
}

function letterOf(place: number, baseline: number): string {
  return `${COMPARED_NAMES[place] ?? ""}${place === baseline ? " (baseline)" : ""}`;
}

function figuresOf(scenario: Scenario): Estimate | null {
  return conflicts(scenario).length > 0 ? null : estimate(scenario);
}

function modelsOf(figures: Estimate): string {
  const names = [
    ...new Set(
      sessionsIn(figures).map(({ name, model }) => (isOwnModel(model) ? `${shortName(name)} (own rates)` : shortName(name))),
    ),
  ];
  if (names.length > MOST_NAMES) return `${names.length} models`;
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

function sessionsIn({ profiles }: Estimate): readonly Estimate["profiles"][number]["models"][number]["session"][] {
  return profiles.flatMap(({ models }) => models.filter(({ share }) => share > 0).map(({ session }) => session));
}
