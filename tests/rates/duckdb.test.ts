import { readFileSync } from "node:fs";
import type { DuckDBAppender, DuckDBType, DuckDBValue } from "@duckdb/node-api";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type PricedRequest, type PricedUsage, priceRequest, type Usage } from "../../src/index.ts";
import { seededUniform } from "../../src/lib/random.ts";
import { promptTokens } from "../../src/pricing/usage.ts";
import { type AnyRequest, anyRequest, CHOICES } from "./any-request.ts";
import { loadDuckDb, openWarehouse, sqlOf, type Warehouse } from "./warehouse.ts";

const REQUESTS = 1_000_000;
const SEED = 20_261_121;
/** Noting what came takes as long as drawing it, and this many are enough for everything to have come. */
const NOTED = 250_000;
const CHUNK = 2_048;
/** USD, a thousandth of a micro-dollar: what doubles may lose, and no rate, date or modifier could hide in it. */
const TOLERANCE = 1e-9;

type Dated = PricedRequest & { readonly at: string };

let warehouse: Warehouse;

beforeAll(async () => {
  warehouse = await openWarehouse();
});
afterAll(() => warehouse?.close());
beforeEach(async () => {
  await warehouse.connection.run("DELETE FROM token_usage");
});

/** Counts that are 0 stand in the table as null now and then, as exports have them. */
function rowOf(id: number, request: Dated, time = Date.parse(request.at)): DuckDBValue[] {
  const { usage, model, speed = null, geo = null, batch = null } = request;
  const count = (name: keyof Usage): bigint | null => (usage[name] || id % 2 === 0 ? BigInt(usage[name] ?? 0) : null);
  const counts = [count("input"), count("cacheWrite5m"), count("cacheWrite1h"), count("cacheRead"), count("output")];
  const at = new warehouse.duckDb.DuckDBTimestampValue(BigInt(time) * 1_000n);
  return [BigInt(id), model, at, ...counts, speed, geo, batch, count("webSearches")];
}

function columnTypes({ BIGINT, VARCHAR, TIMESTAMP, BOOLEAN }: Warehouse["duckDb"]): readonly DuckDBType[] {
  return [BIGINT, VARCHAR, TIMESTAMP, BIGINT, BIGINT, BIGINT, BIGINT, BIGINT, VARCHAR, VARCHAR, BOOLEAN, BIGINT];
}

function appendRows(appender: DuckDBAppender, rows: DuckDBValue[][]): void {
  const chunk = warehouse.duckDb.DuckDBDataChunk.create(columnTypes(warehouse.duckDb), rows.length);
  chunk.setRows(rows);
  appender.appendDataChunk(chunk);
}

async function load(requests: readonly Dated[]): Promise<void> {
  const appender = await warehouse.connection.createAppender("token_usage");
  appendRows(
    appender,
    requests.map((request, id) => rowOf(id, request)),
  );
  appender.closeSync();
}

async function pricesOf(requests: readonly Dated[]): Promise<readonly unknown[]> {
  await load(requests);
  const reader = await warehouse.connection.runAndReadAll("SELECT usd FROM priced_usage ORDER BY request");
  return reader.getRows().map(([usd]) => usd);
}

/** All about a price that is no amount, as one text. */
function verdictOf({ model, rates, overWindow }: PricedUsage): string {
  return [model, rates.tier, rates.retired, overWindow].join(" ");
}

interface Differences {
  readonly rows: number;
  /** USD. */
  readonly largest: number;
  /** The first ten that are wrong. */
  readonly wrong: readonly string[];
}

/** Sets every row that the view prices against the amount and the verdict of the same request. */
async function differences(expected: Float64Array, verdicts: readonly string[]): Promise<Differences> {
  const result = await warehouse.connection.stream(
    "SELECT request, usd, concat_ws(' ', priced_as, tier, is_retired, is_over_window) FROM priced_usage ORDER BY request",
  );
  let [rows, largest] = [0, 0];
  const wrong: string[] = [];
  for await (const chunk of result.yieldRows())
    for (const [id, usd, verdict] of chunk) {
      const difference = typeof usd === "number" ? Math.abs(usd - (expected[rows] ?? Number.NaN)) : Number.NaN;
      largest = Math.max(largest, difference);
      if ((id !== BigInt(rows) || verdict !== verdicts[rows] || !(difference < TOLERANCE)) && wrong.length < 10)
        wrong.push(`${id}: ${usd} ${verdict}, not ${rows}: ${expected[rows]} ${verdicts[rows]}`);
      rows += 1;
    }
  return { rows, largest, wrong };
}

