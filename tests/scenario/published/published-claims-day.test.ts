import { describe, expect, it } from "vitest";
import type { SessionProfile, Usage } from "../../../src/index.ts";
import { estimate } from "../../../src/scenario/estimate.ts";
import { byTotals, scenarioOf, simulated } from "../made-scenario.ts";
import { HAIKU_4_5, OPUS_4, request, SONNET_4_6, session } from "./published-claim.ts";
import { reachOf } from "./reach.ts";

// One guide's coding session of 20 turns: system prompt 3,000–6,000, output 200–800 a turn, of each prompt after the first 60–80 % read
// from the cache. It leaves the growth open: swept over 0–800 tokens a turn, up to a file of 100 lines. Sums are of tokens, priced on
// Haiku 4.5 at 1 in, 0.10 read and 5 out; Sonnet 4.6 is three times that in every class, Opus 4.7 five times, Opus 4 fifteen times.

const OPUS_4_7 = "claude-opus-4-7";
const TURNS = 20;
const INPUTS = { base: [3_000, 6_000], growth: [0, 400, 800], output: [200, 800] };

interface Turns {
  readonly base: number;
  readonly growth: number;
  readonly output: number;
}

const shapeOf = ({ base, growth, output }: Turns): Partial<SessionProfile> => ({
  requests: TURNS,
  basePromptTokens: base,
  inputGrowthPerRequest: growth,
  outputPerRequest: output,
});

/** The session with a share of every prompt but the first read from the cache, the rest billed as input. */
function withHits({ hits, ...turns }: Turns & { readonly hits: number }): Usage {
  const { requests, usage } = session(shapeOf(turns));
  const first = requests[0]?.promptTokens ?? 0;
  const cacheRead = Math.round((usage.input - first) * hits);
  return { input: usage.input - cacheRead, cacheRead, output: usage.output };
}

// 20 × 3,000 + 20 × 200 × 5 = 80,000; 20 × 6,000 + 210 × 800 + 20 × 800 × 5 = 288,000 + 80,000 = 368,000.
const UNCACHED = { least: 0.08, most: 0.368 };
// S 3,000 at 80 %: 14,400 in, 45,600 read, 4,000 out: 14,400 + 4,560 + 20,000 = 38,960.
// S 6,000, g 800 at 60 %: the first 6,800, the others 114,000 + 167,200 = 281,200: 119,280 in, 168,720 read: 119,280 + 16,872 + 80,000 = 216,152.
const CACHED = { least: 0.03896, most: 0.216152 };
// Written once and read 19 times, S 3,000 without growth: 3,750 + 5,700 + 20,000 = 29,450.
const BEST_CACHED = 0.02945;

describe("E1: 20 turns, published uncached and heavily cached: ours are", () => {
  it.each([
    ["Haiku 4.5", "$0.08–0.37 (published $0.04–0.12)", "$0.039–0.22 (published $0.01–0.04)", HAIKU_4_5, 1],
    ["Sonnet 4.6", "$0.24–1.10 (published $0.15–0.45)", "$0.12–0.65 (published $0.04–0.12)", SONNET_4_6, 3],
    ["Opus 4.7 at $5/$25", "$0.40–1.84 (published $0.75–2.25)", "$0.19–1.08 (published $0.18–0.60)", OPUS_4_7, 5],
    ["Opus 4, at whose $15/$75 the figures for Opus 4.7 were worked", "$1.20–5.52", "$0.58–3.24", OPUS_4, 15],
  ])("%s: %s; %s", (_name, _uncached, _cached, model, times) => {
    const uncached = reachOf(INPUTS, (turns) => session({ model, ...shapeOf(turns) }).cost);
    expect(uncached.least).toBeCloseTo(times * UNCACHED.least, 10);
    expect(uncached.most).toBeCloseTo(times * UNCACHED.most, 10);
    const cached = reachOf({ ...INPUTS, hits: [0.6, 0.7, 0.8] }, (turns) => request(model, withHits(turns)));
    expect(cached.least).toBeCloseTo(times * CACHED.least, 10);
    expect(cached.most).toBeCloseTo(times * CACHED.most, 10);
  });

  it.each([
    [HAIKU_4_5, 1, 0.04, 0.01],
    [SONNET_4_6, 3, 0.15, 0.04],
  ])(
    "%s: the published low ends are under every session of these inputs, even one cached as well as can be",
    (model, times, noCache, heavyCache) => {
      expect(times * UNCACHED.least).toBeGreaterThan(noCache);
      const best = session({ model, ...shapeOf({ base: 3_000, growth: 0, output: 200 }), caching: "5m" }).cost;
      expect(best).toBeCloseTo(times * BEST_CACHED, 10);
      expect(best).toBeGreaterThan(heavyCache);
    },
  );
});

describe("E2: a day of such sessions, from heavily cached ones without growth to uncached ones with most", () => {
  it.each([
    // 5 × 3 × 0.03896; 8 × 3 × 0.368.
    {
      what: "5–8 on Sonnet 4.6 come to $0.58–8.83 (published $0.50–2): the low end is not reached, the high one is",
      model: SONNET_4_6,
      sessions: { fewest: 5, most: 8 },
      reached: { least: 0.5844, most: 8.832 },
      published: { least: 0.5, most: 2 },
      isLowReached: false,
    },
    // 8 × 5 × 0.03896; 12 × 5 × 0.368.
    {
      what: "8–12 on Opus 4.7, more than the moderate day has, come to $1.56–22.08 (published $5–15): reached",
      model: OPUS_4_7,
      sessions: { fewest: 8, most: 12 },
      reached: { least: 1.5584, most: 22.08 },
      published: { least: 5, most: 15 },
      isLowReached: true,
    },
  ])("$what", ({ model, sessions, reached, published, isLowReached }) => {
    const leastSession = byTotals(model, withHits({ base: 3_000, growth: 0, output: 200, hits: 0.8 }));
    const mostSession = simulated(model, {
      requests: TURNS,
      basePromptTokens: 6_000,
      inputGrowthPerRequest: 800,
      outputPerRequest: 800,
      outputKeptShare: 0,
      caching: "off",
    });
    const dayOf = (profile: typeof leastSession, sessionsPerDay: number): number =>
      estimate(scenarioOf([{ ...profile, sessionsPerDay }], { tokensOf: model })).perActiveDay;
    const [least, most] = [dayOf(leastSession, sessions.fewest), dayOf(mostSession, sessions.most)];
    expect(least).toBeCloseTo(reached.least, 10);
    expect(most).toBeCloseTo(reached.most, 10);
    expect(least <= published.least).toBe(isLowReached);
    expect(most).toBeGreaterThanOrEqual(published.most);
  });
});
