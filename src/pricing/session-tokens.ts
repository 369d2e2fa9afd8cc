import { memoByObject } from "../lib/memo-by-object.ts";
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
  const extraAt = shape.extraInput?.request;
  const expired = serving.expired ?? cacheExpiries(shape);
  const tokens = { servedBy: [] as number[], read: [] as number[], fresh: [] as number[], output: [] as number[] };
  const compactions: number[] = [];
  const expiries: number[] = [];
  const send = (by: number, prompt: number, { cached, output }: { cached: number; output: number }): void => {
    const fromCache = caching === "off" ? 0 : cached;
    tokens.servedBy.push(by);
    tokens.read.push(fromCache);
    tokens.fresh.push(prompt - fromCache);
    tokens.output.push(output);
  };

  let model = serving.modelOf(1);
  let size = at(sizes, model);
  const said: Conversation = { turns: 1, isSummarised: false, holdsExtra: extraAt === 1 };
  send(model, promptOf(size, said), { cached: size.warm, output: size.output });
  for (let request = 2; request <= requests; request++) {
    const [last, old] = [model, size];
    model = serving.modelOf(request);
    size = at(sizes, model);
    const conversation = promptOf(old, said);
    const isExpired = expired.has(request);
    const isCold = isExpired || model !== last;
    if (isExpired) expiries.push(tokens.read.length);
    said.turns += 1;
    said.holdsExtra ||= request === extraAt;
    if ((request - 1) % clearAfter === 0) {
      begin(said, { isSummarised: false, holdsExtra: request === extraAt });
      send(model, promptOf(size, said), { cached: isCold ? 0 : size.base, output: size.output });
    } else if (promptOf(size, said) > limit) {
      compactions.push(tokens.read.length);
      send(last, conversation + old.kept, { cached: isExpired ? 0 : conversation, output: old.summary });
      begin(said, { isSummarised: true, holdsExtra: request === extraAt });
      // The compaction has just sent the base prompt, so even after an expiry it is in the cache again: in that of the model that compacted.
      send(model, promptOf(size, said), { cached: model === last ? size.base : 0, output: size.output });
    } else send(model, promptOf(size, said), { cached: isCold ? 0 : conversation, output: size.output });
  }
  return { ...tokens, compactions, expiries, caching, count: tokens.read.length };
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
  turns: number;
  isSummarised: boolean;
  holdsExtra: boolean;
}

function begin(said: Conversation, { isSummarised, holdsExtra }: Omit<Conversation, "turns">): void {
  said.turns = 1;
  said.isSummarised = isSummarised;
  said.holdsExtra = holdsExtra;
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

/** The usage of requests on both sides of a long-context threshold. */
export interface UsageByThreshold {
  /** Requests whose prompt is at the threshold or below it; without a threshold all of them. */
  readonly upTo: FullUsage;
  readonly above: FullUsage;
}

/**
 * The usage of the requests that one model served, split at a long-context threshold.
 * @param model the model's number; left out: all of them
 */
export function usageByThreshold(tokens: SessionTokens, threshold: number | null, model?: number): UsageByThreshold {
  return threshold === null && model === undefined ? unsplitUsage(tokens) : splitUsage(tokens, threshold ?? Infinity, model);
}

// Most models have no tier: one adding up of a session serves all of them.
const unsplitUsage = memoByObject((tokens: SessionTokens) => splitUsage(tokens, Infinity));

function splitUsage(tokens: SessionTokens, limit: number, model?: number): UsageByThreshold {
  const upTo = { read: 0, fresh: 0, output: 0 };
  const above = { read: 0, fresh: 0, output: 0 };
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
