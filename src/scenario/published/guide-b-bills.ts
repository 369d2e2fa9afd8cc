import { cacheHitRate } from "../../pricing/usage.ts";
import { waterfall } from "../levers.ts";
import { compacted } from "./claim-levers.ts";
import { amountOf, figure, firstTotals, paysFrom, perMonth, perSession } from "./claim-readings.ts";
import {
  byTotals,
  HAIKU_4_5,
  OPUS_4_6,
  REPRESENTATIVE,
  requestCost,
  SONNET_4_6,
  scenarioOf,
  statedSessions,
} from "./claim-scenarios.ts";
import type { PublishedClaim, Span } from "./published-claim.ts";

const PRINT = { ...REPRESENTATIVE, cacheWrite5m: 2_500 };

/** Guide b: what a session, a month and a team cost. */
export const GUIDE_B_BILLS: readonly PublishedClaim[] = [
  representative("haiku-4.5", "Haiku 4.5", { model: HAIKU_4_5, published: 0.11 }),
  representative("sonnet-4.6", "Sonnet 4.6", { model: SONNET_4_6, published: 0.34 }),
  representative("opus-4.6", "Opus 4.6", { model: OPUS_4_6, published: 0.57 }),
  {
    id: "B3",
    subject: "caching",
    says: "The cached tokens of the representative session would cost $0.114 at the full input price",
    inputs: "Sonnet 4.6: 38,000 tokens in",
    figures: figure(0.114, "usd", perSession),
    scenario: scenarioOf([byTotals(SONNET_4_6, { input: 38_000 })]),
    look: "per session",
  },
  {
    id: "B4.1",
    subject: "months",
    says: "A team of 20 costs $3,900 a month",
    inputs: "$13 a developer and active day, 15 days, 20 developers",
    figures: [
      { key: "month", label: "a month", unit: "usd", published: 3_900, ours: perMonth },
      { key: "year", label: "a year", unit: "usd", published: 46_800, ours: ({ estimate }) => estimate.perYear },
      {
        key: "perDeveloper",
        label: "a month of one developer",
        unit: "usd",
        published: 195,
        ours: ({ estimate }) => estimate.perDeveloperMonth,
      },
    ],
    scenario: statedSessions(13, { workingDays: 15, developers: 20 }),
    look: "per month, per year, per developer",
  },
  {
    id: "B4.2",
    subject: "months",
    says: "A team of 20 heavy users costs $9,000 a month",
    inputs: "$30 a developer and active day, 15 days, 20 developers",
    figures: [
      { key: "month", label: "a month", unit: "usd", published: 9_000, ours: perMonth },
      { key: "year", label: "a year", unit: "usd", published: 108_000, ours: ({ estimate }) => estimate.perYear },
    ],
    scenario: statedSessions(30, { workingDays: 15, developers: 20 }),
    look: "per month, per year",
  },
  {
    id: "B4.3",
    subject: "savings",
    says: "Routing and compaction bring the light team down to $1,500–2,500 a month",
    inputs: "$3,900 a month, 40–70 % less",
    figures: figure({ low: 1_500, high: 2_500 }, "usd", ({ scenario }): Span => {
      return { low: waterfall(compacted(scenario, 70)).optimised, high: waterfall(compacted(scenario, 40)).optimised };
    }),
    reason: "40–70 % off $3,900 leaves $1,170–2,340; $1,500–2,500 is 36–62 % off.",
    scenario: compacted(
      scenarioOf([byTotals(HAIKU_4_5, { input: 13_000_000 }, { name: "A day of 13 USD" })], { workingDays: 15, developers: 20 }),
      40,
    ),
    look: "what would cut the bill: both habits together as one lever that takes 40 % of the prompts, $2,340; at 70 % it is $1,170",
  },
  {
    id: "B9.1",
    subject: "sessions",
    says: "A print of /cost shows a total of $0.34",
    inputs: "its lines on Sonnet 4.6: 45,000 in, 13,000 out, 38,000 read from the cache, 2,500 written to it",
    figures: figure(0.34, "usd", perSession),
    reason: "The lines sum to $0.3508: $0.34 leaves out the cache write, $0.0094.",
    scenario: scenarioOf([byTotals(SONNET_4_6, PRINT)]),
    look: "per session, and its lines",
  },
  {
    id: "B9.2",
    subject: "caching",
    says: "The same print of /cost (B9.1) shows a cache hit rate of 70 %",
    inputs: "45,000 in, 38,000 read from the cache, 2,500 written to it",
    figures: figure(0.7, "share", (at) => cacheHitRate(tokensOnly(firstTotals(at))) ?? 0),
    reason: "38,000 of the 85,500 tokens sent were read from the cache: 44 %. No usual definition gives 70 %.",
    scenario: scenarioOf([byTotals(SONNET_4_6, PRINT)]),
    look: "the session's tokens: cache reads ÷ (input + cache writes + cache reads)",
  },
  stated("B14.1", "$0.34 a session comes to $37 a month", { usd: 0.34, perDay: 6, days: 18, published: 37 }),
  stated("B14.2", "$1.20 a session comes to $192 a month", { usd: 1.2, perDay: 8, days: 20, published: 192 }),
  stated("B15.1", "A light user spends $37 a month", { usd: 0.34, perDay: 6, days: 18, published: 37 }),
  stated("B15.2", "An average user spends $160 a month", { usd: 0.8, perDay: 10, days: 20, published: 160 }),
  stated("B15.3", "A heavy user spends $192 a month", { usd: 1.2, perDay: 8, days: 20, published: 192 }),
  stated("B15.4", "After optimising, a user spends $24 a month", { usd: 0.12, perDay: 10, days: 20, published: 24 }),
  {
    id: "B16",
    subject: "plans",
    says: "Max (then Max 5x) is $3.33 a day",
    inputs: "$100 a month over 30 calendar days",
    figures: figure(3.33, "usd", ({ estimate }) => estimate.perDay),
    reason: "A5 spreads the same fee over 22 working days and has $4.55: a daily figure means little without its days.",
    scenario: statedSessions(5, { workingDays: 20, dayBasis: "calendar" }),
    look: "per day: $100 of work a month, spread over 30 calendar days",
  },
  {
    id: "B17",
    subject: "plans",
    says: "Up to 50 sessions a month the API beats Pro",
    inputs: "Pro at $20; the representative session on Sonnet 4.6, $0.3414",
    figures: figure(50, "calls", (at) => paysFrom("pro")(at) / perSession(at)),
    reason: "$20 buys 58.6 of these sessions; at 50 the API is at $17.07.",
    scenario: scenarioOf([byTotals(SONNET_4_6, REPRESENTATIVE, { sessionsPerDay: 5 })], {
      workingDays: 10,
      limitRule: "guides",
      overflow: "not-allowed",
    }),
    look: "per month: 50 sessions are still below the fee of $20",
  },
  {
    id: "B18",
    subject: "savings",
    says: "A router takes $0.001 for each request that it classifies",
    inputs: "the fee itself",
    figures: figure(0.001, "usd", (at) => amountOf("routerFee")(at) / at.estimate.sessionsPerDay),
    scenario: scenarioOf([byTotals(SONNET_4_6, { ...REPRESENTATIVE, requests: 1 }, { name: "Request", sessionsPerDay: 1_000 })], {
      routerFee: 0.001,
    }),
    look: "the bill's line for the router: $1 for 1,000 requests",
  },
  {
    id: "B21",
    subject: "caching",
    says: "Paying the full price for 38,000 cached tokens triples their cost",
    inputs: "Sonnet 4.6: 38,000 tokens, read from the cache or sent as input",
    figures: figure(3, "times", (at) => requestCost(at.scenario, SONNET_4_6, { input: 38_000 }) / perSession(at)),
    reason: "$0.114 against $0.0114 is ten times: a cache read costs a tenth of input.",
    scenario: scenarioOf([byTotals(SONNET_4_6, { cacheRead: 38_000 })]),
    look: "per session, as cache reads; the same tokens as input: B3",
  },
];

