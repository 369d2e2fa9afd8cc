import { pauseOf } from "./pauses.ts";

/** What the dollars of a cache write were for. */
export type WriteCause = "first" | "growth" | "model-switch" | "compaction" | "after-minutes" | "after-hours" | "other";

/** All causes, in the order in which a ledger lists them. */
export const WRITE_CAUSES: readonly WriteCause[] = [
  "first",
  "growth",
  "after-minutes",
  "after-hours",
  "model-switch",
  "compaction",
  "other",
];

/** What a conversation had in the cache before a request. */
export interface CachedBefore {
  /** Prompt tokens of the request before. */
  readonly prompt: number;
  readonly model: string;
  /** Milliseconds since 1970 UTC; null = not known. */
  readonly at: number | null;
  /** How long what was last written stays without being read. */
  readonly lastsMinutes: 5 | 60;
}

/** A request that may have written to the cache. */
export interface CachedRequest extends Pick<CachedBefore, "prompt" | "model" | "at"> {
  /** Tokens that it read from the cache. */
  readonly read: number;
}

/** A conversation that goes on reads at least so much of the prompt before it. */
const CONTINUED_SHARE = 0.5;

/**
 * Whether a request that read so many tokens from the cache goes on from the prompt before it, of so many tokens: at least half of it.
 *
 * @example goesOn(50_000, 100_000) //=> true
 */
export function goesOn(read: number, promptBefore: number): boolean {
  return read >= CONTINUED_SHARE * promptBefore;
}

/** A prompt below so much of the one before is no longer the same conversation. */
const COMPACTED_SHARE = 0.5;

/**
 * Why a request wrote to the cache, by what it read and what went before in its conversation; the first that holds:
 *
 * - `first`: nothing went before.
 * - `growth`: it read at least half of the prompt before it, so what it wrote is new text. A conversation that goes on reads nearly all
 *   of that prompt; one whose cache is lost still reads what other sessions keep warm, the system prompt and the tools, which is far less
 *   than half of any prompt but a short one. So half tells the two apart with the widest margin on both sides.
 * - `model-switch`: the request before went to another model, whose cache is of no use to this one.
 * - `compaction`: the prompt is less than half of the one before: a summary has taken the conversation's place.
 * - `after-hours`: more than 60 minutes had passed; `after-minutes`: more than 5 and at most 60, and what was cached was to last 5. A
 *   1-hour cache has not expired by then, so such a pause is not what its write was for.
 * - `other`: the prompt's beginning changed (CLAUDE.md, tools, effort), a message was rewound, the cache was lost.
 *
 * A switch and a compaction come before the pauses, as they would have made the write without any.
 *
 * @example a prompt of 50,000 read 10,000, 20 minutes after one of 48,000 on the same model with a 5-minute cache: "after-minutes"
 */
export function causeOfWrite(before: CachedBefore | null, request: CachedRequest): WriteCause {
  if (before === null) return "first";
  if (goesOn(request.read, before.prompt)) return "growth";
  if (request.model !== before.model) return "model-switch";
  if (request.prompt < COMPACTED_SHARE * before.prompt) return "compaction";
  const pause = request.at === null || before.at === null ? null : pauseOf(request.at - before.at);
  if (pause === "hours") return "after-hours";
  return pause === "minutes" && before.lastsMinutes === 5 ? "after-minutes" : "other";
}
