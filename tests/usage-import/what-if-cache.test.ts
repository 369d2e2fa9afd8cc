import { describe, expect, it } from "vitest";
import { NO_USAGE } from "../../src/pricing/usage.ts";
import { priceBilledRequest } from "../../src/usage-import/price-billed-request.ts";
import { wouldSurvive } from "../../src/usage-import/what-if-cache.ts";

describe("what was written again after a pause of minutes", () => {
  // Half of the last prompt is 50,000, and of one of 3 tokens 1.5; half of nothing is nothing.
  it.each([
    [100_000, 0, true],
    [100_000, 49_999, true],
    [100_000, 50_000, false],
    [100_000, 50_001, false],
    [3, 1, true],
    [3, 2, false],
    [0, 0, true],
    [0, 1, false],
  ])(
    "after a prompt of %i, a request that read %i would have read it from an hour's cache: %s",
    (prompt, cacheRead, survives) => {
      const model = "claude-opus-5-5";
      const billed = { model, usage: { ...NO_USAGE, cacheRead, cacheWrite5m: 100_000 }, batch: false } as const;
      const { request } = priceBilledRequest({ ...billed, speed: "standard", geo: "global" }, "2026-11-20");
      expect(wouldSurvive({ pause: "minutes", last: { at: 0, prompt, model, written: "5m" } }, request)).toBe(survives);
    },
  );
});
