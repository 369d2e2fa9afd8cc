import { describe, expect, it } from "vitest";
import { combineLevers } from "../../src/features/levers/combine-levers.ts";
import { STRENGTHS } from "../../src/features/levers/lever-words.ts";
import { DEFAULT_LEVERS } from "../../src/scenario/defaults.ts";
import { LEVER_ORDER, type LeverId } from "../../src/scenario/levers.ts";
import type { Levers, Profile, Scenario } from "../../src/scenario/scenario.ts";
import { byTotals, only, scenarioOf, simulated } from "../scenario/made-scenario.ts";

const SONNET = "claude-sonnet-4-6";
const HAIKU = "claude-haiku-4-5-20251001";

// 2,000,000 input at $3 and 1,000,000 output at $15 a MTok: $21 a month
const TWENTY_ONE = byTotals(SONNET, { input: 2_000_000, output: 1_000_000 });
// Half on Haiku 4.5 at a third of the rates
const HALVES = { easyPercent: 50, mediumPercent: 50, easyModel: HAIKU, mediumModel: SONNET, hardModel: SONNET };

type Changes = { readonly [id in LeverId]?: Partial<Levers[id]> };

function scenarioWith(changes: Changes, profile: Profile = TWENTY_ONE, fields: Partial<Scenario> = {}): Scenario {
  const levers = LEVER_ORDER.map((id) => [id, { ...DEFAULT_LEVERS[id], ...changes[id] }]);
  return scenarioOf([profile], { ...fields, levers: Object.fromEntries(levers) as unknown as Levers });
}

const barsOf = (scenario: Scenario) => combineLevers(scenario).chart.bars.map(({ label, kind, text }) => [label, kind, text]);
const rowOf = (scenario: Scenario, id: string) => combineLevers(scenario).rows.find((row) => row.id === id)?.cells;

/** Routing to $14, 30 % less output then takes 3 of its 10, batch a tenth of the last 11. */
const PULLED = scenarioWith({ routing: { ...HALVES, on: true }, thinking: { on: true }, batch: { on: true } });

describe("the waterfall of levers", () => {
  it("says from where to where, and what each lever that is on does", () => {
    expect(combineLevers(PULLED).takeaway).toBe("From $21.00 to $9.90 a month: routing −$7.00, thinking −$3.00, batch −$1.10.");
  });

  it("has a bar for each lever, one that is off too", () => {
    expect(barsOf(PULLED)).toEqual([
      ["Today", "bill", "$21.00"],
      ["Routing", "change", "−$7.00"],
      ["Caching", "off", "off"],
      ["Compaction", "off", "off"],
      ["/clear", "off", "off"],
      ["Thinking", "change", "−$3.00"],
      ["Batch", "change", "−$1.10"],
      ["Subagents", "off", "off"],
      ["Optimised", "bill", "$9.90"],
    ]);
  });

  it("holds the same figures in its table, with what each would save alone", () => {
    // alone: 30 % of the 15 for output; a tenth of 21
    expect(rowOf(PULLED, "today")).toEqual(["Today", "", "", "$21.00", ""]);
    expect(rowOf(PULLED, "thinking")).toEqual(["Thinking", "$14.00", "−$3.00", "$11.00", "−$4.50"]);
    expect(rowOf(PULLED, "batch")).toEqual(["Batch", "$11.00", "−$1.10", "$9.90", "−$2.10"]);
    expect(rowOf(PULLED, "clearing")).toEqual(["/clear", "", "off", "", "$0"]);
    expect(rowOf(PULLED, "optimised")).toEqual(["Optimised", "", "", "$9.90", ""]);
  });

  it("shows each lever by itself while all are off, the three that save most in words", () => {
    const off = scenarioWith({ routing: HALVES });
    // compaction takes 60 % of the 6 for input
    expect(combineLevers(off).takeaway).toBe(
      "All levers are off: $21.00 a month. Pulled alone, the most would be saved by routing $7.00, thinking $4.50, compaction $3.60 a month.",
    );
    expect(barsOf(off)[1]).toEqual(["Routing", "alone", "−$7.00"]);
    expect(combineLevers(off).chart.bars[1]).toMatchObject({ from: 21, to: 14 });
    expect(barsOf(off)[4]).toEqual(["/clear", "off", "no change"]);
  });

  it("shows a lever that costs as going up", () => {
    const dearer = scenarioWith({
      routing: { ...HALVES, easyPercent: 0, mediumPercent: 100, mediumModel: "claude-opus-4-6", on: true },
    });
    // input 5 and output 25 instead of 3 and 15: 21 × 5 / 3 = 35
    expect(combineLevers(dearer).takeaway).toBe("From $21.00 to $35.00 a month: routing +$14.00.");
    expect(combineLevers(dearer).says.routing).toBe("Costs $14.00 a month more.");
  });

  it("says so when what is on changes nothing, and when nothing would save", () => {
    const idle = scenarioWith({ clearing: { on: true } });
    expect(combineLevers(idle).takeaway).toBe("The levers that are on change nothing here: $21.00 a month.");
    const free = combineLevers(scenarioWith({}, byTotals(SONNET, {})));
    expect(free.takeaway).toBe("No lever, as set below, would cut this bill of $0 a month.");
  });
});

