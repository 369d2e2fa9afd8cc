import { cacheExpiries } from "./session-breaks.ts";
import { type Caching, requireSession, type SessionShape } from "./session-shape.ts";
import { type FullUsage, NO_USAGE, type TokenClass } from "./usage.ts";

/**
 * The tokens of a session, request by request, before anyone asks what they cost. A compaction is a request of its own. Columns, not
 * objects: the page runs a session for every model and every slider step.
 */
export interface SessionTokens {
  readonly caching: Caching;
  /** How many requests ran, compactions included: the first `count` entries of each column. */
  readonly count: number;
  /** Tokens of each prompt that came from the cache. */
  readonly read: readonly number[];
  /** Tokens of each prompt that did not: written to the cache, or plain input without caching. */
  readonly fresh: readonly number[];
  readonly output: readonly number[];
  /** Indexes of the requests that are compactions, ascending. */
  readonly compactions: readonly number[];
}

/**
 * Runs a session: each request sends base prompt, everything said so far and what is new. The first reads what was warm and writes the
 * rest; each later one reads its predecessor's prompt and writes what came on top; after an expiry it writes all of it. Before the
 * prompt would pass the limit, a compaction sends the conversation once more and the next request starts from its summary.
 *
 * @throws RangeError for a session that cannot be run
 * @example sessionTokens({ ...none, requests: 2, inputGrowthPerRequest: 10, caching: "off" }).fresh //=> [10, 20]
 */
export function sessionTokens(shape: SessionShape): SessionTokens {
  requireSession(shape);
  const { requests, basePromptTokens: base, inputGrowthPerRequest: growth, outputPerRequest, summaryTokens, caching } = shape;
  const kept = Math.round(shape.outputKeptShare * outputPerRequest);
  const limit = shape.compactAtTokens ?? Infinity;
  const expired = cacheExpiries(shape);
  const read: number[] = [];
  const fresh: number[] = [];
  const output: number[] = [];
  const compactions: number[] = [];
  const send = (prompt: number, cached: number, put: number): void => {
    const fromCache = caching === "off" ? 0 : cached;
    read.push(fromCache);
    fresh.push(prompt - fromCache);
    output.push(put);
  };

  let prompt = base + growth;
  send(prompt, Math.min(shape.warmPromptTokens, base), outputPerRequest);
  for (let request = 2; request <= requests; request++) {
    const before = prompt;
    const cached = expired.has(request) ? 0 : before;
    prompt = before + kept + growth;
    if (prompt > limit) {
      compactions.push(read.length);
      send(before + kept, cached, summaryTokens);
      prompt = base + summaryTokens + growth;
      // The compaction has just sent the base prompt, so even after an expiry it is in the cache again.
      send(prompt, base, outputPerRequest);
    } else send(prompt, cached, outputPerRequest);
  }
  return { caching, count: read.length, read, fresh, output, compactions };
}

/** The class that tokens outside the cache are billed as. */
export function freshClass(caching: Caching): TokenClass {
  return caching === "off" ? "input" : caching === "5m" ? "cacheWrite5m" : "cacheWrite1h";
}

/** The usage of one request of a session (0-based index). */
export function usageOfRequest(tokens: SessionTokens, index: number): FullUsage {
  return usageOf(tokens.caching, {
    read: tokens.read[index] ?? 0,
    fresh: tokens.fresh[index] ?? 0,
    output: tokens.output[index] ?? 0,
  });
}

/** The prompt of one request of a session (0-based index), in tokens. */
export function promptOfRequest(tokens: SessionTokens, index: number): number {
  return (tokens.read[index] ?? 0) + (tokens.fresh[index] ?? 0);
}

/**
 * The usage of all requests, split at a long-context threshold: those whose prompt is strictly above it, and the rest.
 * Without a threshold everything is `upTo`.
 */
export function usageByThreshold(
  tokens: SessionTokens,
  threshold: number | null,
): { readonly upTo: FullUsage; readonly above: FullUsage } {
  const upTo = { read: 0, fresh: 0, output: 0 };
  const above = { read: 0, fresh: 0, output: 0 };
  const limit = threshold ?? Infinity;
  for (let index = 0; index < tokens.count; index++) {
    const read = tokens.read[index] ?? 0;
    const fresh = tokens.fresh[index] ?? 0;
    const sum = read + fresh > limit ? above : upTo;
    sum.read += read;
    sum.fresh += fresh;
    sum.output += tokens.output[index] ?? 0;
  }
  return { upTo: usageOf(tokens.caching, upTo), above: usageOf(tokens.caching, above) };
}

function usageOf(
  caching: Caching,
  { read, fresh, output }: { readonly read: number; readonly fresh: number; readonly output: number },
): FullUsage {
  return { ...NO_USAGE, [freshClass(caching)]: fresh, cacheRead: read, output };
}
