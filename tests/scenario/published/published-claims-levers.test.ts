import { describe, expect, it } from "vitest";
import { waterfall } from "../../../src/scenario/levers.ts";
import type { Levers, Scenario, TotalsUsage } from "../../../src/scenario/scenario.ts";
import { byTotals, REPRESENTATIVE, scenarioOf } from "../made-scenario.ts";
import { HAIKU_4_5, OPUS_4_6, SONNET_4_6, session } from "./published-claim.ts";
import { reachOf } from "./reach.ts";

interface Pulled {
  readonly easyPercent?: number;
  readonly mediumPercent?: number;
  readonly removedPercent?: number;
}

/** A month of one session of these totals, with routing and compaction as strong as is stated and off where nothing is. */
function pulled(model: string, tokens: Partial<TotalsUsage>, levers: Pulled): ReturnType<typeof waterfall> {
  const scenario: Scenario = scenarioOf([byTotals(model, tokens)]);
  const { easyPercent, mediumPercent = 0, removedPercent } = levers;
  const routing: Levers["routing"] = {
    ...scenario.levers.routing,
    on: easyPercent !== undefined,
    easyPercent: easyPercent ?? 0,
    mediumPercent,
    easyModel: HAIKU_4_5,
    mediumModel: SONNET_4_6,
    hardModel: OPUS_4_6,
  };
  const compaction: Levers["compaction"] = {
    ...scenario.levers.compaction,
    on: removedPercent !== undefined,
    removedPercent: removedPercent ?? 0,
  };
  return waterfall({ ...scenario, levers: { ...scenario.levers, routing, compaction } });
}

describe("published savings that do not follow from their inputs: ours", () => {
  it("B10: 70 % of the input on Haiku 4.5, 20 % on Sonnet 4.6, 10 % on Opus 4.6 is $1.80 a million, 64 % below $5; not $1.60 and 68 %", () => {
    const { today, optimised } = pulled(OPUS_4_6, { input: 1_000_000 }, { easyPercent: 70, mediumPercent: 20 });
    expect(today).toBeCloseTo(5, 10);
    // 0.7 × 1 + 0.2 × 3 + 0.1 × 5.
    expect(optimised).toBeCloseTo(1.8, 10);
    // 1 − 1.80 / 5.
    expect(1 - optimised / today).toBeCloseTo(0.64, 10);
  });
});

describe("published savings that follow from their inputs", () => {
  it("B12: 200,000 tokens a turn compacted to 80,000 cost $0.24 instead of $0.60 on Sonnet 4.6, over 200 turns $48 instead of $120", () => {
    const turn = pulled(SONNET_4_6, { input: 200_000 }, { removedPercent: 60 });
    // 200,000 × 3; 80,000 × 3.
    expect(turn.today).toBeCloseTo(0.6, 12);
    expect(turn.optimised).toBeCloseTo(0.24, 12);
    // 200 × each.
    expect(session({ requests: 200, basePromptTokens: 200_000 }).cost).toBeCloseTo(120, 8);
    expect(session({ requests: 200, basePromptTokens: 80_000 }).cost).toBeCloseTo(48, 8);
  });
});

describe("B13: the $0.57 session on Opus 4.6 with routing (40–70 % off), compaction (50–70 % off) and caching, published as $0.10–0.15", () => {
  // The mixes that save 40 and 70 %: 0.5 × 1/5 + 0.5 = 0.6 of Opus; 0.75 × 1/5 + 0.25 × 3/5 = 0.3. All three price every class alike.
  const ROUTING = { 40: { easyPercent: 50, mediumPercent: 0 }, 70: { easyPercent: 75, mediumPercent: 25 } } as const;
  const routedBy = (saved: number): Pulled => ROUTING[saved as keyof typeof ROUTING];

  /** The session after its levers, of whose 45,000 uncached tokens caching has moved so many to reads. */
  function after({ saved, removed, moved }: Readonly<Record<"saved" | "removed" | "moved", number>>): number {
    const cached = { ...REPRESENTATIVE, input: 45_000 - moved, cacheRead: 38_000 + moved };
    return pulled(OPUS_4_6, cached, { ...routedBy(saved), removedPercent: removed }).optimised;
  }

  it("begins at 45,000 × 5 + 38,000 × 0.50 + 13,000 × 25 = $0.569, and routing alone leaves 60 to 30 % of it", () => {
    const [least, most] = [70, 40].map((saved) => pulled(OPUS_4_6, REPRESENTATIVE, routedBy(saved)));
    expect(least?.today).toBeCloseTo(0.569, 12);
    expect(least?.optimised).toBeCloseTo(0.1707, 12);
    expect(most?.optimised).toBeCloseTo(0.3414, 12);
  });

  it("comes to $0.119–0.268 while caching stays as it is: compaction takes from the prompt, not from the output, which is $0.325 of it", () => {
    const reach = reachOf({ saved: [40, 70], removed: [50, 60, 70], moved: [0] }, after);
    // 0.3 × (0.325 + 0.3 × 0.244) = 0.3 × 0.3982; 0.6 × (0.325 + 0.5 × 0.244) = 0.6 × 0.447.
    expect(reach.least).toBeCloseTo(0.11946, 12);
    expect(reach.most).toBeCloseTo(0.2682, 12);
  });

  it("comes to $0.101–0.268 with 0–45,000 tokens more read from the cache: $0.10 is its very end, not the middle of what to expect", () => {
    const reach = reachOf({ saved: [40, 70], removed: [50, 60, 70], moved: [0, 20_000, 45_000] }, after);
    // All 83,000 read are 0.0415: 0.3 × (0.325 + 0.3 × 0.0415) = 0.3 × 0.33745.
    expect(reach.least).toBeCloseTo(0.101235, 12);
    expect(reach.most).toBeCloseTo(0.2682, 12);
  });

  it("comes to $0.051–0.171 only where both savings are taken off the whole bill, output too: 0.569 × 0.3 × 0.3 to 0.569 × 0.6 × 0.5", () => {
    const reach = reachOf({ saved: [40, 70], removed: [0.5, 0.7] }, ({ saved, removed }) => {
      return pulled(OPUS_4_6, REPRESENTATIVE, routedBy(saved)).optimised * (1 - removed);
    });
    expect(reach.least).toBeCloseTo(0.05121, 12);
    expect(reach.most).toBeCloseTo(0.1707, 12);
  });
});
