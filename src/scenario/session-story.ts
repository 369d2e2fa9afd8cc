import type { BillLine } from "../pricing/bill-line.ts";
import { priceWithCard } from "../pricing/price-request.ts";
import { rulesInForce } from "../pricing/rate-card.ts";
import { promptOfRequest, usageByThreshold, usageOfRequest } from "../pricing/session-tokens.ts";
import { firstOver } from "../pricing/simulate-session.ts";
import { cacheHitRate, type FullUsage } from "../pricing/usage.ts";
import { rateBook } from "./rate-book.ts";
import type { Profile, Scenario, SimulatedUsage } from "./scenario.ts";
import { paidLines, paidRequestCosts, termsOf } from "./session-cost.ts";
import { type ServedSession, sessionRunner } from "./session-run.ts";

/** A profile whose session is simulated. */
export interface SimulatedProfile extends Pick<Profile, "mix"> {
  readonly usage: SimulatedUsage;
}

/** One request of a session. */
export interface StoryRequest {
  readonly kind: "turn" | "compaction";
  /** The model that served it. */
  readonly model: string;
  readonly usage: FullUsage;
  readonly promptTokens: number;
  /** USD, unrounded, as the scenario pays. */
  readonly cost: number;
  /** USD so far, this request included. */
  readonly soFar: number;
  /** Its cache was gone: a break or a prefix change came before it. */
  readonly isAfterBreak: boolean;
  /** Its prompt is above the model's long-context threshold: all of it is charged at the tier. */
  readonly isAboveTier: boolean;
}

/** A session of one profile, request by request; its subagents are not in it. */
export interface SessionStory {
  readonly requests: readonly StoryRequest[];
  /** USD so far after each request if nothing were cached; the prompts are the same. */
  readonly uncachedSoFar: readonly number[];
  readonly cacheHitRate: number | null;
  /** Index of the first request whose prompt is above its model's context window, or null. */
  readonly firstOverWindow: number | null;
}

/**
 * The session of a simulated profile, on the model that most of its mix goes to, or on all of them where requests are routed.
 * @throws RangeError for a session that cannot be run
 */
export function sessionStory(scenario: Scenario, { mix, usage }: SimulatedProfile): SessionStory {
  const book = rateBook(scenario);
  const run = sessionRunner(scenario, usage, book).conversation(mix);
  const uncached = sessionRunner(scenario, { ...usage, caching: "off" }, book).conversation(mix);
  return {
    requests: storyRequests(run, scenario),
    uncachedSoFar: running(paidRequestCosts(uncached, scenario)),
    cacheHitRate: cacheHitRate(usageByThreshold(run.tokens, null).upTo),
    firstOverWindow: firstOverWindow(run, scenario),
  };
}

/** The lines of one request (0-based index) of a profile's session; they add up to its cost. None where there is no such request. */
export function requestLines(scenario: Scenario, { mix, usage }: SimulatedProfile, index: number): readonly BillLine[] {
  const book = rateBook(scenario);
  const { tokens, servers } = sessionRunner(scenario, usage, book).conversation(mix);
  const server = servers[tokens.servedBy[index] ?? -1];
  if (!server) return [];
  const { day, ...modifiers } = termsOf(scenario);
  const priced = priceWithCard(server.card, { ...modifiers, usage: usageOfRequest(tokens, index), at: day }, book.webSearch);
  return paidLines(priced.lines, server.card, { scenario, routed: 1 });
}

function storyRequests(run: ServedSession, scenario: Scenario): readonly StoryRequest[] {
  const { tokens, servers } = run;
  const costs = paidRequestCosts(run, scenario);
  const soFar = running(costs);
  const compactions = new Set(tokens.compactions);
  const expiries = new Set(tokens.expiries);
  const { day } = termsOf(scenario);
  const thresholds = servers.map(({ card }) => rulesInForce(card, day).longContext?.thresholdTokens ?? Infinity);
  return costs.map((cost, index) => {
    const servedBy = tokens.servedBy[index] ?? 0;
    const promptTokens = promptOfRequest(tokens, index);
    return {
      kind: compactions.has(index) ? "compaction" : "turn",
      model: servers[servedBy]?.card.id ?? "",
      usage: usageOfRequest(tokens, index),
      promptTokens,
      cost,
      soFar: soFar[index] ?? 0,
      isAfterBreak: expiries.has(index),
      isAboveTier: promptTokens > (thresholds[servedBy] ?? Infinity),
    };
  });
}

function firstOverWindow({ tokens, servers }: ServedSession, scenario: Scenario): number | null {
  const { day } = termsOf(scenario);
  const first = servers.flatMap(
    ({ card }, servedBy) => firstOver(tokens, rulesInForce(card, day).period.contextWindow, servedBy) ?? [],
  );
  return first.length === 0 ? null : Math.min(...first);
}

function running(costs: readonly number[]): readonly number[] {
  let sum = 0;
  return costs.map((cost) => {
    sum += cost;
    return sum;
  });
}
