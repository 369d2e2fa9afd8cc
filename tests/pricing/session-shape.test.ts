import { describe, expect, it } from "vitest";
import { requireSession, type SessionShape } from "../../src/pricing/session-shape.ts";
import { SMALL } from "./any-session.ts";

describe("a session that cannot be run is refused, with field, value and what is expected", () => {
  it.each([
    ["no requests", { requests: 0 }, "requests: 0 is not a whole number of at least 1"],
    ["half a request", { requests: 1.5 }, "requests: 1.5 is not a whole number of at least 1"],
    ["a negative base prompt", { basePromptTokens: -1 }, "basePromptTokens: -1 is not a whole number of at least 0"],
    ["a fraction of growth", { inputGrowthPerRequest: 0.5 }, "inputGrowthPerRequest: 0.5 is not a whole number of at least 0"],
    [
      "an output that is no number",
      { outputPerRequest: Number.NaN },
      "outputPerRequest: NaN is not a whole number of at least 0",
    ],
    ["a share above 1", { outputKeptShare: 1.01 }, "outputKeptShare: 1.01 is not a number from 0 to 1"],
    ["a share below 0", { outputKeptShare: -0.01 }, "outputKeptShare: -0.01 is not a number from 0 to 1"],
    ["a share that is no number", { outputKeptShare: Number.NaN }, "outputKeptShare: NaN is not a number from 0 to 1"],
    ["a cache of two hours", { caching: "2h" as "1h" }, 'caching: "2h" is not "off", "5m" or "1h"'],
    ["an endless warm prompt", { warmPromptTokens: Infinity }, "warmPromptTokens: Infinity is not a whole number of at least 0"],
    [
      "half a break of minutes",
      { pauses: { minutes: 0.5, hours: 0 } },
      "pauses.minutes: 0.5 is not a whole number of at least 0",
    ],
    [
      "fewer breaks of hours than none",
      { pauses: { minutes: 0, hours: -1 } },
      "pauses.hours: -1 is not a whole number of at least 0",
    ],
    ["half a change of the prefix", { prefixChanges: 0.5 }, "prefixChanges: 0.5 is not a whole number of at least 0"],
    ["a negative summary", { summaryTokens: -1 }, "summaryTokens: -1 is not a whole number of at least 0"],
    ["a /clear after no request", { clearAfterRequests: 0 }, "clearAfterRequests: 0 is not a whole number of at least 1"],
    ["one after half of one", { clearAfterRequests: 0.5 }, "clearAfterRequests: 0.5 is not a whole number of at least 1"],
    [
      "a read of half a token",
      { extraInput: { tokens: 0.5, request: 1 } },
      "extraInput.tokens: 0.5 is not a whole number of at least 0",
    ],
    [
      "a read before the session",
      { extraInput: { tokens: 1, request: 0 } },
      "extraInput.request: 0 is not a whole number of at least 1",
    ],
    ["half a limit", { compactAtTokens: 2_000.5 }, "compactAtTokens: 2000.5 is not a whole number of at least 0"],
  ] satisfies [string, Partial<SessionShape>, string][])("%s", (_why, fields, message) => {
    expect(() => requireSession({ ...SMALL, ...fields })).toThrow(RangeError);
    expect(() => requireSession({ ...SMALL, ...fields })).toThrow(message);
  });

  it.each([
    ["never a /clear", { clearAfterRequests: null }],
    ["one after each request", { clearAfterRequests: 1 }],
    ["a read of nothing", { extraInput: { tokens: 0, request: 1 } }],
    ["a read after the last of the 4 requests", { extraInput: { tokens: 1, request: 5 } }],
  ] satisfies [string, Partial<SessionShape>][])("%s is allowed", (_why, fields) => {
    expect(() => requireSession({ ...SMALL, ...fields })).not.toThrow();
  });

  it.each([0, 1])("a kept share of %d is allowed", (outputKeptShare) => {
    expect(() => requireSession({ ...SMALL, outputKeptShare })).not.toThrow();
  });
});

describe("a compaction limit must be one that compaction can keep", () => {
  // Every request after a compaction sends base 1,000 + summary 200 + growth 100 = 1,300.
  it.each([
    [1_299, false],
    [1_300, true],
    [1_301, true],
  ])("%d: %s", (compactAtTokens, reachable) => {
    const check = () => requireSession({ ...SMALL, compactAtTokens });
    if (reachable) expect(check).not.toThrow();
    else expect(check).toThrow(RangeError);
  });

  it("and the three numbers are named, before anything runs and even where no compaction would come", () => {
    const check = () => requireSession({ ...SMALL, requests: 1, compactAtTokens: 1_200 });
    expect(check).toThrow(/^compactAtTokens: 1200 is not at least 1300\b/);
    expect(check).toThrow(/1000\b.*200\b.*100\b/);
  });
});
