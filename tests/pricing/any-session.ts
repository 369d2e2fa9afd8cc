import fc from "fast-check";
import type { SessionShape } from "../../src/pricing/session-shape.ts";
import type { Serving } from "../../src/pricing/session-tokens.ts";

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

/** The same, some begun anew after so many requests and some with something read once. */
export const anyUnbroken: fc.Arbitrary<SessionShape> = fc
  .record({
    through: anyRunThrough,
    clearAfterRequests: fc.option(fc.integer({ min: 1, max: 70 })),
    extraInput: fc.option(fc.record({ tokens: fc.nat(60_000), request: fc.integer({ min: 1, max: 70 }) })),
  })
  .map(({ through, clearAfterRequests, extraInput }) => ({ ...through, clearAfterRequests, ...(extraInput && { extraInput }) }));

/** Sessions with everything that can happen in one. */
export const anySession: fc.Arbitrary<SessionShape> = fc
  .record({
    unbroken: anyUnbroken,
    pauses: fc.record({ minutes: fc.nat(70), hours: fc.nat(70) }),
    prefixChanges: fc.nat(10),
    room: fc.option(fc.nat(100_000)),
  })
  .map(({ unbroken, pauses, prefixChanges, room }) => ({
    ...unbroken,
    pauses,
    prefixChanges,
    compactAtTokens:
      room === null ? null : unbroken.basePromptTokens + unbroken.summaryTokens + unbroken.inputGrowthPerRequest + room,
  }));

/** A session and the models that serve it, of either tokenizer, changing at random or staying for a while. */
export interface Served {
  readonly shape: SessionShape;
  readonly serving: Serving;
}

/** Sessions that one to three models serve; a limit is one that compaction can keep on each of them. */
export function anyServed(sessions: fc.Arbitrary<SessionShape>): fc.Arbitrary<Served> {
  const scales = fc.array(fc.constantFrom(1, 1.3, 1 / 1.3, 1.35), { minLength: 1, maxLength: 3 });
  return fc.tuple(sessions, scales).chain(([shape, ofModels]) => {
    const place = fc.nat(ofModels.length - 1);
    const stretch = fc.tuple(place, fc.integer({ min: 1, max: 12 })).map(([model, times]) => Array<number>(times).fill(model));
    const route = fc.array(
      fc.oneof(
        stretch,
        place.map((model) => [model]),
      ),
      { minLength: 1, maxLength: 12 },
    );
    return route.map((stretches) => {
      const models = stretches.flat();
      const modelOf = (request: number): number => models[(request - 1) % models.length] ?? 0;
      return { shape: { ...shape, compactAtTokens: raised(shape) }, serving: { scales: ofModels, modelOf } };
    });
  });
}

// 1.35 is the largest scale; three sizes, each rounded by less than 1.
function raised({ compactAtTokens }: SessionShape): number | null {
  return compactAtTokens === null ? null : Math.ceil(compactAtTokens * 1.35) + 3;
}
