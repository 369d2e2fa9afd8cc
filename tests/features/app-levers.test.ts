import { describe, expect, it } from "vitest";
import { APP_STRENGTHS } from "../../src/features/app-levers/app-lever-words.ts";
import { combineAppLevers } from "../../src/features/app-levers/combine-app-levers.ts";
import { APP_LEVER_ORDER } from "../../src/pricing/app-levers.ts";
import { DEFAULT_SCENARIO } from "../../src/scenario/defaults.ts";
import { type AppLevers, type CallQuestion, DEFAULT_QUESTIONS, withQuestions } from "../../src/scenario/questions.ts";
import type { Scenario } from "../../src/scenario/scenario.ts";

type Changes = { readonly [id in keyof AppLevers]?: Partial<AppLevers[id]> };

const LEVERS = DEFAULT_QUESTIONS.app;
const SONNET_4_6 = "claude-sonnet-4-6";
const HAIKU_4_5 = "claude-haiku-4-5-20251001";

/** 1,000 calls of 2,000 in and 1,000 out on Sonnet 4.6: 6 + 15 = $21 a month. */
function scenarioWith(changes: Changes = {}, call: Partial<CallQuestion> = {}): Scenario {
  const app = Object.fromEntries(APP_LEVER_ORDER.map((id) => [id, { ...LEVERS[id], ...changes[id] }])) as unknown as AppLevers;
  const asked = { ...DEFAULT_QUESTIONS.call, promptTokens: 2_000, outputTokens: 1_000, callsPerMonth: 1_000, model: SONNET_4_6 };
  return withQuestions(DEFAULT_SCENARIO, { ...DEFAULT_QUESTIONS, call: { ...asked, ...call }, app });
}

const viewOf = (changes: Changes = {}, call: Partial<CallQuestion> = {}) => combineAppLevers(scenarioWith(changes, call));
const rowOf = (view: ReturnType<typeof viewOf>, id: string) => view.rows.find((row) => row.id === id)?.cells;

/** Half on Haiku 4.5 at a third of the rates. */
const HALF: Changes = { smaller: { percent: 50, model: HAIKU_4_5 } };

describe("the waterfall of an app's levers", () => {
  it("says which calls these are", () => {
    expect(viewOf({}, { thinkingTokens: 500 }).call).toBe(
      "1,000 calls a month of 2,000 tokens in and 1,500 out on Sonnet 4.6, as set under “One call”.",
    );
  });

  it("shows each lever alone while all are off, the three that save most in words", () => {
    // 700 of the 1,000 tokens out less: 10.50; half in batch: a quarter, 5.25; half on Haiku: 7
    const view = viewOf(HALF);
    expect(view.takeaway).toBe(
      "All levers are off: $21.00 a month. Pulled alone, the most would be saved by output cap $10.50, smaller model $7.00, batch $5.25 a month.",
    );
    expect(view.chart?.bars.map(({ label, kind, text }) => [label, kind, text])).toEqual([
      ["Today", "bill", "$21.00"],
      ["Output cap", "alone", "−$10.50"],
      // a fifth of $6
      ["Trimming", "alone", "−$1.20"],
      // 1,000 calls are 43 minutes apart, and every one writes 1,500 × 3.75 for 1,500 × 3
      ["Cached prefix", "alone", "+$1.13"],
      ["Batch", "alone", "−$5.25"],
      ["Own cache", "alone", "−$4.20"],
      ["Smaller model", "alone", "−$7.00"],
      ["Optimised", "bill", "$21.00"],
    ]);
    expect(view.says.trimming).toBe("Alone it would save $1.20 a month.");
    expect(view.says.prefix).toMatch(/^Alone it would cost \$1\.13 a month more\.$/);
  });

  it("goes from bill to bill once one is on, and the table holds the same", () => {
    // 21 − 5.25, then half of 15.75 at a third
    const view = viewOf({ batch: { on: true }, smaller: { ...HALF.smaller, on: true } });
    expect(view.takeaway).toBe("From $21.00 to $10.50 a month: batch −$5.25, smaller model −$5.25.");
    expect(rowOf(view, "today")).toEqual(["Today", "", "", "$21.00", ""]);
    expect(rowOf(view, "batch")).toEqual(["Batch", "$21.00", "−$5.25", "$15.75", "−$5.25"]);
    expect(rowOf(view, "trimming")).toEqual(["Trimming", "", "off", "", "−$1.20"]);
    expect(rowOf(view, "smaller")).toEqual(["Smaller model", "$15.75", "−$5.25", "$10.50", "−$7.00"]);
    expect(rowOf(view, "optimised")).toEqual(["Optimised", "", "", "$10.50", ""]);
    expect(view.says.smaller).toBe("Saves $5.25 a month of what those above leave.");
  });

  it("opens both bills to lines that add up to them", () => {
    const view = viewOf({ batch: { on: true }, smaller: { ...HALF.smaller, on: true } });
    const sum = (id: string) => view.lines.get(id)?.reduce((all, { amount }) => all + amount, 0);
    expect([sum("today"), sum("optimised")]).toEqual([expect.closeTo(21, 9), expect.closeTo(10.5, 9)]);
    expect(view.lines.get("optimised")?.map(({ item }) => item)).toEqual([
      "Input, Sonnet 4.6",
      "Output, Sonnet 4.6",
      "Input, Sonnet 4.6 (batch)",
      "Output, Sonnet 4.6 (batch)",
      "Input, Haiku 4.5",
      "Output, Haiku 4.5",
      "Input, Haiku 4.5 (batch)",
      "Output, Haiku 4.5 (batch)",
    ]);
  });

  it("says so when what is on changes nothing, and when nothing would save", () => {
    const idle = viewOf({ outputCap: { on: true, tokens: 1_000 } });
    expect(idle.takeaway).toBe("The levers that are on change nothing here: $21.00 a month.");
    expect(idle.says.outputCap).toBe("Changes nothing here.");
    expect(viewOf({}, { callsPerMonth: 0 }).takeaway).toBe("No lever, as set below, would cut this bill of $0 a month.");
  });

  it("says why a lever cannot be pulled, and leaves it out", () => {
    const view = viewOf({ prefix: { on: true, tokens: 1_023 } });
    expect(view.conflicts.prefix).toBe(
      "Sonnet 4.6 caches from 1,024 tokens on, and this prefix is shorter: nothing would be cached",
    );
    expect(view.says.prefix).toBe("Left out of the figures.");
    expect(rowOf(view, "prefix")).toEqual(["Cached prefix", "", "left out", "", "not possible"]);
    const preview = viewOf({ batch: { on: true } }, { model: "claude-mythos-preview" });
    expect(preview.conflicts.batch).toBe("Mythos Preview is not offered in batch");
    expect(preview.conflicts.trimming).toBeNull();
  });

  it("shows no figure of calls that have no price", () => {
    const view = viewOf({}, { model: "claude-mythos-preview", batch: true });
    expect(view.takeaway).toBe("Mythos Preview is not offered in batch: these calls have no bill that levers could cut.");
    expect(view).toMatchObject({ chart: null, rows: [] });
  });
});

