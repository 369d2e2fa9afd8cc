import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readLogFiles } from "../../src/usage-import/import-files.ts";
import type { Grouping } from "../../src/usage-import/log-groups.ts";
import { type LogSummary, summarizeLog } from "../../src/usage-import/log-summary.ts";
import type { MeasuredLog } from "../../src/usage-import/measured-log.ts";
import { responsesOf } from "../../src/usage-import/measured-rows.ts";
import { anySummaryLine } from "./any-summary-line.ts";
import { type LineFields, logLine, SONNET_4_6 } from "./log-lines.ts";

const UTC = { dayOf: (at: number) => new Date(at).toISOString().slice(0, 10), today: "2026-11-20" };
const PATH = "projects/-home-ada-shop/s-1.jsonl";
const MILLION = 1_000_000;

function logOf(lines: readonly LineFields[], path = PATH): MeasuredLog {
  return readLogFiles([{ path, text: lines.map((fields, index) => logLine({ id: `msg_${index}`, ...fields })).join("\n") }]);
}

function summary(lines: readonly LineFields[], path = PATH): LogSummary {
  return summarizeLog(logOf(lines, path), UTC);
}

/** Key, dollars and requests of each row. */
function rows({ rows: listed }: Grouping): readonly (readonly [string | null, number | null, number])[] {
  return listed.map(({ key, cost, requests }) => [key, cost, requests]);
}

// Sonnet 4.6: $15 a million tokens.
const output = (tokens: number) => ({ output_tokens: tokens });

describe("the totals", () => {
  it("count, sum up and keep classes apart", () => {
    const usage = {
      input_tokens: 1_000,
      cache_creation_input_tokens: 3_000,
      cache_read_input_tokens: 12_000,
      output_tokens: 500,
      server_tool_use: { web_search_requests: 2 },
    };
    const { totals } = summary([{ usage }, { usage, at: "2026-10-21T12:00:00Z", session: "s-2" }]);
    // Each: (1,000 × 3 + 3,000 × 3.75 + 12,000 × 0.30 + 500 × 15) / 1e6 = 0.02535, and 2 searches at 0.01.
    expect(totals).toMatchObject({
      cost: expect.closeTo(2 * 0.045_35, 12),
      usage: { input: 2_000, cacheWrite5m: 6_000, cacheWrite1h: 0, cacheRead: 24_000, output: 1_000, webSearches: 4 },
      requests: 2,
      responses: 2,
      sessions: 2,
      activeDays: 2,
      // 12,000 of 16,000 sent.
      hitRate: 0.75,
      pricedShare: 1,
      unpricedTokens: 0,
    });
    expect(totals.lines.map(({ model, item, quantity }) => [model, item, quantity])).toEqual([
      [SONNET_4_6, "input", 2_000],
      [SONNET_4_6, "cacheWrite5m", 6_000],
      [SONNET_4_6, "cacheRead", 24_000],
      [SONNET_4_6, "output", 1_000],
      [SONNET_4_6, "webSearch", 4],
    ]);
  });

  it("an advisor is a request of its own in the same response", () => {
    const iterations = [{ type: "advisor_message", model: "claude-opus-5-5", output_tokens: 10 }];
    expect(summary([{ usage: { output_tokens: 5, iterations } }]).totals).toMatchObject({ responses: 1, requests: 2 });
  });

  it("count what was logged as fast, US-only and batch, offered or not", () => {
    const opus = { model: "claude-opus-5-5" };
    const { totals } = summary([
      { ...opus, usage: { output_tokens: 1, speed: "fast", inference_geo: "us" } },
      { usage: { output_tokens: 1, speed: "fast" } },
      { usage: { output_tokens: 1, service_tier: "batch" } },
      { usage: { output_tokens: 1, speed: "standard", inference_geo: "global", service_tier: "standard" } },
      { model: "nobody's-model", usage: { output_tokens: 1, inference_geo: "us" } },
    ]);
    expect(totals).toMatchObject({ fastRequests: 2, usRequests: 2, batchRequests: 1 });
  });

  it("an unknown model has tokens and never a price", () => {
    const { totals, unpriced, byModel } = summary([
      { usage: { input_tokens: 2_000, output_tokens: 1_000 } },
      { model: "a", usage: output(400), id: "msg_a" },
      { model: "b", usage: { input_tokens: 600 }, id: "msg_b" },
    ]);
    // 3,000 of 4,000.
    expect(totals).toMatchObject({ pricedShare: 0.75, unpricedTokens: 1_000 });
    expect(rows(unpriced)).toEqual([
      ["b", null, 1],
      ["a", null, 1],
    ]);
    expect(unpriced.rows.map(({ usage }) => usage.input + usage.output)).toEqual([600, 400]);
    // 2,000 × 3 + 1,000 × 15 a million.
    expect(rows(byModel)).toEqual([
      [SONNET_4_6, expect.closeTo(0.021, 12), 1],
      ["b", null, 1],
      ["a", null, 1],
    ]);
  });

  it("nothing is nothing, not $0", () => {
    const nothing = summary([]);
    expect(nothing.totals).toMatchObject({ cost: null, requests: 0, sessions: 0, hitRate: null, pricedShare: null, lines: [] });
    expect(nothing.byDay).toEqual({ rows: [], others: null, count: 0 });
    expect(nothing.bySession).toEqual({ rows: [], others: null, count: 0 });
  });

  it("what the log says beside is passed on", () => {
    const said = summary([
      { usage: output(1), stop: null, more: { costUSD: 2 } },
      { at: null, id: "msg_b" },
    ]);
    expect(said).toMatchObject({ lowerBoundCount: 1, costUsdLogged: 2, problemCount: 1, problems: [{ file: PATH, line: 2 }] });
    expect(said).not.toHaveProperty("rows");
  });
});

