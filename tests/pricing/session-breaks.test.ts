import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cacheExpiries, spreadOver } from "../../src/pricing/session-breaks.ts";
import { SMALL } from "./any-session.ts";

const ascending = (requests: ReadonlySet<number>): number[] => [...requests].sort((a, b) => a - b);

describe("the i-th of p breaks comes before request 1 + ⌊i·N/(p+1)⌋", () => {
  it.each([
    // 10/2 = 5.
    [10, 1, [6]],
    // 10/3 = 3.3, 20/3 = 6.7.
    [10, 2, [4, 7]],
    // 10/4 = 2.5, 20/4 = 5, 30/4 = 7.5.
    [10, 3, [3, 6, 8]],
    // 10/10 = 1, 2, … 9.
    [10, 9, [2, 3, 4, 5, 6, 7, 8, 9, 10]],
    // 10/11 = 0.9: before request 1, which changes nothing; 20/11 = 1.8, … 100/11 = 9.1.
    [10, 10, [2, 3, 4, 5, 6, 7, 8, 9, 10]],
    // 10/12 = 0.8: before request 1; 50/12 = 4.2; 60/12 = 5; 70/12 = 5.8: the second before request 6 changes nothing.
    [10, 11, [2, 3, 4, 5, 6, 7, 8, 9, 10]],
    [10, 1_000, [2, 3, 4, 5, 6, 7, 8, 9, 10]],
    [10, 0, []],
    // 1/2 = 0.5: before request 1.
    [1, 1, []],
    // 2/2 = 1.
    [2, 1, [2]],
    // 3/2 = 1.5; 3/3 = 1, 6/3 = 2.
    [3, 1, [2]],
    [3, 2, [2, 3]],
    // 5/4 = 1.25, 10/4 = 2.5, 15/4 = 3.75.
    [5, 3, [2, 3, 4]],
  ])("%d requests, %d breaks", (requests, count, before) => {
    expect(ascending(spreadOver(requests, count))).toEqual(before);
  });

  it("for every number of requests and breaks, also where there are more breaks than requests", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), fc.nat(250), (requests, count) => {
        const stated = Array.from({ length: count }, (_, index) => 1 + Math.floor(((index + 1) * requests) / (count + 1)));
        expect(ascending(spreadOver(requests, count))).toEqual([...new Set(stated)].filter((request) => request > 1));
      }),
    );
  });
});

describe("which breaks end a cache", () => {
  // Ten requests: one break of minutes before the 6th, two of hours before the 4th and 7th, three changes before the 3rd, 6th and 8th.
  const shape = { ...SMALL, requests: 10, pauses: { minutes: 1, hours: 2 }, prefixChanges: 3 };

  it.each([
    ["off" as const, []],
    ["5m" as const, [3, 4, 6, 7, 8]],
    // The 6th too: a change of the prefix falls there.
    ["1h" as const, [3, 4, 6, 7, 8]],
  ])("%s, with all three", (caching, before) => {
    expect(ascending(cacheExpiries({ ...shape, caching }))).toEqual(before);
  });

  it.each([
    ["minutes end the short cache", "5m" as const, { minutes: 1, hours: 0 }, [6]],
    ["minutes leave the long one", "1h" as const, { minutes: 1, hours: 0 }, []],
    ["hours end the short cache", "5m" as const, { minutes: 0, hours: 1 }, [6]],
    ["hours end the long one", "1h" as const, { minutes: 0, hours: 1 }, [6]],
    ["two kinds before one request end it once", "5m" as const, { minutes: 1, hours: 1 }, [6]],
  ])("%s", (_why, caching, pauses, before) => {
    const { prefixChanges: _, ...without } = shape;
    expect(ascending(cacheExpiries({ ...without, caching, pauses }))).toEqual(before);
  });

  it("a change of the prefix ends either", () => {
    const changed = { ...shape, pauses: { minutes: 0, hours: 0 }, prefixChanges: 1 };
    expect(ascending(cacheExpiries({ ...changed, caching: "5m" }))).toEqual([6]);
    expect(ascending(cacheExpiries({ ...changed, caching: "1h" }))).toEqual([6]);
  });
});
