import { describe, expect, it } from "vitest";
import { type PricedRequest, priceRequest, type SessionProfile, simulateSession, type Usage } from "../../src/index.ts";
import { breakEven } from "../../src/pricing/break-even.ts";
import { cacheHitRate } from "../../src/pricing/usage.ts";
import { DEFAULT_SCENARIO } from "../../src/scenario/defaults.ts";
import { type Estimate, estimate } from "../../src/scenario/estimate.ts";
import type { Scenario } from "../../src/scenario/scenario.ts";
import { byTotals, REPRESENTATIVE, scenarioOf } from "./made-scenario.ts";

// Three public guides, a to c, a fourth on the API (d): what they publish, worked out again. The ids are those of our own list of claims.

/** One published figure. */
interface Claim {
  readonly id: string;
  /** What is claimed, with its inputs, in our words. */
  readonly says: string;
  readonly published: number;
  /** Half of the last digit that was published; 0 where the figure is exact. */
  readonly within: number;
  readonly ours: () => number;
}

const SONNET_4_6 = "claude-sonnet-4-6";
const OPUS_4_6 = "claude-opus-4-6";
const HAIKU_4_5 = "claude-haiku-4-5-20251001";
const SONNET_4 = "claude-sonnet-4-20250514";
const OPUS_4 = "claude-opus-4-20250514";
const HAIKU_3_5 = "claude-3-5-haiku-20241022";

function request(model: string, usage: Usage, more: Partial<PricedRequest> = {}): number {
  return priceRequest({ model, usage, ...more }).total;
}

/** The rate a million of input or output in batch, from what 100,000 tokens cost: no tier begins there. */
function batchRate(model: string, name: "input" | "output"): number {
  return request(model, { [name]: 100_000 }, { batch: true }) * 10;
}

function session(fields: Partial<SessionProfile>): ReturnType<typeof simulateSession> {
  return simulateSession({
    model: SONNET_4_6,
    requests: 1,
    basePromptTokens: 0,
    inputGrowthPerRequest: 0,
    outputPerRequest: 0,
    outputKeptShare: 0,
    caching: "off",
    warmPromptTokens: 0,
    pauses: { minutes: 0, hours: 0 },
    compactAtTokens: null,
    summaryTokens: 0,
    ...fields,
  });
}

/** A month of sessions of a stated price: a million tokens of a model that costs so much a million. */
function monthAt(usdPerSession: number, { perDay = 1, ...fields }: Partial<Scenario> & { readonly perDay?: number }): Estimate {
  const rates = { input: usdPerSession, cacheWrite5m: 0, cacheWrite1h: 0, cacheRead: 0, output: 0 };
  const ownModels = [{ id: "own-stated", rates, tokenizer: "before-4.7" as const }];
  return estimate(
    scenarioOf([byTotals("own-stated", { input: 1_000_000 }, { sessionsPerDay: perDay })], { ownModels, ...fields }),
  );
}

function representative(model: string): number {
  return estimate(scenarioOf([byTotals(model, REPRESENTATIVE)])).perSession;
}

/** The bill from which a plan of this price pays, where it covers all the work. */
function paysFrom(fee: number): number {
  return breakEven({ id: "plan", name: "Plan", fee, limit: null }, "api-rates").from ?? Number.NaN;
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

describe("published figures that follow from their inputs, to the digits that were published", () => {
  it.each(FIGURES.map((claim) => [claim.id, claim.says, claim] as const))("%s: %s", (_id, _says, { published, within, ours }) => {
    if (within === 0) expect(ours()).toBeCloseTo(published, 8);
    else expect(Math.abs(ours() - published)).toBeLessThanOrEqual(within + 1e-12);
  });
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

describe("published figures that do not follow from their inputs: ours", () => {
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

  it("C6: Pro pays from 444 calls a month of 5,000 in and 2,000 out, not from 100: 20 / 0.045", () => {
    expect(paysFrom(20) / request(SONNET_4, { input: 5_000, output: 2_000 })).toBeCloseTo(444.4444444444, 8);
  });

  it("C16: the first request with a cached prefix pays 1.25 of input, or 2 for an hour; not the full price", () => {
    const full = request(SONNET_4, { input: 10_000 });
    expect(request(SONNET_4, { cacheWrite5m: 10_000 }) / full).toBeCloseTo(1.25, 12);
    expect(request(SONNET_4, { cacheWrite1h: 10_000 }) / full).toBeCloseTo(2, 12);
  });

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