describe("groups", () => {
  it("by day in the reader's zone, the newest first, undated requests last", () => {
    const lines = [
      { at: "2026-10-20T23:30:00Z", usage: output(MILLION) },
      { at: "2026-10-21T12:00:00Z", usage: output(2 * MILLION) },
      { at: null, usage: output(3 * MILLION), id: "msg_c" },
    ];
    expect(rows(summary(lines).byDay)).toEqual([
      ["2026-10-21", 30, 1],
      ["2026-10-20", 15, 1],
      [null, 45, 1],
    ]);
    const inBerlin = { ...UTC, dayOf: (at: number) => UTC.dayOf(at + 2 * 3_600_000) };
    const { byDay, totals } = summarizeLog(logOf(lines), inBerlin);
    expect(rows(byDay)).toEqual([
      ["2026-10-21", 45, 2],
      [null, 45, 1],
    ]);
    expect(totals.activeDays).toBe(1);
  });

  it("by attribution, the dearest first; what has none is under null", () => {
    const named = summary([
      { usage: output(MILLION), more: { attributionSkill: "pdf", attributionPlugin: "office" } },
      { usage: output(3 * MILLION), more: { attributionSkill: "review" } },
      { usage: output(MILLION), more: { attributionMcpServer: "github" }, sidechain: true },
    ]);
    expect(rows(named.bySkill)).toEqual([
      ["review", 45, 1],
      ["pdf", 15, 1],
      [null, 15, 1],
    ]);
    expect(rows(named.byPlugin)).toEqual([
      [null, 60, 2],
      ["office", 15, 1],
    ]);
    expect(rows(named.byMcpServer)).toEqual([
      [null, 60, 2],
      ["github", 15, 1],
    ]);
    expect(rows(named.byRole)).toEqual([
      ["main", 60, 2],
      ["subagent", 15, 1],
    ]);
  });

  it("by project folder, none where the path names none", () => {
    expect(rows(summary([{ usage: output(MILLION) }]).byProject)).toEqual([["-home-ada-shop", 15, 1]]);
    expect(rows(summary([{ usage: output(MILLION) }], "s-1.jsonl").byProject)).toEqual([[null, 15, 1]]);
  });

  it("names that would look alike when joined stay apart", () => {
    const named = summary([
      { usage: output(MILLION), more: { attributionSkill: "ab", attributionPlugin: "c" } },
      { usage: output(MILLION), more: { attributionSkill: "a", attributionPlugin: "bc" } },
      { usage: output(MILLION), more: { attributionSkill: "null" } },
      { usage: output(MILLION) },
    ]);
    expect(rows(named.bySkill).map(([key]) => key)).toEqual(["a", "ab", "null", null]);
    expect(rows(named.byPlugin).map(([key]) => key)).toEqual([null, "bc", "c"]);
  });

  it("a row's lines are one for each model, item and rate", () => {
    const sonnet55 = (at: string) => ({ model: "claude-sonnet-5-5", at, usage: { cache_read_input_tokens: MILLION } });
    const [main] = summary([
      sonnet55("2026-10-06T12:00:00Z"),
      sonnet55("2026-10-07T12:00:00Z"),
      sonnet55("2026-10-08T12:00:00Z"),
      { usage: output(MILLION) },
    ]).byRole.rows;
    // Sonnet 5.5's cache reads fell from $0.20 to $0.10 on 2026-10-07.
    expect(main?.lines).toEqual([
      { model: SONNET_4_6, item: "output", quantity: MILLION, rate: 15, per: MILLION, amount: 15 },
      { model: "claude-sonnet-5-5", item: "cacheRead", quantity: MILLION, rate: 0.2, per: MILLION, amount: 0.2 },
      { model: "claude-sonnet-5-5", item: "cacheRead", quantity: 2 * MILLION, rate: 0.1, per: MILLION, amount: 0.2 },
    ]);
  });

  it.each([
    [49, 49, null],
    [50, 50, null],
    // The two cheapest: (1 + 2) × 15 / 1e6.
    [52, 50, 0.000_045],
  ])("of %i skills %i have a row", (count, shown, others) => {
    const lines = Array.from({ length: count }, (_, index) => ({
      usage: output(index + 1),
      more: { attributionSkill: `skill-${index}` },
    }));
    const { bySkill } = summary(lines);
    expect(bySkill.rows).toHaveLength(shown);
    expect(bySkill.count).toBe(count);
    expect(bySkill.others && { ...bySkill.others, lines: [] }).toEqual(
      others === null ? null : expect.objectContaining({ key: null, requests: count - shown, cost: expect.closeTo(others, 12) }),
    );
  });

  it("a name is cut to 200 characters", () => {
    const { bySkill } = summary([{ more: { attributionSkill: "x".repeat(201) } }]);
    expect(bySkill.rows[0]?.key).toBe("x".repeat(200));
  });
});