describe("the SQL of docs/rates.md", () => {
  it("prices 1,000,000 requests each as priceRequest does, to the micro-dollar", async () => {
    const start = performance.now();
    const uniform = seededUniform(SEED);
    const expected = new Float64Array(REQUESTS);
    const verdicts: string[] = [];
    const seen = new Set<string>();
    const appender = await warehouse.connection.createAppender("token_usage");
    let rows: DuckDBValue[][] = [];
    for (let id = 0; id < REQUESTS; id += 1) {
      const { card, time, request } = anyRequest(uniform);
      const priced = priceRequest(request);
      expected[id] = priced.total;
      verdicts.push(verdictOf(priced));
      if (id < NOTED) noteChoices(seen, { card, request, from: priced.rates.effectiveFrom });
      rows.push(rowOf(id, request, time));
      if (rows.length === CHUNK || id === REQUESTS - 1) {
        appendRows(appender, rows);
        rows = [];
      }
    }
    appender.closeSync();
    expect(missedBy(seen)).toEqual([]);

    const loaded = performance.now();
    const { rows: compared, largest, wrong } = await differences(expected, verdicts);
    const seconds = (to: number, from: number): string => ((to - from) / 1_000).toFixed(1);
    console.info(
      `${compared} requests: largest difference ${largest} USD; made, priced and loaded in ${seconds(loaded, start)} s, SQL and comparison in ${seconds(performance.now(), loaded)} s`,
    );
    expect(wrong).toEqual([]);
    expect(compared).toBe(REQUESTS);
    expect(largest).toBeLessThan(TOLERANCE);
  });

  it("prices by the day and the threshold of Haiku 5.5 and Sonnet 5.5, worked out by hand", async () => {
    const haiku = { model: "claude-haiku-5-5", at: "2026-10-07T00:00:00Z" };
    const sonnet = { model: "claude-sonnet-5-5", usage: { cacheRead: 1_000_000, output: 100_000 } };
    const prices = await pricesOf([
      // a prompt of 100,000: 60,000 × 0.1 / 1M + 40,000 × 0.01 / 1M + 10,000 × 0.5 / 1M = 0.006 + 0.0004 + 0.005
      { ...haiku, usage: { input: 60_000, cacheRead: 40_000, output: 10_000 } },
      // 100,001 × 0.5 / 1M + 10,000 × 2.5 / 1M = 0.0500005 + 0.025: the tier takes output too
      { ...haiku, usage: { input: 100_001, output: 10_000 } },
      // the same in batch, with 2 searches at 10 / 1,000: 0.0750005 × 0.5 + 0.02
      { ...haiku, usage: { input: 100_001, output: 10_000, webSearches: 2 }, batch: true },
      // 1M × 0.2 / 1M + 100,000 × 10 / 1M = 0.2 + 1, and from 2026-10-07 on 0.1 + 1
      { ...sonnet, at: "2026-10-06T23:59:59.999Z" },
      { ...sonnet, at: "2026-10-07T00:00:00Z" },
      // on a regional endpoint and US-only: the place costs once, (0.1 + 1) × 1.1
      { ...sonnet, model: "us.anthropic.claude-sonnet-5-5", at: "2026-10-07T00:00:00Z", geo: "us" },
    ]);
    const byHand = [0.0114, 0.0750005, 0.05750025, 1.2, 1.1, 1.21];
    expect(prices).toHaveLength(byHand.length);
    byHand.forEach((usd, index) => {
      expect(prices[index]).toBeCloseTo(usd, 12);
    });
  });

  const asked = { model: "claude-opus-4-6", at: "2026-11-20T12:00:00Z", usage: { input: 1_000 } } as const;
  const refused: readonly (readonly [string, Dated])[] = [
    ["a model that is not in the table", { ...asked, model: "claude-opus-9" }],
    ["a spelling that two models claim", { ...asked, model: "claude-3-5-sonnet" }],
    ["a longer name that only begins as a known one", { ...asked, model: "claude-opus-5-9" }],
    ["a name in upper case", { ...asked, model: "Claude-Opus-5" }],
    ["Bedrock's version without Bedrock's vendor", { ...asked, model: "claude-opus-4-6-v1" }],
    ["a day before the model's first", { ...asked, at: "2026-02-04T23:59:59Z" }],
    ["fast mode before its first day", { ...asked, at: "2026-02-06T12:00:00Z", speed: "fast" }],
    ["fast mode after its last day", { ...asked, model: "claude-opus-4-7", at: "2026-07-24T00:00:00Z", speed: "fast" }],
    ["fast mode of a model that has none", { ...asked, model: "claude-haiku-5-5", speed: "fast" }],
    ["fast mode in a batch", { ...asked, model: "claude-opus-5-5", speed: "fast", batch: true }],
    ["US-only inference where it is not offered", { ...asked, model: "claude-haiku-4-5", geo: "us" }],
    ["the same on a regional endpoint", { ...asked, model: "eu.anthropic.claude-haiku-4-5", geo: "us" }],
    ["a batch where it is not offered", { ...asked, model: "claude-mythos-preview", batch: true }],
    ["a class whose rate is not known", { ...asked, model: "claude-mythos-preview", usage: { cacheRead: 1 } }],
    ["a count below 0", { ...asked, usage: { input: -1, output: 5 } }],
    ["a place that nobody knows", { ...asked, geo: "eu" as "us" }],
    ["a speed that nobody knows", { ...asked, speed: "slow" as "fast" }],
  ];

  it.each(refused)("has no price, and priceRequest none either, for %s", async (_what, request) => {
    expect(() => priceRequest(request)).toThrow(RangeError);
    expect(await pricesOf([request])).toEqual([null]);
  });

  it("sums by month and model, and counts what has no price beside it", async () => {
    await load([
      // 1,000 × 5 / 1M = 0.005 each
      asked,
      { ...asked, model: "us.anthropic.claude-opus-4-6-v1[1m]", at: "2026-11-01T00:00:00Z", usage: { input: 0 } },
      { ...asked, at: "2026-10-31T23:59:59Z" },
      { ...asked, model: "claude-opus-9" },
      { ...asked, model: "claude-opus-9", at: "2026-11-30T00:00:00Z" },
    ]);
    const reader = await warehouse.connection.runAndReadAll(sqlOf("answer"));
    expect(reader.getRows()).toEqual([
      ["2026-10", "claude-opus-4-6", 0.005, 0n],
      ["2026-11", "claude-opus-4-6", 0.005, 0n],
      ["2026-11", "claude-opus-9", null, 2n],
    ]);
  });

  it("takes spellings apart as the library does", () => {
    const library = readFileSync(new URL("../../src/rates/resolve-model.ts", import.meta.url), "utf8");
    const form = /^const FORM = \/(.+)\/;$/m.exec(library)?.[1];
    expect(form).toMatch(/^\^.{40,}\$$/);
    expect(sqlOf("price")).toContain(`'${form}'`);
  });
});

