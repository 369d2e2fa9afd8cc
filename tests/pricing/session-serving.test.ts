import { describe, expect, it } from "vitest";
import type { SessionShape } from "../../src/pricing/session-shape.ts";
import { type Serving, sessionTokens, usageByThreshold } from "../../src/pricing/session-tokens.ts";
import { SMALL } from "./any-session.ts";
import { servedRows } from "./session-rows.ts";

/** Model 0 and, from one request on, model 1; the second makes 1.3 times the tokens unless said otherwise. */
function switched(beforeRequest: number, scales: readonly number[] = [1, 1.3]): Serving {
  return { scales, modelOf: (request) => (request < beforeRequest ? 0 : 1) };
}

/** A model for each request. */
function route(models: readonly number[], scales: readonly number[]): Serving {
  return { scales, modelOf: (request) => models[request - 1] ?? Number.NaN };
}

// As stated: base 1,000, growth 100, output 50, kept 25, summary 200: prompts of 1,100; 1,225; 1,350; 1,475.
// Times 1.3: base 1,300, growth 130, output 65, kept round(32.5) = 33, summary 260: prompts of 1,430; 1,593; 1,756; 1,919.
describe("after a switch of model the next request reads nothing and writes all of its prompt", () => {
  it.each([
    [
      "before the first request all are the second model's",
      1,
      [
        [1, 0, 1_430, 65],
        [1, 1_430, 163, 65],
        [1, 1_593, 163, 65],
        [1, 1_756, 163, 65],
      ],
    ],
    [
      "before the second",
      2,
      [
        [0, 0, 1_100, 50],
        [1, 0, 1_593, 65],
        [1, 1_593, 163, 65],
        [1, 1_756, 163, 65],
      ],
    ],
    [
      "before the third",
      3,
      [
        [0, 0, 1_100, 50],
        [0, 1_100, 125, 50],
        [1, 0, 1_756, 65],
        [1, 1_756, 163, 65],
      ],
    ],
    [
      "before the last of four",
      4,
      [
        [0, 0, 1_100, 50],
        [0, 1_100, 125, 50],
        [0, 1_225, 125, 50],
        [1, 0, 1_919, 65],
      ],
    ],
    [
      "after the last it never comes",
      5,
      [
        [0, 0, 1_100, 50],
        [0, 1_100, 125, 50],
        [0, 1_225, 125, 50],
        [0, 1_350, 125, 50],
      ],
    ],
  ])("%s", (_why, before, expected) => {
    expect(servedRows(SMALL, switched(before))).toEqual(expected);
  });

  it.each([
    [
      "also to a model of the same tokenizer, which counts the same tokens",
      {},
      switched(3, [1, 1]),
      [
        [0, 0, 1_100, 50],
        [0, 1_100, 125, 50],
        [1, 0, 1_350, 50],
        [1, 1_350, 125, 50],
      ],
    ],
    [
      "and back: what the first model had cached is not taken to be there still",
      {},
      route([0, 1, 0, 0], [1, 1]),
      [
        [0, 0, 1_100, 50],
        [1, 0, 1_225, 50],
        [0, 0, 1_350, 50],
        [0, 1_350, 125, 50],
      ],
    ],
    [
      "without caching only the count of tokens changes",
      { caching: "off" },
      switched(3),
      [
        [0, 0, 1_100, 50],
        [0, 0, 1_225, 50],
        [1, 0, 1_756, 65],
        [1, 0, 1_919, 65],
      ],
    ],
    [
      "a break at the same request (1 + ⌊4/2⌋ = 3) changes nothing more",
      { pauses: { minutes: 1, hours: 1 } },
      switched(3),
      [
        [0, 0, 1_100, 50],
        [0, 1_100, 125, 50],
        [1, 0, 1_756, 65],
        [1, 1_756, 163, 65],
      ],
    ],
    [
      "a /clear at the same request: the second model has no base prompt warm",
      { clearAfterRequests: 2 },
      switched(3),
      [
        [0, 0, 1_100, 50],
        [0, 1_100, 125, 50],
        [1, 0, 1_430, 65],
        [1, 1_430, 163, 65],
      ],
    ],
    [
      "what was warm was so for the model that begins, in its tokens: 400 × 1.3 = 520 of 1,430",
      { requests: 1, warmPromptTokens: 400 },
      switched(1),
      [[1, 520, 910, 65]],
    ],
  ] satisfies [string, Partial<SessionShape>, Serving, number[][]][])("%s", (_why, fields, serving, expected) => {
    expect(servedRows({ ...SMALL, ...fields }, serving)).toEqual(expected);
  });

  it("each size is rounded by itself, not the prompt", () => {
    // 1.3 × 1,001 = 1,301.3, × 101 = 131.3, × 51 = 66.3, of which 33 kept: 1,301 + 131 = 1,432, where 1.3 × 1,102 is 1,432.6; then 33 + 131.
    const odd = { ...SMALL, requests: 2, basePromptTokens: 1_001, inputGrowthPerRequest: 101, outputPerRequest: 51 };
    expect(servedRows(odd, switched(1))).toEqual([
      [1, 0, 1_432, 66],
      [1, 1_432, 164, 66],
    ]);
  });

  it("a model for which no scale is stated is refused", () => {
    expect(() => sessionTokens(SMALL, route([0, 1, 2, 0], [1, 1.3]))).toThrow(RangeError);
    expect(() => sessionTokens(SMALL, route([0, 1, 2, 0], [1, 1.3]))).toThrow("no scale is stated for model 2");
  });
});

