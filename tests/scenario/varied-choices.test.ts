import { describe, expect, it } from "vitest";
import { DEFAULT_TOTALS } from "../../src/scenario/defaults.ts";
import type { MixShare, Profile, Scenario, SimulatedUsage } from "../../src/scenario/scenario.ts";
import { CACHE_LIFETIME, COMPACTION, DEAREST_SHARE } from "../../src/scenario/varied-choices.ts";
import type { VariedInput } from "../../src/scenario/varied-input.ts";
import { byTotals, scenarioOf, simulated } from "./made-scenario.ts";

const SONNET = "claude-sonnet-4-6";
const OPUS = "claude-opus-4-6";
const HAIKU = "claude-haiku-4-5-20251001";

const session = (shape: Partial<SimulatedUsage>): Profile => simulated(SONNET, shape);
const TOTALS = byTotals(SONNET, { output: 100_000 });

/** The first and the second end of an input, by one field of each simulated session; null for a session by totals. */
function endsOf(input: VariedInput, scenario: Scenario, field: "caching" | "compactAtTokens") {
  const of = ({ profiles }: Scenario) => profiles.map(({ usage }) => (usage.kind === "simulated" ? usage[field] : "totals"));
  const { low, high } = input.ends(scenario);
  return [of(low.scenario), of(high.scenario)];
}

describe("the lifetime of the cache, varied", () => {
  it.each([
    ["off, alone", [session({ caching: "off" })], "off"],
    ["5 minutes, alone", [session({ caching: "5m" })], "5 minutes"],
    ["an hour in both", [session({ caching: "1h" }), session({ caching: "1h" })], "1 hour"],
    ["an hour beside totals, which have none of their own", [session({ caching: "1h" }), TOTALS], "1 hour"],
    ["two that differ", [session({ caching: "5m" }), session({ caching: "1h" })], null],
    ["totals alone", [TOTALS], null],
  ])("%s, is now what all simulated sessions have", (_, profiles, now) => {
    expect(CACHE_LIFETIME.now(scenarioOf(profiles))).toBe(now);
  });

  it("is set in every simulated session, and leaves totals as they are", () => {
    const two = scenarioOf([session({ caching: "5m" }), TOTALS, session({ caching: "5m" })]);
    expect(endsOf(CACHE_LIFETIME, two, "caching")).toEqual([
      ["off", "totals", "off"],
      ["1h", "totals", "1h"],
    ]);
    expect(CACHE_LIFETIME.ends(two).low.scenario.profiles[1]?.usage).toEqual({ ...DEFAULT_TOTALS, output: 100_000 });
  });

  it("goes from none to an hour where sessions differ", () => {
    const differ = scenarioOf([session({ caching: "off" }), session({ caching: "1h" })]);
    expect(endsOf(CACHE_LIFETIME, differ, "caching")).toEqual([
      ["off", "off"],
      ["1h", "1h"],
    ]);
  });

  it("is the very same scenario where no session is simulated", () => {
    const totals = scenarioOf([TOTALS, TOTALS]);
    const { low, high } = CACHE_LIFETIME.ends(totals);
    expect(low.scenario).toBe(totals);
    expect(high.scenario).toBe(totals);
  });
});

describe("compaction, varied", () => {
  it("says the limit of the simulated sessions beside totals, which have none", () => {
    expect(COMPACTION.now(scenarioOf([session({ compactAtTokens: 110_000 }), TOTALS]))).toBe("at 110,000");
    expect(COMPACTION.now(scenarioOf([TOTALS, session({ compactAtTokens: null })]))).toBe("none");
    expect(COMPACTION.now(scenarioOf([TOTALS]))).toBeNull();
  });

  it.each([
    // The limit now, whether the low end (none) and the high one (100,000) are there already.
    { limits: [null, null], isLow: true, isHigh: false },
    { limits: [100_000, 100_000], isLow: false, isHigh: true },
    { limits: [null, 100_000], isLow: false, isHigh: false },
    { limits: [99_999, 99_999], isLow: false, isHigh: false },
  ])("with limits $limits is the very same scenario only at the end that all sessions are at", ({ limits, isLow, isHigh }) => {
    const scenario = scenarioOf([...limits.map((compactAtTokens) => session({ compactAtTokens })), TOTALS]);
    const { low, high } = COMPACTION.ends(scenario);
    expect([low.scenario === scenario, high.scenario === scenario]).toEqual([isLow, isHigh]);
    expect(endsOf(COMPACTION, scenario, "compactAtTokens")).toEqual([
      [null, null, "totals"],
      [100_000, 100_000, "totals"],
    ]);
  });
});

