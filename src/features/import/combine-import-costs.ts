import { formatPercent, formatTokens, formatTokensShort } from "../../ui/format-count.ts";
import { formatUsd, roundTogether } from "../../ui/format-money.ts";
import type { GroupRow } from "../../usage-import/group-row.ts";
import type { Grouping } from "../../usage-import/log-groups.ts";
import type { LogSummary } from "../../usage-import/log-summary.ts";
import { dayIn } from "../../usage-import/log-worker-days.ts";
import type { Zone } from "../../usage-import/log-worker-protocol.ts";
import type { ModelLine } from "../../usage-import/model-lines.ts";
import { modelName } from "./import-lines.ts";

/** A way of sharing the cost out. */
export type CostWay = "model" | "day" | "session" | "project" | "role" | "skill" | "plugin" | "server";

/** One group's row. */
export interface CostRow {
  readonly id: string;
  readonly name: string;
  /** False for what the log names nothing for, and for all others together. */
  readonly isNamed: boolean;
  readonly requests: string;
  readonly tokens: string;
  /** The amount; null where there is no known price. */
  readonly amount: string | null;
  /** Of all cost; null with the amount. */
  readonly share: string | null;
  readonly lines: readonly ModelLine[];
}

/** The cost, one row a group. */
export interface CostTableView {
  readonly caption: string;
  /** The first column's heading. */
  readonly of: string;
  readonly rows: readonly CostRow[];
  readonly total: string;
  readonly takeaway: string;
}

interface Way {
  readonly label: string;
  readonly of: string;
  readonly grouping: (summary: LogSummary) => Grouping;
  readonly nameOf: (row: GroupRow, zone: Zone) => string;
  /** Said where not one request has such a name. */
  readonly none?: string;
}

const WAYS: Readonly<Record<CostWay, Way>> = {
  model: { label: "model", of: "Model", grouping: ({ byModel }) => byModel, nameOf: ({ key }) => modelName(key ?? "unnamed") },
  day: { label: "day", of: "Day", grouping: ({ byDay }) => byDay, nameOf: ({ key }) => key ?? "No time logged" },
  session: { label: "session, the dearest ten", of: "Session", grouping: ({ bySession }) => bySession, nameOf: sessionName },
  project: { label: "project folder", of: "Project folder", grouping: ({ byProject }) => byProject, nameOf: nameOr("Not known") },
  role: {
    label: "main or subagent",
    of: "Who",
    grouping: ({ byRole }) => byRole,
    nameOf: ({ key }) => (key === "subagent" ? "Subagents" : "Main conversation"),
  },
  skill: {
    label: "skill",
    of: "Skill",
    grouping: ({ bySkill }) => bySkill,
    nameOf: nameOr("No skill named"),
    none: "No request in these logs names a skill.",
  },
  plugin: {
    label: "plugin",
    of: "Plugin",
    grouping: ({ byPlugin }) => byPlugin,
    nameOf: nameOr("No plugin named"),
    none: "No request in these logs names a plugin.",
  },
  server: {
    label: "MCP server",
    of: "MCP server",
    grouping: ({ byMcpServer }) => byMcpServer,
    nameOf: nameOr("No server named"),
    none: "No request in these logs names an MCP server.",
  },
};

/** The ways, as a reader chooses them. */
export const COST_WAYS: readonly { readonly value: CostWay; readonly label: string }[] = (
  Object.entries(WAYS) as [CostWay, Way][]
).map(([value, { label }]) => ({ value, label }));

/**
 * A log's cost shared out in one way; null where the log names nothing of the kind. Amounts add up to the total as shown.
 * @param zone whose days sessions begin on
 */
export function combineCosts(
  summary: LogSummary,
  { way, zone }: { readonly way: CostWay; readonly zone: Zone },
): CostTableView | null {
  const { of, label, grouping, nameOf, none } = WAYS[way];
  const { rows, others, count } = grouping(summary);
  if (none !== undefined && !rows.some(({ key }) => key !== null)) return null;
  const all = others === null ? rows : [...rows, others];
  const total = all.reduce((sum, { cost }) => sum + (cost ?? 0), 0);
  const bound = all.some(({ unpricedTokens }) => unpricedTokens > 0) ? "≥ " : "";
  const amounts = roundTogether(all.map(({ cost }) => cost ?? 0));
  const shown = all.map((row, index) =>
    rowOf(row, {
      id: String(index),
      name: row === others ? `All others (${formatTokens(count - rows.length)})` : nameOf(row, zone),
      amount: amounts[index] ?? "",
      total,
    }),
  );
  return { caption: `Cost by ${label}`, of, rows: shown, total: `${bound}${formatUsd(total)}`, takeaway: takeawayOf(shown, way) };
}

/** What is said where `combineCosts` has nothing to show. */
export function noneOf(way: CostWay): string {
  return WAYS[way].none ?? "Nothing to show.";
}

function rowOf(
  { key, cost, requests, usage, unpricedTokens, lines }: GroupRow,
  { id, name, amount, total }: { readonly id: string; readonly name: string; readonly amount: string; readonly total: number },
): CostRow {
  const tokens = usage.input + usage.cacheWrite5m + usage.cacheWrite1h + usage.cacheRead + usage.output;
  return {
    id,
    name,
    isNamed: key !== null,
    requests: formatTokens(requests),
    tokens: formatTokensShort(tokens),
    amount: cost === null ? null : unpricedTokens > 0 ? `≥ ${amount}` : amount,
    share: cost === null || total === 0 ? null : formatPercent(cost / total),
    lines,
  };
}

function takeawayOf(rows: readonly CostRow[], way: CostWay): string {
  // Where most requests name nothing, the dearest that is named says more.
  const first = rows.find(({ isNamed }) => isNamed) ?? rows[0];
  if (!first) return "There are no requests.";
  if (first.amount === null) return "None of it has a known price.";
  if (way === "day") return `${first.name} is the newest day: ${first.amount}.`;
  if (rows.length === 1) return `All of it is ${first.name}.`;
  return `${first.name} is the dearest: ${first.amount}, ${first.share ?? "0%"} of the cost.`;
}

function nameOr(none: string): (row: GroupRow) => string {
  return ({ key }) => key ?? none;
}

// An id whole names a session to whoever sees the screen; eight characters tell ten apart.
function sessionName({ key, firstAt, firstProject }: GroupRow, zone: Zone): string {
  const parts = [key?.slice(0, 8) ?? "No session named"];
  if (firstAt !== null) parts.push(dayIn(zone)(firstAt));
  if (firstProject !== null) parts.push(firstProject);
  return parts.join(", ");
}
