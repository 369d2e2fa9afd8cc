import { outOfRange, requireWhole, requireWithin } from "../lib/range-error.ts";

/** How long a written prompt prefix stays in the cache. */
export type Caching = "off" | "5m" | "1h";

/** A session of agent requests, each of which sends the whole conversation again: its size in tokens and its breaks. */
export interface SessionShape {
  /** Requests of the main conversation, ≥ 1. */
  readonly requests: number;
  /** Tokens sent with every request: system prompt, tool definitions, CLAUDE.md. */
  readonly basePromptTokens: number;
  /** New input before each request, the first included: what the user types and what tools return. */
  readonly inputGrowthPerRequest: number;
  /** Output billed for each request, thinking included. */
  readonly outputPerRequest: number;
  /** Share of the output that stays in the conversation (0–1). */
  readonly outputKeptShare: number;
  readonly caching: Caching;
  /** Tokens of the base prompt already in the cache when the session starts. */
  readonly warmPromptTokens: number;
  /** Breaks of 5 to 60 minutes, and of more than an hour, spread evenly. */
  readonly pauses: { readonly minutes: number; readonly hours: number };
  /** Times the cached prefix changes (CLAUDE.md edit, effort, tools): ends either cache. Left out: 0. */
  readonly prefixChanges?: number;
  /** Compact the conversation when the next prompt would pass this; null = never. */
  readonly compactAtTokens: number | null;
  /** Tokens of the summary that compaction writes and keeps. */
  readonly summaryTokens: number;
  /** Begin a new conversation (`/clear`) after so many requests, ≥ 1; null or left out: never. */
  readonly clearAfterRequests?: number | null;
  /** Something read once, before one request (1-based) on top of its growth: a long log, say. It stays until the next reset. */
  readonly extraInput?: { readonly tokens: number; readonly request: number };
}

/**
 * Refuses a session that cannot be run.
 * @throws RangeError naming field, value and expectation; for a compaction limit that compaction cannot reach, the three numbers
 */
export function requireSession(shape: SessionShape): void {
  requireWhole("requests", shape.requests, 1);
  for (const field of [
    "basePromptTokens",
    "inputGrowthPerRequest",
    "outputPerRequest",
    "warmPromptTokens",
    "summaryTokens",
  ] as const)
    requireWhole(field, shape[field]);
  requireWithin("outputKeptShare", shape.outputKeptShare, [0, 1]);
  if (!["off", "5m", "1h"].includes(shape.caching)) throw outOfRange("caching", shape.caching, '"off", "5m" or "1h"');
  requireWhole("pauses.minutes", shape.pauses.minutes);
  requireWhole("pauses.hours", shape.pauses.hours);
  requireWhole("prefixChanges", shape.prefixChanges ?? 0);
  if (shape.clearAfterRequests != null) requireWhole("clearAfterRequests", shape.clearAfterRequests, 1);
  if (shape.extraInput) {
    requireWhole("extraInput.tokens", shape.extraInput.tokens);
    requireWhole("extraInput.request", shape.extraInput.request, 1);
  }
  if (shape.compactAtTokens !== null) requireReachable(shape, shape.compactAtTokens);
}

function requireReachable({ basePromptTokens, summaryTokens, inputGrowthPerRequest }: SessionShape, limit: number): void {
  requireWhole("compactAtTokens", limit);
  const afterCompaction = basePromptTokens + summaryTokens + inputGrowthPerRequest;
  if (afterCompaction > limit)
    throw outOfRange(
      "compactAtTokens",
      limit,
      `at least ${afterCompaction}, which every request after a compaction sends: ` +
        `base prompt ${basePromptTokens} + summary ${summaryTokens} + growth ${inputGrowthPerRequest}`,
    );
}
