import { describe, expect, it } from "vitest";
import { type CachedBefore, type CachedRequest, causeOfWrite } from "../../src/usage-import/write-cause.ts";

const MINUTE = 60_000;
const before: CachedBefore = { prompt: 100_000, model: "a", at: 0, lastsMinutes: 5 };
const request: CachedRequest = { prompt: 101_000, model: "a", at: MINUTE, read: 0 };

describe("why a request wrote to the cache", () => {
  it("the first of a conversation, whatever it read", () => {
    expect(causeOfWrite(null, { ...request, read: 90_000 })).toBe("first");
  });

  // Half of the 100,000 before.
  it.each([
    [49_999, "other"],
    [50_000, "growth"],
    [50_001, "growth"],
  ])("%i read of 100,000: %s", (read, cause) => {
    expect(causeOfWrite(before, { ...request, read })).toBe(cause);
  });

  it.each([
    [5 * MINUTE - 1, "other"],
    [5 * MINUTE, "other"],
    [5 * MINUTE + 1, "after-minutes"],
    [60 * MINUTE - 1, "after-minutes"],
    [60 * MINUTE, "after-minutes"],
    [60 * MINUTE + 1, "after-hours"],
  ])("a cache of 5 minutes, %i ms later: %s", (at, cause) => {
    expect(causeOfWrite(before, { ...request, at })).toBe(cause);
  });

  it.each([
    [5 * MINUTE + 1, "other"],
    [60 * MINUTE, "other"],
    [60 * MINUTE + 1, "after-hours"],
  ])("a cache of 1 hour, %i ms later: %s", (at, cause) => {
    expect(causeOfWrite({ ...before, lastsMinutes: 60 }, { ...request, at })).toBe(cause);
  });

  it("an unknown instant is no pause", () => {
    expect(causeOfWrite(before, { ...request, at: null })).toBe("other");
    expect(causeOfWrite({ ...before, at: null }, { ...request, at: 90 * MINUTE })).toBe("other");
  });

  it("another model than before, with or without a pause, unless it read most of the prompt", () => {
    expect(causeOfWrite(before, { ...request, model: "b" })).toBe("model-switch");
    expect(causeOfWrite(before, { ...request, model: "b", at: 90 * MINUTE })).toBe("model-switch");
    expect(causeOfWrite(before, { ...request, model: "b", read: 50_000 })).toBe("growth");
  });

  // Half of the 100,000 before.
  it.each([
    [49_999, "compaction"],
    [50_000, "after-hours"],
    [50_001, "after-hours"],
  ])("a prompt of %i after one of 100,000, two hours later: %s", (prompt, cause) => {
    expect(causeOfWrite(before, { ...request, prompt, at: 120 * MINUTE })).toBe(cause);
  });
});
