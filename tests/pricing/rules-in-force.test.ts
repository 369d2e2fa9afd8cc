import { describe, expect, it } from "vitest";
import { type ModelCard, type RatePeriod, rulesInForce } from "../../src/pricing/rate-card.ts";
import { haikuModels } from "../../src/rates/models/haiku.ts";

const RATES = { input: 1, output: 5 };
const TIER = { thresholdTokens: 200_000, rates: { input: 2, output: 10 } };
const FROM_WHERE = { source: "made for this test", checkedOn: "2026-11-20" } as const;

type Tier = RatePeriod["longContext"];

/** A model whose periods begin on the first of January, February and March. */
function cardOf(tiers: readonly [Tier, Tier, Tier], contextWindow = 200_000): ModelCard {
  const period = (longContext: Tier, from: RatePeriod["from"], to: RatePeriod["to"]): RatePeriod => ({
    ...FROM_WHERE,
    from,
    to,
    rates: RATES,
    longContext,
    contextWindow,
  });
  const periods = [
    period(tiers[0], "2026-01-01", "2026-02-01"),
    period(tiers[1], "2026-02-01", "2026-03-01"),
    period(tiers[2], "2026-03-01", null),
  ];
  return { ...(haikuModels[0] as ModelCard), periods };
}

describe("the tier of prompts above a window that no longer holds them", () => {
  it("is the last one that such prompts had, also two periods ago", () => {
    expect(rulesInForce(cardOf([TIER, null, null]), "2026-03-01").longContext).toEqual(TIER);
  });

  it("is that of the newest period that had one", () => {
    const dearer = { ...TIER, rates: { input: 3, output: 15 } };
    expect(rulesInForce(cardOf([TIER, dearer, null]), "2026-03-01").longContext).toEqual(dearer);
  });

  it("is none before there was one, and none where the window goes beyond the threshold", () => {
    expect(rulesInForce(cardOf([null, null, TIER]), "2026-02-28").longContext).toBeNull();
    expect(rulesInForce(cardOf([TIER, null, null], 200_001), "2026-03-01").longContext).toBeNull();
  });
});