describe("a machine without DuckDB's binary", () => {
  it("fails in words that say so, and skips nothing", async () => {
    const load = () => Promise.reject(new Error("Cannot find module '@duckdb/node-bindings-none'"));
    await expect(loadDuckDb(load)).rejects.toThrow(
      /native binary could not be loaded on \w+-\w+, so the SQL of docs\/rates\.md was NOT tested: Cannot find module/,
    );
  });
});

interface Choice extends Pick<AnyRequest, "card" | "request"> {
  readonly from: string;
}

function noteChoices(seen: Set<string>, { card, request, from }: Choice): void {
  seen.add(request.model);
  seen.add(`${card.id} ${request.at.slice(0, 10)}`);
  seen.add(`${card.id} ${from} ${promptTokens(request.usage)}`);
  seen.add(`${card.id} ${request.speed} ${request.geo} ${request.batch}`);
}

/** What of every model's spellings, days, prompts and modifiers no request has had. */
function missedBy(seen: ReadonlySet<string>): readonly string[] {
  const wanted = CHOICES.flatMap(({ card, spellings, edges, prompts }) => [
    ...spellings,
    ...edges.map((day) => `${card.id} ${new Date(day).toISOString().slice(0, 10)}`),
    ...card.periods.flatMap(({ from }) => prompts.map((prompt) => `${card.id} ${from} ${prompt}`)),
    ...(card.usMultiplier === null ? [] : [`${card.id} standard us false`]),
    ...(card.usMultiplier === null || card.batchMultiplier === null ? [] : [`${card.id} standard us true`]),
    ...(card.fast.length === 0 ? [] : [`${card.id} fast undefined undefined`]),
    ...(card.fast.length === 0 || card.usMultiplier === null ? [] : [`${card.id} fast us false`]),
  ]);
  return wanted.filter((item) => !seen.has(item));
}
