import { describe, expect, it } from "vitest";
import { countedForModel, onModel } from "../../src/features/one-call/call-changes.ts";
import {
  callOfPreset,
  combineCallPresets,
  presetOfCall,
  publishedUsd,
  todayUsd,
} from "../../src/features/one-call/combine-call-presets.ts";
import { combineOneCall } from "../../src/features/one-call/combine-one-call.ts";
import { countsInWords, kindMethod, rangeInWords, textMethod } from "../../src/features/one-call/size-words.ts";
import { countText, tokensOfCount, tokensOfText } from "../../src/features/one-call/text-size.ts";
import { type CallPresetId, callPresets } from "../../src/rates/call-presets.ts";
import { DEFAULT_SCENARIO } from "../../src/scenario/defaults.ts";
import { type CallQuestion, DEFAULT_QUESTIONS, withQuestions } from "../../src/scenario/questions.ts";
import type { OwnModel, Scenario } from "../../src/scenario/scenario.ts";

const FACTOR = { tokenizerFactor: 1.3 };
const EARLIER = { isLaterTokenizer: false, factor: 1.3 };
const LATER = { isLaterTokenizer: true, factor: 1.3 };

function scenarioWith(call: Partial<CallQuestion>, fields: Partial<Scenario> = {}): Scenario {
  const questions = { ...DEFAULT_QUESTIONS, call: { ...DEFAULT_QUESTIONS.call, ...call } };
  return withQuestions({ ...DEFAULT_SCENARIO, ...fields }, questions);
}

const viewOf = (call: Partial<CallQuestion>, fields: Partial<Scenario> = {}) => combineOneCall(scenarioWith(call, fields));
const cellsOf = (view: ReturnType<typeof combineOneCall>, model: string) =>
  [...view.rows, ...view.otherRows].find(({ id }) => id === model)?.cells;

