import { promptTokens } from "../pricing/usage.ts";
import type { MeasuredResponse } from "./measured-response.ts";
import { pauseOf } from "./pauses.ts";
import type { MeasuredRequest } from "./request-terms.ts";
import { sessionKeyOf } from "./session-key.ts";
import { goesOn } from "./write-cause.ts";

/** Tokens by class, to be written over: one object serves a whole log. */
export interface TokenCounts {
  input: number;
  cacheWrite5m: number;
  cacheWrite1h: number;
  cacheRead: number;
  output: number;
  webSearches: number;
}

/** What is known of a conversation before one of its requests. */
interface Conversation {
  /** Milliseconds since 1970 UTC. */
  at: number;
  /** The last prompt, in tokens. */
  prompt: number;
  model: string;
  /** How long what it wrote last was to live; null = it has written nothing yet. */
  written: "5m" | "1h" | null;
}

/** What a request finds of its conversation, where its cache could have lived longer or shorter. */
export interface Resumed {
  readonly pause: "minutes" | "hours" | null;
  readonly last: Readonly<Conversation>;
}

/** Follows the main conversations of a log through their responses in order of time. */
export interface ConversationTrack {
  /** What the response's first request finds; null for the first of its conversation and for one without a timestamp. */
  readonly before: (response: MeasuredResponse) => Resumed | null;
  /** To be called after `before`, with the same response. */
  readonly after: (response: MeasuredResponse) => void;
}

/** A track of no conversation yet. */
export function trackConversations(): ConversationTrack {
  const known = new Map<string, Conversation>();
  return {
    before: (response) => {
      const last = response.at === null ? undefined : known.get(sessionKeyOf(response));
      return last && response.at !== null ? { pause: pauseOf(response.at - last.at), last } : null;
    },
    after: (response) => {
      if (response.at === null) return;
      const key = sessionKeyOf(response);
      const last = known.get(key);
      const conversation = last ?? { at: response.at, prompt: 0, model: "", written: null };
      if (!last) known.set(key, conversation);
      conversation.at = response.at;
      conversation.model = response.requests[0]?.model ?? conversation.model;
      for (const request of response.requests) noteRequest(conversation, request);
    },
  };
}

// An advisor is another model, and has a prompt and a cache of its own.
function noteRequest(conversation: Conversation, { model, usage }: MeasuredRequest): void {
  if (model !== conversation.model) return;
  conversation.prompt = promptTokens(usage);
  if (usage.cacheWrite1h > 0) conversation.written = "1h";
  else if (usage.cacheWrite5m > 0) conversation.written = "5m";
}

/**
 * Whether a request that found its cache after a pause of minutes would not have found it, had it been written for 5 minutes. Not where
 * it was written for 5 minutes and was there all the same.
 */
export function wouldExpire({ pause, last }: Resumed, { usage }: MeasuredRequest): boolean {
  return pause === "minutes" && last.written !== "5m" && usage.cacheRead > 0;
}

/**
 * Whether a request that wrote its conversation again after a pause of minutes would have read it, had it been written for an hour: less
 * than half of the last prompt came from the cache, and nothing but the pause explains it (the same model, a prompt that did not shrink,
 * no cache that was to live an hour).
 */
export function wouldSurvive({ pause, last }: Resumed, { model, usage }: MeasuredRequest): boolean {
  // After an empty prompt even no token read is half of it, yet what was written was not in the cache.
  const isRewrite = usage.cacheWrite5m > 0 && (usage.cacheRead === 0 || !goesOn(usage.cacheRead, last.prompt));
  return pause === "minutes" && isRewrite && last.written !== "1h" && last.model === model && promptTokens(usage) >= last.prompt;
}

/** Makes everything that came from the cache a write for as long as the other writes: an expired cache is written whole. */
export function writeWhole(usage: TokenCounts): void {
  usage.cacheWrite5m += usage.cacheRead;
  usage.cacheRead = 0;
}

/** Makes of what was written again what is read: the last prompt comes from the cache, the rest is written. */
export function readLast(usage: TokenCounts, lastPrompt: number): void {
  const cached = usage.cacheRead + usage.cacheWrite5m;
  usage.cacheRead = Math.min(lastPrompt, cached);
  usage.cacheWrite5m = cached - usage.cacheRead;
}

/** Bills all writes at the class of one lifetime. */
export function writeFor(usage: TokenCounts, lifetime: "5m" | "1h"): void {
  const writes = usage.cacheWrite5m + usage.cacheWrite1h;
  usage.cacheWrite5m = lifetime === "5m" ? writes : 0;
  usage.cacheWrite1h = lifetime === "1h" ? writes : 0;
}
