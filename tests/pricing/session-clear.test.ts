import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SessionShape } from "../../src/pricing/session-shape.ts";
import { promptOfRequest, sessionTokens } from "../../src/pricing/session-tokens.ts";
import { anyRunThrough, SMALL } from "./any-session.ts";
import { rows } from "./session-rows.ts";

// Base 1,000, growth 100, output 50 of which half is kept: prompts of 1,100; 1,225; 1,350; 1,475.
const FIRST = [0, 1_100, 50];
// A later conversation finds the base prompt in the cache and writes its growth.
const ANEW = [1_000, 100, 50];
const SECOND = [1_100, 125, 50];
const THIRD = [1_225, 125, 50];
const FOURTH = [1_350, 125, 50];

describe("/clear after n requests begins the conversation anew", () => {
  it.each([
    ["before n: after 3 of 4", 4, 3, [FIRST, SECOND, THIRD, ANEW]],
    ["at n: after 4 of 4 there is nothing to begin", 4, 4, [FIRST, SECOND, THIRD, FOURTH]],
    ["beyond n: after 5 of 4", 4, 5, [FIRST, SECOND, THIRD, FOURTH]],
    ["5 requests after 2 each: 3 conversations, the last one shorter", 5, 2, [FIRST, SECOND, ANEW, SECOND, ANEW]],
    ["6 after 2 each: 3 of the same length", 6, 2, [FIRST, SECOND, ANEW, SECOND, ANEW, SECOND]],
    ["after each request", 4, 1, [FIRST, ANEW, ANEW, ANEW]],
    ["never", 4, null, [FIRST, SECOND, THIRD, FOURTH]],
  ] satisfies [string, number, number | null, number[][]][])("%s", (_why, requests, clearAfterRequests, expected) => {
    expect(rows({ ...SMALL, requests, clearAfterRequests })).toEqual(expected);
  });

  it.each([
    [
      "without caching each conversation sends its prompts as input",
      { caching: "off" },
      [FIRST, [0, 1_225, 50], FIRST, [0, 1_225, 50]],
    ],
    [
      "what was warm is so for the first one; the later ones have all of the base prompt",
      { warmPromptTokens: 400 },
      [[400, 700, 50], SECOND, ANEW, SECOND],
    ],
    // 1 + ⌊4/2⌋ = 3: the first request of the second conversation.
    [
      "a break on a first request makes it write all of its prompt",
      { pauses: { minutes: 0, hours: 1 } },
      [FIRST, SECOND, FIRST, SECOND],
    ],
    ["so does a change of the prefix", { caching: "1h", prefixChanges: 1 }, [FIRST, SECOND, FIRST, SECOND]],
    [
      "a break of minutes does not where the cache lives an hour",
      { caching: "1h", pauses: { minutes: 1, hours: 0 } },
      [FIRST, SECOND, ANEW, SECOND],
    ],
    // 1 + ⌊4/3⌋ = 2 and 1 + ⌊8/3⌋ = 3.
    [
      "a break before another request leaves the first one alone",
      { clearAfterRequests: 3, pauses: { minutes: 0, hours: 2 } },
      [FIRST, [0, 1_225, 50], [0, 1_350, 50], ANEW],
    ],
  ] satisfies [string, Partial<SessionShape>, number[][]][])("of 4, after 2: %s", (_why, fields, expected) => {
    expect(rows({ ...SMALL, clearAfterRequests: 2, ...fields })).toEqual(expected);
  });

  it("a break on a first request is named among those that found their cache gone", () => {
    expect(sessionTokens({ ...SMALL, clearAfterRequests: 2, prefixChanges: 1 }).expiries).toEqual([2]);
  });
});

describe("/clear beside compaction, at a limit of 1,350", () => {
  // The fourth prompt would be 1,475: a compaction of 1,350 + 25, then 1,000 + 200 + 100 = 1,300.
  const COMPACTION = [1_350, 25, 200];
  const COMPACTED = [1_000, 300, 50];

  it.each([
    ["after 3: begins anew where it would have compacted", 4, 3, [FIRST, SECOND, THIRD, ANEW]],
    ["after 4: the summary is gone with the rest", 6, 4, [FIRST, SECOND, THIRD, COMPACTION, COMPACTED, ANEW, SECOND]],
    // The fifth would be 1,300 + 125 = 1,425: compacted again, 1,300 + 25.
    ["after 5", 6, 5, [FIRST, SECOND, THIRD, COMPACTION, COMPACTED, [1_300, 25, 200], COMPACTED, ANEW]],
  ])("%s", (_why, requests, clearAfterRequests, expected) => {
    expect(rows({ ...SMALL, requests, clearAfterRequests, compactAtTokens: 1_350 })).toEqual(expected);
  });
});

describe("laws", () => {
  const cleared = fc.tuple(anyRunThrough, fc.integer({ min: 1, max: 70 }));

  it("without breaks and compaction it is ⌈N/n⌉ sessions one after another, each later one with the base prompt warm", () => {
    fc.assert(
      fc.property(cleared, ([shape, after]) => {
        const starts = Array.from({ length: Math.ceil(shape.requests / after) }, (_, index) => index * after);
        const apart = starts.flatMap((start) =>
          rows({
            ...shape,
            requests: Math.min(after, shape.requests - start),
            warmPromptTokens: start === 0 ? shape.warmPromptTokens : shape.basePromptTokens,
          }),
        );
        expect(rows({ ...shape, clearAfterRequests: after })).toEqual(apart);
      }),
      { numRuns: 1_000 },
    );
  });

  it("it never sends a longer prompt than the session that goes on", () => {
    fc.assert(
      fc.property(cleared, ([shape, after]) => {
        const on = sessionTokens(shape);
        const anew = sessionTokens({ ...shape, clearAfterRequests: after });
        anew.read.forEach((_, index) => {
          expect(promptOfRequest(anew, index)).toBeLessThanOrEqual(promptOfRequest(on, index));
        });
      }),
      { numRuns: 300 },
    );
  });
});