describe("one call on every model", () => {
  it("says what it costs on the call's model and where it is cheapest", () => {
    // 2,000 × 2 + 500 × 10 = 9,000 a million; Haiku 5.5: 200 + 250 = 450
    expect(viewOf({}).takeaway).toBe(
      "$0.009 a call on Sonnet 5.5, $90.00 a month for 10,000 calls; cheapest on Haiku 5.5: $0.00045 a call.",
    );
    expect(viewOf({ model: "claude-haiku-5-5", callsPerMonth: 1 }).takeaway).toBe(
      "$0.00045 a call on Haiku 5.5, $0.00045 a month for 1 call, the cheapest of the models below.",
    );
    expect(viewOf({ promptTokens: 0, outputTokens: 0 }).takeaway).toBe("This call sends and gets nothing yet.");
  });

  it("has a row for each current model: a call, 1,000 of them, a month", () => {
    const view = viewOf({});
    expect(view.rows.map(({ id }) => id)).toEqual([
      "claude-fable-5-2",
      "claude-opus-5-5",
      "claude-sonnet-5-5",
      "claude-haiku-5-5",
    ]);
    // 2,000 × 4 + 500 × 20 = 18,000 a million
    expect(cellsOf(view, "claude-opus-5-5")).toEqual(["Opus 5.5", "$0.018", "$18.00", "$180.00", "2,000", "500", ""]);
    expect(cellsOf(view, "claude-haiku-5-5")).toEqual(["Haiku 5.5", "$0.00045", "$0.45", "$4.50", "2,000", "500", "cheapest"]);
    expect(cellsOf(view, "claude-sonnet-5-5")?.at(-1)).toBe("your model");
  });

  it("counts the same text as each model counts it", () => {
    // 2,600 ÷ 1.3 = 2,000 and 650 ÷ 1.3 = 500 on Sonnet 4.6: 6,000 + 7,500
    const view = viewOf({ promptTokens: 2_600, outputTokens: 650 });
    expect(cellsOf(view, "claude-sonnet-4-6")?.slice(0, 6)).toEqual([
      "Sonnet 4.6",
      "$0.0135",
      "$13.50",
      "$135.00",
      "2,000",
      "500",
    ]);
  });

  it("says what is to be known of a row", () => {
    const long = viewOf({ promptTokens: 250_000, cachedPercent: 1 });
    // 250,000 ÷ 1.3 = 192,308 fit in 200,000; 1 % of them, 1,923, are too few for Haiku 4.5
    expect(cellsOf(long, "claude-haiku-4-5-20251001")?.at(-1)).toBe("nothing cached: it caches from 4,096 tokens on");
    expect(cellsOf(long, "claude-haiku-5-5")?.at(-1)).toBe("cheapest; long prompt: every token at its higher rates");
    expect(cellsOf(long, "claude-3-5-haiku-20241022")?.at(-1)).toMatch(/retired: its last price$/);
    const longer = viewOf({ promptTokens: 1_100_000 });
    expect(cellsOf(longer, "claude-opus-5-5")?.at(-1)).toBe("longer than it takes: would be refused");
    expect(longer.rows.some(({ cells }) => String(cells.at(-1)).includes("cheapest"))).toBe(false);
  });

  it("gives no figure where there is no price", () => {
    const view = viewOf({ model: "claude-mythos-preview", batch: true });
    expect(cellsOf(view, "claude-mythos-preview")).toEqual(["Mythos Preview", "", "", "", "", "", "is not offered in batch"]);
    // Haiku 5.5 in batch: half of 0.00045
    expect(view.takeaway).toBe("Mythos Preview is not offered in batch; cheapest on Haiku 5.5: $0.000225 a call.");
    expect(view.lines.has("claude-mythos-preview")).toBe(false);
    const early = viewOf({}, { priceDate: "2026-10-06" });
    expect(cellsOf(early, "claude-haiku-5-5")?.at(-1)).toBe("had no price on that day yet");
  });

  it("never calls a retired model the cheapest", () => {
    const view = viewOf({ model: "claude-3-haiku-20240307", batch: false, promptTokens: 100_000, outputTokens: 0 });
    // 130,000 on Haiku 5.5 are above its threshold: 0.065; Haiku 3 would be 0.025
    expect(view.takeaway).toMatch(/^\$0\.025 a call on Haiku 3, .*; cheapest on Haiku 5\.5: \$0\.065 a call\.$/);
  });

  it("knows own models, own discounts and their lines", () => {
    const rates = { input: 1, output: 1, cacheWrite5m: 1, cacheWrite1h: 1, cacheRead: 1 };
    const ownModels: readonly OwnModel[] = [{ id: "own-mine", rates, tokenizer: "from-4.7" }];
    const view = viewOf({ callsPerMonth: 10 }, { ownModels, discountPercent: 50 });
    // 2,500 at $1; half of Sonnet's 0.009
    expect(cellsOf(view, "own-mine")?.slice(0, 4)).toEqual(["mine (own)", "$0.0025", "$2.50", "$0.025"]);
    expect(cellsOf(view, "claude-sonnet-5-5")?.[1]).toBe("$0.0045");
    expect(view.lines.get("own-mine")).toMatchObject({
      call: [{ quantity: 2_000, rate: 1, source: "own" }, { quantity: 500 }],
      month: [
        { quantity: 20_000, amount: 0.02 },
        { quantity: 5_000, amount: 0.005 },
      ],
    });
  });

  it("draws 1,000 calls by class, the call's model marked, and the table's parts add up", () => {
    const { chart, classRows } = viewOf({ cachedPercent: 50 });
    // 1,000 × 2 = 2; 1,000 × 0.10 = 0.10; 500 × 10 = 5 (each times 1,000 calls, a million)
    expect(chart.rows[2]).toEqual({
      label: "Sonnet 5.5",
      parts: [2, 0.1, 5].map((usd) => expect.closeTo(usd, 9)),
      isMarked: true,
    });
    expect(chart.parts.map(({ name }) => name)).toEqual(["Input", "Cache read", "Output"]);
    expect(classRows[2]?.cells).toEqual(["Sonnet 5.5", "$2.00", "$0.10", "$5.00", "$7.10"]);
  });
});

