import { describe, expect, it } from "vitest";
import { DEFAULT_SCENARIO } from "../../src/scenario/defaults.ts";
import { RANGES } from "../../src/scenario/ranges.ts";
import {
  COMMON_HABITS,
  type Habits,
  habitScale,
  sessionFromHabits,
  sizesBehind,
} from "../../src/scenario/session-from-habits.ts";

const NONE: Habits = { claudeMdLines: 0, mcpTools: 0, filesPerRequest: 0, linesPerFile: 0, promptWords: 0, thinking: false };
const of = (habits: Partial<Habits>, scale = 1) => sessionFromHabits({ ...NONE, ...habits }, scale);

describe("a session from what a person knows", () => {
  it.each([
    { what: "nothing of one's own: 4,250 + 11,250", habits: {}, low: 14_900, used: 15_500, high: 24_600 },
    // 14,900 + 100 × 5; 15,500 + 100 × 10; 24,600 + 100 × 16 = 26,200
    { what: "100 lines of CLAUDE.md", habits: { claudeMdLines: 100 }, low: 15_400, used: 16_500, high: 26_200 },
    // 14,900 + 50 × 8; 15,500 + 50 × 15 = 16,250, to three digits; 24,600 + 50 × 800, in full
    { what: "50 MCP tools by name, at most in full", habits: { mcpTools: 50 }, low: 15_300, used: 16_300, high: 64_600 },
  ])("base prompt with $what", ({ habits, low, used, high }) => {
    expect(of(habits).basePromptTokens).toEqual({ low, used, high });
  });

  it.each([
    // 100 × 5, 6.5 and 8
    { habits: { filesPerRequest: 1, linesPerFile: 100 }, low: 500, used: 650, high: 800 },
    // half a file: 250, 325, 400; 60 words × 1.333 = 79.98: 329.98, 404.98, 479.98
    { habits: { filesPerRequest: 0.5, linesPerFile: 100, promptWords: 60 }, low: 330, used: 405, high: 480 },
    { habits: {}, low: 0, used: 0, high: 0 },
  ])("growth from files and words: $used", ({ habits, low, used, high }) => {
    expect(of(habits).inputGrowthPerRequest).toEqual({ low, used, high });
  });

  it("takes more output with thinking, less of which stays", () => {
    expect(of({ thinking: false })).toMatchObject({ outputPerRequest: { low: 200, used: 400, high: 800 }, outputKeptShare: 1 });
    // 400 of 680 = 0.588
    expect(of({ thinking: true })).toMatchObject({
      outputPerRequest: { low: 320, used: 680, high: 5_500 },
      outputKeptShare: 0.588,
    });
  });

  it("multiplies sizes by the scale, the share apart", () => {
    // 15,500 × 1.3 = 20,150; 400 × 1.3; 650 × 1.3 = 845
    const scaled = of({ filesPerRequest: 1, linesPerFile: 100 }, 1.3);
    expect(scaled.basePromptTokens.used).toBe(20_200);
    expect(scaled.outputPerRequest.used).toBe(520);
    expect(scaled.inputGrowthPerRequest.used).toBe(845);
    expect(scaled.outputKeptShare).toBe(1);
  });

  it("keeps within what the fields take", () => {
    expect(of({ claudeMdLines: 1e6 }).basePromptTokens.high).toBe(RANGES.basePromptTokens.most);
  });

  it("comes near to the page's own default session for common habits", () => {
    // 16,500 × 1.3 = 21,450 beside 20,000; (180 × 6.5 + 13.33) × 1.3 = 1,538 beside 1,600
    const { basePromptTokens, inputGrowthPerRequest } = sessionFromHabits(COMMON_HABITS, habitScale(DEFAULT_SCENARIO));
    expect(basePromptTokens.used).toBe(21_500);
    expect(inputGrowthPerRequest.used).toBe(1_540);
  });

  it("scales for counts of Opus 4.7 and later only, an own model's as it says", () => {
    expect(habitScale({ ...DEFAULT_SCENARIO, tokensOf: "claude-opus-5-5", tokenizerFactor: 1.25 })).toBe(1.25);
    expect(habitScale({ ...DEFAULT_SCENARIO, tokensOf: "claude-sonnet-4-6", tokenizerFactor: 1.25 })).toBe(1);
  });

  it("lists the sizes that it used", () => {
    const ids = (thinking: boolean) => sizesBehind({ thinking }).map(({ id }) => id);
    expect(ids(true)).toContain("response-thinking");
    expect(ids(false)).not.toContain("response-thinking");
  });
});
