import { cacheExpiries } from "./session-breaks.ts";
import { type Caching, requireSession, type SessionShape } from "./session-shape.ts";
import { scaleSession } from "./tokenizer.ts";
import { type FullUsage, NO_USAGE, type TokenClass } from "./usage.ts";

/** Which of several models serves each request of a session. Models are numbered from 0; each caches and counts tokens for itself. */
export interface Serving {
  /** Tokens of each model for one token as the session states it. */
  readonly scales: readonly number[];
  /** The model that serves a request (1-based). */
  readonly modelOf: (request: number) => number;
  /** The requests (1-based) that find their cache gone; left out: as the session's breaks say. */
  readonly expired?: ReadonlySet<number>;
}

/**
 * The tokens of a session, request by request, before anyone asks what they cost. A compaction is a request of its own. Columns, not
 * objects: the page runs a session for every model and every slider step.
 */
export interface SessionTokens {
  readonly caching: Caching;
  /** How many requests ran, compactions included: the first `count` entries of each column. */
  readonly count: number;
  /** The number of the model that served each request. */
  readonly servedBy: readonly number[];
  /** Tokens of each prompt that came from the cache. */
  readonly read: readonly number[];
  /** Tokens of each prompt that did not: written to the cache, or plain input without caching. */
  readonly fresh: readonly number[];
  readonly output: readonly number[];
  /** Indexes of the requests that are compactions, ascending. */
  readonly compactions: readonly number[];
  /** Indexes of the requests that found their cache gone after a break or a prefix change, ascending. */
  readonly expiries: readonly number[];
}

const ALONE: Serving = { scales: [1], modelOf: () => 0 };

/**
 * Runs a session: each request sends base prompt, everything said so far and what is new. The first reads what was warm and writes the
 * rest; each later one reads its predecessor's prompt and writes what came on top; after an expiry, or on another model than its
 * predecessor, it writes all of it. Before the prompt would pass the limit, a compaction sends the conversation once more, on the model
 * that had it, and the next request starts from its summary. After `clearAfterRequests` requests the conversation begins anew with the
 * base prompt warm.
 *
 * @throws RangeError for a session that cannot be run
 * @example sessionTokens({ ...none, requests: 2, inputGrowthPerRequest: 10, caching: "off" }).fresh //=> [10, 20]
 */
export function sessionTokens(shape: SessionShape, serving: Serving = ALONE): SessionTokens {
  const sizes = serving.scales.map((scale) => sizesOf(scaleSession(shape, scale)));
  const { requests, caching } = shape;
  const limit = shape.compactAtTokens ?? Infinity;
  const clearAfter = shape.clearAfterRequests ?? Infinity;
  const expired = serving.expired ?? cacheExpiries(shape);
  const run = emptyRun(caching);

  let model = serving.modelOf(1);
  let said: Conversation = { turns: 1, isSummarised: false, holdsExtra: shape.extraInput?.request === 1 };
  run.send(model, { prompt: promptOf(at(sizes, model), said), cached: at(sizes, model).warm, output: at(sizes, model).output });
  for (let request = 2; request <= requests; request++) {
    const last = model;
    model = serving.modelOf(request);
    const size = at(sizes, model);
    const isExpired = expired.has(request);
    const isCold = isExpired || model !== last;
    const isRead = request === shape.extraInput?.request;
    const before = said;
    said = { ...before, turns: before.turns + 1, holdsExtra: before.holdsExtra || isRead };
    if (isExpired) run.expiries.push(run.read.length);
    if ((request - 1) % clearAfter === 0) {
      said = { turns: 1, isSummarised: false, holdsExtra: isRead };
      run.send(model, { prompt: promptOf(size, said), cached: isCold ? 0 : size.base, output: size.output });
    } else if (promptOf(size, said) > limit) {
      const old = at(sizes, last);
      const conversation = promptOf(old, before);
      run.compactions.push(run.read.length);
      run.send(last, { prompt: conversation + old.kept, cached: isExpired ? 0 : conversation, output: old.summary });
      said = { turns: 1, isSummarised: true, holdsExtra: isRead };
      // The compaction has just sent the base prompt, so even after an expiry it is in the cache again: in that of the model that compacted.
      run.send(model, { prompt: promptOf(size, said), cached: model === last ? size.base : 0, output: size.output });
    } else run.send(model, { prompt: promptOf(size, said), cached: isCold ? 0 : promptOf(size, before), output: size.output });
  }
  return { ...run, caching, count: run.read.length };
}

/** The sizes of a session in the tokens of one model. */
interface Sizes {
  readonly base: number;
  readonly warm: number;
  readonly growth: number;
  readonly output: number;
  readonly kept: number;
  readonly summary: number;
  readonly extra: number;
}

/** What a conversation holds since the session began or was last cleared or compacted. */
interface Conversation {
  readonly turns: number;
  readonly isSummarised: boolean;
  readonly holdsExtra: boolean;
}

function sizesOf(shape: SessionShape): Sizes {
  requireSession(shape);
  return {
    base: shape.basePromptTokens,
    warm: Math.min(shape.warmPromptTokens, shape.basePromptTokens),
    growth: shape.inputGrowthPerRequest,
    output: shape.outputPerRequest,
    kept: Math.round(shape.outputKeptShare * shape.outputPerRequest),
    summary: shape.summaryTokens,
    extra: shape.extraInput?.tokens ?? 0,
  };
}

function at(sizes: readonly Sizes[], model: number): Sizes {
  const size = sizes[model];
  if (!size) throw new RangeError(`serving: no scale is stated for model ${model}`);
  return size;
}

// Worked out anew for each request instead of added up, because another model counts the same conversation in its own tokens.
function promptOf({ base, growth, kept, summary, extra }: Sizes, { turns, isSummarised, holdsExtra }: Conversation): number {
  return base + (isSummarised ? summary : 0) + (holdsExtra ? extra : 0) + turns * growth + (turns - 1) * kept;
}

interface Sent {
  readonly prompt: number;
  readonly cached: number;
  readonly output: number;
}

interface Run {
  readonly servedBy: number[];
  readonly read: number[];
  readonly fresh: number[];
  readonly output: number[];
  readonly compactions: number[];
  readonly expiries: number[];
  readonly send: (model: number, sent: Sent) => void;
}

function emptyRun(caching: Caching): Run {
  const columns = { servedBy: [] as number[], read: [] as number[], fresh: [] as number[], output: [] as number[] };
  const send = (model: number, { prompt, cached, output }: Sent): void => {
    const fromCache = caching === "off" ? 0 : cached;
    columns.servedBy.push(model);
    columns.read.push(fromCache);
    columns.fresh.push(prompt - fromCache);
    columns.output.push(output);
  };
  return { ...columns, compactions: [], expiries: [], send };
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
 * The usage of the requests that one model served, split at a long-context threshold: those whose prompt is strictly above it, and the
 * rest. Without a threshold everything is `upTo`.
 *
 * @param model the model's number; left out: all of them
 */
export function usageByThreshold(
  tokens: SessionTokens,
  threshold: number | null,
  model?: number,
): { readonly upTo: FullUsage; readonly above: FullUsage } {
  const upTo = { read: 0, fresh: 0, output: 0 };
  const above = { read: 0, fresh: 0, output: 0 };
  const limit = threshold ?? Infinity;
  for (let index = 0; index < tokens.count; index++) {
    if (model !== undefined && tokens.servedBy[index] !== model) continue;
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
