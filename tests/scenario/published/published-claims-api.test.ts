import { describe, expect, it } from "vitest";
import { estimate } from "../../../src/scenario/estimate.ts";
import { byTotals, scenarioOf } from "../made-scenario.ts";
import {
  batchRate,
  type Claim,
  HAIKU_3_5,
  OPUS_4,
  paysFrom,
  request,
  SONNET_4,
  SONNET_4_6,
  testFigures,
} from "./published-claim.ts";

const FIGURES: readonly Claim[] = [
  // 2,000 × 0.80 + 500 × 4 = 3,600 millionths.
  {
    id: "C2.1",
    says: "a chat reply on Haiku 3.5: 2,000 in, 500 out",
    published: 0.004,
    within: 0.0005,
    ours: () => request(HAIKU_3_5, { input: 2_000, output: 500 }),
  },
  // 5,000 × 3 + 2,000 × 15 = 45,000.
  {
    id: "C2.2",
    says: "a file reviewed on Sonnet 4: 5,000 in, 2,000 out",
    published: 0.045,
    within: 0,
    ours: () => request(SONNET_4, { input: 5_000, output: 2_000 }),
  },
  // 3,000 × 3 + 4,000 × 15 = 69,000.
  {
    id: "C2.3",
    says: "a post written on Sonnet 4: 3,000 in, 4,000 out",
    published: 0.069,
    within: 0,
    ours: () => request(SONNET_4, { input: 3_000, output: 4_000 }),
  },
  // 20,000 × 15 + 5,000 × 75 = 675,000.
  {
    id: "C2.4",
    says: "code written on Opus 4: 20,000 in, 5,000 out",
    published: 0.675,
    within: 0,
    ours: () => request(OPUS_4, { input: 20_000, output: 5_000 }),
  },
  // 50,000 × 3 + 3,000 × 15 = 195,000.
  {
    id: "C2.5",
    says: "a long document on Sonnet 4: 50,000 in, 3,000 out",
    published: 0.195,
    within: 0,
    ours: () => request(SONNET_4, { input: 50_000, output: 3_000 }),
  },
  // 10,000 × 3 + 1,500 × 15 = 52,500.
  {
    id: "C2.6",
    says: "video frames on Sonnet 4: 10,000 in, 1,500 out",
    published: 0.053,
    within: 0.0005,
    ours: () => request(SONNET_4, { input: 10_000, output: 1_500 }),
  },
  // 100,000 × 15 + 10,000 × 75 = 2,250,000.
  {
    id: "C2.7",
    says: "a code base on Opus 4: 100,000 in, 10,000 out",
    published: 2.25,
    within: 0,
    ours: () => request(OPUS_4, { input: 100_000, output: 10_000 }),
  },
  // Half of 15 and 75, of 3 and 15, of 0.80 and 4.
  { id: "C3", says: "Opus 4 input in batch", published: 7.5, within: 0, ours: () => batchRate(OPUS_4, "input") },
  { id: "C3", says: "Opus 4 output in batch", published: 37.5, within: 0, ours: () => batchRate(OPUS_4, "output") },
  { id: "C3", says: "Sonnet 4 input in batch", published: 1.5, within: 0, ours: () => batchRate(SONNET_4, "input") },
  { id: "C3", says: "Sonnet 4 output in batch", published: 7.5, within: 0, ours: () => batchRate(SONNET_4, "output") },
  { id: "C3", says: "Haiku 3.5 input in batch", published: 0.4, within: 0, ours: () => batchRate(HAIKU_3_5, "input") },
  { id: "C3", says: "Haiku 3.5 output in batch", published: 2, within: 0, ours: () => batchRate(HAIKU_3_5, "output") },
  // 5,000 × (3 − 0.30) = 13,500 millionths a request; × 1,000; × 30 = 405, published to the hundred.
  {
    id: "C4",
    says: "saved a day by reading 5,000 cached tokens in 1,000 requests on Sonnet 4",
    published: 13.5,
    within: 0,
    ours: () => 1_000 * (request(SONNET_4, { input: 5_000 }) - request(SONNET_4, { cacheRead: 5_000 })),
  },
  {
    id: "C4",
    says: "and in a month of 30 days",
    published: 400,
    within: 50,
    ours: () => 30_000 * (request(SONNET_4, { input: 5_000 }) - request(SONNET_4, { cacheRead: 5_000 })),
  },
  // 10,000 × 0.0036 + 500 × 0.045 = 36 + 22.50 = 58.50, published as 50 to 80.
  {
    id: "C8",
    says: "10,000 chat replies on Haiku 3.5 and 500 file reviews on Sonnet 4",
    published: 65,
    within: 15,
    ours: () => {
      const replies = byTotals(HAIKU_3_5, { input: 2_000, output: 500 }, { sessionsPerDay: 500 });
      const reviews = byTotals(SONNET_4, { input: 5_000, output: 2_000 }, { sessionsPerDay: 25 });
      return estimate(scenarioOf([replies, reviews], { workingDays: 20 })).perMonth;
    },
  },
  // 0.80 / 15 = 0.0533.
  {
    id: "C10",
    says: "Haiku 3.5 input as a part of Opus 4's",
    published: 0.05,
    within: 0.005,
    ours: () => request(HAIKU_3_5, { input: 1_000 }) / request(OPUS_4, { input: 1_000 }),
  },
  // 2,000 × 3.
  {
    id: "C11",
    says: "an article of 2,000 tokens into Sonnet 4",
    published: 0.006,
    within: 0,
    ours: () => request(SONNET_4, { input: 2_000 }),
  },
  // 2,000 × 3 against 500 × 15.
  { id: "D2", says: "2,000 tokens in", published: 0.006, within: 0, ours: () => request(SONNET_4_6, { input: 2_000 }) },
  { id: "D2", says: "cost less than 500 out", published: 0.0075, within: 0, ours: () => request(SONNET_4_6, { output: 500 }) },
];

describe("published figures of the API that follow from their inputs, to the digits that were published", () => {
  testFigures(FIGURES);
});

describe("published figures of the API that do not follow from their inputs: ours", () => {
  it("C6: Pro pays from 444 calls a month of 5,000 in and 2,000 out, not from 100: 20 / 0.045", () => {
    expect(paysFrom(20) / request(SONNET_4, { input: 5_000, output: 2_000 })).toBeCloseTo(444.4444444444, 8);
  });

  it("C16: the first request with a cached prefix pays 1.25 of input, or 2 for an hour; not the full price", () => {
    const full = request(SONNET_4, { input: 10_000 });
    expect(request(SONNET_4, { cacheWrite5m: 10_000 }) / full).toBeCloseTo(1.25, 12);
    expect(request(SONNET_4, { cacheWrite1h: 10_000 }) / full).toBeCloseTo(2, 12);
  });
});
