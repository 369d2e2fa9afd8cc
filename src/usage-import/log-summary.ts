import type { IsoDay } from "../lib/calendar.ts";
import { cacheHitRate } from "../pricing/usage.ts";
import { type CacheLedger, cacheLedger } from "./cache-ledger.ts";
import { type DayCost, heatMap } from "./cost-by-day.ts";
import { emptySums, type GroupRow, rowOf, tokensOf } from "./group-row.ts";
import { createNumbering } from "./growing-column.ts";
import { type Group, type Grouper, type Grouping, type GroupNames, groupLog } from "./log-groups.ts";
import { type LongPrompts, longPrompts } from "./long-prompts.ts";
import type { MeasuredLog } from "./measured-log.ts";
import { type MeasuredRows, RESPONSE_FLAG } from "./measured-rows.ts";
import { emptyBook } from "./model-lines.ts";
import { type Month, monthOf } from "./month-forecast.ts";
import type { RequestTerms } from "./request-terms.ts";

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
export interface LogSummary extends Omit<MeasuredLog, "rows"> {
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
  totals: dearest(({ count }) => ({ of: "response", numbers: new Uint8Array(count), nameOf: () => null })),
  byModel: dearest(byModel),
  byDay: { namesIn: byDay, most: MOST_DAYS, order: "newest" },
  bySession: dearest(byName("session"), MOST_SESSIONS),
  byProject: dearest(byProject),
  byRole: dearest(byRole),
  bySkill: dearest(byName("skill")),
  byPlugin: dearest(byName("plugin")),
  byMcpServer: dearest(byName("mcpServer")),
  unpriced: dearest(byUnpricedModel),
} satisfies Record<string, Grouper>;

function dearest(namesIn: Grouper["namesIn"], most: number = MOST_GROUPS): Grouper {
  return { namesIn, most, order: "dearest" };
}

function byName(column: "session" | "skill" | "plugin" | "mcpServer"): Grouper["namesIn"] {
  return ({ [column]: numbers, names }) => ({ of: "response", numbers, nameOf: (number) => names[number] });
}

function byModel({ requests: { terms, allTerms } }: MeasuredRows): GroupNames {
  return { of: "request", numbers: terms, nameOf: (number) => allTerms[number]?.model };
}

function byUnpricedModel({ requests: { terms, allTerms, cost } }: MeasuredRows): GroupNames {
  // 0 = has a price.
  const numbers = terms.map((number, request) => (Number.isNaN(cost[request]) ? 1 + number : 0));
  return { of: "request", numbers, nameOf: (number) => (number === 0 ? undefined : allTerms[number - 1]?.model) };
}

function byProject({ place, places }: MeasuredRows): GroupNames {
  return { of: "response", numbers: place, nameOf: (number) => places[number]?.project || null };
}

function byRole({ flags }: MeasuredRows): GroupNames {
  const numbers = flags.map((some) => some & RESPONSE_FLAG.subagent);
  return { of: "response", numbers, nameOf: (number) => (number === 0 ? "main" : "subagent") };
}

function byDay({ count, at }: MeasuredRows, dayOf: (at: number) => IsoDay): GroupNames {
  const days = createNumbering<IsoDay | null>();
  const numbers = new Uint32Array(count);
  at.forEach((instant, response) => {
    numbers[response] = days.numberOf(Number.isNaN(instant) ? null : dayOf(instant));
  });
  const names = days.values();
  return { of: "response", numbers, nameOf: (number) => names[number] };
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
  const { rows, ...said } = log;
  const { totals, byModel, byDay, bySession, byProject, byRole, bySkill, byPlugin, byMcpServer, unpriced } = groupLog(
    rows,
    GROUPERS,
    dayOf,
  );
  const days = daysOf(byDay.groups);
  return {
    ...said,
    totals: { ...totalsOf(totals.grouping), ...countsOf(rows), sessions: bySession.grouping.count, activeDays: days.length },
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
  const book = emptyBook();
  const { key: _, ...sums } = rows[0] ?? rowOf(emptySums(book), { key: null, book });
  const tokens = tokensOf(sums.usage);
  const pricedShare = tokens === 0 ? null : 1 - sums.unpricedTokens / tokens;
  return { ...sums, hitRate: cacheHitRate(sums.usage), pricedShare };
}

function countsOf({
  count,
  requests: { terms, allTerms },
}: MeasuredRows): Pick<LogTotals, "responses" | "fastRequests" | "usRequests" | "batchRequests"> {
  const requestsOn = new Uint32Array(allTerms.length);
  for (const number of terms) requestsOn[number] = (requestsOn[number] ?? 0) + 1;
  const requestsWith = (isMeant: (some: RequestTerms) => boolean): number =>
    allTerms.reduce((sum, some, number) => sum + (isMeant(some) ? (requestsOn[number] ?? 0) : 0), 0);
  return {
    responses: count,
    fastRequests: requestsWith(({ speed }) => speed === "fast"),
    usRequests: requestsWith(({ geo }) => geo === "us"),
    batchRequests: requestsWith(({ batch }) => batch),
  };
}

// Requests without a timestamp are on no day.
function daysOf(groups: readonly Pick<Group, "key" | "cost" | "requests">[]): DayCost[] {
  const days = groups.flatMap(({ key, cost, requests }) => (key === null ? [] : [{ day: key, cost, requests }]));
  return days.sort((one, other) => (one.day < other.day ? -1 : 1));
}
