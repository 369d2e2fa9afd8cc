import { utcDay } from "../lib/calendar.ts";
import { memoByObject } from "../lib/memo-by-object.ts";
import { type BillLine, totalOf } from "./bill-line.ts";
import type { Modifiers } from "./modifiers.ts";
import { type ModelCard, rulesInForce } from "./rate-card.ts";
import { requestCosts, sessionLines } from "./session-bill.ts";
import type { SessionShape } from "./session-shape.ts";
import { promptOfRequest, type SessionTokens, sessionTokens, usageByThreshold, usageOfRequest } from "./session-tokens.ts";
import { cacheHitRate, type FullUsage, type Usage } from "./usage.ts";

/** One request of a simulated session. */
export interface SimulatedRequest {
  readonly kind: "turn" | "compaction";
  /** Everything sent: input + cache reads + cache writes. */
  readonly promptTokens: number;
  readonly usage: Usage;
  /** USD, unrounded. */
  readonly cost: number;
}

/** A session run request by request, with its bill. */
export interface SimulatedSession {
  readonly requests: readonly SimulatedRequest[];
  readonly usage: FullUsage;
  /** One line for each class and rate. */
  readonly lines: readonly BillLine[];
  /** The sum of `lines`, USD unrounded. */
  readonly cost: number;
  /** Cache reads / (input + cache writes + cache reads), or null when nothing was sent. */
  readonly cacheHitRate: number | null;
  /** Index of the first request whose prompt passes the model's context window, or null. */
  readonly firstOverWindow: number | null;
}

/**
 * Runs a session and prices each of its requests by itself, so that long-context tiers fall out where they should.
 *
 * @param terms `at` = ISO date or date-time, UTC, whose rates apply to the whole session
 * @throws RangeError for a session that cannot be run, and as `priceWithCard`
 */
export function simulateWithCard(
  card: ModelCard,
  shape: SessionShape,
  terms: Modifiers & { readonly at: string },
): SimulatedSession {
  const day = utcDay(terms.at);
  const tokens = sessionTokens(shape);
  const lines = sessionLines(card, tokens, { ...terms, day });
  const usage = usageByThreshold(tokens, null).upTo;
  return {
    requests: simulatedRequests(tokens, requestCosts([card], tokens, { ...terms, day })),
    usage,
    lines,
    cost: totalOf(lines),
    cacheHitRate: cacheHitRate(usage),
    firstOverWindow: firstOver(tokens, rulesInForce(card, day).period.contextWindow),
  };
}

function simulatedRequests(tokens: SessionTokens, costs: readonly number[]): SimulatedRequest[] {
  const compactions = new Set(tokens.compactions);
  return costs.map((cost, index) => ({
    kind: compactions.has(index) ? "compaction" : "turn",
    promptTokens: promptOfRequest(tokens, index),
    usage: usageOfRequest(tokens, index),
    cost,
  }));
}

/** Index of the first request whose prompt is strictly above a limit, or null; `servedBy` = of those that this model served. */
export function firstOver(tokens: SessionTokens, limit: number, servedBy?: number): number | null {
  if (longestPrompt(tokens) <= limit) return null;
  for (let index = 0; index < tokens.count; index++)
    if ((servedBy === undefined || tokens.servedBy[index] === servedBy) && promptOfRequest(tokens, index) > limit) return index;
  return null;
}

const longestPrompt = memoByObject((tokens: SessionTokens): number => {
  let longest = 0;
  for (let index = 0; index < tokens.count; index++) longest = Math.max(longest, promptOfRequest(tokens, index));
  return longest;
});
