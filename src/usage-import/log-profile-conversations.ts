import { type FullUsage, NO_USAGE, promptTokens } from "../pricing/usage.ts";
import type { MeasuredLog } from "./measured-log.ts";
import type { MeasuredResponse } from "./measured-response.ts";
import { responsesOf } from "./measured-rows.ts";
import { pauseOf } from "./pauses.ts";
import type { MeasuredRequest } from "./request-terms.ts";
import { sessionKeyOf } from "./session-key.ts";

/** A conversation of a main session or of one subagent, as far as a profile asks. Requests to advisors are not in it. */
export interface MeasuredConversation {
  readonly isSubagent: boolean;
  readonly requests: number;
  readonly output: number;
  /** Prompt, and what of it came from the cache, of the first request that has a timestamp, in tokens. */
  readonly firstPrompt: number;
  readonly firstRead: number;
  /** By how much prompts changed from one request to the next, summed, and how often; compactions left out. */
  readonly growth: number;
  readonly steps: number;
  readonly pauses: { readonly minutes: number; readonly hours: number };
  /** Requests that wrote most of their prompt again without a pause that explains it: prefix changes, switches of model. */
  readonly rewrites: number;
  /** Compactions: the prompts before and after, in tokens. */
  readonly compactions: readonly { readonly before: number; readonly after: number }[];
}

/** The conversations of a log, in the order in which they begin, and the tokens of the main ones. */
export interface LogConversations {
  readonly conversations: readonly MeasuredConversation[];
  readonly mainUsage: FullUsage;
}

interface Open extends Mutable<Omit<MeasuredConversation, "compactions" | "pauses">> {
  readonly compactions: { before: number; after: number }[];
  readonly pauses: { minutes: number; hours: number };
  /** Milliseconds since 1970 UTC, tokens and name of its last request; null = none with a timestamp yet. */
  at: number | null;
  prompt: number;
  model: string;
}

type Mutable<Shape> = { -readonly [Name in keyof Shape]: Shape[Name] };

/**
 * Sorts a log's requests into conversations: sessions, and each subagent of one for itself. A prompt of less than half of the one before
 * is a compaction; whatever else makes a prompt shorter counts as growth below 0.
 */
export function conversationsOf(log: MeasuredLog): LogConversations {
  const open = new Map<string, Open>();
  const mainUsage = { ...NO_USAGE };
  for (const response of responsesOf(log.rows)) {
    const key = keyOf(response);
    const known = open.get(key);
    const conversation = known ?? opened(response.isSubagent);
    if (!known) open.set(key, conversation);
    const model = response.requests[0]?.model;
    for (const request of response.requests) {
      if (!response.isSubagent) addUsage(mainUsage, request.usage);
      // An advisor is another model with a prompt of its own.
      if (request.model === model) addRequest(conversation, request, response.at);
    }
  }
  return { conversations: [...open.values()], mainUsage };
}

function keyOf(response: MeasuredResponse): string {
  const session = sessionKeyOf(response);
  return response.isSubagent ? `${session}\n${response.agentId ?? response.path ?? ""}` : session;
}

function opened(isSubagent: boolean): Open {
  return {
    ...{ isSubagent, requests: 0, output: 0, firstPrompt: 0, firstRead: 0, growth: 0, steps: 0, rewrites: 0 },
    ...{ at: null, prompt: 0, model: "", pauses: { minutes: 0, hours: 0 }, compactions: [] },
  };
}

function addRequest(open: Open, { model, usage }: MeasuredRequest, at: number | null): void {
  open.requests++;
  open.output += usage.output;
  // Nobody knows where in the conversation it belongs.
  if (at === null) return;
  const prompt = promptTokens(usage);
  if (open.at === null) {
    open.firstPrompt = prompt;
    open.firstRead = usage.cacheRead;
  } else addStep(open, usage, { prompt, pause: pauseOf(at - open.at) });
  open.at = at;
  open.prompt = prompt;
  open.model = model;
}

function addStep(
  open: Open,
  usage: FullUsage,
  { prompt, pause }: { readonly prompt: number; readonly pause: "minutes" | "hours" | null },
): void {
  if (pause !== null) open.pauses[pause]++;
  if (prompt < open.prompt / 2) {
    open.compactions.push({ before: open.prompt, after: prompt });
    return;
  }
  open.growth += prompt - open.prompt;
  open.steps++;
  const isRewrite = usage.cacheWrite5m + usage.cacheWrite1h > 0 && usage.cacheRead < open.prompt / 2;
  // A pause of minutes ends no cache of an hour.
  const isExplained = pause === "hours" || (pause === "minutes" && usage.cacheWrite1h === 0);
  if (isRewrite && !isExplained) open.rewrites++;
}

function addUsage(sum: Mutable<FullUsage>, usage: FullUsage): void {
  sum.input += usage.input;
  sum.cacheWrite5m += usage.cacheWrite5m;
  sum.cacheWrite1h += usage.cacheWrite1h;
  sum.cacheRead += usage.cacheRead;
  sum.output += usage.output;
  sum.webSearches += usage.webSearches;
}
