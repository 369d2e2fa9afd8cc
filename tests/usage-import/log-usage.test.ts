import { describe, expect, it } from "vitest";
import { readUsage } from "../../src/usage-import/log-usage.ts";

const MODEL = "claude-opus-4-8";

/** The requests of a usage object, each as model and the classes that are not 0. */
function billed(usage: Readonly<Record<string, unknown>>): { model: string; usage: Record<string, number> }[] {
  return readUsage(usage, MODEL).requests.map((request) => ({
    model: request.model,
    usage: Object.fromEntries(Object.entries(request.usage).filter(([, count]) => count !== 0)),
  }));
}

const writes = (total: unknown, split?: unknown) => ({ cache_creation_input_tokens: total, cache_creation: split });
const split = (fiveMinutes: number, oneHour: number) => ({
  ephemeral_5m_input_tokens: fiveMinutes,
  ephemeral_1h_input_tokens: oneHour,
});

describe("cache writes by lifetime", () => {
  it.each([
    ["without a split all are of 5 minutes", writes(100), { cacheWrite5m: 100 }],
    ["nor with one that is null", writes(100, null), { cacheWrite5m: 100 }],
    ["a split that adds up is taken", writes(100, split(60, 40)), { cacheWrite5m: 60, cacheWrite1h: 40 }],
    // 100 − 10 − 40 = 50 more.
    ["what it leaves out is of 5 minutes", writes(100, split(10, 40)), { cacheWrite5m: 60, cacheWrite1h: 40 }],
    ["an empty split leaves out everything", writes(12_229, split(0, 0)), { cacheWrite5m: 12_229 }],
    ["a split above the total stands", writes(50, split(60, 40)), { cacheWrite5m: 60, cacheWrite1h: 40 }],
    ["a split without a total stands", writes(null, split(60, 40)), { cacheWrite5m: 60, cacheWrite1h: 40 }],
  ])("%s", (_why, usage, expected) => {
    expect(billed(usage)).toEqual([{ model: MODEL, usage: expected }]);
  });
});