describe("uses that guides publish", () => {
  const preset = (id: CallPresetId) => {
    const found = callPresets.find((one) => one.id === id);
    if (!found) throw new Error(id);
    return found;
  };

  it.each<[CallPresetId, there: number]>([
    // C2.1: 2,000 × 0.80 + 500 × 4 = 3,600 a million, published $0.004
    ["chat-reply", 0.0036],
    // C2.2: 5,000 × 3 + 2,000 × 15
    ["file-review", 0.045],
    // C2.3: 3,000 × 3 + 4,000 × 15
    ["blog-post", 0.069],
    // C2.4: 20,000 × 15 + 5,000 × 75
    ["code-generation", 0.675],
    // C2.5: 50,000 × 3 + 3,000 × 15
    ["long-document", 0.195],
    // C2.6: 10,000 × 3 + 1,500 × 15, published $0.053
    ["video-frames", 0.0525],
    // C2.7: 100,000 × 15 + 10,000 × 75
    ["codebase-review", 2.25],
    // C3's batch rates: 2,000 × 0.40 + 500 × 2 = 1,800, 10,000 times
    ["support-tickets", 18],
    // C4: 5,000 × (3 − 0.30) = 13,500, 30,000 times; published $400 a month
    ["cached-prompt", 405],
    // C7: 500 × (2,800 × 3 + 700 × 15) = 1.4M × 3 + 0.35M × 15
    ["solo-developer", 9.45],
    // C8: 10,000 × 0.0036 + 500 × 0.045
    ["small-saas", 58.5],
    // C9: 40,000 × 0.0036 + 10,000 × 0.045
    ["startup", 594],
  ])("%s comes to $%d on the models of the guide, as published", (id, there) => {
    expect(publishedUsd(preset(id))).toBeCloseTo(there, 9);
    const { published } = preset(id);
    // A published figure is rounded to the thousandth, that of C4 to the hundred.
    if (published === null) return;
    const slack = published.of === "call" ? 0.0005 : published.of === "saved-by-caching" ? 5 : 0;
    expect(there).toBeGreaterThanOrEqual(published.low - slack);
    expect(there).toBeLessThanOrEqual(published.high + slack);
  });

  it.each<[CallPresetId, today: number]>([
    // Haiku 5.5, 1.3 times the tokens: 2,600 × 0.10 + 650 × 0.50 = 585
    ["chat-reply", 0.000585],
    // Opus 5.5: 130,000 × 4 + 13,000 × 20
    ["codebase-review", 0.78],
    // Sonnet 5.5: 6,500 × (2 − 0.10) = 12,350, 30,000 times
    ["cached-prompt", 370.5],
    // 10,000 × 0.000585 + 500 × (6,500 × 2 + 2,600 × 10 = 39,000) = 5.85 + 19.5
    ["small-saas", 25.35],
  ])("%s comes to $%d on today's models", (id, today) => {
    expect(todayUsd(preset(id), FACTOR)).toBeCloseTo(today, 9);
  });

  it("shows both in a row, and what was filled in beside it", () => {
    const { rows, notes } = combineCallPresets(FACTOR);
    expect(rows[0]?.cells).toEqual([
      "Chat reply: 2,000 in, 500 out",
      "$0.004",
      "$0.0036",
      "$0.000585",
      "a call",
      "Haiku 3.5; Haiku 5.5",
    ]);
    const words = rows.map(({ cells }) => `${cells[0]} ${cells[1]} ${cells[4]}`);
    expect(words).toContain(
      "10,000 support tickets in a batch: 2,000 in, 500 out, 10,000 calls in batch put together here a month",
    );
    expect(words).toContain("A cached prompt, 1,000 calls a day: 5,000 in, all cached, 0 out, 30,000 calls $400 saved a month");
    expect(notes.at(-1)).toMatch(/^Startup: .*does not say the mix/);
  });

  it("becomes the call of today's model, in its tokens, and is known again there", () => {
    const chat = callOfPreset(preset("chat-reply"), FACTOR);
    expect(chat).toMatchObject({ model: "claude-haiku-5-5", promptTokens: 2_600, outputTokens: 650, batch: false });
    // how often a single call comes stays the person's
    expect(chat).not.toHaveProperty("callsPerMonth");
    const call = { ...DEFAULT_QUESTIONS.call, ...chat };
    expect(presetOfCall(call, FACTOR)?.id).toBe("chat-reply");
    expect(presetOfCall({ ...call, promptTokens: 2_601 }, FACTOR)).toBeNull();
    expect(callOfPreset(preset("support-tickets"), FACTOR)).toMatchObject({ batch: true, callsPerMonth: 10_000 });
    expect(callOfPreset(preset("small-saas"), FACTOR)).toBeNull();
  });

  it("is told apart from every other", () => {
    const single = callPresets.filter(({ calls }) => calls.length === 1);
    const known = single.map((one) => presetOfCall({ ...DEFAULT_QUESTIONS.call, ...callOfPreset(one, FACTOR) }, FACTOR)?.id);
    expect(known).toEqual(single.map(({ id }) => id));
  });
});

