import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type SessionProfile, simulateSession } from "../../src/index.ts";
import type { SessionShape } from "../../src/pricing/session-shape.ts";
import { sessionTokens } from "../../src/pricing/session-tokens.ts";
import { anySession, SMALL } from "./any-session.ts";
import { rows, servedRows } from "./session-rows.ts";

const LOG = 10_000;

/** What a read of 10,000 tokens before one request adds to the four of a small session on Sonnet 4.6, in millionths of a dollar. */
function added(request: number, fields: Partial<SessionShape> = {}): number {
  const session: SessionProfile = { model: "claude-sonnet-4-6", ...SMALL, ...fields };
  const cost = (shape: SessionProfile) => simulateSession(shape).cost * 1_000_000;
  return cost({ ...session, extraInput: { tokens: LOG, request } }) - cost(session);
}

describe("something read once is sent again with every later request", () => {
  it.each([
    // Sent by 4 − r + 1 requests at $3 a million: 10,000 × 4 × 3, × 3 × 3, × 2 × 3, × 1 × 3.
    [1, 120_000],
    [2, 90_000],
    [3, 60_000],
    [4, 30_000],
    [5, 0],
  ])("without caching, read at request %d of 4", (request, usd) => {
    expect(added(request, { caching: "off" })).toBeCloseTo(usd, 4);
  });

  it.each([
    // Written once at 3.75 and read 4 − r times at 0.30: 37,500 + 3 × 3,000 and so on.
    [1, 46_500],
    [2, 43_500],
    [3, 40_500],
    [4, 37_500],
    [5, 0],
  ])("cached for 5 minutes, read at request %d of 4", (request, usd) => {
    expect(added(request)).toBeCloseTo(usd, 4);
  });

  it.each([
    ["cached for an hour: 10,000 × 6 + 2 × 3,000", { caching: "1h" }, 66_000],
    // 1 + ⌊4/2⌋ = 3: written at 2 and at 3, read at 4.
    ["a break makes it be written again: 2 × 37,500 + 3,000", { pauses: { minutes: 0, hours: 1 } }, 78_000],
    // 1 + ⌊4/3⌋ = 2 and 1 + ⌊8/3⌋ = 3.
    ["a break right before it is read changes nothing more", { pauses: { minutes: 0, hours: 2 } }, 78_000],
    ["/clear after 3 ends it: written at 2, read at 3", { clearAfterRequests: 3 }, 40_500],
    ["/clear after 2 leaves it to request 2", { clearAfterRequests: 2 }, 37_500],
    ["/clear after each request too", { clearAfterRequests: 1 }, 37_500],
  ] satisfies [string, Partial<SessionShape>, number][])("read at request 2 of 4, %s", (_why, fields, usd) => {
    expect(added(2, fields)).toBeCloseTo(usd, 4);
  });
});

describe("request by request", () => {
  it.each([
    [
      "with the first request it is written after the base prompt, of which 400 were warm",
      { extraInput: { tokens: LOG, request: 1 }, warmPromptTokens: 400, requests: 2 },
      [
        [400, 10_700, 50],
        [11_100, 125, 50],
      ],
    ],
    [
      "where a conversation begins anew with it, the base prompt is read and the rest written",
      { extraInput: { tokens: LOG, request: 3 }, clearAfterRequests: 2 },
      [
        [0, 1_100, 50],
        [1_100, 125, 50],
        [1_000, 10_100, 50],
        [11_100, 125, 50],
      ],
    ],
    [
      // The third would be 1,350 + 100: compacted before, 1,325 + 25, to 1,300; the fourth would be 1,425, without the 100.
      "a compaction ends it: the summary holds what was said, not what was read",
      { extraInput: { tokens: 100, request: 2 }, requests: 4, compactAtTokens: 1_350 },
      [
        [0, 1_100, 50],
        [1_100, 225, 50],
        [1_325, 25, 200],
        [1_000, 300, 50],
        [1_300, 25, 200],
        [1_000, 300, 50],
      ],
    ],
    [
      // 1,350 + 1,000 would pass 2,000. Compacted before: 1,225 + 25; then 1,300 + 1,000, above the limit, which no compaction could help;
      // the fourth would be 2,425: compacted again, and now the read is gone.
      "one that does not fit is compacted before, read nevertheless, and compacted away before the next",
      { extraInput: { tokens: 1_000, request: 3 }, compactAtTokens: 2_000 },
      [
        [0, 1_100, 50],
        [1_100, 125, 50],
        [1_225, 25, 200],
        [1_000, 1_300, 50],
        [2_300, 25, 200],
        [1_000, 300, 50],
      ],
    ],
  ] satisfies [string, Partial<SessionShape>, number[][]][])("%s", (_why, fields, expected) => {
    expect(rows({ ...SMALL, ...fields })).toEqual(expected);
  });

  it.each([
    [2_349, [2, 4]],
    [2_350, [3]],
    [2_351, [3]],
  ])("it counts towards the limit: 1,350 + 1,000 at %d, compactions at %j", (compactAtTokens, at) => {
    // Where it fits at request 3, the fourth would be 2,475 and is compacted; where it does not, before the third and before the fourth.
    expect(sessionTokens({ ...SMALL, extraInput: { tokens: 1_000, request: 3 }, compactAtTokens }).compactions).toEqual(at);
  });

  it("a model of the other tokenizer counts it in its own tokens, and writes it again: 1.3 × 1,001 = 1,301", () => {
    const shape = { ...SMALL, requests: 3, extraInput: { tokens: 1_001, request: 2 } };
    expect(servedRows(shape, { scales: [1, 1.3], modelOf: (request) => (request < 3 ? 0 : 1) })).toEqual([
      [0, 0, 1_100, 50],
      [0, 1_100, 1_126, 50],
      // 1,756 + 1,301.
      [1, 0, 3_057, 65],
    ]);
  });
});

describe("laws", () => {
  it("reading nothing, or after the last request, changes nothing", () => {
    fc.assert(
      fc.property(anySession, fc.integer({ min: 1, max: 70 }), fc.nat(50_000), (shape, request, tokens) => {
        const { extraInput: _, ...without } = shape;
        expect(rows({ ...shape, extraInput: { tokens: 0, request } })).toEqual(rows(without));
        expect(rows({ ...shape, extraInput: { tokens, request: shape.requests + 1 } })).toEqual(rows(without));
      }),
      { numRuns: 500 },
    );
  });
});
