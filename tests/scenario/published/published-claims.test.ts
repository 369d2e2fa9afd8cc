import { describe, expect, it } from "vitest";
import { cacheHitRate } from "../../../src/pricing/usage.ts";
import { DEFAULT_SCENARIO } from "../../../src/scenario/defaults.ts";
import { type Estimate, estimate } from "../../../src/scenario/estimate.ts";
import type { Scenario } from "../../../src/scenario/scenario.ts";
import { byTotals, scenarioOf } from "../made-scenario.ts";
import {
  batchRate,
  type Claim,
  HAIKU_4_5,
  OPUS_4_6,
  paysFrom,
  representative,
  request,
  SONNET_4_6,
  testFigures,
} from "./published-claim.ts";

/** A month of sessions of a stated price: a million tokens of a model that costs so much a million. */
function monthAt(usdPerSession: number, { perDay = 1, ...fields }: Partial<Scenario> & { readonly perDay?: number }): Estimate {
  const rates = { input: usdPerSession, cacheWrite5m: 0, cacheWrite1h: 0, cacheRead: 0, output: 0 };
  const ownModels = [{ id: "own-stated", rates, tokenizer: "before-4.7" as const }];
  return estimate(
    scenarioOf([byTotals("own-stated", { input: 1_000_000 }, { sessionsPerDay: perDay })], { ownModels, ...fields }),
  );
}