describe("how the prefix lives, in words", () => {
  const on = (prefix: Partial<AppLevers["prefix"]>, call: Partial<CallQuestion> = {}, others: Changes = {}) =>
    viewOf({ prefix: { on: true, ...prefix }, ...others }, call).prefix;

  it.each<[why: string, Partial<AppLevers["prefix"]>, calls: number, words: string]>([
    // 43,200 ÷ 1,000
    [
      "steady, too far apart",
      {},
      1_000,
      "Sonnet 4.6: a call every 43.2 minutes, so the entry of 5 minutes is gone: 1,000 calls write, 0 calls read 1,500 tokens a month.",
    ],
    [
      "steady, near enough",
      { lifetime: "1h" },
      1_000,
      "Sonnet 4.6: a call every 43.2 minutes, so the entry lives on: 1 call writes, 999 calls read 1,500 tokens a month.",
    ],
    // 43,200 × 60 ÷ 100,000 = 25.92 seconds
    [
      "many a minute",
      {},
      100_000,
      "Sonnet 4.6: a call every 25.92 seconds, so the entry lives on: 1 call writes, 99,999 calls read 1,500 tokens a month.",
    ],
    [
      "in bursts",
      { arrival: "bursts" },
      1_000,
      "Sonnet 4.6: 50 bursts, one every 60 minutes, so the entry of 5 minutes is gone: 50 calls write, 950 calls read 1,500 tokens a month.",
    ],
  ])("%s", (_, prefix, callsPerMonth, words) => {
    expect(on(prefix, { callsPerMonth })).toEqual([words]);
  });

  it("tells each model's cache apart, after every lever that is on", () => {
    const words = on({ lifetime: "1h" }, {}, { smaller: { ...HALF.smaller, on: true } });
    expect(words).toEqual([
      // 500 calls are 86.4 minutes apart
      "Sonnet 4.6: a call every 86.4 minutes, so the entry of 60 minutes is gone: 500 calls write, 0 calls read 1,500 tokens a month.",
      "Haiku 4.5: nothing is cached. It caches from 4,096 tokens on, and this prefix has 1,500.",
    ]);
  });

  it("says what does not fit together", () => {
    // 43,200 ÷ 60 = 720 bursts of 1
    expect(on({ arrival: "bursts", burstCalls: 1 }).at(-1)).toBe(
      "Note that a month of 30 days has room for 720 calls in such bursts, and 1,000 are stated.",
    );
    expect(on({}, { cachedPercent: 40 }).at(-1)).toBe("It takes the place of the 40% that the call reads from the cache.");
    expect(on({}, { model: "claude-opus-5-5" })[0]).toMatch(/The shortest prefix that it caches was not found\.$/);
  });
});

describe("a folded lever", () => {
  it("shows how hard it is pulled", () => {
    expect(APP_STRENGTHS.outputCap(LEVERS.outputCap)).toBe("300 tokens");
    expect(APP_STRENGTHS.trimming(LEVERS.trimming)).toBe("20% of the prompt left out");
    expect(APP_STRENGTHS.prefix(LEVERS.prefix)).toBe("1,500 tokens for 5 minutes, calls arrive steadily");
    expect(APP_STRENGTHS.prefix({ ...LEVERS.prefix, lifetime: "1h", arrival: "bursts" })).toBe(
      "1,500 tokens for 1 hour, 20 calls every 60 minutes",
    );
    expect(APP_STRENGTHS.batch(LEVERS.batch)).toBe("50% of the calls");
    expect(APP_STRENGTHS.localCache(LEVERS.localCache)).toBe("20% answered without a call");
    expect(APP_STRENGTHS.smaller(LEVERS.smaller)).toBe("50% on Haiku 5.5");
  });
});
