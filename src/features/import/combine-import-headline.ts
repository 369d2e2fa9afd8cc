import { formatPercent, formatTokens, formatTokensShort } from "../../ui/format-count.ts";
import { formatUsd } from "../../ui/format-money.ts";
import type { FirstTotals } from "../../usage-import/log-scan-totals.ts";
import type { LogSummary } from "../../usage-import/log-summary.ts";
import type { ReadReport } from "../../usage-import/log-worker-protocol.ts";
import { modelName } from "./import-lines.ts";

/** What a log comes to, in sentences. */
export interface HeadlineView {
  /** The amount as it stands at the head of the sentence: "At least $12.30". */
  readonly amount: string;
  /** The rest of the sentence. */
  readonly rest: string;
  /** What was read: files, sessions. */
  readonly basis: string;
  /** What a reader must know to trust the figure. */
  readonly notes: readonly string[];
}

const MOST_NAMED = 5;

/** The headline of what was read, and what it leaves out. */
export function combineHeadline(summary: LogSummary, report: Pick<ReadReport, "files" | "bytes">): HeadlineView {
  const { totals } = summary;
  const days = totals.activeDays === 0 ? "" : ` on ${counted(totals.activeDays, "active day")}`;
  const cache = totals.hitRate === null ? "" : `; ${formatPercent(totals.hitRate)} of the prompt tokens came from the cache`;
  return {
    amount: amountOf(totals),
    rest: `over ${counted(totals.requests, "request")}${days}, API-equivalent, not a bill${cache}.`,
    basis: `${counted(report.files, "file")}, ${sizeOf(report.bytes)}; ${counted(totals.sessions, "session")}.`,
    notes: [...unpricedNotes(summary), ...lowerBoundNotes(summary), ...loggedNotes(summary), ...modifierNotes(summary)],
  };
}

/** The totals that are there as soon as all is read, a moment before what they are made of. */
export function firstTotalsInWords({ cost, responses, usage }: FirstTotals): string {
  return `${formatUsd(cost)} over ${counted(responses, "response")} and ${formatTokensShort(tokensIn(usage))} tokens. Adding up what they are made of…`;
}

/** What session logs never hold, whoever wrote them. */
export const NOT_IN_LOGS: readonly string[] = [
  "Claude Code's own calls are not logged: titles, compaction summaries, background work. They were about 15% of one user's bill.",
  "Logs older than 30 days are usually gone: Claude Code deletes them unless it is told to keep them.",
  "Other machines, containers and the web are missing: drop their folders too, and they are added.",
];

/** A count with its noun. @example counted(1, "request") //=> "1 request" */
export function counted(count: number, noun: string): string {
  return `${formatTokens(count)} ${noun}${count === 1 ? "" : "s"}`;
}

function sizeOf(bytes: number): string {
  return bytes < 1e6 ? `${formatTokens(Math.ceil(bytes / 1e3))} kB` : `${formatTokensShort(bytes / 1e6)} MB`;
}

function amountOf({ cost, unpricedTokens }: LogSummary["totals"]): string {
  if (cost === null) return "No known price";
  return unpricedTokens > 0 ? `At least ${formatUsd(cost)}` : formatUsd(cost);
}

function unpricedNotes({ totals: { pricedShare, unpricedTokens }, unpriced }: LogSummary): readonly string[] {
  if (unpricedTokens === 0 || pricedShare === null) return [];
  const named = unpriced.rows
    .slice(0, MOST_NAMED)
    .map(({ key, usage }) => `${modelName(key ?? "unnamed")} (${formatTokensShort(tokensIn(usage))} tokens)`);
  const more = unpriced.count - named.length;
  const names = more > 0 ? [...named, counted(more, "more model")] : named;
  return [`${formatPercent(pricedShare)} of the tokens have a known price. Not in the amount: ${names.join(", ")}.`];
}

function tokensIn({ input, cacheWrite5m, cacheWrite1h, cacheRead, output }: LogSummary["totals"]["usage"]): number {
  return input + cacheWrite5m + cacheWrite1h + cacheRead + output;
}

function lowerBoundNotes({ lowerBoundCount }: LogSummary): readonly string[] {
  return lowerBoundCount === 0
    ? []
    : [
        `A lower bound: in ${counted(lowerBoundCount, "response")} the log holds a first guess of the output only, so the true cost is higher.`,
      ];
}

function loggedNotes({ costUsdLogged }: LogSummary): readonly string[] {
  return costUsdLogged === null
    ? []
    : [`Older versions logged a cost of their own: ${formatUsd(costUsdLogged)} in all. It is no part of the amount above.`];
}

function modifierNotes({ totals: { fastRequests, usRequests, batchRequests } }: LogSummary): readonly string[] {
  const parts = [
    fastRequests > 0 ? `${counted(fastRequests, "request")} in fast mode` : "",
    usRequests > 0 ? `${counted(usRequests, "request")} with US-only inference` : "",
    batchRequests > 0 ? `${counted(batchRequests, "request")} in a batch` : "",
  ].filter((part) => part !== "");
  return parts.length === 0 ? [] : [`Priced as such: ${parts.join(", ")}.`];
}