const FIGURES: readonly Claim[] = [
  // 25,000 × 3 + 8,000 × 15 = 75,000 + 120,000 millionths.
  {
    id: "A1",
    says: "a session of 25,000 tokens in and 8,000 out on Sonnet 4.6, nothing cached",
    published: 0.2,
    within: 0.05,
    ours: () => request(SONNET_4_6, { input: 25_000, output: 8_000 }),
  },
  // 6 × 22.
  {
    id: "A3",
    says: "a month at $6 a day, 22 days",
    published: 132,
    within: 0,
    ours: () => monthAt(6, { workingDays: 22 }).perMonth,
  },
  // 20 / 22 = 0.909.
  { id: "A4", says: "from what a day, of 22, a plan of $20 pays", published: 1, within: 0.1, ours: () => paysFrom(20) / 22 },
  // 100 / 22 = 4.545.
  { id: "A5", says: "from what a day, of 22, a plan of $100 pays", published: 4.5, within: 0.05, ours: () => paysFrom(100) / 22 },
  // Half of 3 and 15, of 5 and 25, of 1 and 5.
  { id: "A7", says: "Sonnet 4.6 input in batch", published: 1.5, within: 0, ours: () => batchRate(SONNET_4_6, "input") },
  { id: "A7", says: "Sonnet 4.6 output in batch", published: 7.5, within: 0, ours: () => batchRate(SONNET_4_6, "output") },
  { id: "A7", says: "Opus 4.6 input in batch", published: 2.5, within: 0, ours: () => batchRate(OPUS_4_6, "input") },
  { id: "A7", says: "Opus 4.6 output in batch", published: 12.5, within: 0, ours: () => batchRate(OPUS_4_6, "output") },
  { id: "A7", says: "Haiku 4.5 input in batch", published: 0.5, within: 0, ours: () => batchRate(HAIKU_4_5, "input") },
  { id: "A7", says: "Haiku 4.5 output in batch", published: 2.5, within: 0, ours: () => batchRate(HAIKU_4_5, "output") },
  // 45,000 × 1 + 13,000 × 5 + 38,000 × 0.10 = 113,800 millionths.
  {
    id: "B2",
    says: "the representative session on Haiku 4.5",
    published: 0.11,
    within: 0.005,
    ours: () => representative(HAIKU_4_5),
  },
  // 135,000 + 195,000 + 11,400 = 341,400.
  { id: "B2", says: "on Sonnet 4.6", published: 0.34, within: 0.005, ours: () => representative(SONNET_4_6) },
  // 225,000 + 325,000 + 19,000 = 569,000.
  { id: "B2", says: "on Opus 4.6", published: 0.57, within: 0.005, ours: () => representative(OPUS_4_6) },
  // 38,000 × 3.
  {
    id: "B3",
    says: "its 38,000 cached tokens at the full price",
    published: 0.114,
    within: 0,
    ours: () => request(SONNET_4_6, { input: 38_000 }),
  },
  // 13 × 15 × 20 = 3,900; × 12; / 20.
  {
    id: "B4.1",
    says: "a month of 20 developers at $13 on 15 days",
    published: 3_900,
    within: 0,
    ours: () => monthAt(13, { workingDays: 15, developers: 20 }).perMonth,
  },
  {
    id: "B4.1",
    says: "their year",
    published: 46_800,
    within: 0,
    ours: () => monthAt(13, { workingDays: 15, developers: 20 }).perYear,
  },
  {
    id: "B4.1",
    says: "a month of one of them",
    published: 195,
    within: 0,
    ours: () => monthAt(13, { workingDays: 15, developers: 20 }).perDeveloperMonth,
  },
  // 30 × 15 × 20 = 9,000; × 12.
  {
    id: "B4.2",
    says: "a month of 20 developers at $30 on 15 days",
    published: 9_000,
    within: 0,
    ours: () => monthAt(30, { workingDays: 15, developers: 20 }).perMonth,
  },
  {
    id: "B4.2",
    says: "their year",
    published: 108_000,
    within: 0,
    ours: () => monthAt(30, { workingDays: 15, developers: 20 }).perYear,
  },
  // 0.34 × 6 × 18 = 36.72.
  {
    id: "B14.1",
    says: "a month at $0.34, 6 a day on 18 days",
    published: 37,
    within: 0.5,
    ours: () => monthAt(0.34, { perDay: 6, workingDays: 18 }).perMonth,
  },
  // 1.20 × 8 × 20.
  {
    id: "B14.2",
    says: "a month at $1.20, 8 a day on 20 days",
    published: 192,
    within: 0,
    ours: () => monthAt(1.2, { perDay: 8, workingDays: 20 }).perMonth,
  },
  // 0.34 × 108 = 36.72; 0.80 × 200; 1.20 × 160; 0.12 × 200.
  {
    id: "B15.1",
    says: "the light profile: 108 sessions at $0.34",
    published: 37,
    within: 0.5,
    ours: () => monthAt(0.34, { perDay: 6, workingDays: 18 }).perMonth,
  },
  {
    id: "B15.2",
    says: "the average profile: 200 at $0.80",
    published: 160,
    within: 0,
    ours: () => monthAt(0.8, { perDay: 10, workingDays: 20 }).perMonth,
  },
  {
    id: "B15.3",
    says: "the heavy profile: 160 at $1.20",
    published: 192,
    within: 0,
    ours: () => monthAt(1.2, { perDay: 8, workingDays: 20 }).perMonth,
  },
  {
    id: "B15.4",
    says: "the optimized profile: 200 at $0.12",
    published: 24,
    within: 0,
    ours: () => monthAt(0.12, { perDay: 10, workingDays: 20 }).perMonth,
  },
  // 100 / 30 = 3.333: calendar days here, working days in A5.
  {
    id: "B16",
    says: "$100 a month as a day of 30",
    published: 3.33,
    within: 0.005,
    ours: () => monthAt(5, { workingDays: 20, dayBasis: "calendar" }).perDay,
  },
  {
    id: "B18",
    says: "a router's fee for a request",
    published: 0.001,
    within: 0,
    ours: () => monthAt(0, { routerFee: 0.001 }).perSession,
  },
];

describe("published bills that follow from their inputs, to the digits that were published", () => {
  testFigures(FIGURES);
});

