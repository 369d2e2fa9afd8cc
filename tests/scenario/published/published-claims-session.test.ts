import { describe, expect, it } from "vitest";
import { type Claim, session, testFigures } from "./published-claim.ts";

const FIGURES: readonly Claim[] = [
  // 19 × 12,000 × (3 − 0.30) = 615,600 millionths, less the premium of the one write, 12,000 × 0.75 = 9,000.
  {
    id: "A2",
    says: "saved by caching 12,000 stable tokens over 20 messages on Sonnet 4.6",
    published: 0.6,
    within: 0.05,
    ours: () => {
      const stable = { requests: 20, basePromptTokens: 12_000 };
      return session(stable).cost - session({ ...stable, caching: "5m" }).cost;
    },
  },
  // 30 × 1,000.
  {
    id: "B5",
    says: "tokens that 1,000 needless ones in turn 1 of 30 come to",
    published: 30_000,
    within: 0,
    ours: () => {
      const turns = { requests: 30, inputGrowthPerRequest: 2_000 };
      return session({ ...turns, extraInput: { tokens: 1_000, request: 1 } }).usage.input - session(turns).usage.input;
    },
  },
  // 4,000 × (1 + 2 + … + 50) = 4,000 × 1,275; × 3 a million.
  {
    id: "B6.1",
    says: "tokens sent in 50 turns that grow by 4,000 each",
    published: 5_100_000,
    within: 0,
    ours: () => session({ requests: 50, inputGrowthPerRequest: 4_000 }).usage.input,
  },
  {
    id: "B6.1",
    says: "what they cost on Sonnet 4.6, nothing cached",
    published: 15.3,
    within: 0,
    ours: () => session({ requests: 50, inputGrowthPerRequest: 4_000 }).cost,
  },
  // 50 × 20,000; × 3 a million.
  {
    id: "B6.2",
    says: "tokens sent in 50 turns of 20,000",
    published: 1_000_000,
    within: 0,
    ours: () => session({ requests: 50, basePromptTokens: 20_000 }).usage.input,
  },
  {
    id: "B6.2",
    says: "what they cost on Sonnet 4.6, nothing cached",
    published: 3,
    within: 0,
    ours: () => session({ requests: 50, basePromptTokens: 20_000 }).cost,
  },
  // 200 × 3,000.
  {
    id: "B7",
    says: "tokens of a preamble of 3,000 over 200 calls",
    published: 600_000,
    within: 0,
    ours: () => session({ requests: 200, basePromptTokens: 3_000 }).usage.input,
  },
  // 600,000 × 3; 3,000 × 3.75 + 597,000 × 0.30 = 11,250 + 179,100; 1 − 0.19035 / 1.80.
  {
    id: "B11",
    says: "what they cost uncached on Sonnet 4.6",
    published: 1.8,
    within: 0,
    ours: () => session({ requests: 200, basePromptTokens: 3_000 }).cost,
  },
  {
    id: "B11",
    says: "what they cost with one write and 199 reads",
    published: 0.19,
    within: 0.005,
    ours: () => session({ requests: 200, basePromptTokens: 3_000, caching: "5m" }).cost,
  },
  {
    id: "B11",
    says: "the share that is saved",
    published: 0.89,
    within: 0.005,
    ours: () => {
      const [off, cached] = (["off", "5m"] as const).map(
        (caching) => session({ requests: 200, basePromptTokens: 3_000, caching }).cost,
      );
      return 1 - (cached ?? Number.NaN) / (off ?? Number.NaN);
    },
  },
];

describe("published sessions that follow from their inputs, to the digits that were published", () => {
  testFigures(FIGURES);
});

describe("published sessions that do not follow from their inputs: ours", () => {
  it.each([
    // 1.25 + 0.1 < 2.
    ["5m" as const, 2],
    // 2 + 0.1 > 2, but 2 + 0.1 + 0.1 < 3.
    ["1h" as const, 3],
  ])("D8: a cache of %s pays at request %d, however short the prompt", (caching, pays) => {
    for (const basePromptTokens of [10, 100_000]) {
      const saves = (requests: number) =>
        session({ requests, basePromptTokens, caching }).cost < session({ requests, basePromptTokens, caching: "off" }).cost;
      expect([pays - 1, pays, pays + 1].map(saves)).toEqual([false, true, true]);
    }
  });
});
