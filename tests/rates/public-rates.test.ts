import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { IsoDay } from "../../src/lib/calendar.ts";
import { readCsv } from "../../src/lib/csv.ts";
import type { ModelCard, RatePeriod } from "../../src/pricing/rate-card.ts";
import { TOKEN_CLASSES } from "../../src/pricing/usage.ts";
import { catalog } from "../../src/rates/catalog.ts";
import { RATE_TABLE_COLUMNS, type RateTableRow, rateTable, rateTableCsv } from "../../src/rates/public-rate-table.ts";
import { type PublicRate, publicRates, publicRatesJson } from "../../src/rates/public-rates.ts";
import { resolveModel } from "../../src/rates/resolve-model.ts";
import { schemaFaults } from "../ui/schema-check.ts";

// The checker knows no `enum`; any of its constants is the same.
const SCHEMA = JSON.parse(readFileSync(new URL("../../docs/rates-v1.schema.json", import.meta.url), "utf8"), (_key, value) => {
  if (!Array.isArray(value?.enum)) return value;
  const { enum: constants, ...others } = value;
  return { ...others, anyOf: constants.map((constant: string) => ({ const: constant })) };
});
const FROM_WHERE = { source: "made for this test", checkedOn: "2026-11-20" } as const;
const published = publicRates(catalog);
const table = rateTable(catalog);

function ratesOf(model: string, part: Partial<PublicRate>): readonly PublicRate[] {
  return published.rates.filter(
    (rate) => rate.model === model && Object.entries(part).every(([key, value]) => rate[key as keyof PublicRate] === value),
  );
}

function rowsOf(spelling: string): readonly RateTableRow[] {
  return table.filter((row) => row.spelling === spelling);
}

