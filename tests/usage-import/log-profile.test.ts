import { describe, expect, it } from "vitest";
import { type SessionProfile, simulateSession } from "../../src/index.ts";
import { readLogFiles } from "../../src/usage-import/import-files.ts";
import { type LogProfile, profileOfLog } from "../../src/usage-import/log-profile.ts";
import { medianOf } from "../../src/usage-import/log-profile-shape.ts";
import { SMALL } from "../pricing/any-session.ts";
import { type LineFields, logLine } from "./log-lines.ts";
import { logOf } from "./simulated-log.ts";

const OPTIONS = { dayOf: (at: number): string => new Date(at).toISOString().slice(0, 10), outputKeptShare: 0.5 };
const SESSION: SessionProfile = { ...SMALL, model: "claude-sonnet-5-5", at: "2026-11-20" };

function profiled(lines: readonly LineFields[], outputKeptShare = 0.5): LogProfile {
  const text = lines.map((line, index) => logLine({ id: `msg_${index}`, request: `req_${index}`, ...line })).join("\n");
  const profile = profileOfLog(readLogFiles([{ path: "projects/-home-ada-shop/s-1.jsonl", text }]), {
    ...OPTIONS,
    outputKeptShare,
  });
  if (profile === null) throw new Error("the log has a main conversation");
  return profile;
}

/** Requests of one conversation, a minute apart, with these prompts, each read as far as the one before. */
function prompts(sizes: readonly number[], fields: LineFields & { readonly day?: string } = {}): LineFields[] {
  const { day = "2026-11-20", ...line } = fields;
  return sizes.map((size, index) => {
    const read = Math.min(size, sizes[index - 1] ?? 0);
    const at = new Date(Date.parse(`${day}T08:00:00Z`) + index * 60_000).toISOString();
    const usage = { cache_creation_input_tokens: size - read, cache_read_input_tokens: read, output_tokens: 100 };
    return { at, usage, ...line };
  });
}

describe("the shape of sessions", () => {
  it("a log without a main conversation has none", () => {
    expect(profileOfLog(readLogFiles([]), OPTIONS)).toBeNull();
    expect(profileOfLog(readLogFiles([{ path: "a", text: logLine({ sidechain: true }) }]), OPTIONS)).toBeNull();
  });

  it("a session of one request shows no growth: its prompt is all base prompt", () => {
    expect(profiled(prompts([5_000]))).toMatchObject({
      requests: { value: 1, n: 1 },
      basePromptTokens: { value: 5_000 },
      inputGrowthPerRequest: { value: 0, n: 0 },
      outputPerRequest: { value: 100, n: 1 },
      outputKeptShare: { value: 0.5, basis: "assumed" },
    });
  });

  it("growth is the mean step without the kept output", () => {
    // Steps of 300 and 500: 400, less 0.5 × 100. The first prompt less its growth: 1,000 − 350.
    expect(profiled(prompts([1_000, 1_300, 1_800]))).toMatchObject({
      inputGrowthPerRequest: { value: 350, n: 2 },
      basePromptTokens: { value: 650 },
    });
  });

  it("less output was kept than assumed where prompts grew by less", () => {
    // Steps of 50, 49: all of 50, half of 100, may be output; of 49 it is the step's own share, 49 ÷ 100.
    expect(profiled(prompts([1_000, 1_050])).outputKeptShare).toMatchObject({ value: 0.5, basis: "assumed" });
    expect(profiled(prompts([1_000, 1_049]))).toMatchObject({
      outputKeptShare: { value: 0.49, basis: "ratio" },
      inputGrowthPerRequest: { value: 0 },
      basePromptTokens: { value: 1_000 },
    });
  });

  it("counts each session as often as it has requests, and keeps the requests", () => {
    // One of 1 and one of 3: (1 × 1 + 3 × 3) ÷ 4 = 2.5, so 3; 4 requests are 4/3 sessions of 3, all on one day.
    const profile = profiled([...prompts([2_000], { session: "s-2" }), ...prompts([1_000, 1_100, 1_200])]);
    expect(profile.requests).toEqual({ value: 3, basis: "request-mean", n: 2 });
    expect(profile.sessionsPerDay?.value).toBeCloseTo(4 / 3, 12);
    expect(profile.measured).toMatchObject({
      sessions: 2,
      sessionsPerActiveDay: 2,
      medianRequestsPerSession: 2,
      requests: 4,
      activeDays: 1,
    });
    // (1 × 2,000 + 3 × 1,000) ÷ 4 = 1,250, less 100 − 50.
    expect(profile.basePromptTokens.value).toBe(1_200);
  });

  it("sessions of different lengths cost what simulating their profile says", () => {
    // Sessions of 100 and of 300 requests: (10,000 + 90,000) ÷ 400 = 250 requests, 400 ÷ 250 sessions.
    const sessions = [100, 300].map((requests, index) => {
      const place = { session: `s-${index}`, from: `2026-11-20T1${index}:00:00Z` };
      return logOf(SESSION, simulateSession({ ...SESSION, requests }).requests, place);
    });
    const profile = profileOfLog(readLogFiles([{ path: "a", text: sessions.join("\n") }]), OPTIONS);
    expect(profile).toMatchObject({
      requests: { value: 250 },
      basePromptTokens: { value: 1_000 },
      inputGrowthPerRequest: { value: 100 },
    });
    const simulated = simulateSession({ ...SESSION, requests: 250 }).cost * (profile?.sessionsPerDay?.value ?? 0);
    const plain = simulateSession({ ...SESSION, requests: 200 }).cost * 2;
    const measured = profile?.measured.costPerActiveDay ?? 0;
    // The plain mean, twice 200 requests, is too cheap: reads grow with the square.
    expect(Math.abs(simulated / measured - 1)).toBeLessThan(0.01);
    expect(plain / measured).toBeLessThan(0.9);
  });
});