describe("iterations", () => {
  const top = { input_tokens: 10, output_tokens: 100, cache_read_input_tokens: 1_000 };

  it("one message iteration is the top level again", () => {
    expect(billed({ ...top, iterations: [{ type: "message", ...top }] })).toEqual([
      { model: MODEL, usage: { input: 10, output: 100, cacheRead: 1_000 } },
    ]);
  });

  it("two that add up to the top level are requests of their own", () => {
    const iterations = [
      { type: "message", input_tokens: 4, output_tokens: 60, cache_read_input_tokens: 300 },
      { type: "message", model: "claude-opus-5", input_tokens: 6, output_tokens: 40, cache_read_input_tokens: 700 },
    ];
    expect(billed({ ...top, iterations })).toEqual([
      { model: MODEL, usage: { input: 4, output: 60, cacheRead: 300 } },
      { model: "claude-opus-5", usage: { input: 6, output: 40, cacheRead: 700 } },
    ]);
  });

  it.each(["input_tokens", "output_tokens", "cache_read_input_tokens", "cache_creation_input_tokens"])(
    "two that miss the top level by one of %s are covered by it",
    (name) => {
      const one = { type: "message", ...top };
      const iterations = [one, { type: "message", [name]: 1 }];
      expect(billed({ ...top, iterations })).toEqual([{ model: MODEL, usage: { input: 10, output: 100, cacheRead: 1_000 } }]);
    },
  );

  it.each([
    ["cache_read_input_tokens", 999],
    ["input_tokens", 9],
  ])("two whose prompts add up in another class are covered by it, %s being %i", (name, count) => {
    const iterations = [
      { type: "message", ...top, [name]: count },
      { type: "message", cache_creation_input_tokens: 1 },
    ];
    expect(billed({ ...top, iterations })).toHaveLength(1);
  });

  it("an advisor and a compaction come on top, each at its own model or else the message's", () => {
    const iterations = [
      { type: "message", ...top },
      { type: "advisor_message", model: "claude-fable-5-1", input_tokens: 2_000, output_tokens: 50 },
      { type: "compaction", model: null, input_tokens: 500, output_tokens: 5 },
      { type: "not_known_yet", input_tokens: 9_999 },
    ];
    expect(billed({ ...top, iterations })).toEqual([
      { model: MODEL, usage: { input: 10, output: 100, cacheRead: 1_000 } },
      { model: "claude-fable-5-1", usage: { input: 2_000, output: 50 } },
      { model: MODEL, usage: { input: 500, output: 5 } },
    ]);
  });

  it("with a fallback every attempt counts and the top level does not", () => {
    const iterations = [
      { type: "message", model: "claude-fable-5", input_tokens: 10, output_tokens: 2 },
      { type: "fallback_message", ...top },
      { type: "advisor_message", model: "claude-fable-5-1", input_tokens: 7 },
    ];
    expect(billed({ ...top, iterations })).toEqual([
      { model: "claude-fable-5", usage: { input: 10, output: 2 } },
      { model: MODEL, usage: { input: 10, output: 100, cacheRead: 1_000 } },
      { model: "claude-fable-5-1", usage: { input: 7 } },
    ]);
  });

  it("without a split of its own an iteration takes the top level's share of 1-hour writes", () => {
    const iterations = [
      // A quarter of 40 and of 60.
      { type: "message", cache_creation_input_tokens: 40 },
      { type: "message", cache_creation_input_tokens: 60 },
      // Its own split.
      { type: "compaction", ...writes(8, split(0, 8)) },
    ];
    expect(billed({ ...writes(100, split(75, 25)), iterations })).toEqual([
      { model: MODEL, usage: { cacheWrite5m: 30, cacheWrite1h: 10 } },
      { model: MODEL, usage: { cacheWrite5m: 45, cacheWrite1h: 15 } },
      { model: MODEL, usage: { cacheWrite1h: 8 } },
    ]);
  });

  it("shares that are no whole tokens still come to the top level's writes", () => {
    const iterations = [1, 2, 3].map(() => ({ type: "message", cache_creation_input_tokens: 50 }));
    // A third of 50, of 100 and of 150 are 17, 33 and 50 when rounded: 17, 16 and 17 in turn.
    expect(billed({ ...writes(150, split(100, 50)), iterations }).map(({ usage }) => usage.cacheWrite1h)).toEqual([17, 16, 17]);
  });

  it("web searches that no iteration names are billed once, with the last attempt", () => {
    const searched = { ...top, server_tool_use: { web_search_requests: 3 } };
    const iterations = [
      { type: "message", server_tool_use: { web_search_requests: 1 } },
      { type: "fallback_message", output_tokens: 4 },
      { type: "advisor_message", output_tokens: 5 },
    ];
    expect(billed({ ...searched, iterations }).map(({ usage }) => usage.webSearches ?? 0)).toEqual([1, 2, 0]);
  });

  it("web searches that no message of the response names are billed with its last message", () => {
    const iterations = [
      { type: "message", output_tokens: 60 },
      { type: "message", output_tokens: 40 },
      { type: "compaction", output_tokens: 5 },
    ];
    const searched = { output_tokens: 100, server_tool_use: { web_search_requests: 3 } };
    expect(billed({ ...searched, iterations })).toEqual([
      { model: MODEL, usage: { output: 60 } },
      { model: MODEL, usage: { output: 40, webSearches: 3 } },
      { model: MODEL, usage: { output: 5 } },
    ]);
  });

  it("a message that follows a fallback is the last attempt", () => {
    const iterations = [
      { type: "fallback_message", output_tokens: 1 },
      { type: "message", output_tokens: 2 },
    ];
    const searched = { output_tokens: 2, server_tool_use: { web_search_requests: 1 } };
    expect(billed({ ...searched, iterations }).map(({ usage }) => usage.webSearches ?? 0)).toEqual([0, 1]);
  });

  it("one message iteration is billed at the message's model, whatever it names itself", () => {
    expect(billed({ ...top, iterations: [{ type: "message", model: "claude-opus-5", ...top }] })).toEqual([
      { model: MODEL, usage: { input: 10, output: 100, cacheRead: 1_000 } },
    ]);
  });

  it("what is no list of objects is no iteration", () => {
    for (const iterations of [null, {}, "message", [null, 3, "x", []]])
      expect(billed({ ...top, iterations })).toEqual([{ model: MODEL, usage: { input: 10, output: 100, cacheRead: 1_000 } }]);
  });
});

describe("how a request was served", () => {
  const served = (usage: Readonly<Record<string, unknown>>) =>
    readUsage(usage, MODEL).requests.map(({ speed, geo, batch }) => ({ speed, geo, batch }));
  const STANDARD = { speed: "standard", geo: "global", batch: false };

  it.each([
    ["fast", { speed: "fast" }, { ...STANDARD, speed: "fast" }],
    ["US-only", { inference_geo: "us" }, { ...STANDARD, geo: "us" }],
    ["batch", { service_tier: "batch" }, { ...STANDARD, batch: true }],
    ["a priority tier", { service_tier: "priority" }, STANDARD],
    ["a place that is not told", { inference_geo: "not_available" }, STANDARD],
    ["a proxy's empty place", { inference_geo: "" }, STANDARD],
    ["a speed nobody knows", { speed: "ludicrous" }, STANDARD],
    ["nulls", { speed: null, inference_geo: null, service_tier: null }, STANDARD],
  ])("%s", (_what, usage, expected) => {
    expect(served(usage)).toEqual([expected]);
  });

  it("an iteration is served as the whole, unless it says otherwise", () => {
    const iterations = [{ type: "advisor_message" }, { type: "compaction", speed: "standard" }];
    expect(served({ speed: "fast", iterations }).map(({ speed }) => speed)).toEqual(["fast", "fast", "standard"]);
  });
});
