import type { SimulatedUsage } from "../../scenario/scenario.ts";
import type { SessionStory, StoryRequest } from "../../scenario/session-story.ts";

/** What can happen at a request that a reader should see in the drawing. */
export type TurnEvent = "cache-gone" | "compaction" | "clear" | "other-model";

/** The events in the order in which they are listed. */
export const TURN_EVENTS: readonly TurnEvent[] = ["cache-gone", "compaction", "clear", "other-model"];

/** Requests of a session that follow each other and are shown as one. */
export interface RequestGroup {
  /** 1-based, both included. */
  readonly first: number;
  readonly last: number;
  /** The one with the largest prompt (1-based; the first of equals), which stands for all of them. */
  readonly shown: number;
  readonly request: StoryRequest;
  /** USD: all of them together. */
  readonly cost: number;
  /** USD after the last of them, as set and with nothing cached. */
  readonly soFar: number;
  readonly uncachedSoFar: number;
  /** How often each event comes among them. */
  readonly events: Readonly<Record<TurnEvent, number>>;
}

/** More columns than this would be thinner than two pixels on a phone. */
const MOST_GROUPS = 100;
// Round sizes only: the ticks of an axis then fall on the ends of groups, where what was spent so far is known.
const SIZES = [1, 2, 5, 10, 20, 50, 100];

/** How many requests go into one group, so that there are at most 100. @example groupSize(450) //=> 5 */
export function groupSize(requests: number): number {
  return SIZES.find((size) => requests <= size * MOST_GROUPS) ?? Math.ceil(requests / MOST_GROUPS);
}

/** A session's requests in at most 100 groups; up to 100 requests stand alone. */
export function groupRequests(story: SessionStory, usage: SimulatedUsage): readonly RequestGroup[] {
  const { requests } = story;
  const size = groupSize(requests.length);
  const events = eventsOf(requests, usage);
  return Array.from({ length: Math.ceil(requests.length / size) }, (_, index) => {
    const start = index * size;
    const inside = requests.slice(start, start + size);
    const largest = inside.reduce(
      (most, { promptTokens }, at) => (promptTokens > (inside[most]?.promptTokens ?? 0) ? at : most),
      0,
    );
    const last = start + inside.length;
    return {
      first: start + 1,
      last,
      shown: start + largest + 1,
      request: inside[largest] as StoryRequest,
      cost: inside.reduce((sum, { cost }) => sum + cost, 0),
      soFar: inside.at(-1)?.soFar ?? 0,
      uncachedSoFar: story.uncachedSoFar[last - 1] ?? 0,
      events: counted(events.slice(start, last).flat()),
    };
  });
}

// Where `/clear` falls is not in the story: it comes by the number of turns, compactions not counted.
function eventsOf(
  requests: readonly StoryRequest[],
  { clearAfterRequests, routing }: SimulatedUsage,
): readonly (readonly TurnEvent[])[] {
  let turns = 0;
  return requests.map((request, index) => {
    if (request.kind === "turn") turns += 1;
    const isCleared =
      clearAfterRequests !== null && request.kind === "turn" && turns > 1 && (turns - 1) % clearAfterRequests === 0;
    const isOther = routing === "session" && index > 0 && requests[index - 1]?.model !== request.model;
    const happens: Readonly<Record<TurnEvent, boolean>> = {
      "cache-gone": request.isAfterBreak,
      compaction: request.kind === "compaction",
      clear: isCleared,
      "other-model": isOther,
    };
    return TURN_EVENTS.filter((event) => happens[event]);
  });
}

function counted(events: readonly TurnEvent[]): RequestGroup["events"] {
  const count = (event: TurnEvent): number => events.filter((one) => one === event).length;
  return {
    "cache-gone": count("cache-gone"),
    compaction: count("compaction"),
    clear: count("clear"),
    "other-model": count("other-model"),
  };
}
