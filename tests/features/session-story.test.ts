import { describe, expect, it } from "vitest";
import { combineQuestions } from "../../src/features/session-story/combine-questions.ts";
import { combineSessionStory } from "../../src/features/session-story/combine-session-story.ts";
import { groupRequests, groupSize } from "../../src/features/session-story/group-requests.ts";
import { combineNotes, servedInWords, spansInWords } from "../../src/features/session-story/story-notes.ts";
import { DEFAULT_SCENARIO, DEFAULT_SIMULATED } from "../../src/scenario/defaults.ts";
import type { MixShare, Scenario, SimulatedUsage } from "../../src/scenario/scenario.ts";
import { sessionStory } from "../../src/scenario/session-story.ts";

const SONNET = "claude-sonnet-4-6";
const HAIKU_4_5 = "claude-haiku-4-5-20251001";
const HAIKU_5_5 = "claude-haiku-5-5";

/** Base 1,000, growth 100, output 50, half of it kept: prompts of 1,100; 1,225; 1,350; 1,475. */
const SMALL: SimulatedUsage = {
  ...DEFAULT_SIMULATED,
  requests: 4,
  basePromptTokens: 1_000,
  inputGrowthPerRequest: 100,
  outputPerRequest: 50,
  outputKeptShare: 0.5,
  pauseMinutes: 0,
  summaryTokens: 200,
};

const only = (model: string): readonly MixShare[] => [{ model, percent: 100, locked: false }];

function made(
  shape: Partial<SimulatedUsage> = {},
  { mix = only(SONNET), ...fields }: Partial<Scenario> & { mix?: readonly MixShare[] } = {},
) {
  const profile = { name: "Coding", sessionsPerDay: 1, mix, usage: { ...SMALL, ...shape } };
  const scenario: Scenario = { ...DEFAULT_SCENARIO, tokensOf: SONNET, profiles: [profile], ...fields };
  return { scenario, profile };
}

const viewOf = (...of: Parameters<typeof made>) => {
  const { scenario, profile } = made(...of);
  return combineSessionStory(scenario, profile);
};
const notesOf = (...of: Parameters<typeof made>) => {
  const { scenario, profile } = made(...of);
  return combineNotes(scenario, profile, sessionStory(scenario, profile));
};
const questionsOf = (...of: Parameters<typeof made>) => {
  const { scenario, profile } = made(...of);
  return combineQuestions(scenario, profile);
};

describe("requests in groups", () => {
  it.each([
    [1, 1],
    [100, 1],
    [101, 2],
    [200, 2],
    [201, 5],
    [500, 5],
    [501, 10],
    [5_000, 50],
    // 5,000 requests, each with a compaction before it but the first.
    [9_999, 100],
    [10_001, 101],
  ])("%i requests go in groups of %i", (requests, size) => {
    expect(groupSize(requests)).toBe(size);
  });

  it("show the largest prompt, what all of them cost, and what was spent by their end", () => {
    const { scenario, profile } = made({ requests: 101 });
    const story = sessionStory(scenario, profile);
    const groups = groupRequests(story, profile.usage);
    expect(groups).toHaveLength(51);
    // Each prompt is longer than the one before: of requests 3 and 4 the fourth.
    expect(groups[1]).toMatchObject({ first: 3, last: 4, shown: 4 });
    expect(groups[1]?.request.promptTokens).toBe(1_475);
    // 1,586.25 + 1,623.75 millionths; before them 4,875 + 1,548.75.
    expect(groups[1]?.cost).toBeCloseTo(0.003_21, 12);
    expect(groups[1]?.soFar).toBeCloseTo(0.009_633_75, 12);
    expect(groups.at(-1)).toMatchObject({ first: 101, last: 101, shown: 101 });
    expect(groups.reduce((sum, { cost }) => sum + cost, 0)).toBeCloseTo(story.requests.at(-1)?.soFar ?? 0, 12);
  });

  it("keep what happens: nothing is lost when requests are put together", () => {
    const shape = { requests: 300, pauseMinutes: 7, compactAtTokens: 3_000, clearAfterRequests: 40 };
    const { scenario, profile } = made(shape);
    const story = sessionStory(scenario, profile);
    const groups = groupRequests(story, profile.usage);
    const total = (event: "cache-gone" | "compaction" | "clear") => groups.reduce((sum, { events }) => sum + events[event], 0);
    expect(total("cache-gone")).toBe(7);
    // Before requests 41, 81, … 281.
    expect(total("clear")).toBe(7);
    expect(total("compaction")).toBe(story.requests.filter(({ kind }) => kind === "compaction").length);
    expect(total("compaction")).toBeGreaterThan(0);
  });

  it.each([
    // /clear after 2 requests: request 3 falls back to base 1,000 + growth 100.
    { what: "clear", shape: { clearAfterRequests: 2 }, at: [3], prompt: 1_100 },
    { what: "other-model", shape: { modelSwitch: { beforeRequest: 3, model: HAIKU_4_5 } }, at: [3], prompt: 1_350 },
  ] as const)("mark $what where it comes", ({ what, shape, at, prompt }) => {
    const { scenario, profile } = made(shape);
    const marked = groupRequests(sessionStory(scenario, profile), profile.usage).filter(({ events }) => events[what] > 0);
    expect(marked.map(({ first }) => first)).toEqual(at);
    expect(marked[0]?.request.promptTokens).toBe(prompt);
  });

  it("mark no change of model where each request is routed: it changes all the time", () => {
    const mix = [
      { model: SONNET, percent: 50, locked: false },
      { model: HAIKU_4_5, percent: 50, locked: false },
    ];
    expect(viewOf({ routing: "request" }, { mix }).turns.chart.signs).toEqual([]);
  });
});

