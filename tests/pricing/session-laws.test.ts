import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sessionTokens } from "../../src/pricing/session-tokens.ts";
import { scaleSession } from "../../src/pricing/tokenizer.ts";
import { anyServed, anySession, anyUnbroken } from "./any-session.ts";
import { sessionByBlocks } from "./session-by-blocks.ts";
import { servedRows, sum } from "./session-rows.ts";

describe("laws of every session, whatever happens in it and whoever serves it", () => {
  const served = anyServed(anySession);
  const often = { numRuns: 1_000 };

  it("it runs as a cache of blocks would have it", () => {
    fc.assert(
      fc.property(served, ({ shape, serving }) => {
        expect(servedRows(shape, serving)).toEqual(sessionByBlocks(shape, serving));
      }),
      often,
    );
  });

  it("each column has as many entries as requests ran", () => {
    fc.assert(
      fc.property(served, ({ shape, serving }) => {
        const { count, compactions, expiries, servedBy, read, fresh, output } = sessionTokens(shape, serving);
        expect(count).toBe(shape.requests + compactions.length);
        expect([servedBy, read, fresh, output].map(({ length }) => length)).toEqual([count, count, count, count]);
        for (const indexes of [compactions, expiries])
          expect(indexes).toEqual([...new Set(indexes)].sort((a, b) => a - b).filter((index) => index > 0 && index < count));
      }),
      often,
    );
  });

  it("without breaks and compaction reads and writes are what would be sent without a cache", () => {
    fc.assert(
      fc.property(anyServed(anyUnbroken), fc.constantFrom("5m" as const, "1h" as const), ({ shape, serving }, caching) => {
        const { read, fresh } = sessionTokens({ ...shape, caching }, serving);
        expect(sum(read) + sum(fresh)).toBe(sum(sessionTokens({ ...shape, caching: "off" }, serving).fresh));
      }),
      often,
    );
  });

  it("a cache of 5 minutes never reads more than one of an hour", () => {
    fc.assert(
      fc.property(served, ({ shape, serving }) => {
        const reads = (caching: "5m" | "1h") => sum(sessionTokens({ ...shape, caching }, serving).read);
        expect(reads("5m")).toBeLessThanOrEqual(reads("1h"));
      }),
      often,
    );
  });

  it("one model alone serves the session as it counts it", () => {
    fc.assert(
      fc.property(anySession, fc.constantFrom(1, 1.3, 1 / 1.3), (shape, scale) => {
        const { compactAtTokens } = shape;
        const kept = { ...shape, compactAtTokens: compactAtTokens === null ? null : Math.ceil(compactAtTokens * 1.3) + 3 };
        const { read, fresh, output, count, compactions, expiries } = sessionTokens(scaleSession(kept, scale));
        const alone = sessionTokens(kept, { scales: [scale], modelOf: () => 0 });
        expect(alone).toMatchObject({ read, fresh, output, count, compactions, expiries });
      }),
      often,
    );
  });

  it("every request that another model served than the one before it reads nothing", () => {
    fc.assert(
      fc.property(served, ({ shape, serving }) => {
        const { servedBy, read } = sessionTokens(shape, serving);
        servedBy.forEach((model, index) => {
          if (index > 0 && model !== servedBy[index - 1]) expect(read[index]).toBe(0);
        });
      }),
      often,
    );
  });
});