describe("pauses and lost caches", () => {
  const at = (ms: number) => new Date(Date.parse("2026-11-20T08:00:00Z") + ms).toISOString();
  const after = (ms: number) => {
    const [first = {}, second = {}] = prompts([1_000, 1_200]);
    return profiled([first, { ...second, at: at(ms) }]);
  };

  it.each([
    [299_999, 0, 0],
    [300_000, 0, 0],
    [300_001, 1, 0],
    [3_599_999, 1, 0],
    [3_600_000, 1, 0],
    [3_600_001, 0, 1],
  ])("%i ms after the last request: %i of minutes, %i of hours", (ms, minutes, hours) => {
    expect(after(ms)).toMatchObject({ pauseMinutes: { value: minutes, n: minutes }, pauseHours: { value: hours, n: hours } });
  });

  it("what was written again without a pause is a change of the prefix", () => {
    const changed = (cache_read_input_tokens: number, gap: number, lifetime = "ephemeral_5m_input_tokens") => {
      const written = 1_200 - cache_read_input_tokens;
      const usage = { cache_read_input_tokens, cache_creation: { [lifetime]: written } };
      const [first = {}] = prompts([1_000]);
      return profiled([first, { at: at(gap), usage }]).prefixChanges.value;
    };
    // Less than half of the 1,000 before.
    expect([499, 500, 501].map((read) => changed(read, 60_000))).toEqual([1, 0, 0]);
    // After a pause of minutes a 5-minute cache is gone anyway; an hour's is not.
    expect(changed(0, 600_000)).toBe(0);
    expect(changed(0, 600_000, "ephemeral_1h_input_tokens")).toBe(1);
    expect(changed(0, 7_200_000, "ephemeral_1h_input_tokens")).toBe(0);
  });

  it("a prompt of less than half of the one before is a compaction, and no growth", () => {
    // Steps of 10,000: 9,950 and half of 100. Before 30,000; after 14,999: 4,999 more than the first prompt of 10,000.
    expect(profiled(prompts([10_000, 20_000, 30_000, 14_999, 24_999]))).toMatchObject({
      compactAtTokens: { value: 30_000, basis: "median", n: 1 },
      summaryTokens: { value: 4_999, n: 1 },
      inputGrowthPerRequest: { value: 9_950, n: 3 },
      prefixChanges: { value: 0 },
    });
    expect(profiled(prompts([10_000, 20_000, 30_000, 15_000])).compactAtTokens).toBeNull();
  });

  it("a limit is one that compaction can keep", () => {
    // From 3,000 to 1,400 below a first prompt of 2,900 + steps: base prompt and growth are the first prompt again.
    const { compactAtTokens, summaryTokens } = profiled([...prompts([2_900, 3_000, 1_400])]);
    expect([compactAtTokens?.value, summaryTokens?.value]).toEqual([3_000, 0]);
  });
});

describe("days", () => {
  it("sessions a day are of active days, and a month has as many as the span shows", () => {
    // 2 of 7 days: 2 ÷ 7 × 30.4375.
    const profile = profiled([
      ...prompts([1_000], { day: "2026-11-10", session: "s-1" }),
      ...prompts([1_000], { day: "2026-11-16", session: "s-2" }),
    ]);
    expect(profile.sessionsPerDay).toEqual({ value: 1, basis: "mean", n: 2 });
    expect(profile.activeDaysPerMonth).toEqual({ value: expect.closeTo((2 / 7) * 30.4375, 12), basis: "ratio", n: 7 });
  });

  it("six days show no rhythm, and without timestamps there are no days", () => {
    const sixDays = [
      ...prompts([1_000], { day: "2026-11-10", session: "s-1" }),
      ...prompts([1_000], { day: "2026-11-15", session: "s-2" }),
    ];
    expect(profiled(sixDays).activeDaysPerMonth).toBeNull();
    expect(profiled([{ at: null }])).toMatchObject({
      sessionsPerDay: null,
      activeDaysPerMonth: null,
      measured: { costPerActiveDay: null, requests: 1 },
    });
  });

  it("are those of the reader's zone", () => {
    const line = logLine({ at: "2026-11-20T23:45:00Z" });
    const early = logLine({ id: "msg_2", request: "req_2", at: "2026-11-20T23:44:59Z" });
    const log = readLogFiles([{ path: "a", text: `${early}\n${line}` }]);
    // A quarter of an hour east of UTC midnight falls between the two.
    const dayOf = (at: number): string => OPTIONS.dayOf(at + 900_000);
    expect(profileOfLog(log, { ...OPTIONS, dayOf })?.measured.activeDays).toBe(2);
    expect(profileOfLog(log, OPTIONS)?.measured.activeDays).toBe(1);
  });
});

