import { describe, expect, it } from "vitest";
import { type PricedRequest, priceRequest, type Usage } from "../../src/index.ts";
import { seededUniform, type Uniform } from "../../src/lib/random.ts";
import { catalog } from "../../src/rates/catalog.ts";
import { type AnyRequest, anyRequest } from "../rates/any-request.ts";

const CASES = 10_000;
const MICRO_DOLLAR = 1e-6;

/** Runs a law over 10,000 requests of every model, day, spelling and modifier, the same in each run. */
function forEachRequest(law: (any: AnyRequest, uniform: Uniform) => void): void {
  const uniform = seededUniform(20_261_121);
  for (let count = 0; count < CASES; count++) law(anyRequest(uniform), uniform);
}

const CLASSES = ["input", "cacheWrite5m", "cacheWrite1h", "cacheRead", "output"] as const;

/** The same price a second way: from the stored cards alone, in whole units of 10^-12 dollars, so that nothing is rounded. */
function byHand({ card, request }: AnyRequest): number {
  const day = request.at.slice(0, 10);
  const isIn = ({ from, to }: { readonly from: string; readonly to: string | null }): boolean =>
    from <= day && (to === null || day < to);
  const place = card.periods.findIndex(isIn);
  const period = card.periods[place];
  if (!period) throw new Error(`${card.id} has no price on ${day}`);
  const { usage } = request;
  const prompt = CLASSES.slice(0, 4).reduce((sum, name) => sum + (usage[name] ?? 0), 0);
  // A tier that has lapsed still prices prompts which the shorter window of today no longer takes.
  const lapsed = card.periods.slice(0, place).findLast(({ longContext }) => longContext !== null)?.longContext ?? null;
  const isShort = lapsed !== null && period.contextWindow <= lapsed.thresholdTokens;
  const tier = period.longContext ?? (isShort ? lapsed : null);
  const rates = tier !== null && prompt > tier.thresholdTokens ? tier.rates : period.rates;
  const isRegional = /^(us|eu|apac|au|jp|in)\./.test(request.model);
  const fast = request.speed === "fast" ? (card.fast.find(isIn)?.multiplier ?? Number.NaN) : 1;
  const served = Math.max(request.geo === "us" ? (card.usMultiplier ?? Number.NaN) : 1, isRegional ? card.regionalMultiplier : 1);
  const batch = request.batch ? (card.batchMultiplier ?? Number.NaN) : 1;
  const thousandths = BigInt(Math.round(fast * served * batch * 1_000));
  // $1 a million tokens is 10^6 units a token, times thousandths.
  const tokens = CLASSES.reduce(
    (sum, name) => sum + BigInt(usage[name] ?? 0) * BigInt(Math.round((rates[name] ?? 0) * 1e6)) * thousandths,
    0n,
  );
  const searches =
    BigInt(usage.webSearches ?? 0) * BigInt(Math.round((catalog.webSearch.usdPerThousand / 1_000) * 1e12)) * 1_000n;
  return Number(tokens + searches) / 1e15;
}

function total(request: PricedRequest): number {
  return priceRequest(request).total;
}

function isAlike(one: number, other: number): boolean {
  return Math.abs(one - other) <= MICRO_DOLLAR;
}

describe("laws of 10,000 requests", () => {
  it("each costs what the cards say, to the micro-dollar: a number, and never below 0", () => {
    let most = 0;
    forEachRequest((any) => {
      const [ours, theirs] = [total(any.request), byHand(any)];
      most = Math.max(most, ours);
      if (!(ours >= 0 && isAlike(ours, theirs))) expect.fail(`${JSON.stringify(any.request)}: ${ours}, by hand ${theirs}`);
    });
    expect(Number.isFinite(most) && most > 10).toBe(true);
  });

  it("more of any class that has a rate never costs less", () => {
    forEachRequest(({ request }, uniform) => {
      const used = ["input", "output", ...CLASSES.filter((name) => (request.usage[name] ?? 0) > 0), "webSearches"] as const;
      const name = used[Math.floor(uniform() * used.length)] ?? "output";
      const more = {
        ...request,
        usage: { ...request.usage, [name]: (request.usage[name] ?? 0) + Math.floor(uniform() * 300_000) },
      };
      if (total(more) < total(request) - 1e-12)
        expect.fail(`${JSON.stringify(more)} is cheaper than ${request.usage[name]} ${name}`);
    });
  });

  it("cut in two at one rate, its parts cost what it costs", () => {
    let cut = 0;
    forEachRequest(({ request }, uniform) => {
      const share = uniform();
      const names = Object.keys(request.usage) as (keyof Usage)[];
      const first = Object.fromEntries(names.map((name) => [name, Math.floor((request.usage[name] ?? 0) * share)]));
      const rest = Object.fromEntries(names.map((name) => [name, (request.usage[name] ?? 0) - (first[name] ?? 0)]));
      const parts = [request.usage, first, rest].map((usage) => priceRequest({ ...request, usage }));
      const [whole, one, other] = parts;
      if (!whole || !one || !other || new Set(parts.map(({ rates }) => rates.tier)).size > 1) return;
      cut += 1;
      if (!isAlike(whole.total, one.total + other.total)) expect.fail(JSON.stringify([request, first]));
    });
    expect(cut).toBeGreaterThan(CASES / 2);
  });

  it("with nothing used it costs nothing", () => {
    forEachRequest(({ request }) => {
      const usage = Object.fromEntries(Object.keys(request.usage).map((name) => [name, 0]));
      const { total: cost, lines } = priceRequest({ ...request, usage });
      if (cost !== 0 || lines.length > 0) expect.fail(JSON.stringify(request));
    });
  });
});
