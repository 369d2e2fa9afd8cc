import { type LineInWords, sessionInWords, shortName } from "../../scenario/bill-in-words.ts";
import type { Profile, Scenario } from "../../scenario/scenario.ts";
import type { SessionCost } from "../../scenario/session-cost.ts";
import { sessionOnModels } from "../../scenario/session-on-models.ts";
import type { Mark } from "../../ui/charts/marks.ts";
import type { StackedBarsProps } from "../../ui/charts/stacked-bars-plan.ts";
import type { DataColumn, DataRow } from "../../ui/data-table.tsx";
import { formatPercent } from "../../ui/format-count.ts";
import { formatUsd, roundTogether } from "../../ui/format-money.ts";

/** A profile's session on each model, by class. */
export interface ModelCostsView {
  readonly takeaway: string;
  readonly chart: StackedBarsProps;
  readonly columns: readonly DataColumn[];
  readonly rows: readonly DataRow[];
  /** The lines of a row's total, by the row's id; none for a model that does not serve. */
  readonly lines: ReadonlyMap<string, readonly LineInWords[]>;
}

const PARTS: readonly { readonly item: string; readonly name: string; readonly mark: Mark }[] = [
  { item: "input", name: "Input", mark: 5 },
  { item: "cacheWrite5m", name: "Cache write, 5m", mark: 2 },
  { item: "cacheWrite1h", name: "Cache write, 1h", mark: 4 },
  { item: "cacheRead", name: "Cache read", mark: 1 },
  { item: "output", name: "Output", mark: 3 },
  { item: "webSearch", name: "Web search", mark: 6 },
  { item: "routerFee", name: "Router's fee", mark: 6 },
];

/** Models that cannot serve the session as the scenario says are left out and named. */
export function combineModelCosts(scenario: Scenario, profile: Profile): ModelCostsView {
  const all = sessionOnModels(scenario, profile);
  const sessions = all.flatMap(({ parts }) => (parts ? [wholeSession(parts)] : []));
  const parts = PARTS.filter(({ item }) => sessions.some(({ lines }) => lines.some((line) => line.item === item)));
  const items = parts.map(({ item }) => item);
  const mixed = new Set(profile.mix.map(({ model }) => model));
  return {
    takeaway: takeawayOf(profile, sessions),
    chart: {
      rows: sessions.map((session) => ({
        label: session.ownRates ? `${shortName(session.name)} (own)` : shortName(session.name),
        parts: parts.map(({ item }) => amountOf(session, item)),
        isMarked: mixed.has(session.model),
      })),
      parts,
      formatValue: formatUsd,
      valueLabel: "US$ a session",
    },
    columns: [
      { id: "model", label: "Model" },
      ...parts.map(({ item, name }) => ({ id: item, label: name, numeric: true, fileLabel: `${name}, US$ a session` })),
      { id: "total", label: "A session", numeric: true, fileLabel: "Total, US$ a session" },
    ],
    rows: [
      ...sessions.map((session) => rowOf(session, items)),
      ...all.flatMap(({ model, parts: served }) => (served ? [] : [unserved(model, parts.length)])),
    ],
    lines: new Map(sessions.map(({ model, parts: served }) => [model, served.flatMap(sessionInWords)])),
  };
}

/** A session that begins on a model, with the parts of it that others serve. */
interface WholeSession extends Pick<SessionCost, "model" | "name" | "lines" | "cost" | "ownRates"> {
  readonly parts: readonly SessionCost[];
}

function wholeSession(parts: readonly SessionCost[]): WholeSession {
  const [{ model, name }] = parts as readonly [SessionCost];
  return {
    model,
    name,
    lines: parts.flatMap(({ lines }) => lines),
    cost: parts.reduce((sum, { cost }) => sum + cost, 0),
    ownRates: parts.some(({ ownRates }) => ownRates),
    parts,
  };
}

function rowOf(session: WholeSession, items: readonly string[]): DataRow {
  const amounts = items.map((item) => amountOf(session, item));
  const name = shortName(session.name);
  return {
    id: session.model,
    cells: [name, ...roundTogether(amounts), formatUsd(session.cost)],
    values: [name, ...amounts, session.cost],
  };
}

function unserved(model: string, parts: number): DataRow {
  const name = model.replace(/^(claude|own)-/, "");
  return {
    id: model,
    cells: [name, ...Array.from({ length: parts }, () => ""), "does not serve it so"],
    values: [name, ...Array.from({ length: parts + 1 }, () => null)],
  };
}

function amountOf({ lines }: WholeSession, item: string): number {
  return lines.reduce((sum, line) => (line.item === item ? sum + line.amount : sum), 0);
}

function takeawayOf({ name, mix }: Profile, sessions: readonly WholeSession[]): string {
  const main = [...mix].sort((a, b) => b.percent - a.percent)[0]?.model;
  const own = sessions.find(({ model }) => model === main);
  const byCost = [...sessions].sort((a, b) => a.cost - b.cost);
  const [least, most] = [byCost[0], byCost.at(-1)];
  if (!own || !least || !most) return "No model serves this session.";
  if (own.cost === 0) return `A session of "${name}" uses nothing yet.`;
  const largest = PARTS.map(({ item, name: part }) => ({ part, amount: amountOf(own, item) })).sort(
    (a, b) => b.amount - a.amount,
  )[0];
  const part = largest ? `, ${formatPercent(largest.amount / own.cost)} of it ${largest.part.toLowerCase()}` : "";
  return `${name}: ${formatUsd(own.cost)} a session on ${shortName(own.name)}${part}; from ${formatUsd(least.cost)} on ${shortName(least.name)} to ${formatUsd(most.cost)} on ${shortName(most.name)}.`;
}
