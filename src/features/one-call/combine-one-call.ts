import { NO_PRICE_WORDS } from "../../pricing/call-cost.ts";
import type { ModelCard } from "../../pricing/rate-card.ts";
import { promptTokens } from "../../pricing/usage.ts";
import { type LineInWords, modelLinesInWords, scaled, shortName } from "../../scenario/bill-in-words.ts";
import { modelName } from "../../scenario/model-options.ts";
import { type CallQuestion, questionsOf } from "../../scenario/questions.ts";
import type { Scenario } from "../../scenario/scenario.ts";
import type { Mark } from "../../ui/charts/marks.ts";
import type { StackedBarsProps } from "../../ui/charts/stacked-bars-plan.ts";
import type { DataColumn, DataRow } from "../../ui/data-table.tsx";
import { formatTokens } from "../../ui/format-count.ts";
import { formatUsd, roundTogether } from "../../ui/format-money.ts";
import { type CallOnModel, callsOnModels } from "./calls-on-models.ts";

/** One call on every model: a sentence, a chart of the ones to choose from, and a table of all. */
export interface OneCallView {
  readonly takeaway: string;
  readonly chart: StackedBarsProps;
  /** The chart's own table: 1,000 calls by class. */
  readonly classColumns: readonly DataColumn[];
  readonly classRows: readonly DataRow[];
  readonly columns: readonly DataColumn[];
  /** Current models, the person's own and the call's. */
  readonly rows: readonly DataRow[];
  /** Legacy, limited and retired ones. */
  readonly otherRows: readonly DataRow[];
  /** The lines of one call and of a month, by a row's id; none for a model without a price. */
  readonly lines: ReadonlyMap<string, { readonly call: readonly LineInWords[]; readonly month: readonly LineInWords[] }>;
}

const PARTS: readonly { readonly item: string; readonly name: string; readonly mark: Mark }[] = [
  { item: "input", name: "Input", mark: 5 },
  { item: "cacheRead", name: "Cache read", mark: 1 },
  { item: "output", name: "Output", mark: 3 },
];

const COLUMNS: readonly DataColumn[] = [
  { id: "model", label: "Model" },
  { id: "call", label: "A call", numeric: true, fileLabel: "US$ a call" },
  { id: "thousand", label: "1,000 calls", numeric: true, fileLabel: "US$ for 1,000 calls" },
  { id: "month", label: "A month", numeric: true, fileLabel: "US$ a month" },
  { id: "in", label: "Tokens in", numeric: true },
  { id: "out", label: "Tokens out", numeric: true },
  { id: "note", label: "To know" },
];

/** @throws RangeError as `callCost` */
export function combineOneCall(scenario: Scenario): OneCallView {
  const { call } = questionsOf(scenario);
  const all = callsOnModels(scenario, call);
  const listed = all.filter(({ card }) => isListed(card, call));
  const cheapest = cheapestOf(listed);
  const toRow = (one: CallOnModel): DataRow => rowOf(one, { call, cheapest });
  return {
    takeaway: takeawayOf({ call, all, cheapest }),
    ...chartOf(listed, call),
    columns: COLUMNS,
    rows: listed.map(toRow),
    otherRows: all.filter(({ card }) => !isListed(card, call)).map(toRow),
    lines: linesOf(scenario, all, call),
  };
}

function isListed({ id, status }: ModelCard, { model }: CallQuestion): boolean {
  return status === "current" || id === model;
}

interface Priced extends CallOnModel {
  readonly cost: Extract<CallOnModel["cost"], { readonly noPrice: null }>;
}

function isPriced(one: CallOnModel): one is Priced {
  return one.cost.noPrice === null;
}

/** USD of the cheapest call that can be made; null where none can. */
function cheapestOf(listed: readonly CallOnModel[]): number | null {
  const totals = listed.filter(isPriced).filter(isServed);
  return totals.length === 0 ? null : Math.min(...totals.map(({ cost }) => cost.total));
}

function isServed({ cost }: Priced): boolean {
  return !(cost.overWindow || cost.rates.retired);
}

function isCheapest(one: CallOnModel, cheapest: number | null): one is Priced {
  return isPriced(one) && isServed(one) && one.cost.total === cheapest;
}

interface Beside {
  readonly call: CallQuestion;
  readonly cheapest: number | null;
}

