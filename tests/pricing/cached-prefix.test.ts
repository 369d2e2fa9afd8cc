import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CachedPrefix, prefixUse } from "../../src/pricing/cached-prefix.ts";

type Arrival = Omit<CachedPrefix, "tokens">;

const steady = (lifetime: Arrival["lifetime"]): Arrival => ({ lifetime, arrival: "steady", burstCalls: 1, burstMinutes: 1 });
const bursts = (lifetime: Arrival["lifetime"], burstCalls: number, burstMinutes: number): Arrival => ({
  lifetime,
  arrival: "bursts",
  burstCalls,
  burstMinutes,
});
const use = (arrival: Arrival, calls: number, arriving = calls) => prefixUse(arrival, { calls, arriving });

describe("calls that arrive steadily", () => {
  // 30 × 24 × 60 = 43,200 minutes: 8,640 calls are 5 minutes apart, 720 are 60
  it.each<[Arrival["lifetime"], calls: number, writes: number]>([
    ["5m", 8_639, 8_639],
    ["5m", 8_640, 1],
    ["5m", 8_641, 1],
    ["1h", 719, 719],
    ["1h", 720, 1],
    ["1h", 721, 1],
  ])("an entry of %s, %d calls a month: %d write", (lifetime, calls, writes) => {
    expect(use(steady(lifetime), calls)).toEqual({ writes, reads: calls - writes });
  });

  it("one call writes, and none neither writes nor reads", () => {
    expect(use(steady("1h"), 1)).toEqual({ writes: 1, reads: 0 });
    expect(use(steady("1h"), 0)).toEqual({ writes: 0, reads: 0 });
  });

  it("a mean of half a call writes half a time", () => {
    expect(use(steady("5m"), 0.5)).toEqual({ writes: 0.5, reads: 0 });
  });
});

describe("calls that arrive in bursts", () => {
  it.each<[why: string, Arrival, calls: number, writes: number]>([
    // 100 calls, 20 at a time: 5 bursts
    ["the first of every burst writes where the entry is gone by then", bursts("5m", 20, 60), 100, 5],
    ["the last burst may be smaller", bursts("5m", 20, 60), 101, 6],
    ["bursts at the very end of the lifetime keep it alive", bursts("5m", 20, 5), 100, 1],
    ["a tenth of a minute later they do not", bursts("5m", 20, 5.1), 100, 5],
    ["an hour lives through what five minutes do not", bursts("1h", 20, 60), 100, 1],
    ["bursts of one call write every time", bursts("5m", 1, 6), 100, 100],
  ])("%s", (_, arrival, calls, writes) => {
    expect(use(arrival, calls)).toEqual({ writes, reads: calls - writes });
  });

  it("a share of the calls makes bursts smaller, not fewer", () => {
    // 100 arrive in 5 bursts, 40 of them are sent: 5 write
    expect(use(bursts("5m", 20, 60), 40, 100)).toEqual({ writes: 5, reads: 35 });
    // of 3 that are left no more than 3 can write
    expect(use(bursts("5m", 20, 60), 3, 100)).toEqual({ writes: 3, reads: 0 });
  });
});

describe("laws", () => {
  const anyArrival = fc.record({
    lifetime: fc.constantFrom("5m" as const, "1h" as const),
    arrival: fc.constantFrom("steady" as const, "bursts" as const),
    burstCalls: fc.integer({ min: 1, max: 1_000 }),
    burstMinutes: fc.integer({ min: 1, max: 5_000 }),
  });

  it("every call writes or reads, and a month with a call in it has at least one write", () => {
    fc.assert(
      fc.property(anyArrival, fc.nat(100_000), (arrival, calls) => {
        const { writes, reads } = use(arrival, calls);
        expect(writes + reads).toBe(calls);
        expect(reads).toBeGreaterThanOrEqual(0);
        expect(writes).toBeGreaterThanOrEqual(Math.min(1, calls));
      }),
    );
  });

  it("an entry that lives longer is never written more often", () => {
    fc.assert(
      fc.property(anyArrival, fc.nat(100_000), (arrival, calls) => {
        const [hour, minutes] = (["1h", "5m"] as const).map((lifetime) => use({ ...arrival, lifetime }, calls).writes);
        expect(hour).toBeLessThanOrEqual(minutes ?? 0);
      }),
    );
  });
});

describe("what is refused", () => {
  it.each([
    ["calls", steady("5m"), -1],
    ["burstCalls", bursts("5m", 0, 1), 1],
  ])("%s", (field, arrival, calls) => {
    expect(() => use(arrival, calls)).toThrow(field);
  });
});
