import { describe, expect, it } from "vitest";
import { changesBetween } from "../../src/scenario/difference-changes.ts";
import type { Profile, Scenario } from "../../src/scenario/scenario.ts";
import { byTotals, only, scenarioOf, simulated } from "./made-scenario.ts";

const SONNET = "claude-sonnet-4-6";
const OPUS = "claude-opus-4-6";
const HAIKU = "claude-haiku-4-5-20251001";

const toldOf = (from: Scenario, to: Scenario) =>
  changesBetween(from, to).map(({ name, label, words }) => ({ name, label, words }));
const mix = (...shares: readonly (readonly [model: string, percent: number])[]) =>
  shares.map(([model, percent]) => ({ model, percent, locked: false }));

describe("with several kinds of sessions a change says which of them is meant, in all it is called", () => {
  const review = byTotals(HAIKU, { output: 1_000 }, { name: "Review" });
  const coding = simulated(SONNET);
  const inCoding = (change: Partial<Profile>): Scenario => scenarioOf([{ ...coding, name: "Coding", ...change }, review]);

  it.each<readonly [string, Partial<Profile>, string, string, string]>([
    ["how often", { sessionsPerDay: 4 }, "sessions a day (Coding)", "sessions a day (Coding)", "sessions a day 1 → 4 (Coding)"],
    ["one model", { mix: only(OPUS) }, "model (Coding)", "model mix (Coding)", "model Sonnet 4.6 → Opus 4.6 (Coding)"],
    [
      "a share",
      { mix: mix([SONNET, 60], [OPUS, 40]) },
      "Opus 4.6 share (Coding)",
      "model mix (Coding)",
      "Opus 4.6 share 0 % → 40 % (Coding)",
    ],
    [
      "three shares",
      { mix: mix([SONNET, 50], [OPUS, 30], [HAIKU, 20]) },
      "model mix (Coding)",
      "model mix (Coding)",
      "Sonnet 4.6 share 100 % → 50 %, Opus 4.6 share 0 % → 30 %, Haiku 4.5 share 0 % → 20 % (Coding)",
    ],
    [
      "how they are described",
      { usage: byTotals(SONNET, { output: 1_000 }).usage },
      "session described (Coding)",
      "session described (Coding)",
      "session described by its shape → by its totals (Coding)",
    ],
    [
      "a figure of the session",
      { usage: { ...coding.usage, requests: 5 } as Profile["usage"] },
      "requests a session (Coding)",
      "requests a session (Coding)",
      "requests a session 4 → 5 (Coding)",
    ],
  ])("%s", (_what, change, name, label, words) => {
    expect(toldOf(inCoding({}), inCoding(change))).toEqual([{ name, label, words }]);
  });
});

describe("models without a share are no part of a mix in words", () => {
  const change = (before: Profile["mix"], after: Profile["mix"]) =>
    toldOf(scenarioOf([{ ...byTotals(SONNET, {}), mix: before }]), scenarioOf([{ ...byTotals(SONNET, {}), mix: after }])).map(
      ({ words }) => words,
    );

  it("beside the one model before and after", () => {
    expect(change(mix([OPUS, 100], [HAIKU, 0]), mix([HAIKU, 0], [SONNET, 100]))).toEqual(["model Opus 4.6 → Sonnet 4.6"]);
  });

  it("beside two between which shares move: the one that grows says it all", () => {
    expect(change(mix([OPUS, 70], [HAIKU, 0], [SONNET, 30]), mix([OPUS, 60], [HAIKU, 0], [SONNET, 40]))).toEqual([
      "Sonnet 4.6 share 30 % → 40 %",
    ]);
  });
});