function representative(
  code: string,
  name: string,
  { model, published }: { readonly model: string; readonly published: number },
): PublishedClaim {
  return {
    id: `B2.${code}`,
    subject: "sessions",
    says: `The representative session costs $${published} on ${name}`,
    inputs: `${name}: 45,000 tokens in, 13,000 out, 38,000 read from the cache`,
    figures: figure(published, "usd", perSession),
    scenario: scenarioOf([byTotals(model, REPRESENTATIVE)]),
    look: "per session",
  };
}

interface StatedMonth {
  readonly usd: number;
  readonly perDay: number;
  readonly days: number;
  readonly published: number;
}

function stated(id: string, says: string, { usd, perDay, days, published }: StatedMonth): PublishedClaim {
  const isByMonth = id.startsWith("B15");
  return {
    id,
    subject: "months",
    says,
    inputs: `$${usd.toFixed(2)} a session, ${isByMonth ? `${perDay * days} sessions a month` : `${perDay} a day, ${days} days`}`,
    figures: figure(published, "usd", perMonth),
    scenario: statedSessions(usd, { perDay, workingDays: days }),
    look: isByMonth ? `per month: the sessions as ${perDay} a day on ${days} days` : "per month",
  };
}

function tokensOnly({ input, cacheWrite5m, cacheWrite1h, cacheRead }: ReturnType<typeof firstTotals>) {
  return { input, cacheWrite5m, cacheWrite1h, cacheRead };
}
