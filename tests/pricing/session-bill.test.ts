import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { utcDay } from "../../src/lib/calendar.ts";
import { mergeLines, totalOf } from "../../src/pricing/bill-line.ts";
import type { Modifiers } from "../../src/pricing/modifiers.ts";
import { priceWithCard } from "../../src/pricing/price-request.ts";
import type { ModelCard } from "../../src/pricing/rate-card.ts";
import { requestCosts, sessionLines } from "../../src/pricing/session-bill.ts";
import type { SessionShape } from "../../src/pricing/session-shape.ts";
import { type Serving, sessionTokens, usageOfRequest } from "../../src/pricing/session-tokens.ts";
import { catalog } from "../../src/rates/catalog.ts";
import { findModel } from "../../src/rates/resolve-model.ts";
import { anyServed, anySession, anyUnbroken, SMALL } from "./any-session.ts";

describe("a session is billed as each of its requests would be", () => {
  it.each([
    ["claude-haiku-5-5", "2026-11-20", {}],
    ["claude-haiku-5-5", "2026-11-20", { geo: "us", batch: true }],
    ["claude-sonnet-4-5-20250929", "2026-04-30", {}],
    ["claude-sonnet-4-5-20250929", "2026-05-01", {}],
    ["claude-opus-4-6", "2026-03-12", { speed: "fast" }],
    ["claude-opus-4-6", "2026-03-13", { speed: "fast" }],
    ["claude-opus-4-5-20251101", "2026-11-20", { regional: true }],
  ] satisfies [string, string, Modifiers][])("%s on %s with %j", (id, day, modifiers) => {
    const card = findModel(id) as ModelCard;
    fc.assert(
      fc.property(anySession, (shape) => {
        const tokens = sessionTokens(shape);
        const apart = tokens.read.map((_, index) =>
          priceWithCard(card, { usage: usageOfRequest(tokens, index), at: day, ...modifiers }, catalog.webSearch),
        );
        const lines = sessionLines(card, tokens, { day, ...modifiers });
        const merged = mergeLines(
          apart.flatMap((priced) => priced.lines),
          ({ item }) => item,
        );
        const quantities = (of: typeof lines) => of.map(({ item, rate, quantity }) => `${item} at ${rate}: ${quantity}`).sort();
        expect(quantities(lines)).toEqual(quantities(merged));
        expect(totalOf(lines)).toBeCloseTo(totalOf(merged), 9);
        requestCosts([card], tokens, { day, ...modifiers }).forEach((cost, index) => {
          expect(cost).toBeCloseTo(apart[index]?.total ?? Number.NaN, 10);
        });
      }),
      { numRuns: 40 },
    );
  });
});

describe("a session that several models serve", () => {
  const cards = ["claude-haiku-5-5", "claude-sonnet-4-6", "claude-opus-5-5"].map((id) => findModel(id) as ModelCard);
  const terms = { day: utcDay("2026-11-20") };

  it("is billed in parts, each request at the rates of the model that served it", () => {
    // Two requests of Sonnet 4.6, then two of Haiku 5.5: 1,225 written and 1,100 read; 1,475 and 1,350; 100 out each.
    const tokens = sessionTokens(SMALL, { scales: [1, 1], modelOf: (request) => (request < 3 ? 1 : 0) });
    const usd = (lines: readonly { readonly amount: number }[]) => totalOf(lines) * 1_000_000;
    const [haiku, sonnet] = cards as [ModelCard, ModelCard];
    // 1,225 × 3.75 + 1,100 × 0.30 + 100 × 15 and 1,475 × 0.125 + 1,350 × 0.01 + 100 × 0.50.
    expect(usd(sessionLines(sonnet, tokens, { ...terms, servedBy: 1 }))).toBeCloseTo(6_423.75, 6);
    expect(usd(sessionLines(haiku, tokens, { ...terms, servedBy: 0 }))).toBeCloseTo(247.875, 6);
    // 1,100 × 3.75 + 750; 1,100 × 0.30 + 125 × 3.75 + 750; 1,350 × 0.125 + 25; 1,350 × 0.01 + 125 × 0.125 + 25.
    const each = requestCosts(cards, tokens, terms).map((cost) => Math.round(cost * 1e9) / 1e3);
    expect(each).toEqual([4_875, 1_548.75, 193.75, 54.125]);
  });

  it("a request of a model without a card is refused", () => {
    const tokens = sessionTokens(SMALL, { scales: [1, 1], modelOf: (request) => (request < 3 ? 0 : 1) });
    expect(() => requestCosts(cards.slice(0, 1), tokens, terms)).toThrow(/^servedBy: 1 is not the number of one of 1 models/);
  });

  it("the parts add up to what the requests cost, and a part without requests costs nothing", () => {
    fc.assert(
      fc.property(anyServed(anySession), ({ shape, serving }) => {
        const tokens = sessionTokens(shape, serving);
        const parts = cards.map((card, servedBy) => totalOf(sessionLines(card, tokens, { ...terms, servedBy })));
        const costs = requestCosts(cards, tokens, terms);
        expect(costs.length).toBe(tokens.count);
        expect(totalOf(parts.map((amount) => ({ amount })))).toBeCloseTo(totalOf(costs.map((amount) => ({ amount }))), 9);
        parts.forEach((part, servedBy) => {
          if (!tokens.servedBy.includes(servedBy)) expect(part).toBe(0);
        });
      }),
      { numRuns: 1_000 },
    );
  });

  it("more growth, more output, one more request never cost less, without breaks and compaction, also with a switch of model", () => {
    const more = fc.constantFrom("inputGrowthPerRequest" as const, "outputPerRequest" as const, "requests" as const);
    const cost = (shape: SessionShape, serving: Serving) =>
      totalOf(requestCosts(cards, sessionTokens(shape, serving), terms).map((amount) => ({ amount })));
    fc.assert(
      fc.property(anyServed(anyUnbroken), more, fc.integer({ min: 1, max: 20 }), ({ shape, serving }, field, by) => {
        const added = { ...shape, [field]: shape[field] + by };
        expect(cost(added, serving)).toBeGreaterThanOrEqual(cost(shape, serving) - 1e-12);
      }),
      { numRuns: 1_000 },
    );
  });
});
