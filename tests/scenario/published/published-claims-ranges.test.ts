import { describe, expect, it } from "vitest";
import type { SessionProfile } from "../../../src/index.ts";
import { OPUS_4_6, SONNET_4_6, session } from "./published-claim.ts";
import { type Reach, reachOf } from "./reach.ts";

// Claims that are a range or a shape. What they state is taken as it is; what they leave open is swept over the values that stand here,
// and the test holds what can be reached. In the sums: S = base prompt, g = growth a message, o = output a message, none of it kept
// unless it says so; message n sends S + n × g. Sums are millionths of a dollar, on Sonnet 4.6 (3 in, 3.75 written, 0.30 read, 15 out).

const cost = (fields: Partial<SessionProfile>): number => session(fields).cost;

function expectReach(reach: Reach, { least, most }: Reach): void {
  expect(reach.least).toBeCloseTo(least, 9);
  expect(reach.most).toBeCloseTo(most, 9);
}

describe("A8: 5,000 tokens sent at message 3, 100,000 at message 30; 5 messages are published at $0.05, 50 at $3.00 or more", () => {
  // S and the growth that brings message 30 to 100,000.
  const GROWTH = { 10: 3_333, 10000: 3_000, 40000: 2_000 } as const;
  const BASES = [10, 10_000, 40_000];
  const OUTPUTS = [0, 500, 1_000];

  function grown(basePromptTokens: number, fields: Partial<SessionProfile>): ReturnType<typeof session> {
    const inputGrowthPerRequest = GROWTH[basePromptTokens as keyof typeof GROWTH];
    return session({ basePromptTokens, inputGrowthPerRequest, ...fields });
  }

  it("a session of S 10–40,000 that grows evenly to 100,000 sends 10,009–46,000 at message 3, and 6,904 if output is all its growth", () => {
    const reach = reachOf({ base: BASES }, ({ base }) => {
      const { requests } = grown(base, { requests: 30 });
      expect(requests[29]?.promptTokens).toBe(100_000);
      return requests[2]?.promptTokens ?? Number.NaN;
    });
    // 10 + 3 × 3,333; 40,000 + 3 × 2,000.
    expect(reach).toEqual({ least: 10_009, most: 46_000 });
    // 8 + 29 × 3,448 = 100,000; 8 + 2 × 3,448 = 6,904. Nothing grows evenly from 5,000: (S + 29x) / (S + 2x) is at most 14.5, not 20.
    const kept = session({ requests: 30, basePromptTokens: 8, outputPerRequest: 3_448, outputKeptShare: 1 });
    expect([2, 29].map((index) => kept.requests[index]?.promptTokens)).toEqual([6_904, 100_000]);
  });

  it.each([
    // 15 × 10 + 45 × 3,333 = 150,135; 15 × 40,000 + 45 × 2,000 + 75 × 1,000 = 765,000.
    ["off", 5, "$0.15–0.77", { least: 0.150135, most: 0.765 }],
    // 150 × 10 + 3,825 × 3,333 = 12,750,225; 150 × 40,000 + 3,825 × 2,000 + 750 × 1,000 = 14,400,000.
    ["off", 50, "$12.75–14.40", { least: 12.750225, most: 14.4 }],
    // 16,675 × 3.75 + 33,370 × 0.30 = 62,531.25 + 10,011; 50,000 × 3.75 + 180,000 × 0.30 + 75,000 = 316,500.
    ["5m", 5, "$0.07–0.32", { least: 0.07254225, most: 0.3165 }],
    // 140,000 × 3.75 + 4,410,000 × 0.30 = 1,848,000; 166,660 × 3.75 + 4,083,415 × 0.30 + 750,000 = 2,599,999.5.
    ["5m", 50, "$1.85–2.60", { least: 1.848, most: 2.5999995 }],
  ] as const)("so grown, with o 0–1,000 and caching %s, %i messages cost %s", (caching, requests, _usd, expected) => {
    const reach = reachOf({ base: BASES, output: OUTPUTS }, ({ base, output }) => {
      return grown(base, { requests, caching, outputPerRequest: output }).cost;
    });
    expectReach(reach, expected);
  });

  it("its two prices hold together, uncached, for S 250–500, g 760–840, o 100–120: $0.045–0.054 and $3.02–3.38, at a quarter of the size", () => {
    const inputs = { base: [250, 375, 500], growth: [760, 800, 840], output: [100, 110, 120] };
    const run = (requests: number) =>
      reachOf(inputs, ({ base, growth, output }) =>
        cost({ requests, basePromptTokens: base, inputGrowthPerRequest: growth, outputPerRequest: output }),
      );
    // 15 × 250 + 45 × 760 + 75 × 100 = 45,450; 15 × 500 + 45 × 840 + 75 × 120 = 54,300: about $0.05.
    expectReach(run(5), { least: 0.04545, most: 0.0543 });
    // 150 × 250 + 3,825 × 760 + 750 × 100 = 3,019,500; 150 × 500 + 3,825 × 840 + 750 × 120 = 3,378,000: $3.00 or more.
    expectReach(run(50), { least: 3.0195, most: 3.378 });
    // 250 + 30 × 760; 500 + 30 × 840.
    const message30 = reachOf(inputs, ({ base, growth }) => {
      return session({ requests: 30, basePromptTokens: base, inputGrowthPerRequest: growth }).requests[29]?.promptTokens ?? 0;
    });
    expect(message30).toEqual({ least: 23_050, most: 25_700 });
  });
});

