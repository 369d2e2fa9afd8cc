import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Caching, SessionShape } from "../../src/pricing/session-shape.ts";
import { promptOfRequest, sessionTokens, usageByThreshold, usageOfRequest } from "../../src/pricing/session-tokens.ts";
import { anySession, anyUnbroken, SMALL } from "./any-session.ts";
import { rows } from "./session-rows.ts";

// Base 1,000, growth 100, output 50 of which half is kept: prompts of 1,100; 1,225; 1,350; 1,475; 1,600; 1,725.
describe("a small session, request by request", () => {
  it.each([
    [
      "without caching everything is input",
      { caching: "off" },
      [
        [0, 1_100, 50],
        [0, 1_225, 50],
        [0, 1_350, 50],
        [0, 1_475, 50],
      ],
    ],
    [
      "cached for 5 minutes, each request reads its predecessor's prompt and writes what came on top: 25 kept + 100 new",
      { caching: "5m" },
      [
        [0, 1_100, 50],
        [1_100, 125, 50],
        [1_225, 125, 50],
        [1_350, 125, 50],
      ],
    ],
    [
      "cached for an hour the tokens are the same",
      { caching: "1h" },
      [
        [0, 1_100, 50],
        [1_100, 125, 50],
        [1_225, 125, 50],
        [1_350, 125, 50],
      ],
    ],
    ["what was warm is read, the rest of the first prompt written", { requests: 1, warmPromptTokens: 400 }, [[400, 700, 50]]],
    ["no more than the base prompt can be warm", { requests: 1, warmPromptTokens: 5_000 }, [[1_000, 100, 50]]],
    ["all of the base prompt", { requests: 1, warmPromptTokens: 1_000 }, [[1_000, 100, 50]]],
    ["warm tokens without caching are input", { requests: 1, caching: "off", warmPromptTokens: 400 }, [[0, 1_100, 50]]],
    [
      "nothing of the output is kept",
      { requests: 2, outputKeptShare: 0 },
      [
        [0, 1_100, 50],
        [1_100, 100, 50],
      ],
    ],
    [
      "all of it is",
      { requests: 2, outputKeptShare: 1 },
      [
        [0, 1_100, 50],
        [1_100, 150, 50],
      ],
    ],
  ] satisfies [string, Partial<SessionShape>, number[][]][])("%s", (_why, fields, expected) => {
    expect(rows({ ...SMALL, ...fields })).toEqual(expected);
  });

  it.each([
    // 0.5 × 5 = 2.5 and 0.5 × 3 = 1.5: halves go up. 0.4 × 1 = 0.4.
    [5, 0.5, 3],
    [3, 0.5, 2],
    [1, 0.4, 0],
    [1, 0.5, 1],
    [50, 0.33, 17],
  ])("of %d output tokens a share of %d keeps %d whole ones", (outputPerRequest, outputKeptShare, kept) => {
    const { fresh } = sessionTokens({ ...SMALL, requests: 2, outputPerRequest, outputKeptShare });
    expect(fresh[1]).toBe(kept + 100);
  });
});

describe("after a break the whole prompt is written again", () => {
  it.each([
    [
      "minutes, before request 1 + ⌊4/2⌋ = 3, cached for 5",
      { pauses: { minutes: 1, hours: 0 } },
      [
        [0, 1_100, 50],
        [1_100, 125, 50],
        [0, 1_350, 50],
        [1_350, 125, 50],
      ],
    ],
    [
      "minutes change nothing where the cache lives an hour",
      { caching: "1h", pauses: { minutes: 1, hours: 0 } },
      [
        [0, 1_100, 50],
        [1_100, 125, 50],
        [1_225, 125, 50],
        [1_350, 125, 50],
      ],
    ],
    [
      "a change of the prefix ends that too",
      { caching: "1h", prefixChanges: 1 },
      [
        [0, 1_100, 50],
        [1_100, 125, 50],
        [0, 1_350, 50],
        [1_350, 125, 50],
      ],
    ],
    [
      "before the last request: of 2 it is the second",
      { requests: 2, pauses: { minutes: 0, hours: 1 } },
      [
        [0, 1_100, 50],
        [0, 1_225, 50],
      ],
    ],
    [
      "before the first request nothing changes: what is warm stays warm",
      { requests: 1, warmPromptTokens: 400, pauses: { minutes: 5, hours: 5 }, prefixChanges: 5 },
      [[400, 700, 50]],
    ],
    [
      "without caching there is nothing to end",
      { requests: 2, caching: "off", pauses: { minutes: 1, hours: 1 } },
      [
        [0, 1_100, 50],
        [0, 1_225, 50],
      ],
    ],
  ] satisfies [string, Partial<SessionShape>, number[][]][])("%s", (_why, fields, expected) => {
    expect(rows({ ...SMALL, ...fields })).toEqual(expected);
  });
});