describe("the published table of the cheapest choice a day, under its unsaid rule that a plan covers up to the next one's price", () => {
  it.each([
    ["A6.1", 0.5, 11, "api", 0],
    ["A6.2", 1, 22, "pro", 2],
    ["A6.3", 3, 66, "pro", 46],
    ["A6.4", 6, 132, "max", 32],
    ["A6.5", 10, 220, "ultra", 20],
    ["A6.6", 15, 330, "ultra", 130],
  ])("%s: $%d a day on 22 days are $%d, cheapest %s, saving $%d", (_id, perDay, perMonth, cheapest, saves) => {
    const month = monthAt(perDay, { workingDays: 22, limitRule: "guides", overflow: "not-allowed" });
    expect(month.perMonth).toBeCloseTo(perMonth, 8);
    expect(month.plans.cheapest).toBe(cheapest);
    const saved = month.plans.costs.find(({ id }) => id === cheapest)?.saves ?? 0;
    expect(saved).toBeCloseTo(saves, 8);
  });

  it("A6.4 holds only under it: by price alone Pro stays the cheapest at $132", () => {
    const alone = monthAt(6, { workingDays: 22, limitRule: "own", ownLimits: unlimitedFor("pro", "max", "ultra") });
    expect(alone.plans.cheapest).toBe("pro");
  });

  function unlimitedFor(...ids: readonly ("pro" | "max" | "ultra")[]): Scenario["ownLimits"] {
    const most = { low: 10_000_000, high: 10_000_000 };
    return { ...DEFAULT_SCENARIO.ownLimits, ...Object.fromEntries(ids.map((id) => [id, most])) };
  }
});

describe("published bills that do not follow from their inputs: ours", () => {
  const print = { input: 45_000, output: 13_000, cacheRead: 38_000, cacheWrite5m: 2_500 };

  it("B4.3: 40–70 % off $3,900 are $2,340 to $1,170; the published $2,500 to $1,500 are 36–62 % off", () => {
    const reduced = (discountPercent: number) =>
      estimate(scenarioOf([byTotals(SONNET_4_6, { input: 65_000_000 })], { developers: 20, discountPercent })).perMonth;
    // 65 × 3 = 195 for each of 20.
    expect(reduced(0)).toBeCloseTo(3_900, 8);
    expect(reduced(40)).toBeCloseTo(2_340, 8);
    expect(reduced(70)).toBeCloseTo(1_170, 8);
  });

  it("B9.1: the lines of the print come to $0.350775; its $0.34 leaves the cache write out", () => {
    // 135,000 + 195,000 + 11,400 + 2,500 × 3.75 = 9,375 millionths.
    expect(request(SONNET_4_6, print)).toBeCloseTo(0.350775, 12);
    expect(request(SONNET_4_6, { ...print, cacheWrite5m: 0 })).toBeCloseTo(0.3414, 12);
  });

  it("B9.2: its hit rate is 38,000 of 85,500, 44 %, and by no usual definition 70 %", () => {
    expect(cacheHitRate(print)).toBeCloseTo(0.4444444444, 10);
  });

  it("B17: at the representative session the API beats Pro up to 58 sessions a month, not 50: 20 / 0.3414 = 58.58", () => {
    expect(paysFrom(20) / representative(SONNET_4_6)).toBeCloseTo(58.5823081429, 9);
  });

  it("B19: at a hit rate of 70 % re-sent context costs 0.37 of input, or 0.445 with the rest written; not about half", () => {
    const full = request(SONNET_4_6, { input: 100_000 });
    // 0.3 × 1 + 0.7 × 0.1; 0.3 × 1.25 + 0.7 × 0.1.
    expect(request(SONNET_4_6, { input: 30_000, cacheRead: 70_000 }) / full).toBeCloseTo(0.37, 12);
    expect(request(SONNET_4_6, { cacheWrite5m: 30_000, cacheRead: 70_000 }) / full).toBeCloseTo(0.445, 12);
  });

  it("B21: 38,000 tokens at the full price are ten times what they cost read, $0.114 against $0.0114; not triple", () => {
    expect(request(SONNET_4_6, { input: 38_000 }) / request(SONNET_4_6, { cacheRead: 38_000 })).toBeCloseTo(10, 10);
  });
});
