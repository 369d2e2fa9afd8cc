import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mergeLines, totalOf } from "../../src/pricing/bill-line.ts";
import type { Modifiers } from "../../src/pricing/modifiers.ts";
import { priceWithCard } from "../../src/pricing/price-request.ts";
import type { ModelCard } from "../../src/pricing/rate-card.ts";
import { requestCosts, sessionLines } from "../../src/pricing/session-bill.ts";
import { sessionTokens, usageOfRequest } from "../../src/pricing/session-tokens.ts";
import { catalog } from "../../src/rates/catalog.ts";
import { findModel } from "../../src/rates/resolve-model.ts";
import { anySession } from "./any-session.ts";

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
        requestCosts(card, tokens, { day, ...modifiers }).forEach((cost, index) => {
          expect(cost).toBeCloseTo(apart[index]?.total ?? Number.NaN, 10);
        });
      }),
      { numRuns: 40 },
    );
  });
});