describe("the session's charts", () => {
  it("stack each prompt as reads and writes, and say its cost", () => {
    const { turns } = viewOf();
    expect(turns.chart.parts.map(({ name }) => name)).toEqual(["Cache read", "Cache write, 5m"]);
    expect(turns.chart.columns.map(({ parts }) => parts)).toEqual([
      [0, 1_100],
      [1_100, 125],
      [1_225, 125],
      [1_350, 125],
    ]);
    // 1,100 × 0.30 + 125 × 3.75 + 50 × 15 millionths
    expect(turns.chart.columns[1]).toMatchObject({ label: "Request 2", notes: [{ name: "Cost", value: "$0.00155" }] });
    expect(turns.rows[1]?.cells).toEqual(["2", "1,100", "125", "$0.00155", ""]);
  });

  it.each([
    ["1h" as const, ["Cache read", "Cache write, 1h"]],
    ["off" as const, ["Input"]],
  ])("name the parts at caching %s", (caching, names) => {
    expect(viewOf({ caching }).turns.chart.parts.map(({ name }) => name)).toEqual(names);
  });

  it("say what the session is in a sentence: 3,675 of 5,150 prompt tokens are read", () => {
    expect(viewOf().turns.takeaway).toBe(
      "Coding: 4 requests on Sonnet 4.6; the largest prompt is that of request 4 with 1,475 tokens, and 71% of all prompt tokens come from the cache.",
    );
    expect(viewOf({ caching: "off", compactAtTokens: 1_350 }).turns.takeaway).toBe(
      // The compaction sends 1,350 + 25.
      "Coding: 5 requests (1 of them a compaction) on Sonnet 4.6; the largest prompt is that of request 4 with 1,375 tokens.",
    );
  });

  it("say how many requests a column stands for, from 101 on", () => {
    expect(viewOf({ requests: 100 }).turns.takeaway).not.toContain("column");
    expect(viewOf({ requests: 101 }).turns.takeaway).toContain("Each column stands for 2 requests");
  });

  it("add up the cost beside that of nothing cached", () => {
    const { costs } = viewOf();
    // 9,633.75 and 18,450 millionths: 1.915 times
    expect(costs.takeaway).toBe("$0.00963 by the session's end; with nothing cached it would be $0.0185, 1.9 times as much.");
    expect(costs.chart.series.map(({ name, points }) => [name, points.length])).toEqual([
      ["As set", 5],
      ["No caching", 5],
    ]);
    expect(costs.rows.at(-1)?.cells).toEqual(["4", "$0.00963", "$0.0185"]);
  });

  it("have one line where nothing is cached", () => {
    const { costs } = viewOf({ caching: "off" });
    expect(costs.takeaway).toBe("$0.0185 by the session's end, with nothing cached.");
    expect(costs.chart.series).toHaveLength(1);
    expect(costs.rows.at(-1)?.cells).toEqual(["4", "$0.0185"]);
  });

  it("say that subagents are left out where there are some", () => {
    expect(viewOf({ subagents: { ...SMALL.subagents, count: 1 } }).costs.takeaway).toContain("Its subagents are not in it.");
  });
});

describe("the models of a session in words", () => {
  const mix = [
    { model: SONNET, percent: 60, locked: false },
    { model: HAIKU_4_5, percent: 40, locked: false },
    { model: HAIKU_5_5, percent: 0, locked: false },
  ];
  it.each([
    ["on Sonnet 4.6", {}, {}],
    ["on Sonnet 4.6, which leads the mix", {}, { mix }],
    ["routed over Sonnet 4.6 (60%) and Haiku 4.5 (40%)", { routing: "request" as const }, { mix }],
    ["on Sonnet 4.6 and, from request 4 on, Haiku 4.5", { modelSwitch: { beforeRequest: 4, model: HAIKU_4_5 } }, {}],
    // Four requests never reach the fifth.
    ["on Sonnet 4.6", { modelSwitch: { beforeRequest: 5, model: HAIKU_4_5 } }, {}],
  ])("%s", (words, shape, fields) => {
    const { scenario, profile } = made(shape, fields);
    expect(servedInWords(scenario, profile)).toBe(words);
  });
});