describe("A9: what sessions cost, cached for 5 minutes: the published range lies in what can be reached", () => {
  it.each([
    // 3,500 × 3.75 + 200 × 15 = 13,125 + 3,000 = 16,125.
    // 10,000 × 3.75 + (4 × 6,000 + 10 × 800 = 32,000) × 0.30 + 4,000 × 15 = 37,500 + 9,600 + 60,000 = 107,100.
    {
      what: "a quick fix on Sonnet 4.6 of 1–5 messages, S 3,000–6,000, g 500–800, o 200–800: $0.016–0.107 (published $0.02–0.05)",
      model: SONNET_4_6,
      inputs: { requests: [1, 2, 3, 5], base: [3_000, 6_000], growth: [500, 800], output: [200, 800] },
      reached: { least: 0.016125, most: 0.1071 },
      published: { least: 0.02, most: 0.05 },
    },
    // 17,000 × 3.75 + (3 × 15,000 + 6 × 500 = 48,000) × 0.30 + 1,280 × 15 = 63,750 + 14,400 + 19,200 = 97,350.
    // 131,000 × 3.75 + (49 × 31,000 + 1,225 × 2,000 = 3,969,000) × 0.30 + 52,000 × 15 = 491,250 + 1,190,700 + 780,000 = 2,461,950.
    {
      what: "a typical session on Sonnet 4.6 of 4–50 requests, S 15,000–31,000, g 500–2,000, o 320–1,040: $0.10–2.46 (published $0.10–2.00)",
      model: SONNET_4_6,
      inputs: { requests: [4, 20, 50], base: [15_000, 31_000], growth: [500, 2_000], output: [320, 1_040] },
      reached: { least: 0.09735, most: 2.46195 },
      published: { least: 0.1, most: 2 },
    },
    // Opus 4.6: 6.25 written, 0.50 read, 25 out.
    // 65,000 × 6.25 + (99 × 15,000 + 4,950 × 500 = 3,960,000) × 0.50 + 32,000 × 25 = 406,250 + 1,980,000 + 800,000 = 3,186,250.
    // 231,000 × 6.25 + (99 × 31,000 + 4,950 × 2,000 = 12,969,000) × 0.50 + 104,000 × 25 = 1,443,750 + 6,484,500 + 2,600,000 = 10,528,250.
    {
      what: "a deep refactor on Opus 4.6 of 100 requests, S 15,000–31,000, g 500–2,000, o 320–1,040: $3.19–10.53 (published $4–10)",
      model: OPUS_4_6,
      inputs: { requests: [100], base: [15_000, 31_000], growth: [500, 2_000], output: [320, 1_040] },
      reached: { least: 3.18625, most: 10.52825 },
      published: { least: 4, most: 10 },
    },
  ])("$what", ({ model, inputs, reached, published }) => {
    const reach = reachOf(inputs, ({ requests, base, growth, output }) =>
      cost({
        model,
        requests,
        basePromptTokens: base,
        inputGrowthPerRequest: growth,
        outputPerRequest: output,
        caching: "5m",
      }),
    );
    expectReach(reach, reached);
    expect(reach.least).toBeLessThanOrEqual(published.least);
    expect(reach.most).toBeGreaterThanOrEqual(published.most);
  });
});

describe("A10: caching is published to cut a working day's input cost by 40–60 %", () => {
  /** The share of the input cost of a session that caching for 5 minutes saves. */
  function cut(fields: Partial<SessionProfile>): number {
    return 1 - cost({ ...fields, caching: "5m" }) / cost(fields);
  }

  it("without breaks it cuts 52–88 % of sessions of 5–50 messages, whether the prompt only grows or never does", () => {
    const prompts = [
      { inputGrowthPerRequest: 1_000 },
      { basePromptTokens: 10_000, inputGrowthPerRequest: 1_000 },
      { basePromptTokens: 10_000 },
    ];
    const reach = reachOf({ requests: [5, 10, 20, 50], prompt: [0, 1, 2] }, ({ requests, prompt }) =>
      cut({ requests, ...prompts[prompt] }),
    );
    // Growth alone, 5 messages: 1 − (5 × 3.75 + 10 × 0.30) / (15 × 3) = 1 − 21.75 / 45 = 0.51667.
    // The prompt alone, 50 messages: 1 − (3.75 + 49 × 0.30) / (50 × 3) = 1 − 18.45 / 150 = 0.877.
    expectReach(reach, { least: 1 - 21.75 / 45, most: 0.877 });
  });

  it.each([
    // 1 − (13 × 3.75 + 37 × 0.30) / 150 = 1 − 59.85 / 150; each break more writes instead of reading: 3.45.
    [12, 0.601],
    [13, 0.578],
    [20, 0.417],
    [21, 0.394],
  ])(
    "50 messages of a constant prompt with %i breaks of 5–60 minutes: a cut of %d; the published range takes 13 to 20",
    (minutes, share) => {
      expect(cut({ requests: 50, basePromptTokens: 10_000, pauses: { minutes, hours: 0 } })).toBeCloseTo(share, 10);
    },
  );
});
