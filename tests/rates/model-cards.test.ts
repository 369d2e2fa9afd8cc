import { describe, expect, it } from "vitest";
import { isDay } from "../../src/lib/calendar.ts";
import type { ClassRates } from "../../src/pricing/rate-card.ts";
import { TOKEN_CLASSES } from "../../src/pricing/usage.ts";
import { catalog, catalogDate } from "../../src/rates/catalog.ts";
import { resolveModel } from "../../src/rates/resolve-model.ts";

const spellings = catalog.models.flatMap((card) => [card.id, ...card.aliases]);

/** Classes with a price that is a number above 0. */
function pricedClasses(rates: ClassRates): string[] {
  return TOKEN_CLASSES.filter((item) => (rates[item] ?? 0) > 0);
}

describe.each(catalog.models.map((card) => [card.id, card] as const))("%s", (id, card) => {
  const dated = [...card.periods, ...card.fast];
  // No cache rate of this one was ever published: see its note.
  const expected = id === "claude-mythos-preview" ? ["input", "output"] : [...TOKEN_CLASSES];

  it("says where every figure comes from and when that was looked at", () => {
    for (const { source, checkedOn } of dated) {
      expect(source.trim().length).toBeGreaterThan(10);
      expect(isDay(checkedOn)).toBe(true);
      expect(checkedOn <= catalogDate).toBe(true);
    }
  });

  it("has a price on every day from its release on, and one only", () => {
    expect(card.periods[0]?.from).toBe(card.released);
    expect(card.periods.at(-1)?.to).toBeNull();
    card.periods.slice(1).forEach((period, index) => {
      expect(period.from).toBe(card.periods[index]?.to);
    });
  });

  it("dates every change with a real day, each span ending after it begins", () => {
    for (const { from, to } of dated) {
      expect(isDay(from)).toBe(true);
      if (to === null) continue;
      expect(isDay(to)).toBe(true);
      expect(from < to).toBe(true);
    }
    if (card.retired !== null) expect(isDay(card.retired) && card.released < card.retired).toBe(true);
  });

  it("prices every class in every period and tier", () => {
    for (const { rates, longContext } of card.periods) {
      expect(pricedClasses(rates)).toEqual(expected);
      expect(Object.keys(rates).sort()).toEqual([...expected].sort());
      if (longContext) expect(pricedClasses(longContext.rates)).toEqual(expected);
    }
  });

  it("charges more above a threshold, and has a window that reaches above it", () => {
    for (const { rates, longContext, contextWindow } of card.periods) {
      if (!longContext) continue;
      expect(contextWindow).toBeGreaterThan(longContext.thresholdTokens);
      for (const item of TOKEN_CLASSES) expect(longContext.rates[item]).toBeGreaterThan(rates[item] ?? Number.POSITIVE_INFINITY);
    }
  });

  it("offers fast mode in spans that follow one another and begin no earlier than the model", () => {
    let earliest: string | null = card.released;
    for (const { from, to, multiplier } of card.fast) {
      if (earliest === null) expect.fail("a span after one that never ends");
      expect(earliest <= from).toBe(true);
      expect(multiplier).toBeGreaterThanOrEqual(1);
      earliest = to;
    }
  });

  it("is retired when its last day is past, and only then", () => {
    expect(card.status === "retired").toBe(card.retired !== null && card.retired <= catalogDate);
  });

  it("is found by its id and by each of its aliases", () => {
    expect([id, ...card.aliases].map(resolveModel)).toEqual([id, ...card.aliases].map(() => id));
  });
});

describe("the catalog", () => {
  it("gives no id and no alias twice", () => {
    expect(new Set(spellings).size).toBe(spellings.length);
  });

  it("has the 28 models of the price list, once each", () => {
    // 29 rows were published; the two of Sonnet 5.5 are two periods of one card.
    expect(catalog.models).toHaveLength(29 - 1);
  });

  it("was checked on a real day", () => {
    expect(catalog.date).toBe("2026-11-20");
    expect(isDay(catalog.date)).toBe(true);
  });

  it("lists current models, then legacy, limited and retired ones, each newest first", () => {
    expect(catalog.models.filter(({ status }) => status === "current").map(({ id }) => id)).toEqual([
      "claude-fable-5-2",
      "claude-haiku-5-5",
      "claude-sonnet-5-5",
      "claude-opus-5-5",
    ]);
    const order = ["current", "legacy", "limited", "retired"];
    const ranks = catalog.models.map(({ status }) => order.indexOf(status));
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
    for (const status of order) {
      const days = catalog.models.filter((card) => card.status === status).map(({ released }) => released);
      expect(days).toEqual([...days].sort().reverse());
    }
  });

  it("calls the newest model of a family current, and Mythos limited", () => {
    for (const family of ["opus", "sonnet", "haiku", "fable"]) {
      const members = catalog.models.filter((card) => card.family === family);
      const newest = members.reduce((a, b) => (a.released > b.released ? a : b));
      expect(members.filter(({ status }) => status === "current")).toEqual([newest]);
    }
    const mythos = catalog.models.filter(({ family }) => family === "mythos");
    expect(mythos.map(({ status }) => status)).toEqual(["limited", "limited", "limited", "limited"]);
  });

  it("keeps Sonnet 4.5 as a legacy model with an announced last day", () => {
    const sonnet45 = catalog.models.find(({ id }) => id === "claude-sonnet-4-5-20250929");
    expect(sonnet45).toMatchObject({ status: "legacy", retired: "2026-11-30" });
  });

  it("has US-only inference from the 4.6 generation on, Mythos Preview left out", () => {
    const without = catalog.models.filter(({ usMultiplier }) => usMultiplier === null).map(({ id }) => id);
    expect(without.toSorted()).toEqual(
      [
        "claude-mythos-preview",
        "claude-opus-4-5-20251101",
        "claude-haiku-4-5-20251001",
        "claude-sonnet-4-5-20250929",
        "claude-opus-4-1-20250805",
        "claude-opus-4-20250514",
        "claude-sonnet-4-20250514",
        "claude-3-7-sonnet-20250219",
        "claude-3-5-sonnet-20241022",
        "claude-3-5-haiku-20241022",
        "claude-3-5-sonnet-20240620",
        "claude-3-haiku-20240307",
        "claude-3-opus-20240229",
      ].toSorted(),
    );
    expect(new Set(catalog.models.map(({ usMultiplier }) => usMultiplier))).toEqual(new Set([1.1, null]));
  });

  it("charges a regional endpoint from Sonnet 4.5 of 2025-09-29 on, and not before", () => {
    for (const { id, released, regionalMultiplier } of catalog.models)
      expect([id, regionalMultiplier]).toEqual([id, released < "2025-09-29" ? 1 : 1.1]);
  });

  it("halves the price of batch work wherever batch is offered: not on Mythos Preview", () => {
    for (const { id, batchMultiplier } of catalog.models)
      expect([id, batchMultiplier]).toEqual([id, id === "claude-mythos-preview" ? null : 0.5]);
  });

  it("counts tokens in the later way from Opus 4.7 on, and in Mythos Preview", () => {
    for (const { id, released, tokenizer } of catalog.models)
      expect([id, tokenizer]).toEqual([id, released < "2026-04-07" ? "before-4.7" : "from-4.7"]);
  });

  it("charges $10 for a thousand web searches", () => {
    expect(catalog.webSearch.usdPerThousand).toBe(10);
    expect(catalog.webSearch.source).not.toBe("");
  });
});