function rowOf(one: CallOnModel, { call, cheapest }: Beside): DataRow {
  const { card, cost } = one;
  const name = card.family === "own" ? `${card.name} (own)` : modelName(card.id);
  if (cost.noPrice !== null) {
    const note = NO_PRICE_WORDS[cost.noPrice];
    return { id: card.id, cells: [name, "", "", "", "", "", note], values: [name, null, null, null, null, null, note] };
  }
  const amounts = [cost.total, cost.total * 1_000, cost.total * call.callsPerMonth];
  const tokens = [promptTokens(cost.usage), cost.usage.output ?? 0];
  const note = notesOn({ card, cost }, { call, cheapest }).join("; ");
  return {
    id: card.id,
    cells: [name, ...amounts.map(formatUsd), ...tokens.map(formatTokens), note],
    values: [name, ...amounts, ...tokens, note],
  };
}

function notesOn({ card, cost }: Priced, { call, cheapest }: Beside): readonly string[] {
  const { tier, retired } = cost.rates;
  return [
    isCheapest({ card, cost }, cheapest) && cost.total > 0 ? "cheapest" : "",
    card.id === call.model ? "your model" : "",
    tier === "long-context" ? "long prompt: every token at its higher rates" : "",
    cost.tooShortToCache ? `nothing cached: it caches from ${formatTokens(card.minCacheableTokens ?? 0)} tokens on` : "",
    cost.overWindow ? "longer than it takes: would be refused" : "",
    retired ? "retired: its last price" : "",
  ].filter((note) => note !== "");
}

function takeawayOf({ call, all, cheapest }: Beside & { readonly all: readonly CallOnModel[] }): string {
  const own = all.find(({ card }) => card.id === call.model);
  const least = all.find((one): one is Priced => isListed(one.card, call) && isCheapest(one, cheapest));
  if (!own) return "The call's model is not in the price list.";
  const name = shortName(own.card.name);
  const { noPrice } = own.cost;
  const begin = noPrice === null ? costInWords({ card: own.card, cost: own.cost }, call) : `${name} ${NO_PRICE_WORDS[noPrice]}`;
  if (!least || (isPriced(own) && own.cost.total === 0)) return `${begin}.`;
  if (least.card.id === own.card.id) return `${begin}, the cheapest of the models below.`;
  return `${begin}; cheapest on ${shortName(least.card.name)}: ${formatUsd(least.cost.total)} a call.`;
}

function costInWords({ card, cost }: Priced, { callsPerMonth }: CallQuestion): string {
  if (cost.total === 0) return "This call sends and gets nothing yet";
  const calls = `${formatTokens(callsPerMonth)} ${callsPerMonth === 1 ? "call" : "calls"}`;
  return `${formatUsd(cost.total)} a call on ${shortName(card.name)}, ${formatUsd(cost.total * callsPerMonth)} a month for ${calls}`;
}

function chartOf(
  listed: readonly CallOnModel[],
  { model }: CallQuestion,
): Pick<OneCallView, "chart" | "classColumns" | "classRows"> {
  const priced = listed.filter(isPriced);
  const parts = PARTS.filter(({ item }) => priced.some((one) => amountOf(one, item) > 0));
  const amounts = priced.map((one) => parts.map(({ item }) => amountOf(one, item) * 1_000));
  return {
    chart: {
      rows: priced.map(({ card }, row) => ({
        label: card.family === "own" ? `${card.name} (own)` : shortName(card.name),
        parts: amounts[row] ?? [],
        isMarked: card.id === model,
      })),
      parts,
      formatValue: formatUsd,
      valueLabel: "US$ for 1,000 calls",
    },
    classColumns: [
      { id: "model", label: "Model" },
      ...parts.map(({ item, name }) => ({ id: item, label: name, numeric: true, fileLabel: `${name}, US$ for 1,000 calls` })),
      { id: "total", label: "1,000 calls", numeric: true, fileLabel: "Total, US$ for 1,000 calls" },
    ],
    classRows: priced.map(({ card, cost }, row) => {
      const name = shortName(card.name);
      const own = amounts[row] ?? [];
      return {
        id: card.id,
        cells: [name, ...roundTogether(own), formatUsd(cost.total * 1_000)],
        values: [name, ...own, cost.total * 1_000],
      };
    }),
  };
}

function amountOf({ cost }: Priced, item: string): number {
  return cost.lines.reduce((sum, line) => (line.item === item ? sum + line.amount : sum), 0);
}

function linesOf(scenario: Scenario, all: readonly CallOnModel[], { callsPerMonth }: CallQuestion): OneCallView["lines"] {
  return new Map(
    all.filter(isPriced).map(({ card, cost }) => {
      const call = modelLinesInWords(scenario, card.id, cost.lines);
      return [card.id, { call, month: scaled(call, callsPerMonth) }];
    }),
  );
}
