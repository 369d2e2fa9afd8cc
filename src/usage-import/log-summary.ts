import type { IsoDay } from "../lib/calendar.ts";
import { cacheHitRate } from "../pricing/usage.ts";
import { type CacheLedger, cacheLedger } from "./cache-ledger.ts";
import { type DayCost, heatMap } from "./cost-by-day.ts";
import { emptySums, type GroupRow, rowOf, tokensOf } from "./group-row.ts";
import { type Group, type Grouped, type Grouper, type Grouping, groupLog } from "./log-groups.ts";
import { type LongPrompts, longPrompts } from "./long-prompts.ts";
import type { MeasuredLog } from "./measured-log.ts";
import { emptyBook } from "./model-lines.ts";
import { type Month, monthOf } from "./month-forecast.ts";

/** Everything in a log. */
export interface LogTotals extends Omit<GroupRow, "key"> {
  readonly responses: number;
  readonly sessions: number;
  /** Days with requests. */
  readonly activeDays: number;
  /** Cache reads as a share of everything sent (0–1); null where nothing was sent. */
  readonly hitRate: number | null;
  /** Prompt and output tokens that have a price, as a share of all (0–1); null where there are none. */
  readonly pricedShare: number | null;
  /** Requests logged as fast mode, US-only inference and batch. */
  readonly fastRequests: number;
  readonly usRequests: number;
  readonly batchRequests: number;
}

/** What is shown of a log: numbers and names alone, a few hundred rows however long the log is. USD unrounded. */
export interface LogSummary extends Omit<MeasuredLog, "responses"> {
  readonly totals: LogTotals;
  readonly byModel: Grouping;
  /** The newest first. */
  readonly byDay: Grouping;
  /** The dearest ten. */
  readonly bySession: Grouping;
  readonly byProject: Grouping;
  /** "main" and "subagent". */
  readonly byRole: Grouping;
  readonly bySkill: Grouping;
  readonly byPlugin: Grouping;
  readonly byMcpServer: Grouping;
  /** The models that have no price, by tokens. */
  readonly unpriced: Grouping;
  readonly ledger: CacheLedger;
  readonly longPrompts: LongPrompts;
  readonly month: Month;
  readonly heatMap: readonly DayCost[];
}

const MOST_GROUPS = 50;
const MOST_SESSIONS = 10;
/** As many as 13 months can have. */
const MOST_DAYS = 397;

const GROUPERS = {
  totals: dearest(() => null),
  byModel: dearest(({ request }) => request.model),
  byDay: { keyOf: ({ day }) => day, most: MOST_DAYS, order: "newest" },
  bySession: dearest(({ response }) => response.sessionId, MOST_SESSIONS),
  byProject: dearest(({ response }) => response.project || null),
  byRole: dearest(({ response }) => (response.isSubagent ? "subagent" : "main")),
  bySkill: dearest(({ response }) => response.skill),
  byPlugin: dearest(({ response }) => response.plugin),
  byMcpServer: dearest(({ response }) => response.mcpServer),
  unpriced: dearest(({ request }) => (request.cost === null ? request.model : undefined)),
} satisfies Record<string, Grouper>;

function dearest(keyOf: (grouped: Grouped) => string | null | undefined, most: number = MOST_GROUPS): Grouper {
  return { keyOf, most, order: "dearest" };
}

/**
 * Sums up what is shown of a log. Nothing is priced here: every amount is a sum of the requests' own lines.
 *
 * @param log its responses in order of time, as `readLogFiles` gives them
 */
export function summarizeLog(
  log: MeasuredLog,
  {
    dayOf,
    today,
  }: {
    /** The day of an instant (milliseconds since 1970 UTC) in the reader's time zone. */
    readonly dayOf: (at: number) => IsoDay;
    /** The reader's day. */
    readonly today: IsoDay;
  },
): LogSummary {
  const { responses, ...said } = log;
  const { totals, byModel, byDay, bySession, byProject, byRole, bySkill, byPlugin, byMcpServer, unpriced } = groupLog(
    responses,
    GROUPERS,
    dayOf,
  );
  const days = daysOf(byDay.groups);
  return {
    ...said,
    totals: { ...totalsOf(totals.grouping), ...countsOf(log), sessions: bySession.grouping.count, activeDays: days.length },
    byModel: byModel.grouping,
    byDay: byDay.grouping,
    bySession: bySession.grouping,
    byProject: byProject.grouping,
    byRole: byRole.grouping,
    bySkill: bySkill.grouping,
    byPlugin: byPlugin.grouping,
    byMcpServer: byMcpServer.grouping,
    unpriced: unpriced.grouping,
    ledger: cacheLedger(log),
    longPrompts: longPrompts(log),
    month: monthOf(days, today),
    heatMap: heatMap(days, today),
  };
}

function totalsOf({ rows }: Grouping): Omit<GroupRow, "key"> & Pick<LogTotals, "hitRate" | "pricedShare"> {
  const { key: _, ...sums } = rows[0] ?? rowOf(emptySums(), { key: null, book: emptyBook() });
  const tokens = tokensOf(sums.usage);
  const pricedShare = tokens === 0 ? null : 1 - sums.unpricedTokens / tokens;
  return { ...sums, hitRate: cacheHitRate(sums.usage), pricedShare };
}

function countsOf({ responses }: MeasuredLog): Pick<LogTotals, "responses" | "fastRequests" | "usRequests" | "batchRequests"> {
  let [fastRequests, usRequests, batchRequests] = [0, 0, 0];
  for (const { requests } of responses)
    for (const { speed, geo, batch } of requests) {
      fastRequests += Number(speed === "fast");
      usRequests += Number(geo === "us");
      batchRequests += Number(batch);
    }
  return { responses: responses.length, fastRequests, usRequests, batchRequests };
}

// Requests without a timestamp are on no day.
function daysOf(groups: readonly Pick<Group, "key" | "cost" | "requests">[]): DayCost[] {
  const days = groups.flatMap(({ key, cost, requests }) => (key === null ? [] : [{ day: key, cost, requests }]));
  return days.sort((one, other) => (one.day < other.day ? -1 : 1));
}