describe("sessions", () => {
  it("the dearest ten, with their first instant and project; all are counted", () => {
    const lines = Array.from({ length: 12 }, (_, index) => ({ session: `s-${index}`, usage: output(index * MILLION) }));
    const { bySession } = summary([...lines, { session: "s-11", at: "2026-10-19T12:00:00Z", usage: output(0), id: "msg_x" }]);
    expect(bySession.count).toBe(12);
    expect(bySession.rows.map(({ key }) => key)).toEqual([11, 10, 9, 8, 7, 6, 5, 4, 3, 2].map((index) => `s-${index}`));
    expect(bySession.rows[0]).toMatchObject({
      cost: expect.closeTo(165, 9),
      requests: 2,
      firstAt: Date.parse("2026-10-19T12:00:00Z"),
      firstProject: "-home-ada-shop",
    });
    // s-0 and s-1: $0 and $15.
    expect(bySession.others).toMatchObject({ cost: 15, requests: 2 });
  });
});

describe("what the other parts get", () => {
  it("the ledger, long prompts, month and heat map are of the same log", () => {
    const usage = { cache_creation_input_tokens: 100_000, output_tokens: MILLION };
    const { ledger, longPrompts, month, heatMap } = summary([{ at: "2026-11-20T12:00:00Z", model: "claude-haiku-4-5", usage }]);
    // 100,000 × 1.25 a million, and 1,000,000 output at $5.
    expect(ledger.main[0]).toMatchObject({ cause: "first", cost: expect.closeTo(0.125, 12) });
    expect(longPrompts.overTier).toEqual([]);
    expect(month).toEqual({ toDate: expect.closeTo(5.125, 12), activeDays: 1, end: null });
    expect(heatMap.at(-1)).toEqual({ day: "2026-11-20", cost: expect.closeTo(5.125, 12), requests: 1 });
  });
});

describe("laws", () => {
  const anyLog = fc
    .array(anySummaryLine, { maxLength: 120 })
    .map((lines) => readLogFiles([{ path: PATH, text: lines.join("\n") }]));

  it("every grouping adds up to the totals: dollars, requests and tokens", () => {
    fc.assert(
      fc.property(anyLog, (log) => {
        const { totals, byModel, byDay, bySession, byProject, byRole, bySkill, byPlugin, byMcpServer } = summarizeLog(log, UTC);
        for (const grouping of [byModel, byDay, bySession, byProject, byRole, bySkill, byPlugin, byMcpServer]) {
          const all = [...grouping.rows, ...(grouping.others ? [grouping.others] : [])];
          const sum = (figure: (row: (typeof all)[number]) => number) => all.reduce((total, row) => total + figure(row), 0);
          expect(sum(({ cost }) => cost ?? 0)).toBeCloseTo(totals.cost ?? 0, 9);
          expect(sum(({ requests }) => requests)).toBe(totals.requests);
          expect(sum(({ usage }) => usage.cacheRead)).toBe(totals.usage.cacheRead);
          expect(sum(({ unpricedTokens }) => unpricedTokens)).toBe(totals.unpricedTokens);
          for (const { cost, lines } of all)
            expect(lines.reduce((total, { amount }) => total + amount, 0)).toBeCloseTo(cost ?? 0, 9);
        }
      }),
      { numRuns: 200 },
    );
  });

  it("the total is what the requests cost", () => {
    fc.assert(
      fc.property(anyLog, (log) => {
        const requests = [...responsesOf(log.rows)].flatMap((response) => response.requests);
        const cost = requests.reduce((sum, request) => sum + (request.cost ?? 0), 0);
        expect(summarizeLog(log, UTC).totals.cost ?? 0).toBeCloseTo(cost, 9);
      }),
      { numRuns: 200 },
    );
  });

  it("the order of files does not matter", () => {
    fc.assert(
      fc.property(fc.array(fc.array(anySummaryLine, { maxLength: 15 }), { maxLength: 5 }), (logs) => {
        const files = logs.map((lines, index) => ({ path: `projects/p-${index % 2}/${index}.jsonl`, text: lines.join("\n") }));
        expect(summarizeLog(readLogFiles(files.toReversed()), UTC)).toEqual(summarizeLog(readLogFiles(files), UTC));
      }),
      { numRuns: 100 },
    );
  });

  it("a summary is plain: it can be handed from a worker to the page", () => {
    fc.assert(
      fc.property(anyLog, (log) => {
        const made = summarizeLog(log, UTC);
        expect(structuredClone(made)).toEqual(made);
      }),
      { numRuns: 50 },
    );
  });
});
