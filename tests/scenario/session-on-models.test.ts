import { describe, expect, it } from "vitest";
import type { OwnModel, Profile, Scenario } from "../../src/scenario/scenario.ts";
import { sessionOnModels } from "../../src/scenario/session-on-models.ts";
import { byTotals, REPRESENTATIVE, scenarioOf } from "./made-scenario.ts";

const CURRENT = ["claude-fable-5-2", "claude-opus-5-5", "claude-sonnet-5-5", "claude-haiku-5-5"];

const OWN: OwnModel = {
  id: "own-house",
  rates: { input: 2, cacheWrite5m: 0, cacheWrite1h: 0, cacheRead: 0, output: 0 },
  tokenizer: "before-4.7",
};

function modelsOf(mixed: readonly string[], fields: Partial<Scenario> = {}): readonly string[] {
  const mix = mixed.map((model, index) => ({ model, percent: index === 0 ? 100 : 0, locked: false }));
  const profile: Profile = byTotals("", REPRESENTATIVE, { mix });
  return sessionOnModels(scenarioOf([profile], fields), profile).map(({ model }) => model);
}

describe("the models beside which a session stands", () => {
  it("are the current ones, the dearest family first, whichever came last", () => {
    // Released: Fable 5.2 on 9 November, Haiku 5.5 on 7 October, Sonnet 5.5 on 28 and Opus 5.5 on 22 September.
    expect(modelsOf(["claude-opus-5-5"])).toEqual(CURRENT);
  });

  it("are those of the mix too, each in its family, newest first, and one's own at the end; no other old one", () => {
    const mixed = ["claude-sonnet-4-6", "claude-opus-4-5-20251101", "claude-mythos-5-2", "claude-sonnet-4-5-20250929"];
    expect(modelsOf(mixed, { ownModels: [OWN] })).toEqual([
      "claude-mythos-5-2",
      "claude-fable-5-2",
      "claude-opus-5-5",
      "claude-opus-4-5-20251101",
      "claude-sonnet-5-5",
      "claude-sonnet-4-6",
      "claude-sonnet-4-5-20250929",
      "claude-haiku-5-5",
      "own-house",
    ]);
  });
});

describe("a model that cannot serve a session", () => {
  const profile = byTotals("claude-sonnet-4-6", REPRESENTATIVE);

  it("has no figure: Haiku 5.5 had no price on the day before its first, 2026-10-07", () => {
    const costs = (priceDate: string) =>
      sessionOnModels(scenarioOf([profile], { priceDate }), profile).find(({ model }) => model === "claude-haiku-5-5")?.parts;
    expect(costs("2026-10-06")).toBeNull();
    expect(costs("2026-10-07")).toHaveLength(1);
  });

  it("is told apart from a mistake of ours, which is not hidden: a model of one's own without rates", () => {
    const { rates: _, ...unrated } = OWN;
    const scenario = scenarioOf([profile], { ownModels: [unrated as OwnModel] });
    expect(() => sessionOnModels(scenario, profile)).toThrow(TypeError);
  });
});