describe("models and caches", () => {
  it("the mix is of main requests, its cost beside it; unknown models are no part of it", () => {
    const usage = { output_tokens: 1_000_000 };
    const { mix, measured } = profiled([
      { model: "claude-sonnet-5-5", usage },
      { model: "claude-sonnet-5-5", usage },
      { model: "claude-opus-5-5", usage },
      { model: "somebody's-model" },
      { model: "claude-haiku-5-5", usage, sidechain: true },
    ]);
    // 2 × 10 and 20; the subagent's 0.50 apart.
    expect(mix).toEqual([
      { model: "claude-sonnet-5-5", requests: expect.closeTo(2 / 3, 12), cost: expect.closeTo(0.5, 12) },
      { model: "claude-opus-5-5", requests: expect.closeTo(1 / 3, 12), cost: expect.closeTo(0.5, 12) },
    ]);
    expect(measured).toMatchObject({
      cost: expect.closeTo(40.5, 9),
      mainCost: expect.closeTo(40, 9),
      subagentCost: expect.closeTo(0.5, 9),
      unpricedRequests: 1,
    });
  });

  it.each([
    [{ input_tokens: 100 }, "off", null],
    [{ cache_creation: { ephemeral_5m_input_tokens: 30, ephemeral_1h_input_tokens: 10 } }, "5m", 0.25],
    [{ cache_creation: { ephemeral_5m_input_tokens: 10, ephemeral_1h_input_tokens: 30 } }, "1h", 0.75],
  ])("the lifetime that most writes had: %j", (usage, caching, share) => {
    const profile = profiled([{ usage }]);
    expect(profile.caching).toBe(caching);
    expect(profile.oneHourShare?.value ?? null).toBe(share);
  });

  it("the hit rate is of main conversations", () => {
    const usage = { input_tokens: 10, cache_creation_input_tokens: 30, cache_read_input_tokens: 60 };
    const agent = { usage: { input_tokens: 1_000_000 }, sidechain: true };
    expect(profiled([{ usage }, agent]).hitRate).toEqual({ value: 0.6, basis: "ratio", n: 1 });
    expect(profiled([{ usage: { output_tokens: 5 } }]).hitRate).toBeNull();
  });
});

describe("subagents", () => {
  const agent = (id: string, sizes: readonly number[]): LineFields[] =>
    prompts(sizes, { model: "claude-haiku-5-5", sidechain: true, more: { agentId: id } });

  it("a session's, each with its own prompt", () => {
    const profile = profiled([...prompts([1_000, 1_100]), ...agent("a1", [500, 600, 700]), ...agent("a2", [500, 600, 700])]);
    expect(profile.subagents).toMatchObject({
      count: { value: 2, n: 2 },
      requests: { value: 3 },
      // Steps of 100, half of 100 output in them.
      inputGrowthPerRequest: { value: 50 },
      basePromptTokens: { value: 450 },
      outputPerRequest: { value: 100 },
      model: "claude-haiku-5-5",
    });
    expect(profile.measured).toMatchObject({ requests: 2, subagentRequests: 6, sessions: 1 });
  });

  it("fewer than one a session are one, of fewer requests", () => {
    // 4 sessions of a request and one subagent of 8: 2 requests a session.
    const sessions = ["s-1", "s-2", "s-3", "s-4"].flatMap((session) => prompts([1_000], { session }));
    expect(profiled([...sessions, ...agent("a1", [1, 2, 3, 4, 5, 6, 7, 8])]).subagents).toMatchObject({
      count: { value: 1, n: 1 },
      requests: { value: 2 },
    });
    expect(profiled(sessions).subagents).toBeNull();
  });
});

it("only numbers and the catalog's ids: nothing of paths, sessions or texts", () => {
  const lines = [
    { model: "secret-model", session: "secret-session", more: { agentId: "secret-agent", attributionSkill: "secret-skill" } },
    { session: "secret-session", more: { cwd: "/secret", version: "secret" } },
  ];
  const text = JSON.stringify(profiled([...lines.map((line) => ({ ...line, sidechain: true })), ...lines, {}]));
  expect(text).toContain("claude-sonnet-4-6");
  expect(text).not.toMatch(/secret|shop|2026/);
});

it.each([
  [[], 0],
  [[3], 3],
  [[3, 1], 2],
  [[9, 1, 2], 2],
])("the median of %j is %d", (figures, median) => {
  expect(medianOf(figures)).toBe(median);
});
