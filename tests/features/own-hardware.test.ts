import { describe, expect, it } from "vitest";
import { combineOwnHardware, type OwnHardwareView } from "../../src/features/own-hardware/combine-own-hardware.ts";
import type { OwnHardware } from "../../src/pricing/own-hardware.ts";
import { DEFAULT_SCENARIO } from "../../src/scenario/defaults.ts";
import { type CallQuestion, DEFAULT_QUESTIONS } from "../../src/scenario/questions.ts";
import type { Scenario } from "../../src/scenario/scenario.ts";

/** 5,000 × 3 + 2,000 × 15 millionths = $0.045 a call on Sonnet 4.6. */
const CALL: CallQuestion = {
  ...DEFAULT_QUESTIONS.call,
  promptTokens: 5_000,
  outputTokens: 1_500,
  thinkingTokens: 500,
  callsPerMonth: 10_000,
  model: "claude-sonnet-4-6",
};
/** $720 of hours and $180 of people; 720 × 3,600 × 0.5 s ÷ (5,000 / 5,000 + 2,000 / 500 = 5 s) = 259,200 calls to a machine. */
const HARDWARE: OwnHardware = {
  pricePerHour: 1,
  hoursPerMonth: 720,
  promptTokensPerSecond: 5_000,
  outputTokensPerSecond: 500,
  utilisationPercent: 50,
  peopleHours: 3,
  peoplePricePerHour: 60,
};
const scenarioWith = (call: Partial<CallQuestion> = {}, hardware: Partial<OwnHardware> = {}): Scenario => ({
  ...DEFAULT_SCENARIO,
  priceDate: "2026-11-20",
  questions: { ...DEFAULT_QUESTIONS, call: { ...CALL, ...call }, hardware: { ...HARDWARE, ...hardware } },
});
const viewOf = (...change: Parameters<typeof scenarioWith>): OwnHardwareView => {
  const view = combineOwnHardware(scenarioWith(...change));
  if ("why" in view) throw new Error(view.why);
  return view;
};
const cellsAt = (view: OwnHardwareView, calls: string) => view.rows.find(({ cells }) => cells[0] === calls)?.cells.slice(1);

