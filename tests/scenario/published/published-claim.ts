import { expect, it } from "vitest";
import { type PricedRequest, priceRequest, type SessionProfile, simulateSession, type Usage } from "../../../src/index.ts";
import { breakEven } from "../../../src/pricing/break-even.ts";
import { estimate } from "../../../src/scenario/estimate.ts";
import { byTotals, REPRESENTATIVE, scenarioOf } from "../made-scenario.ts";

// Three public guides, a to c, a fourth on the API (d), and one on logs (e): what they publish is worked out again in published-claims*.test.ts.
// The ids are those of our own list of claims.

/** One published figure. */
export interface Claim {
  readonly id: string;
  /** What is claimed, with its inputs, in our words. */
  readonly says: string;
  readonly published: number;
  /** Half of the last digit that was published; 0 where the figure is exact. */
  readonly within: number;
  readonly ours: () => number;
}

export const SONNET_4_6 = "claude-sonnet-4-6";
export const OPUS_4_6 = "claude-opus-4-6";
export const HAIKU_4_5 = "claude-haiku-4-5-20251001";
export const SONNET_4 = "claude-sonnet-4-20250514";
export const OPUS_4 = "claude-opus-4-20250514";
export const HAIKU_3_5 = "claude-3-5-haiku-20241022";

/** What a request costs, USD. */
export function request(model: string, usage: Usage, more: Partial<PricedRequest> = {}): number {
  return priceRequest({ model, usage, ...more }).total;
}

/** The rate a million of input or output in batch, from what 100,000 tokens cost: no tier begins there. */
export function batchRate(model: string, name: "input" | "output"): number {
  return request(model, { [name]: 100_000 }, { batch: true }) * 10;
}

/** A session of which nothing is stated but the fields given: one request on Sonnet 4.6, nothing cached. */
export function session(fields: Partial<SessionProfile>): ReturnType<typeof simulateSession> {
  return simulateSession({
    model: SONNET_4_6,
    requests: 1,
    basePromptTokens: 0,
    inputGrowthPerRequest: 0,
    outputPerRequest: 0,
    outputKeptShare: 0,
    caching: "off",
    warmPromptTokens: 0,
    pauses: { minutes: 0, hours: 0 },
    compactAtTokens: null,
    summaryTokens: 0,
    ...fields,
  });
}

/** The representative session of guide b on a model, USD. */
export function representative(model: string): number {
  return estimate(scenarioOf([byTotals(model, REPRESENTATIVE)])).perSession;
}

/** The bill from which a plan of this price pays, where it covers all the work. */
export function paysFrom(fee: number): number {
  return breakEven({ id: "plan", name: "Plan", fee, limit: null }, "api-rates").from ?? Number.NaN;
}

/** A test for each figure: ours is the published one, to the digits that were published. */
export function testFigures(figures: readonly Claim[]): void {
  it.each(figures.map((claim) => [claim.id, claim.says, claim] as const))("%s: %s", (_id, _says, { published, within, ours }) => {
    if (within === 0) expect(ours()).toBeCloseTo(published, 8);
    else expect(Math.abs(ours() - published)).toBeLessThanOrEqual(within + 1e-12);
  });
}