describe("the requests that find their cache gone can be stated", () => {
  const anywhere = (expired: readonly number[]): Serving => ({ scales: [1], modelOf: () => 0, expired: new Set(expired) });
  const broken = { ...SMALL, pauses: { minutes: 0, hours: 1 } };

  it.each([
    // The break would be before request 3.
    [
      "others than the breaks say",
      broken,
      [4],
      [
        [0, 0, 1_100, 50],
        [0, 1_100, 125, 50],
        [0, 1_225, 125, 50],
        [0, 0, 1_475, 50],
      ],
    ],
    [
      "none",
      { ...broken, requests: 3 },
      [],
      [
        [0, 0, 1_100, 50],
        [0, 1_100, 125, 50],
        [0, 1_225, 125, 50],
      ],
    ],
    [
      "the first, which has a warm prompt all the same",
      { ...SMALL, requests: 1, warmPromptTokens: 400 },
      [1],
      [[0, 400, 700, 50]],
    ],
  ])("%s", (_why, shape, expired, expected) => {
    expect(servedRows(shape, anywhere(expired))).toEqual(expected);
  });
});

describe("a switch where the conversation is compacted", () => {
  // After a compaction the second model sends 1,300 + 260 + 130 = 1,690; its fourth prompt would be 1,919, and 1,756 its third.
  const begun = [
    [0, 0, 1_100, 50],
    [0, 1_100, 125, 50],
    [0, 1_225, 125, 50],
  ];

  it.each([
    [1_918, [3]],
    [1_919, []],
    [1_920, []],
  ])("the next model's own count decides: at a limit of %d compactions at %j", (compactAtTokens, at) => {
    expect(sessionTokens({ ...SMALL, compactAtTokens }, switched(4)).compactions).toEqual(at);
  });

  it.each([
    [
      "the old model compacts and reads its own cache, the new one writes base prompt, summary and growth",
      { requests: 4 },
      [...begun, [0, 1_350, 25, 200], [1, 0, 1_690, 65]],
    ],
    [
      // 1,690 + 33 + 130 = 1,853 would pass 1,800 too.
      "the next compaction is the new model's",
      { requests: 5 },
      [...begun, [0, 1_350, 25, 200], [1, 0, 1_690, 65], [1, 1_690, 33, 260], [1, 1_300, 390, 65]],
    ],
    [
      // 1 + ⌊7/2⌋ = 4; from the fifth on as above.
      "after a break there the old model writes what it compacts",
      { requests: 7, pauses: { minutes: 0, hours: 1 } },
      [
        ...begun,
        [0, 0, 1_375, 200],
        [1, 0, 1_690, 65],
        ...Array.from({ length: 3 }, () => [
          [1, 1_690, 33, 260],
          [1, 1_300, 390, 65],
        ]).flat(),
      ],
    ],
    [
      "without caching both send input",
      { requests: 4, caching: "off" },
      [
        [0, 0, 1_100, 50],
        [0, 0, 1_225, 50],
        [0, 0, 1_350, 50],
        [0, 0, 1_375, 200],
        [1, 0, 1_690, 65],
      ],
    ],
  ] satisfies [string, Partial<SessionShape>, number[][]][])("%s", (_why, fields, expected) => {
    expect(servedRows({ ...SMALL, compactAtTokens: 1_800, ...fields }, switched(4))).toEqual(expected);
  });

  it("a limit must be one that compaction can keep on each of the models: 1,690 on the second", () => {
    expect(() => sessionTokens({ ...SMALL, compactAtTokens: 1_690 }, switched(4))).not.toThrow();
    expect(() => sessionTokens({ ...SMALL, compactAtTokens: 1_689 }, switched(4))).toThrow(
      /^compactAtTokens: 1689 is not at least 1690\b/,
    );
  });
});

describe("the usage of one of several models", () => {
  const tokens = sessionTokens(SMALL, switched(3));

  it.each([
    // 1,100 + 125 written, 1,100 read.
    [0, { cacheWrite5m: 1_225, cacheRead: 1_100, output: 100 }],
    // 1,756 + 163 written, 1,756 read.
    [1, { cacheWrite5m: 1_919, cacheRead: 1_756, output: 130 }],
    [2, { cacheWrite5m: 0, cacheRead: 0, output: 0 }],
    [undefined, { cacheWrite5m: 3_144, cacheRead: 2_856, output: 230 }],
  ])("model %j", (model, expected) => {
    expect(usageByThreshold(tokens, null, model).upTo).toMatchObject(expected);
  });

  it("is split at a threshold by its own prompts: 1,756 and 1,919 at 1,756", () => {
    expect(usageByThreshold(tokens, 1_756, 1)).toMatchObject({
      upTo: { cacheWrite5m: 1_756, cacheRead: 0, output: 65 },
      above: { cacheWrite5m: 163, cacheRead: 1_756, output: 65 },
    });
  });
});