describe("another model of the call", () => {
  it("keeps the text: its counts are converted where the tokenizer is another", () => {
    const call = { ...DEFAULT_QUESTIONS.call, promptTokens: 2_001, thinkingTokens: 10 };
    const earlier = onModel(DEFAULT_SCENARIO, call, "claude-sonnet-4-6");
    // 2,001 ÷ 1.3 = 1,539.2; 500 ÷ 1.3 = 384.6; 10 ÷ 1.3 = 7.7
    expect(earlier).toMatchObject({ promptTokens: 1_539, outputTokens: 385, thinkingTokens: 8, model: "claude-sonnet-4-6" });
    expect(onModel(DEFAULT_SCENARIO, call, "claude-opus-5-5")).toEqual({ ...call, model: "claude-opus-5-5" });
    expect(countedForModel(DEFAULT_SCENARIO, "claude-sonnet-4-6").isLaterTokenizer).toBe(false);
    expect(countedForModel(DEFAULT_SCENARIO, "claude-opus-4-7").isLaterTokenizer).toBe(true);
  });

  it("never passes what the fields take", () => {
    const call = { ...DEFAULT_QUESTIONS.call, model: "claude-sonnet-4-6", promptTokens: 9_000_000 };
    expect(onModel(DEFAULT_SCENARIO, call, "claude-sonnet-5-5").promptTokens).toBe(10_000_000);
  });
});

describe("tokens of a text", () => {
  it.each([
    ["", { characters: 0, otherCharacters: 0, words: 0, lines: 0 }],
    ["two words\n", { characters: 10, otherCharacters: 0, words: 2, lines: 1 }],
    ["  a\n\n \tb c\r\n", { characters: 12, otherCharacters: 0, words: 3, lines: 2 }],
    // the dash and the é are written with Latin text, the kanji and the smile are not
    ["café – 日本 🙂", { characters: 8, otherCharacters: 3, words: 4, lines: 1 }],
  ])("counts %j", (text, counts) => {
    expect(countText(text)).toEqual(counts);
  });

  it("is a quarter of its characters, within the range of a line of code", () => {
    const counts = { characters: 4_000, otherCharacters: 0, words: 700, lines: 40 };
    // × 5 ÷ 6.5 = 769.2; × 8 ÷ 6.5 = 1,230.8
    expect(tokensOfText(counts, EARLIER)).toEqual({ low: 769, used: 1_000, high: 1_230 });
    // × 1, × 1.3 and × 1.35: 1,661.5
    expect(tokensOfText(counts, LATER)).toEqual({ low: 769, used: 1_300, high: 1_660 });
    // 1,000 words of 4 characters: 1,333
    expect(tokensOfText({ ...counts, words: 1_000 }, EARLIER).high).toBe(1_330);
  });

  it("takes about one token for a character of another script", () => {
    const counts = { characters: 0, otherCharacters: 100, words: 1, lines: 1 };
    expect(tokensOfText(counts, EARLIER)).toEqual({ low: 25, used: 100, high: 200 });
    expect(textMethod(counts, EARLIER).join(" ")).toContain("another script");
  });

  it("is never nothing for a text that is something", () => {
    expect(tokensOfText(countText("a"), EARLIER)).toEqual({ low: 1, used: 1, high: 1 });
  });

  it.each([
    // published: 500–800 for 100 lines
    ["code-line", 100, { low: 500, used: 650, high: 800 }],
    // 1,333 for 1,000, the range borrowed: 1,025.4 and 1,640.6
    ["word", 1_000, { low: 1_030, used: 1_330, high: 1_640 }],
    ["react-component", 2, { low: 600, used: 900, high: 1_200 }],
    ["codebase-scan", 1, { low: 50_000, used: 125_000, high: 200_000 }],
    ["file-read", 0, { low: 0, used: 0, high: 0 }],
  ] as const)("of %s, %d", (kind, count, range) => {
    expect(tokensOfCount(kind, count, EARLIER)).toEqual(range);
  });

  it("is said with its range, what was counted and how", () => {
    expect(rangeInWords({ low: 900, used: 1_200, high: 1_600 })).toBe("About 1,200 tokens (900–1,600)");
    expect(countsInWords({ characters: 10, otherCharacters: 0, words: 2, lines: 1 })).toBe("10 characters, 2 words, 1 line");
    expect(kindMethod("typescript-file", LATER)).toEqual([
      expect.stringMatching(/^650 tokens each, 500–800 \(published: a public guide/),
      expect.stringMatching(/^Counted before Opus 4\.7 and multiplied by 1\.3/),
    ]);
    expect(kindMethod("word", EARLIER)).toHaveLength(1);
  });
});