describe("the share on the dearest model, varied", () => {
  const mixOf = (...shares: readonly (readonly [model: string, percent: number])[]): readonly MixShare[] =>
    shares.map(([model, percent]) => ({ model, percent, locked: false }));
  const mixed = (...mixes: readonly (readonly MixShare[])[]): Scenario =>
    scenarioOf(mixes.map((mix) => byTotals(SONNET, { output: 100_000 }, { mix })));
  const labelOf = (scenario: Scenario): unknown =>
    typeof DEAREST_SHARE.label === "string" ? DEAREST_SHARE.label : DEAREST_SHARE.label(scenario);
  const sharesOf = ({ profiles }: Scenario) => profiles.map(({ mix }) => mix.map(({ model, percent }) => [model, percent]));

  // Output a million: Haiku 4.5 $5, Sonnet 4.6 $15, Opus 4.6 $25.
  const OPUS_FIRST = mixOf([OPUS, 50], [SONNET, 30], [HAIKU, 20]);

  it.each([
    ["in the first place", OPUS_FIRST],
    ["in the middle", mixOf([SONNET, 30], [OPUS, 50], [HAIKU, 20])],
    ["in the last", mixOf([HAIKU, 20], [SONNET, 30], [OPUS, 50])],
  ])("is of the model whose output is dearest, %s", (_, mix) => {
    const scenario = mixed(mix);
    expect(labelOf(scenario)).toBe("Share on Opus 4.6");
    expect(DEAREST_SHARE.now(scenario)).toBe("50%");
  });

  it("is of the model named first where two are equally dear: Opus 4.7 and 4.6, both $25", () => {
    const scenario = mixed(mixOf(["claude-opus-4-7", 70], [OPUS, 30]));
    expect([labelOf(scenario), DEAREST_SHARE.now(scenario)]).toEqual(["Share on Opus 4.7", "70%"]);
  });

  it("names no model where mixes have different dearest ones, or none is mixed", () => {
    expect(labelOf(mixed(OPUS_FIRST, mixOf([SONNET, 50], [HAIKU, 50])))).toBe("Share on the dearest model");
    expect(labelOf(mixed(mixOf([OPUS, 100])))).toBe("Share on the dearest model");
    expect(DEAREST_SHARE.now(mixed(mixOf([OPUS, 100])))).toBeNull();
  });

  it("is said of the mixed profile alone beside one of a single model, which stays as it is", () => {
    const scenario = mixed(OPUS_FIRST, mixOf([HAIKU, 100]));
    expect([labelOf(scenario), DEAREST_SHARE.now(scenario)]).toEqual(["Share on Opus 4.6", "50%"]);
    const { low, high } = DEAREST_SHARE.ends(scenario);
    // 75 and 25 % are left for the others, in the proportion 30 : 20.
    expect(low).toMatchObject({ value: "25%", words: "25%" });
    expect(sharesOf(low.scenario)).toEqual([
      [
        [OPUS, 25],
        [SONNET, 45],
        [HAIKU, 30],
      ],
      [[HAIKU, 100]],
    ]);
    expect(high).toMatchObject({ value: "75%", words: "75%" });
    expect(sharesOf(high.scenario)).toEqual([
      [
        [OPUS, 75],
        [SONNET, 15],
        [HAIKU, 10],
      ],
      [[HAIKU, 100]],
    ]);
  });

  it("is the very same scenario where nothing is mixed", () => {
    const scenario = mixed(mixOf([OPUS, 100]), mixOf([HAIKU, 100]));
    const { low, high } = DEAREST_SHARE.ends(scenario);
    expect(low.scenario).toBe(scenario);
    expect(high.scenario).toBe(scenario);
  });
});
