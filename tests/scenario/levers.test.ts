import { describe, expect, it } from "vitest";
import { DEFAULT_SIMULATED } from "../../src/scenario/defaults.ts";
import { type LeverId, reReadingCost, waterfall } from "../../src/scenario/levers.ts";
import type { Profile, Scenario } from "../../src/scenario/scenario.ts";
import { scenarioOf, simulated } from "./made-scenario.ts";
import { type Changes, HAIKU, HALVES, SONNET, scenarioWith, sonnet, stepOf, TODAY, TOTALS } from "./pulled-levers.ts";

// Uncached: (1,100 + 1,225 + 1,350 + 1,475) × 3 + 3,000
const UNCACHED = 18_450;
// 45,000 × 3 + 38,000 × 0.3 + 13,000 × 15
const TOTALS_TODAY = 341_400;

interface Row {
  readonly name: string;
  readonly id: LeverId;
  readonly lever: Changes[LeverId];
  readonly profile?: Profile;
  readonly fields?: Partial<Scenario>;
  /** In millionths of a dollar a month. */
  readonly before: number;
  readonly after: number;
}

const ROWS: readonly Row[] = [
  {
    name: "routing by session: half of the sessions at a third of the rates",
    id: "routing",
    lever: HALVES,
    before: TODAY,
    after: (TODAY + TODAY / 3) / 2,
  },
  {
    name: "a model that two classes of work name gets both shares: 30 + 30 % Haiku, 40 % Sonnet",
    id: "routing",
    lever: { ...HALVES, easyPercent: 30, mediumPercent: 30, mediumModel: HAIKU },
    before: TODAY,
    after: 0.6 * (TODAY / 3) + 0.4 * TODAY,
  },
  {
    name: "a router's fee is paid for each of the 4 requests, on top of one that is paid today",
    id: "routing",
    lever: { ...HALVES, fee: 0.0001 },
    fields: { routerFee: 0.00005 },
    before: TODAY + 4 * 50,
    after: (TODAY + TODAY / 3) / 2 + 4 * 150,
  },
  {
    // Haiku, Sonnet, Haiku, Sonnet: every request follows another model and writes its whole prompt
    name: "routing by request: nothing is read from the cache",
    id: "routing",
    lever: { ...HALVES, by: "request" },
    before: TODAY,
    after: (1_100 + 1_350) * 1.25 + (1_225 + 1_475) * 3.75 + 100 * 5 + 100 * 15,
  },
  {
    name: "routing of totals: the same tokens at the mixed rates",
    id: "routing",
    lever: HALVES,
    profile: TOTALS,
    before: TOTALS_TODAY,
    after: (TOTALS_TODAY + TOTALS_TODAY / 3) / 2,
  },
  {
    name: "caching from off to 5 minutes",
    id: "caching",
    lever: { to: "5m" },
    profile: sonnet({ caching: "off" }),
    before: UNCACHED,
    after: TODAY,
  },
  {
    name: "caching for an hour costs more where no break ends the 5 minutes: 1,475 written at 6 instead of 3.75",
    id: "caching",
    lever: { to: "1h" },
    before: TODAY,
    after: TODAY + 1_475 * 2.25,
  },
  {
    // One break, before request 3: 5m writes 1,100 + 125 + 1,350 + 125 = 2,700 and reads 1,100 + 1,350 = 2,450
    name: "caching for an hour saves what a break would write again",
    id: "caching",
    lever: { to: "1h" },
    profile: sonnet({ pauseMinutes: 1 }),
    before: 2_700 * 3.75 + 2_450 * 0.3 + 3_000,
    after: TODAY + 1_475 * 2.25,
  },
  {
    name: "a cache that lives longer already is left as it is",
    id: "caching",
    lever: { to: "5m" },
    profile: sonnet({ caching: "1h" }),
    before: TODAY + 1_475 * 2.25,
    after: TODAY + 1_475 * 2.25,
  },
  {
    name: "caching changes nothing in totals",
    id: "caching",
    lever: { to: "1h" },
    profile: TOTALS,
    before: TOTALS_TODAY,
    after: TOTALS_TODAY,
  },
  {
    // Request 4 would send 1,475. The compaction sends 1,375 (reads 1,350, writes 25, puts out 200); request 4 sends 1,300 and reads 1,000.
    // Written 1,100 + 125 + 125 + 25 + 300 = 1,675, read 1,100 + 1,225 + 1,350 + 1,000 = 4,675, output 400
    name: "compaction before the last request costs more than it saves",
    id: "compaction",
    lever: { atTokens: 1_474 },
    before: TODAY,
    after: 1_675 * 3.75 + 4_675 * 0.3 + 400 * 15,
  },
  {
    name: "a prompt at the threshold is not compacted",
    id: "compaction",
    lever: { atTokens: 1_475 },
    before: TODAY,
    after: TODAY,
  },
  {
    name: "a lower threshold of today is kept",
    id: "compaction",
    lever: { atTokens: 1_475 },
    profile: sonnet({ compactAtTokens: 1_474 }),
    before: 1_675 * 3.75 + 4_675 * 0.3 + 400 * 15,
    after: 1_675 * 3.75 + 4_675 * 0.3 + 400 * 15,
  },
  {
    name: "compaction takes a share of the prompt of totals away: 60 % of 45,000 and of 38,000",
    id: "compaction",
    lever: { removedPercent: 60 },
    profile: TOTALS,
    before: TOTALS_TODAY,
    after: 18_000 * 3 + 15_200 * 0.3 + 13_000 * 15,
  },
  {
    // Requests 3 and 4 are the first two again with 1,000 warm: written 1,100 + 125 + 100 + 125 = 1,450, read 1,100 + 1,000 + 1,100
    name: "/clear after 2 requests: two conversations of two",
    id: "clearing",
    lever: { afterRequests: 2 },
    before: TODAY,
    after: 1_450 * 3.75 + 3_200 * 0.3 + 3_000,
  },
  {
    name: "/clear after as many requests as there are",
    id: "clearing",
    lever: { afterRequests: 4 },
    before: TODAY,
    after: TODAY,
  },
  {
    // 35 put out, of which 25 stay as before: the prompts are the same
    name: "30 % less thinking takes nothing of what stays",
    id: "thinking",
    lever: { lessPercent: 30 },
    before: TODAY,
    after: TODAY - 4 * 15 * 15,
  },
  {
    // 10 put out, so only 10 can stay: prompts 1,100, 1,210, 1,320, 1,430; written 1,430, read 3,630
    name: "80 % less output leaves less than what stayed",
    id: "thinking",
    lever: { lessPercent: 80 },
    before: TODAY,
    after: 1_430 * 3.75 + 3_630 * 0.3 + 40 * 15,
  },
  {
    name: "no output at all: only the growth is said",
    id: "thinking",
    lever: { lessPercent: 100 },
    before: TODAY,
    // prompts 1,100, 1,200, 1,300, 1,400
    after: 1_400 * 3.75 + 3_600 * 0.3,
  },
  {
    name: "less output of totals: 9,100 instead of 13,000",
    id: "thinking",
    lever: { lessPercent: 30 },
    profile: TOTALS,
    before: TOTALS_TODAY,
    after: TOTALS_TODAY - 3_900 * 15,
  },
  { name: "a fifth of the work at half price", id: "batch", lever: { percent: 20 }, before: TODAY, after: TODAY * 0.9 },
  {
    name: "a larger share that is in batch today stays",
    id: "batch",
    lever: { percent: 20 },
    fields: { batchPercent: 50 },
    before: TODAY * 0.75,
    after: TODAY * 0.75,
  },
  {
    // Two of one request each: 600 written and 10 put out, on Sonnet 2 × (600 × 3.75 + 150) = 4,800, on Haiku a third
    name: "subagents at a third of the rates",
    id: "subagents",
    lever: { model: HAIKU },
    profile: sonnet({
      subagents: {
        ...DEFAULT_SIMULATED.subagents,
        count: 2,
        requests: 1,
        basePromptTokens: 500,
        inputGrowthPerRequest: 100,
        outputPerRequest: 10,
      },
    }),
    before: TODAY + 4_800,
    after: TODAY + 1_600,
  },
  { name: "no subagents, nothing to move", id: "subagents", lever: { model: HAIKU }, before: TODAY, after: TODAY },
];
describe("a lever", () => {
  it.each(ROWS)("$name", ({ id, lever, before, after, profile, fields }) => {
    const scenario = scenarioWith({ [id]: lever }, { ...fields, ...(profile ? { profile } : {}) });
    const step = stepOf(scenario, id);
    expect(step.conflict).toBeNull();
    expect(step.before * 1e6).toBeCloseTo(before, 6);
    expect(step.after * 1e6).toBeCloseTo(after, 6);
    expect((step.alone ?? Number.NaN) * 1e6).toBeCloseTo(before - after, 6);
  });

  it("leaves the bill as it is while it is off, and says what it would save alone", () => {
    const step = stepOf(scenarioOf([simulated(SONNET)]), "batch");
    expect(step).toMatchObject({ on: false, conflict: null });
    expect(step.after).toBe(step.before);
    // 20 % at half price
    expect((step.alone ?? 0) * 1e6).toBeCloseTo(TODAY * 0.1, 6);
  });

  it("acts on what those before it have left, and alone on today's bill", () => {
    const routed = (TODAY + TODAY / 3) / 2;
    const { today, optimised, steps } = waterfall(scenarioWith({ routing: HALVES, batch: { percent: 20 } }));
    const batch = steps.find(({ id }) => id === "batch");
    expect(today * 1e6).toBeCloseTo(TODAY, 6);
    expect((batch?.before ?? 0) * 1e6).toBeCloseTo(routed, 6);
    expect((batch?.alone ?? 0) * 1e6).toBeCloseTo(TODAY * 0.1, 6);
    expect(optimised * 1e6).toBeCloseTo(routed * 0.9, 6);
  });
});

describe("choosing a model for each request", () => {
  it("costs what the conversation read anew costs, whichever way is chosen at the moment", () => {
    // 15,187.5 by request against 6,422.5 by session
    for (const by of ["request", "session"] as const)
      expect((reReadingCost(scenarioWith({ routing: { ...HALVES, by } })) ?? 0) * 1e6).toBeCloseTo(15_187.5 - 6_422.5, 6);
  });

  it("costs nothing more where totals say nothing of the conversation", () => {
    expect(reReadingCost(scenarioWith({ routing: HALVES }, { profile: TOTALS }))).toBe(0);
  });

  it("has no price where routing cannot be pulled, or only by session", () => {
    expect(reReadingCost(scenarioWith({ routing: { ...HALVES, easyPercent: 50.1 } }))).toBeNull();
    const profile = sonnet({ modelSwitch: { beforeRequest: 3, model: HAIKU } });
    for (const by of ["request", "session"] as const)
      expect(reReadingCost(scenarioWith({ routing: { ...HALVES, by } }, { profile }))).toBeNull();
  });
});