describe("own hardware beside the API", () => {
  it("says what the call is, thinking as output", () => {
    expect(viewOf().call).toBe(
      "One call: 5,000 tokens in, 2,000 out, $0.045 on Sonnet 4.6; 10,000 calls a month, as set under “One call”.",
    );
  });

  it("names the crossing and the person's own calls: 900 ÷ 0.045 = 20,000; 10,000 × 0.045 = 450", () => {
    expect(viewOf().takeaway).toBe(
      "Own hardware meets Sonnet 4.6 at 20,000 calls a month, within the 259,200 of one machine; below that the API is cheaper.",
    );
    expect(viewOf().sentence).toBe("Your 10,000 calls a month cost $450.00 on the API and $900.00 on one machine.");
  });

  it("says how many machines the crossing needs, and that a step can lift it over the API again", () => {
    // People of $5,000: a full machine saves 259,200 × 0.045 − 720 = 10,944. At 1/50 of the speed 5,184 calls, worth 233.28 against 720 × 0.2 = 144:
    // 89.28 saved, 5,000 / 89.28 = 56.003: 57 machines; (57 × 144 + 5,000) ÷ 0.045 = 293,511.1
    const slow = { pricePerHour: 0.2, utilisationPercent: 1, peopleHours: 50, peoplePricePerHour: 100 };
    // always: (144 + 5,000) / 89.28 = 57.6: 58 machines; (58 × 144 + 5,000) ÷ 0.045 = 296,711.1
    expect(viewOf({}, slow).takeaway).toMatch(
      /^Own hardware meets Sonnet 4\.6 at 293,512 calls a month, by then 57 machines of 5,184 each; below that the API is cheaper\. A further machine lifts it over the API again for a while; from 296,712 calls on it stays below\.$/,
    );
  });

  it("says that the API is always cheaper where a full machine costs more than its calls", () => {
    // 5,184 × 0.045 = 233.28 against 720; 10,000 calls need 2 machines: 1,440 + 180
    expect(viewOf({}, { utilisationPercent: 1 }).takeaway).toBe(
      "The API is always cheaper: a machine at full work, 5,184 calls a month, costs $720.00, and Sonnet 4.6 answers them for $233.28.",
    );
    expect(viewOf({}, { utilisationPercent: 1 }).sentence).toBe(
      "Your 10,000 calls a month cost $450.00 on the API and $1,620 on 2 machines.",
    );
    expect(viewOf({}, { utilisationPercent: 1 }).chart.crossings).toEqual([]);
  });

  it("holds the arithmetic in its table", () => {
    const view = viewOf();
    // 10,000 × 7,000 = 70M tokens: 450 / 70 = 6.43, 900 / 70 = 12.86
    expect(cellsAt(view, "10,000")).toEqual(["$450.00", "$900.00", "1", "$6.43", "$12.86"]);
    expect(cellsAt(view, "20,000")).toEqual(["$900.00", "$900.00", "1", "$6.43", "$6.43"]);
    // 259,200 × 0.045 = 11,664; one call more is a second machine: 1,440 + 180; 900 / 1,814.4 and 1,620 / 1,814.407
    expect(cellsAt(view, "259,200")).toEqual(["$11,664", "$900.00", "1", "$6.43", "$0.496"]);
    expect(cellsAt(view, "259,201")).toEqual(["$11,664", "$1,620", "2", "$6.43", "$0.893"]);
  });

  it("says what a million tokens costs a machine at work: 1 ÷ 3,600 ÷ 0.5 ÷ 5,000 and ÷ 500, and the API", () => {
    expect(viewOf().perMTok?.rows.map(({ cells }) => cells)).toEqual([
      ["read", "$0.111", "$3.00"],
      ["written", "$1.11", "$15.00"],
    ]);
    expect(viewOf({ promptTokens: 0 }).perMTok?.rows[0]?.cells).toEqual(["read", "$0.111", "none in this call"]);
  });

  it("draws the API as a line and machines as steps that the table agrees with", () => {
    const { chart } = viewOf({ callsPerMonth: 500_000 });
    const [api, own] = chart.series;
    // 500,000 × 1.25; 2 × 720 + 180 up to 518,400, then 3 × 720 + 180
    expect(api?.points.at(-1)).toEqual({ x: 625_000, y: 28_125 });
    expect(own?.points.map(({ y }) => y)).toEqual([900, 900, 1_620, 1_620, 2_340, 2_340]);
    expect(own?.points.map(({ x }) => Math.round(x / 100) * 100)).toEqual([0, 259_200, 259_200, 518_400, 518_400, 625_000]);
    expect(chart.crossings).toEqual([{ x: expect.closeTo(20_000, 6), label: "same cost at 20K" }]);
  });

  it("draws thousands of machines with few points", () => {
    const { chart } = viewOf({ callsPerMonth: 1_000_000_000 }, { utilisationPercent: 1 });
    expect(chart.series[1]?.points.length).toBeLessThan(60);
    const ys = chart.series[1]?.points.map(({ y }) => y) ?? [];
    expect(ys).toEqual([...ys].sort((a, b) => a - b));
  });

  it("puts the person's own point on the API's line", () => {
    expect(viewOf().own).toEqual({ x: 10_000, y: expect.closeTo(450, 9), label: "you: $450" });
  });

  it("takes cache and batch of the call for the API only", () => {
    // (2,500 × 3 + 2,500 × 0.3 + 30,000) ÷ 2 millionths = 0.019125
    expect(viewOf({ cachedPercent: 50, batch: true }).call).toContain("$0.0191 on Sonnet 4.6");
  });

  it.each([
    [{ promptTokens: 0, outputTokens: 0, thinkingTokens: 0 }, {}, "The call has no tokens yet: set them under “One call”."],
    [{ model: "claude-mythos-preview", batch: true }, {}, "Mythos Preview is not offered in batch, which “One call” asks for."],
    [
      { model: "claude-mythos-preview", cachedPercent: 50 },
      {},
      "No cache price of Mythos Preview is known, and “One call” reads from the cache.",
    ],
    [{}, { hoursPerMonth: 0 }, "Hardware that is never on answers no call."],
  ])("says why there is nothing to compare: %j", (call, hardware, why) => {
    expect(combineOwnHardware(scenarioWith(call, hardware))).toEqual({ why });
  });

  it("says that a model had no price on the price date", () => {
    expect(combineOwnHardware({ ...scenarioWith({ model: "claude-opus-5-5" }), priceDate: "2026-09-21" })).toEqual({
      why: "Opus 5.5 has no price on 2026-09-21.",
    });
  });
});