describe("rates/v1.json", () => {
  it("is as its schema says", () => {
    expect(schemaFaults(SCHEMA, JSON.parse(publicRatesJson(catalog)))).toEqual([]);
  });

  it.each([
    ["a rate as text", (rate: PublicRate) => ({ ...rate, usdPerMillion: String(rate.usdPerMillion) })],
    ["a day that is none", (rate: PublicRate) => ({ ...rate, from: "2026-9-1" })],
    ["a class that nobody bills", (rate: PublicRate) => ({ ...rate, class: "thinking" })],
    ["a field that is not known", (rate: PublicRate) => ({ ...rate, discount: 1 })],
  ])("would not be with %s", (_what, spoilt) => {
    const [first, ...others] = published.rates;
    expect(schemaFaults(SCHEMA, { ...published, rates: [spoilt(first as PublicRate), ...others] })).not.toEqual([]);
  });

  it("names its version, the catalog's day and where its schema lies", () => {
    const { $schema, version, date, currency } = published;
    expect({ $schema, version, date, currency }).toEqual({
      $schema: "v1.schema.json",
      version: 1,
      date: "2026-11-20",
      currency: "USD",
    });
  });

  it("writes every row on a line of its own, always in the same words", () => {
    const text = publicRatesJson(catalog);
    expect(JSON.parse(text)).toEqual(published);
    expect(publicRatesJson(structuredClone(catalog))).toBe(text);
    const lines = text.split("\n").filter((line) => line.startsWith('    {"model":"claude-sonnet-5-5","class":"cacheRead"'));
    // Cheaper reads since 2026-10-07: two rows.
    expect(lines).toHaveLength(2);
  });

  it("has a row for each class with a known rate and none for others", () => {
    for (const { id, periods } of catalog.models)
      for (const { from, rates } of periods)
        for (const name of TOKEN_CLASSES)
          expect(ratesOf(id, { from, tier: "standard", class: name }).map((rate) => rate.usdPerMillion)).toEqual(
            rates[name] === undefined ? [] : [rates[name]],
          );
    expect(ratesOf("claude-mythos-preview", {}).map((rate) => rate.class)).toEqual(["input", "output"]);
  });

  it("gives the days and the price on both sides of a change", () => {
    expect(
      ratesOf("claude-sonnet-5-5", { class: "cacheRead" }).map(({ from, to, usdPerMillion }) => [from, to, usdPerMillion]),
    ).toEqual([
      ["2026-09-28", "2026-10-07", 0.2],
      ["2026-10-07", null, 0.1],
    ]);
  });

  it("gives a tier from the first prompt above its threshold on", () => {
    expect(
      ratesOf("claude-haiku-5-5", { class: "output" }).map(({ promptFrom, promptTo, usdPerMillion }) => [
        promptFrom,
        promptTo,
        usdPerMillion,
      ]),
    ).toEqual([
      [0, 100_001, 0.5],
      [100_001, null, 2.5],
    ]);
    expect(ratesOf("claude-opus-4-6", { from: "2026-03-13", tier: "long-context" })).toEqual([]);
  });

  it("marks a tier that stands in for prompts since refused, with the source it had", () => {
    const [lapsed] = ratesOf("claude-sonnet-4-5-20250929", { from: "2026-05-01", tier: "long-context", class: "input" });
    const [inForce] = ratesOf("claude-sonnet-4-5-20250929", { from: "2025-09-29", tier: "long-context", class: "input" });
    expect(lapsed).toMatchObject({ lapsed: true, promptFrom: 200_001, usdPerMillion: 6 });
    expect(inForce).toMatchObject({ lapsed: false, promptFrom: 200_001, usdPerMillion: 6 });
    expect(lapsed?.source).toBe(inForce?.source);
    expect(published.rates.filter((rate) => rate.lapsed).map((rate) => rate.from)).toEqual(Array(10).fill("2026-05-01"));
  });

  it("gives modifiers with their days, and no row where one is not offered", () => {
    const modifiersOf = (model: string) =>
      published.modifiers
        .filter((row) => row.model === model)
        .map(({ modifier, from, to, multiplier }) => [modifier, from, to, multiplier]);
    expect(modifiersOf("claude-opus-4-6")).toEqual([
      ["fast", "2026-02-07", "2026-06-29", 6],
      ["fast", "2026-06-29", null, 1],
      ["us", "2026-02-05", null, 1.1],
      ["regional", "2026-02-05", null, 1.1],
      ["batch", "2026-02-05", null, 0.5],
    ]);
    expect(modifiersOf("claude-mythos-preview")).toEqual([["regional", "2026-04-07", null, 1.1]]);
  });

  it("lists spellings that mean one model each", () => {
    const spellings = published.models.flatMap((model) => model.spellings.map((spelling) => [spelling, model.id]));
    expect(new Set(spellings.map(([spelling]) => spelling)).size).toBe(spellings.length);
    for (const [spelling = "", id] of spellings) expect(resolveModel(spelling)).toBe(id);
    expect(spellings).toContainEqual(["claude-haiku-4-5", "claude-haiku-4-5-20251001"]);
  });
});

