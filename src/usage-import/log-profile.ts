import { daysBetween, type IsoDay } from "../lib/calendar.ts";
import { cacheHitRate } from "../pricing/usage.ts";
import { conversationsOf, type MeasuredConversation } from "./log-profile-conversations.ts";
import { type Estimated, type EstimatedShape, medianOf, shapeOf, sumOf } from "./log-profile-shape.ts";
import type { MeasuredLog } from "./measured-log.ts";
import { responsesOf } from "./measured-rows.ts";

/** A model's part of the main conversations, 0–1. */
export interface MeasuredShare {
  /** The catalog's id. */
  readonly model: string;
  /** Of their requests: the share that a profile's mix means, whose sessions are all of one shape. */
  readonly requests: number;
  readonly cost: number;
}

/** Subagents' part of a profile. */
export interface MeasuredSubagents extends Omit<EstimatedShape, "warmPromptTokens" | "outputKeptShare"> {
  /** A session's, whole; with `requests` of each it keeps their requests. n = subagents. */
  readonly count: Estimated;
  /** The known model, by the catalog's id, that most of their requests went to; null = none. */
  readonly model: string | null;
}

/** What a log measured, to hold a simulated month against. USD are as measured, at the rates of each request's day. */
export interface MeasuredActivity {
  readonly cost: number;
  readonly mainCost: number;
  readonly subagentCost: number;
  /** Null where no response has a timestamp. */
  readonly costPerActiveDay: number | null;
  /** Main conversations, as they are; with the profile's requests each they would be `requests ÷ profile requests`. */
  readonly sessions: number;
  readonly sessionsPerActiveDay: number | null;
  readonly medianRequestsPerSession: number;
  /** Of main conversations. */
  readonly requests: number;
  readonly subagentRequests: number;
  /** Requests without a price: they are in the shape and not in the cost. */
  readonly unpricedRequests: number;
  readonly activeDays: number;
}

/** A profile of the calculator out of a log: numbers and the catalog's ids, nothing of what was said, no paths, no days. */
export interface LogProfile extends EstimatedShape {
  /** Sessions of this shape an active day; null where no response has a timestamp. n = active days. */
  readonly sessionsPerDay: Estimated | null;
  /** Of a mean month, 365.25 ÷ 12 days. n = days from the first to the last; null below a week, which shows no rhythm. */
  readonly activeDaysPerMonth: Estimated | null;
  /** A session of this shape, not rounded. n = pauses. */
  readonly pauseMinutes: Estimated;
  readonly pauseHours: Estimated;
  /** Times that a cache was lost without a pause, a session of this shape, not rounded. n = such times. */
  readonly prefixChanges: Estimated;
  /** Null where nothing was compacted. n = compactions. */
  readonly compactAtTokens: Estimated | null;
  readonly summaryTokens: Estimated | null;
  readonly caching: "off" | "5m" | "1h";
  /** Of the tokens that main conversations wrote to the cache; null = they wrote none. n = tokens. */
  readonly oneHourShare: Estimated | null;
  /** Reads ÷ (input + writes + reads) of main conversations; null = nothing was sent. n = requests. */
  readonly hitRate: Estimated | null;
  /** Known models, the one with most requests first; their request shares add to 1. */
  readonly mix: readonly MeasuredShare[];
  /** Null where there are none. */
  readonly subagents: MeasuredSubagents | null;
  readonly measured: MeasuredActivity;
}

/** How a log's profile is taken. */
export interface ProfileOptions {
  /** The day of an instant (milliseconds since 1970 UTC), in the reader's zone or UTC. */
  readonly dayOf: (at: number) => IsoDay;
  /** Share of the output that stays in the conversation, 0–1, as assumed: a log does not tell. */
  readonly outputKeptShare: number;
}

const DAYS_PER_MONTH = 365.25 / 12;
const A_WEEK = 7;
// No zone's midnight falls inside one: so a day is asked for once a quarter, not once a response.
const QUARTER_HOUR = 900_000;

/**
 * The profile that comes near what a log cost; null where it has no main conversation. Of a log of equal sessions that are simulated
 * without compaction it gives back base prompt, growth, output, requests and pauses exactly; otherwise the difference between simulated
 * and measured cost says how far one shape can stand for all sessions.
 */
