import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CacheLedger, cacheLedger, type LedgerEntry } from "../../src/usage-import/cache-ledger.ts";
import { readLogFiles } from "../../src/usage-import/import-files.ts";
import { responsesOf } from "../../src/usage-import/measured-rows.ts";
import { linesOf } from "../../src/usage-import/request-terms.ts";
import { anySummaryLine } from "./any-summary-line.ts";
import { type LineFields, logLine, SONNET_4_6 } from "./log-lines.ts";

/** A request of a conversation, so many minutes after midnight; writes are of 5 minutes unless said otherwise. */
interface Sent {
  readonly minute: number;
  readonly read?: number;
  readonly write: number;
  readonly oneHour?: boolean;
  readonly line?: LineFields;
}

function ledgerOf(sent: readonly Sent[], path = "projects/-home-ada/s-1.jsonl"): CacheLedger {
  const text = sent
    .map(({ minute, read = 0, write, oneHour = false, line = {} }, index) => {
      const split = { ephemeral_5m_input_tokens: oneHour ? 0 : write, ephemeral_1h_input_tokens: oneHour ? write : 0 };
      const usage = { cache_read_input_tokens: read, cache_creation_input_tokens: write, cache_creation: split };
      const at = new Date(Date.parse("2026-10-20T00:00:00Z") + minute * 60_000).toISOString();
      return logLine({ id: `msg_${index}`, at, usage, ...line });
    })
    .join("\n");
  return cacheLedger(readLogFiles([{ path, text }]));
}

function tokensByCause(entries: readonly LedgerEntry[]): Record<string, number> {
  return Object.fromEntries(entries.filter(({ tokens }) => tokens > 0).map(({ cause, tokens }) => [cause, tokens]));
}

describe("what cache writes were for", () => {
  it("a session: begun, grown, left for 20 minutes, for 2 hours, switched, compacted, its CLAUDE.md edited", () => {
    const { main, subagents } = ledgerOf([
      { minute: 0, write: 20_000 },
      { minute: 1, read: 20_000, write: 5_000 },
      { minute: 21, write: 26_000 },
      { minute: 141, write: 27_000 },
      { minute: 142, write: 28_000, line: { model: "claude-opus-5-5" } },
      { minute: 143, read: 28_000, write: 1_000, line: { model: "claude-opus-5-5" } },
      { minute: 144, read: 4_000, write: 3_000, line: { model: "claude-opus-5-5" } },
      { minute: 145, write: 7_500, line: { model: "claude-opus-5-5" } },
    ]);
    expect(tokensByCause(main)).toEqual({
      first: 20_000,
      growth: 5_000 + 1_000,
      "after-minutes": 26_000,
      "after-hours": 27_000,
      "model-switch": 28_000,
      compaction: 3_000,
      other: 7_500,
    });
    expect(tokensByCause(subagents)).toEqual({});
  });

  it("each entry opens to its lines", () => {
    const { main } = ledgerOf([
      { minute: 0, write: 20_000 },
      { minute: 1, read: 20_000, write: 4_000 },
      { minute: 2, read: 24_000, write: 6_000 },
      { minute: 3, read: 30_000, write: 1_000, oneHour: true },
    ]);
    const growth = main.find(({ cause }) => cause === "growth");
    // Sonnet 4.6 writes: 10,000 × 3.75 a million = 0.0375, and for an hour 1,000 × 6 a million = 0.006. Its reads are no write.
    expect(growth).toMatchObject({
      requests: 3,
      tokens: 11_000,
      cost: expect.closeTo(0.0435, 12),
      lines: [
        { model: SONNET_4_6, item: "cacheWrite5m", quantity: 10_000, rate: 3.75, amount: expect.closeTo(0.0375, 12) },
        { model: SONNET_4_6, item: "cacheWrite1h", quantity: 1_000, rate: 6, amount: expect.closeTo(0.006, 12) },
      ],
    });
  });

  it("a cache of an hour, kept by reads, outlives 20 minutes: what is written then has another reason", () => {
    const { main } = ledgerOf([
      { minute: 0, write: 20_000, oneHour: true },
      { minute: 1, read: 20_000, write: 0 },
      { minute: 21, write: 21_000, oneHour: true },
      { minute: 90, write: 22_000, oneHour: true },
    ]);
    expect(tokensByCause(main)).toEqual({ first: 20_000, other: 21_000, "after-hours": 22_000 });
  });

  it("sessions and agents are conversations of their own, and agents stand apart", () => {
    const agent = (agentId: string) => ({ sidechain: true, more: { agentId } });
    const { main, subagents } = ledgerOf([
      { minute: 0, write: 20_000 },
      { minute: 1, write: 8_000, line: agent("a-1") },
      { minute: 2, write: 7_000, line: agent("a-2") },
      { minute: 3, read: 8_000, write: 500, line: agent("a-1") },
      { minute: 4, read: 20_000, write: 300 },
      { minute: 5, write: 9_000, line: { session: "s-2" } },
    ]);
    expect(tokensByCause(main)).toEqual({ first: 20_000 + 9_000, growth: 300 });
    expect(tokensByCause(subagents)).toEqual({ first: 8_000 + 7_000, growth: 500 });
  });

  it("an advisor asked on the way does not interrupt the conversation", () => {
    const advised = {
      cache_creation_input_tokens: 20_000,
      iterations: [{ type: "advisor_message", model: "claude-opus-5-5", cache_creation_input_tokens: 20_500 }],
    };
    const { main } = ledgerOf([
      { minute: 0, write: 0, line: { usage: advised } },
      { minute: 1, read: 20_000, write: 1_000 },
    ]);
    expect(tokensByCause(main)).toEqual({ first: 20_000, "model-switch": 20_500, growth: 1_000 });
  });

  it("writes of an unknown model have tokens and no dollars", () => {
    const { main } = ledgerOf([{ minute: 0, write: 20_000, line: { model: "nobody's-model" } }]);
    expect(main[0]).toEqual({ cause: "first", requests: 1, tokens: 20_000, cost: 0, lines: [] });
  });

  it("a request that wrote nothing is in no entry", () => {
    const { main } = ledgerOf([{ minute: 0, read: 20_000, write: 0 }]);
    expect(main.map(({ requests }) => requests)).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });
});

it("law: the entries add up to all dollars and tokens of cache writes", () => {
  fc.assert(
    fc.property(fc.array(anySummaryLine, { maxLength: 60 }), (lines) => {
      const log = readLogFiles([{ path: "a.jsonl", text: lines.join("\n") }]);
      const requests = [...responsesOf(log.rows)].flatMap((response) => response.requests);
      const { main, subagents } = cacheLedger(log);
      const entries = [...main, ...subagents];
      const written = requests.flatMap(linesOf).filter(({ item }) => item.startsWith("cacheWrite"));
      const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);
      expect(sum(entries.map(({ cost }) => cost))).toBeCloseTo(sum(written.map(({ amount }) => amount)), 9);
      expect(sum(entries.map(({ tokens }) => tokens))).toBe(
        sum(requests.map(({ usage }) => usage.cacheWrite5m + usage.cacheWrite1h)),
      );
      for (const { cost, lines: ofEntry } of entries) expect(sum(ofEntry.map(({ amount }) => amount))).toBeCloseTo(cost, 9);
    }),
    { numRuns: 200 },
  );
});