describe("what the drawing alone does not say", () => {
  const growing = { inputGrowthPerRequest: 99_475 };
  const onHaiku = { mix: only(HAIKU_4_5) };

  it("is nothing for a short session", () => {
    expect(notesOf()).toEqual([]);
  });

  it("names the first request over the window, and offers to compact at the window", () => {
    // Base 1,000 and 99,475 more each: 100,475; 199,975; then 299,475. A compaction would send 199,975 + 25, which is just 200,000.
    expect(notesOf(growing, onHaiku)).toEqual([
      {
        tone: "warn",
        title: "From request 3 on the prompt is longer than Haiku 4.5 takes: its context window is 200,000 tokens.",
        compactAt: 200_000,
      },
    ]);
  });

  it("offers a thousand less where the compaction itself would not fit", () => {
    // 100,476; 199,977 and the 25 of the last answer are 200,002.
    expect(notesOf({ inputGrowthPerRequest: 99_476 }, onHaiku)[0]?.compactAt).toBe(199_000);
  });

  it("offers none where the base prompt alone fills the window", () => {
    const [note] = notesOf({ basePromptTokens: 200_000 }, onHaiku);
    expect(note?.title).toContain("From request 1 on");
    expect(note?.compactAt).toBeNull();
  });

  it("names the requests above a long-context tier", () => {
    // 99,800 + 100 n + 25 (n − 1): 99,900; 100,025; 100,150; 100,275
    expect(notesOf({ basePromptTokens: 99_800 }, { mix: only(HAIKU_5_5), tokensOf: HAIKU_5_5 })).toEqual([
      {
        tone: "info",
        title: "Requests 2–4: prompts above 100,000 tokens, for which Haiku 5.5 charges its long-context rates.",
        compactAt: null,
      },
    ]);
  });

  it.each([
    [[3], "3"],
    [[3, 4, 5, 9], "3–5 and 9"],
    [[1, 3, 5], "1, 3 and 5"],
    [[1, 3, 5, 7, 8], "1, 3, 5 and 2 more"],
  ])("%j are %s", (numbers, words) => {
    expect(spansInWords(numbers)).toBe(words);
  });
});

describe("the questions", () => {
  it("are answered for the next request: 1,661.25 at once, 6,750 millionths after a break", () => {
    const { next, nextNote } = questionsOf();
    expect(next.map(({ cells }) => cells[1])).toEqual(["$0.00166", "$0.00675", "$0.00675"]);
    expect(nextNote).toMatch(/^Request 5 of this session\. A break of more than 5 minutes/);
    expect(questionsOf({ caching: "off" }).nextNote).toContain("a break changes nothing");
    expect(questionsOf({ compactAtTokens: 1_500 }).nextNote).toContain("A compaction that runs first is counted in.");
  });

  it("say from where on starting over pays: 1,582.50 millionths, passed by request 3 with 1,586.25", () => {
    expect(questionsOf({}, { reReadTokens: 42 }).startOver).toBe(
      "After request 2 each further request costs more than starting over: the first request of a new session, which finds the base prompt cached and reads 42 tokens again, costs $0.00158. From there a fresh session or /compact pays for itself. This session sends 2 more requests after that.",
    );
  });

  it.each([
    [1, "This session ends before that, at 1."],
    [2, "This session ends before that, at 2."],
    [3, "This session sends 1 more request after that."],
  ])("say where a session of %i requests stands", (requests, words) => {
    expect(questionsOf({ requests }, { reReadTokens: 42 }).startOver).toContain(words);
  });

  it("say so where starting over never pays", () => {
    const still = { inputGrowthPerRequest: 0, outputKeptShare: 0 };
    expect(questionsOf(still, { reReadTokens: 0 }).startOver).toMatch(/^Starting over never pays/);
  });

  it("price one long read: 6,500 × 3.75 + 2 × 6,500 × 0.30 millionths", () => {
    const { oneRead } = questionsOf({}, { oneRead: { tokens: 6_500, request: 2 } });
    expect(oneRead).toMatch(
      /^6,500 tokens \(a log of about 1,000 lines\), read at request 2, cost \$0\.0283 by the session's end/,
    );
  });

  it.each([
    [4, "read at request 4, cost"],
    [5, "is never read"],
  ])("know that a session of four requests reads at request %i: %s", (request, words) => {
    expect(questionsOf({}, { oneRead: { tokens: 1_000, request } }).oneRead).toContain(words);
  });

  it("show no cost below zero where the read brings a compaction forward", () => {
    const shape = {
      requests: 7,
      caching: "off" as const,
      basePromptTokens: 0,
      inputGrowthPerRequest: 1_000,
      outputPerRequest: 0,
      summaryTokens: 0,
      compactAtTokens: 6_000,
    };
    // 23,005 tokens of input instead of 28,000 at $3
    expect(questionsOf(shape, { oneRead: { tokens: 1, request: 2 } }).oneRead).toContain("leave the session $0.015 cheaper");
  });
});