export function profileOfLog(log: MeasuredLog, { dayOf, outputKeptShare }: ProfileOptions): LogProfile | null {
  const { conversations, mainUsage } = conversationsOf(log);
  const main = conversations.filter(({ isSubagent }) => !isSubagent);
  const requests = sumOf(main, (one) => one.requests);
  if (requests === 0) return null;
  const shape = shapeOf(main, outputKeptShare);
  const sessions = requests / shape.requests.value;
  const perSession = (count: number): Estimated => ({ value: count / sessions, basis: "request-mean", n: count });
  const { activeDays, spanDays } = daysOf(log, dayOf);
  const { cacheWrite5m, cacheWrite1h, cacheRead } = mainUsage;
  const writes = cacheWrite5m + cacheWrite1h;
  const hitRate = cacheHitRate(mainUsage);
  const agents = conversations.filter(({ isSubagent }) => isSubagent);
  const { mix, agentModel, costs } = modelsOf(log);
  return {
    ...shape,
    sessionsPerDay: activeDays === 0 ? null : { value: sessions / activeDays, basis: "mean", n: activeDays },
    activeDaysPerMonth:
      spanDays < A_WEEK ? null : { value: (activeDays / spanDays) * DAYS_PER_MONTH, basis: "ratio", n: spanDays },
    pauseMinutes: perSession(sumOf(main, (one) => one.pauses.minutes)),
    pauseHours: perSession(sumOf(main, (one) => one.pauses.hours)),
    prefixChanges: perSession(sumOf(main, (one) => one.rewrites)),
    ...compactionOf(main, shape),
    caching: writes + cacheRead === 0 ? "off" : cacheWrite1h > cacheWrite5m ? "1h" : "5m",
    oneHourShare: writes === 0 ? null : { value: cacheWrite1h / writes, basis: "ratio", n: writes },
    hitRate: hitRate === null ? null : { value: hitRate, basis: "ratio", n: requests },
    mix,
    subagents: subagentsOf(agents, { sessions, outputKeptShare, model: agentModel }),
    measured: {
      ...costs,
      costPerActiveDay: activeDays === 0 ? null : costs.cost / activeDays,
      sessions: main.length,
      sessionsPerActiveDay: activeDays === 0 ? null : main.length / activeDays,
      medianRequestsPerSession: medianOf(main.map((one) => one.requests)),
      requests,
      subagentRequests: sumOf(agents, (one) => one.requests),
      activeDays,
    },
  };
}

function daysOf(log: MeasuredLog, dayOf: ProfileOptions["dayOf"]): { readonly activeDays: number; readonly spanDays: number } {
  const quarters = new Set<number>();
  for (const { at } of responsesOf(log.rows)) if (at !== null) quarters.add(Math.floor(at / QUARTER_HOUR));
  const days = new Set([...quarters].map((quarter) => dayOf(quarter * QUARTER_HOUR)));
  const sorted = [...days].sort();
  const [first, last] = [sorted[0], sorted.at(-1)];
  return { activeDays: days.size, spanDays: first && last ? daysBetween(first, last) + 1 : 0 };
}

function compactionOf(
  main: readonly MeasuredConversation[],
  { basePromptTokens, inputGrowthPerRequest }: EstimatedShape,
): Pick<LogProfile, "compactAtTokens" | "summaryTokens"> {
  const compactions = main.flatMap((one) => one.compactions);
  const n = compactions.length;
  if (n === 0) return { compactAtTokens: null, summaryTokens: null };
  const first = basePromptTokens.value + inputGrowthPerRequest.value;
  const summary = Math.max(0, Math.round(medianOf(compactions.map(({ after }) => after)) - first));
  // A limit below what every request after a compaction sends cannot be simulated.
  const limit = Math.max(Math.round(medianOf(compactions.map(({ before }) => before))), first + summary);
  return {
    compactAtTokens: { value: limit, basis: "median", n },
    summaryTokens: { value: summary, basis: "median", n },
  };
}

function subagentsOf(
  agents: readonly MeasuredConversation[],
  { sessions, outputKeptShare, model }: { sessions: number; outputKeptShare: number; model: string | null },
): MeasuredSubagents | null {
  const requests = sumOf(agents, (one) => one.requests);
  if (requests === 0) return null;
  const { warmPromptTokens: _, outputKeptShare: _assumed, ...shape } = shapeOf(agents, outputKeptShare);
  const ofSession = requests / sessions;
  // Whole subagents of whole requests: the second makes up for what rounding the first changes.
  const count = Math.max(1, Math.round(ofSession / shape.requests.value));
  return {
    ...shape,
    count: { value: count, basis: "request-mean", n: agents.length },
    requests: { ...shape.requests, value: Math.max(1, Math.round(ofSession / count)) },
    model,
  };
}

interface ModelFigures {
  readonly mix: readonly MeasuredShare[];
  readonly agentModel: string | null;
  readonly costs: Pick<MeasuredActivity, "cost" | "mainCost" | "subagentCost" | "unpricedRequests">;
}

function modelsOf(log: MeasuredLog): ModelFigures {
  const main = new Map<string, { requests: number; cost: number }>();
  const agents = new Map<string, number>();
  const costs = { mainCost: 0, subagentCost: 0, unpricedRequests: 0 };
  for (const { isSubagent, requests } of responsesOf(log.rows))
    for (const { model, known, cost } of requests) {
      costs[isSubagent ? "subagentCost" : "mainCost"] += cost ?? 0;
      if (cost === null) costs.unpricedRequests++;
      if (!known) continue;
      if (isSubagent) agents.set(model, (agents.get(model) ?? 0) + 1);
      else {
        const part = main.get(model) ?? { requests: 0, cost: 0 };
        part.requests++;
        part.cost += cost ?? 0;
        main.set(model, part);
      }
    }
  const counted = sumOf([...main.values()], (part) => part.requests);
  const mix = [...main]
    .sort(([, one], [, other]) => other.requests - one.requests)
    .map(([model, { requests, cost }]) => ({ model, requests: requests / counted, cost: shareOf(cost, costs.mainCost) }));
  const agentModel = [...agents].sort(([, one], [, other]) => other - one)[0]?.[0] ?? null;
  return { mix, agentModel, costs: { cost: costs.mainCost + costs.subagentCost, ...costs } };
}

function shareOf(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