describe("beside a lever", () => {
  it("stands what it does in the stack, and alone while it is off", () => {
    const { says } = combineLevers(PULLED);
    expect(says.thinking).toBe("Saves $3.00 a month of what those above leave.");
    // 60 % of 6 for input, alone
    expect(says.compaction).toBe("Alone it would save $3.60 a month.");
  });

  it("stands why it changes nothing", () => {
    expect(combineLevers(PULLED).says.clearing).toBe(
      "It would change nothing here: these sessions are stated by totals, which do not tell.",
    );
    expect(combineLevers(scenarioWith({ subagents: { on: true } }, simulated(SONNET))).says.subagents).toBe(
      "Changes nothing here: these sessions start no subagents.",
    );
  });

  it("stands why it cannot be pulled", () => {
    const fast = { ...simulated("claude-opus-5-5"), mix: only("claude-opus-5-5") };
    const view = combineLevers(scenarioWith({ batch: { on: true } }, fast, { fast: true }));
    expect(view.says.batch).toBe("Left out of the figures.");
    expect(view.conflicts.batch).toBe("batch and fast mode exclude each other");
    expect(view.says.routing).toBe("It cannot be pulled here.");
    expect(view.rows.find(({ id }) => id === "batch")?.cells).toEqual(["Batch", "", "left out", "", "not possible"]);
    expect(view.chart.bars.find(({ label }) => label === "Batch")).toMatchObject({ kind: "off", text: "left out" });
  });

  it("stands what reading anew costs where a model is chosen for each request", () => {
    expect(combineLevers(PULLED).reReading).toBe("Here both cost the same.");
    // 1,000 sessions: by request 15,187.5 millionths, by session 6,422.5 (tests/scenario/levers.test.ts): $8.765 apart
    const often = { ...simulated(SONNET), sessionsPerDay: 1_000 };
    expect(combineLevers(scenarioWith({ routing: HALVES }, often)).reReading).toMatch(
      /^Each request: \$8\.77 a month more than each session/,
    );
  });
});

describe("the strength of a lever in words", () => {
  it("names what is left for hard work, and nothing below zero", () => {
    expect(STRENGTHS.routing(DEFAULT_LEVERS.routing)).toBe("70% Haiku 5.5, 20% Sonnet 5.5, 10% Opus 5.5");
    // 100 − 33.3 − 33.3 is 33.400000000000006
    expect(STRENGTHS.routing({ ...DEFAULT_LEVERS.routing, easyPercent: 33.3, mediumPercent: 33.3 })).toContain(" 33.4% Opus");
    expect(STRENGTHS.routing({ ...DEFAULT_LEVERS.routing, easyPercent: 90 })).toContain(" 0% Opus");
  });

  it.each([
    { lever: STRENGTHS.clearing({ on: false, afterRequests: 1 }), words: "after 1 request" },
    { lever: STRENGTHS.clearing({ on: false, afterRequests: 2 }), words: "after 2 requests" },
    { lever: STRENGTHS.caching({ on: false, to: "5m" }), words: "5 minutes" },
  ])("$words", ({ lever, words }) => {
    expect(lever).toBe(words);
  });
});