describe("rates/v1.csv", () => {
  it("is the table with its columns, and reads back cell by cell", () => {
    const { rows } = readCsv(rateTableCsv(catalog), ",");
    expect(rows.map(({ cells }) => cells)).toEqual([
      [...RATE_TABLE_COLUMNS],
      ...table.map((row) => RATE_TABLE_COLUMNS.map((column) => String(row[column] ?? ""))),
    ]);
  });

  it("leaves no day and no prompt of a model between two rows, and none in both", () => {
    for (const { id, aliases, released } of catalog.models)
      for (const spelling of [id, ...aliases]) {
        const spans = new Map<string, RateTableRow[]>();
        for (const row of rowsOf(spelling)) {
          const days = `${row.valid_from} ${row.valid_to}`;
          spans.set(days, [...(spans.get(days) ?? []), row]);
        }
        let next: unknown = released;
        for (const [first, ...others] of spans.values()) {
          expect(first?.valid_from).toBe(next);
          expect([first?.prompt_from, others.length]).toEqual([0, first?.prompt_to === null ? 0 : 1]);
          if (others[0]) expect([others[0].prompt_from, others[0].prompt_to]).toEqual([first?.prompt_to, null]);
          next = first?.valid_to;
        }
        expect(next).toBeNull();
      }
  });

  it("cuts the days where fast mode begins, changes or ends", () => {
    expect(rowsOf("claude-opus-4-6").map((row) => [row.valid_from, row.tier, row.fast_multiplier])).toEqual([
      ["2026-02-05", "standard", null],
      ["2026-02-05", "long-context", null],
      ["2026-02-07", "standard", 6],
      ["2026-02-07", "long-context", 6],
      ["2026-03-13", "standard", 6],
      ["2026-06-29", "standard", 1],
    ]);
    expect(rowsOf("claude-opus-4-8").map((row) => [row.valid_from, row.valid_to, row.fast_multiplier])).toEqual([
      ["2026-05-28", "2026-11-30", 2],
      ["2026-11-30", null, null],
    ]);
  });

  it("leaves a rate that is not known empty, which is not 0", () => {
    expect(rowsOf("claude-mythos-preview")).toMatchObject([
      { input_usd_per_mtok: 25, output_usd_per_mtok: 125, cache_read_usd_per_mtok: null, batch_multiplier: null },
    ]);
  });

  it("has the same rates under every spelling", () => {
    const [byId, byAlias] = ["claude-opus-4-20250514", "claude-opus-4-0"].map((spelling) =>
      rowsOf(spelling).map((row) => ({ ...row, spelling: null })),
    );
    expect(byId).toHaveLength(1);
    expect(byAlias).toEqual(byId);
  });

  it("says when a model is no longer served, also ahead", () => {
    expect(rowsOf("claude-sonnet-4-5")[0]?.retired_on).toBe("2026-11-30");
  });
});

describe("a model made for what the catalog has no example of", () => {
  const known = catalog.models.find(({ id }) => id === "claude-opus-4-6");
  if (!known) throw new Error("the catalog has lost claude-opus-4-6");
  const [period] = known.periods;
  const fast = (from: IsoDay, to: IsoDay | null, multiplier: number) => ({ ...FROM_WHERE, from, to, multiplier });
  const rowsWith = (part: Partial<ModelCard>) => rateTable({ ...catalog, models: [{ ...known, aliases: [], ...part }] });
  // One price since 2026-02-05, without a tier.
  const periods = [{ ...(period as RatePeriod), to: null, longContext: null, checkedOn: "2026-10-30" as const }];

  it("fast mode that goes on cuts the days where it begins, whatever the order of its periods", () => {
    const rows = rowsWith({ periods, fast: [fast("2026-05-01", null, 1), fast("2026-03-01", "2026-04-01", 6)] });
    expect(rows.map((row) => [row.valid_from, row.valid_to, row.fast_multiplier])).toEqual([
      ["2026-02-05", "2026-03-01", null],
      ["2026-03-01", "2026-04-01", 6],
      ["2026-04-01", "2026-05-01", null],
      ["2026-05-01", null, 1],
    ]);
  });

  it("every class has its own column", () => {
    const rates = { input: 1, cacheWrite5m: 2, cacheWrite1h: 3, cacheRead: 4, output: 5 };
    const [row] = rowsWith({ periods: [{ ...(periods[0] as RatePeriod), rates }], fast: [] });
    expect(row).toMatchObject({
      input_usd_per_mtok: 1,
      cache_write_5m_usd_per_mtok: 2,
      cache_write_1h_usd_per_mtok: 3,
      cache_read_usd_per_mtok: 4,
      output_usd_per_mtok: 5,
    });
  });

  it("what is offered since the release was checked with the newest price", () => {
    const older = { ...(periods[0] as RatePeriod), to: "2026-06-01" as const, checkedOn: "2026-05-30" as const };
    const newer = { ...(periods[0] as RatePeriod), from: "2026-06-01" as const };
    const { modifiers } = publicRates({ ...catalog, models: [{ ...known, periods: [older, newer], fast: [] }] });
    expect(modifiers.map(({ modifier, checkedOn }) => [modifier, checkedOn])).toEqual([
      ["us", "2026-10-30"],
      ["regional", "2026-10-30"],
      ["batch", "2026-10-30"],
    ]);
  });
});
