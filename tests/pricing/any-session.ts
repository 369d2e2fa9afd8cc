import fc from "fast-check";
import type { SessionShape } from "../../src/pricing/session-shape.ts";

/** A small session to vary: nothing warm, no breaks, no compaction. */
export const SMALL: SessionShape = {
  requests: 4,
  basePromptTokens: 1_000,
  inputGrowthPerRequest: 100,
  outputPerRequest: 50,
  outputKeptShare: 0.5,
  caching: "5m",
  warmPromptTokens: 0,
  pauses: { minutes: 0, hours: 0 },
  compactAtTokens: null,
  summaryTokens: 200,
};

/** Sessions that run through: without breaks and without compaction. */
export const anyRunThrough: fc.Arbitrary<SessionShape> = fc.record({
  requests: fc.integer({ min: 1, max: 60 }),
  basePromptTokens: fc.nat(40_000),
  inputGrowthPerRequest: fc.nat(8_000),
  outputPerRequest: fc.nat(4_000),
  outputKeptShare: fc.double({ min: 0, max: 1, noNaN: true }),
  caching: fc.constantFrom("off" as const, "5m" as const, "1h" as const),
  warmPromptTokens: fc.nat(60_000),
  pauses: fc.constant({ minutes: 0, hours: 0 }),
  compactAtTokens: fc.constant(null),
  summaryTokens: fc.nat(3_000),
});

/** Sessions with everything that can happen in one. */
export const anySession: fc.Arbitrary<SessionShape> = fc
  .record({
    through: anyRunThrough,
    pauses: fc.record({ minutes: fc.nat(70), hours: fc.nat(70) }),
    prefixChanges: fc.nat(10),
    room: fc.option(fc.nat(100_000)),
  })
  .map(({ through, pauses, prefixChanges, room }) => ({
    ...through,
    pauses,
    prefixChanges,
    compactAtTokens:
      room === null ? null : through.basePromptTokens + through.summaryTokens + through.inputGrowthPerRequest + room,
  }));
