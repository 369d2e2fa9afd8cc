import type { SessionShape } from "./session-shape.ts";

/**
 * The requests (1-based) before which `count` events come when they are spread evenly over a session: event i of p before request
 * 1 + ⌊i·N/(p+1)⌋. One before request 1, and a second one before the same request, change nothing.
 *
 * @example [...spreadOver(10, 1)] //=> [6]
 */
export function spreadOver(requests: number, count: number): Set<number> {
  const before = new Set<number>();
  if (count >= requests) {
    // As many events as requests or more reach every request: going through them one by one would only take time.
    for (let request = 2; request <= requests; request++) before.add(request);
    return before;
  }
  for (let i = 1; i <= count; i++) before.add(1 + Math.floor((i * requests) / (count + 1)));
  before.delete(1);
  return before;
}

/**
 * The requests (1-based) that find their cache gone: after breaks of hours and prefix changes always, after breaks of 5–60 minutes
 * where the cache lives 5 minutes. Without caching none.
 */
export function cacheExpiries({ requests, caching, pauses, prefixChanges = 0 }: SessionShape): ReadonlySet<number> {
  if (caching === "off") return new Set();
  const minutes = caching === "5m" ? spreadOver(requests, pauses.minutes) : [];
  return new Set([...minutes, ...spreadOver(requests, pauses.hours), ...spreadOver(requests, prefixChanges)]);
}
