import { describe, expect, it } from "vitest";
import { isDay } from "../../src/lib/calendar.ts";
import { type VendorRates, vendorPeriods } from "../../src/pricing/vendor-cost.ts";
import { catalog } from "../../src/rates/catalog.ts";
import { vendorCards } from "../../src/rates/other-vendors/vendor-cards.ts";
import { plans } from "../../src/rates/plans.ts";
import { publicRates } from "../../src/rates/public-rates.ts";
import { resolveModel } from "../../src/rates/resolve-model.ts";
import { modelOptions } from "../../src/scenario/model-options.ts";

const NEWEST_CHECK = "2026-11-21";
const byId = new Map(vendorCards.map((card) => [card.id, card]));
const rowOn = (id: string, day: string): readonly (number | null)[] => {
  const rates = byId.get(id) && vendorPeriods(byId.get(id) as (typeof vendorCards)[number], day).now?.rates;
  return rates ? [rates.input, rates.cachedInput, rates.output] : [];
};

describe("other vendors' models", () => {
  it("are never Claude's: no spelling of one is a model, an option or a plan of the calculator", () => {
    const options = modelOptions([]).flatMap((group) => group.options.map(({ value }) => value));
    const others = [...options, ...plans.map(({ id }) => id as string), ...publicRates(catalog).models.map(({ id }) => id)];
    for (const { id, name } of vendorCards) {
      expect([resolveModel(id), resolveModel(name), resolveModel(`anthropic/${id}`)]).toEqual([null, null, null]);
      expect(others).not.toContain(id);
    }
    expect(byId.size).toBe(vendorCards.length);
  });

  it.each(vendorCards.map((card) => [card.id, card] as const))(
    "%s says where its price comes from, and has one from its first day on",
    (_id, card) => {
      expect(card.periods.at(-1)?.to).toBeNull();
      card.periods.forEach(({ from, source, checkedOn }, index) => {
        expect(source.length).toBeGreaterThan(10);
        expect(isDay(checkedOn) && checkedOn <= NEWEST_CHECK).toBe(true);
        expect(from === null || isDay(from)).toBe(true);
        if (index > 0) expect(from).toBe(card.periods[index - 1]?.to);
      });
    },
  );

  it.each(vendorCards.map((card) => [card.id, card] as const))(
    "%s reads the cache for less than input, and is dearer for long prompts",
    (_id, card) => {
      const known = (rates: VendorRates): readonly string[] =>
        Object.entries(rates).flatMap(([name, rate]) => (rate === null ? [] : [name]));
      for (const { rates, longContext } of card.periods) {
        expect(Object.values(rates).every((rate) => rate === null || rate > 0)).toBe(true);
        expect(rates.cachedInput ?? 0).toBeLessThan(rates.input);
        expect(rates.cacheWrite ?? Infinity).toBeGreaterThan(rates.input);
        if (!longContext) continue;
        expect(known(longContext.rates)).toEqual(known(rates));
        for (const name of ["input", "cachedInput", "output"] as const)
          expect(longContext.rates[name]).toBeGreaterThan(rates[name] ?? 0);
      }
    },
  );

  it.each([
    // facts: input / cached / output, read 2026-11-10
    ["gpt-6-astra", [10, 1, 50]],
    ["gpt-6.1-sol", [2, 0.1, 10]],
    ["gpt-6.1-terra", [1, 0.05, 5]],
    ["gpt-6-sol", [2, 0.2, 10]],
    ["gpt-6-luna", [0.1, 0.01, 0.5]],
    ["gpt-5.6-sol", [4, 0.4, 20]],
    ["gpt-5.5", [5, 0.5, 30]],
    ["gpt-5.3-codex", [1.75, 0.175, 14]],
    ["gpt-5", [1.25, 0.125, 10]],
    ["gemini-3.1-pro-preview", [2, 0.2, 12]],
    // OpenAI, 2026-11-17: $8 / $40, cached input 60 % below GPT-6 Astra's $1; Sol as GPT-6.1 Sol
    ["gpt-6.2-astra", [8, 0.4, 40]],
    ["gpt-6.2-sol", [2, 0.1, 10]],
  ])("%s costs what its list says", (id, row) => {
    expect(rowOn(id, "2026-11-20")).toEqual(row);
  });

  it.each([
    // until 2026-11-30, then double
    ["gemini-4-argon", "2026-11-30", [2, 0.1, 10]],
    ["gemini-4-argon", "2026-12-01", [4, 0.2, 20]],
    ["gemini-4-carbon", "2026-11-30", [2, 0.1, 10]],
    ["gemini-4-carbon", "2026-12-01", [4, 0.2, 20]],
    // until 2026-12-31, then double
    ["gemini-3.8-flash", "2026-12-31", [0.75, 0.075, 3.75]],
    ["gemini-3.8-flash", "2027-01-01", [1.5, 0.15, 7.5]],
    // launched on the second of these days
    ["gpt-6.1-sol", "2026-09-28", []],
    ["gpt-6.1-sol", "2026-09-29", [2, 0.1, 10]],
    ["gpt-6.1-terra", "2026-10-25", []],
    ["gpt-6.1-terra", "2026-10-26", [1, 0.05, 5]],
  ])("%s on %s", (id, day, row) => {
    expect(rowOn(id, day)).toEqual(row);
  });

  it.each([
    // C5 of the published claims: input, output
    ["gpt-4o", 2.5, 10],
    ["gpt-4o-mini", 0.15, 0.6],
    ["gpt-3.5-turbo", 0.5, 1.5],
    ["o1", 15, 60],
  ])("%s, which guides still set beside Claude, is marked as historical", (id, input, output) => {
    expect(byId.get(id)?.status).toBe("historical");
    const [shownInput, , shownOutput] = rowOn(id, "2026-11-20");
    expect([shownInput, shownOutput]).toEqual([input, output]);
  });

  it("charge twice the input and 1.5 times the output above 272,000 tokens, from GPT-5.5 on", () => {
    for (const { periods, vendor } of vendorCards) {
      for (const { rates, longContext } of vendor === "OpenAI" ? periods : []) {
        if (!longContext) continue;
        expect(longContext.thresholdTokens).toBe(272_000);
        expect(longContext.rates.input).toBeCloseTo(rates.input * 2, 9);
        expect(longContext.rates.output).toBeCloseTo(rates.output * 1.5, 9);
      }
    }
  });
});