describe("compaction, when the next prompt would pass the limit", () => {
  // The third prompt would be 1,350.
  it.each([
    [1_349, [2]],
    [1_350, []],
    [1_351, []],
  ])("at a limit of %d: compactions at %j", (compactAtTokens, at) => {
    expect(sessionTokens({ ...SMALL, requests: 3, compactAtTokens }).compactions).toEqual(at);
  });

  // Limit 1,350. The 4th prompt would be 1,475: the compaction sends 1,350 + 25 = 1,375 and puts out 200, the 4th request then sends
  // 1,000 + 200 + 100 = 1,300. The 5th would be 1,300 + 25 + 100 = 1,425: a compaction of 1,325 and again 1,300.
  it.each([
    [
      "cached: it reads the conversation, and the next request reads the base prompt",
      { requests: 5 },
      [
        [0, 1_100, 50],
        [1_100, 125, 50],
        [1_225, 125, 50],
        [1_350, 25, 200],
        [1_000, 300, 50],
        [1_300, 25, 200],
        [1_000, 300, 50],
      ],
    ],
    [
      "without caching it sends everything as input",
      { requests: 4, caching: "off" },
      [
        [0, 1_100, 50],
        [0, 1_225, 50],
        [0, 1_350, 50],
        [0, 1_375, 200],
        [0, 1_300, 50],
      ],
    ],
    [
      "after a break right there (1 + ⌊6/2⌋ = 4) it writes everything, and has paid for the request after it",
      { requests: 6, pauses: { minutes: 1, hours: 0 } },
      [
        [0, 1_100, 50],
        [1_100, 125, 50],
        [1_225, 125, 50],
        [0, 1_375, 200],
        [1_000, 300, 50],
        [1_300, 25, 200],
        [1_000, 300, 50],
        [1_300, 25, 200],
        [1_000, 300, 50],
      ],
    ],
    [
      "the request after a compacted one reads the compacted prompt where that has room",
      // Limit 1,450: the 4th (1,475) compacts to 1,300, the 5th sends 1,425 and the 6th (1,550) compacts again.
      { requests: 6, compactAtTokens: 1_450 },
      [
        [0, 1_100, 50],
        [1_100, 125, 50],
        [1_225, 125, 50],
        [1_350, 25, 200],
        [1_000, 300, 50],
        [1_300, 125, 50],
        [1_425, 25, 200],
        [1_000, 300, 50],
      ],
    ],
    ["never before the first request", { requests: 1, basePromptTokens: 1_000 }, [[0, 1_100, 50]]],
  ] satisfies [string, Partial<SessionShape>, number[][]][])("%s", (_why, fields, expected) => {
    expect(rows({ ...SMALL, compactAtTokens: 1_350, ...fields })).toEqual(expected);
  });
});

describe("a request of a session", () => {
  it.each([
    ["off", "input"],
    ["5m", "cacheWrite5m"],
    ["1h", "cacheWrite1h"],
  ] as const)("with caching %s bills what is fresh as %s", (caching, freshAs) => {
    const tokens = sessionTokens({ ...SMALL, caching, warmPromptTokens: 400, requests: 1 });
    const [read, fresh] = caching === "off" ? [0, 1_100] : [400, 700];
    const nothing = { input: 0, cacheWrite5m: 0, cacheWrite1h: 0, webSearches: 0 };
    expect(usageOfRequest(tokens, 0)).toEqual({ ...nothing, [freshAs]: fresh, cacheRead: read, output: 50 });
    expect(promptOfRequest(tokens, 0)).toBe(1_100);
  });

  it("is above a threshold strictly: of 1,100, 1,225, 1,350 and 1,475 two are above 1,225", () => {
    const { upTo, above } = usageByThreshold(sessionTokens(SMALL), 1_225);
    // Read 0 + 1,100 and written 1,100 + 125; read 1,225 + 1,350 and written 125 + 125.
    expect(upTo).toMatchObject({ cacheRead: 1_100, cacheWrite5m: 1_225, output: 100 });
    expect(above).toMatchObject({ cacheRead: 2_575, cacheWrite5m: 250, output: 100 });
  });
});

describe("laws", () => {
  const withCaching = (shape: SessionShape, caching: Caching) => sessionTokens({ ...shape, caching });

  it("without breaks and compaction, what a cache reads and writes is what would be sent without it", () => {
    fc.assert(
      fc.property(anyUnbroken, fc.constantFrom("5m" as const, "1h" as const), (shape, caching) => {
        const cached = withCaching(shape, caching);
        const sent = cached.read.map((read, index) => read + (cached.fresh[index] ?? 0));
        expect(sent).toEqual(withCaching(shape, "off").fresh);
      }),
      { numRuns: 1_000 },
    );
  });

  it("with them too: a cache never changes what is sent", () => {
    fc.assert(
      fc.property(anySession, (shape) => {
        const prompts = (["off", "5m", "1h"] as const).map((caching) => {
          const tokens = withCaching(shape, caching);
          return tokens.read.map((_, index) => promptOfRequest(tokens, index));
        });
        expect(prompts[1]).toEqual(prompts[0]);
        expect(prompts[2]).toEqual(prompts[0]);
      }),
    );
  });

  it("every prompt keeps the limit where nothing long is read, and each compaction is one request more", () => {
    fc.assert(
      fc.property(anySession, ({ extraInput: _, ...shape }) => {
        const tokens = sessionTokens(shape);
        const { compactAtTokens, requests } = shape;
        expect(tokens.count).toBe(requests + tokens.compactions.length);
        expect(tokens.read.every((read) => read >= 0) && tokens.fresh.every((fresh) => fresh >= 0)).toBe(true);
        if (compactAtTokens === null) return;
        // A compaction sends no more than the prompt before it and what was kept of its output, which passed the limit only with growth.
        tokens.read.forEach((_, index) => {
          if (!tokens.compactions.includes(index)) expect(promptOfRequest(tokens, index)).toBeLessThanOrEqual(compactAtTokens);
        });
      }),
    );
  });
});
