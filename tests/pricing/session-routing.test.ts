import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { routeByShares } from "../../src/pricing/session-routing.ts";
import { sessionTokens } from "../../src/pricing/session-tokens.ts";
import { anySession, SMALL } from "./any-session.ts";
import { servedRows } from "./session-rows.ts";

describe("request n goes to the class with the largest share × n − requests it already has", () => {
  it.each([
    // 0.7/0.2/0.1; 0.4/0.4/0.2, a tie; 0.1/0.6/0.3; 0.8/−0.2/0.4; 0.5/0/0.5, a tie; 0.2/0.2/0.6; 0.9/0.4/−0.3; 0.6/0.6/−0.2, a tie;
    // 0.3/0.8/−0.1; 1/0/0.
    [10, [0.7, 0.2, 0.1], [0, 0, 1, 0, 0, 2, 0, 0, 1, 0]],
    // 0.5/0.5, a tie; 0/1; then so again.
    [4, [0.5, 0.5], [0, 1, 0, 1]],
    // 0.75/0.25; 0.5/0.5, a tie; 0.25/0.75; 1/0; then so again.
    [8, [0.75, 0.25], [0, 0, 1, 0, 0, 0, 1, 0]],
    // 0.25/0.75; 0.5/0.5, a tie; −0.25/1.25; 0/1.
    [4, [0.25, 0.75], [1, 0, 1, 1]],
    [3, [1], [0, 0, 0]],
    [3, [0, 1], [1, 1, 1]],
    [3, [1, 0], [0, 0, 0]],
    // Three times a third in tenths of a percent: 0.333/0.333/0.334; 0.666/0.666/−0.332; −0.001/0.999/0.002.
    [3, [0.333, 0.333, 0.334], [2, 0, 1]],
  ])("%d requests by %j", (requests, shares, expected) => {
    expect(routeByShares(requests, shares)).toEqual(expected);
  });

  it.each([
    ["too little", [0.7, 0.2]],
    ["too much", [0.7, 0.2, 0.2]],
    ["a tenth of a percent too little", [0.7, 0.2, 0.099]],
    ["nothing", []],
    ["less than nothing in one of them", [1.2, -0.2]],
  ])("shares that are %s are refused", (_why, shares) => {
    expect(() => routeByShares(10, shares)).toThrow(RangeError);
    expect(() => routeByShares(10, shares)).toThrow(/^shares: .* is not shares of 0–1 that add to 1$/);
  });

  it("shares that add to 1 but for what the point leaves behind are not: 0.1 ten times", () => {
    const tenths = Array<number>(10).fill(0.1);
    expect(routeByShares(20, tenths)).toEqual([...tenths.keys(), ...tenths.keys()]);
  });
});

describe("a session whose requests are routed", () => {
  it("re-reads the conversation at every change of model", () => {
    // Prompts of 1,100; 1,225; 1,350; 1,475; 1,600; 1,725, by 0.5 and 0.5 every one on the other model.
    const models = routeByShares(4, [0.5, 0.5]);
    expect(servedRows(SMALL, { scales: [1, 1], modelOf: (request) => models[request - 1] ?? 0 })).toEqual([
      [0, 0, 1_100, 50],
      [1, 0, 1_225, 50],
      [0, 0, 1_350, 50],
      [1, 0, 1_475, 50],
    ]);
  });

  it("and reads between two changes: 0.7, 0.2 and 0.1 over ten", () => {
    const models = routeByShares(10, [0.7, 0.2, 0.1]);
    const { read } = sessionTokens({ ...SMALL, requests: 10 }, { scales: [1, 1, 1], modelOf: (n) => models[n - 1] ?? 0 });
    // 0 0 1 0 0 2 0 0 1 0: the 2nd, 5th and 8th follow their own model; prompt n is 1,100 + 125 × (n − 1).
    expect(read).toEqual([0, 1_100, 0, 0, 1_475, 0, 0, 1_850, 0, 0]);
  });
});

describe("laws", () => {
  const anyShares = (most: number) =>
    fc
      .array(fc.integer({ min: 0, max: 1_000 }), { minLength: 1, maxLength: most })
      .filter((parts) => parts.some((part) => part > 0))
      .map((parts) => {
        const whole = parts.reduce((total, part) => total + part, 0);
        return parts.map((part) => part / whole);
      });

  /** For each class and after each request, how many requests it is ahead of its share. */
  function lead(requests: number, shares: readonly number[]): number[] {
    const served = shares.map(() => 0);
    return routeByShares(requests, shares).flatMap((first, index) => {
      served[first] = (served[first] ?? 0) + 1;
      return shares.map((share, place) => (served[place] ?? 0) - share * (index + 1));
    });
  }

  it("after any number of requests each of up to three classes is within one request of its share", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), anyShares(3), (requests, shares) => {
        expect(Math.max(...lead(requests, shares).map(Math.abs))).toBeLessThan(1);
      }),
      { numRuns: 1_000 },
    );
  });

  it("of k classes none is more than 1 − 1/k ahead or 1/2 + … + 1/k behind", () => {
    // The chosen one is owed at least the mean of what all are owed, 1/k, and gets 1. Behind: the mean of the i that are owed most is at
    // most 1/(i + 1) above that of the i + 1, because whoever was chosen was owed no less than they; and all k together are owed nothing.
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), anyShares(12), (requests, shares) => {
        const behind = shares.reduce((bound, _, index) => bound + (index === 0 ? 0 : 1 / (index + 1)), 0);
        const ahead = lead(requests, shares);
        expect(Math.max(...ahead)).toBeLessThanOrEqual(1 - 1 / shares.length + 1e-6);
        expect(-Math.min(...ahead)).toBeLessThanOrEqual(behind + 1e-6);
      }),
      { numRuns: 300 },
    );
  });

  it("a session routed over one model, or over others that have no share, is the plain session", () => {
    fc.assert(
      fc.property(anySession, fc.constantFrom([1], [1, 0], [0, 1], [0, 1, 0]), (shape, shares) => {
        const models = routeByShares(shape.requests, shares);
        const routed = sessionTokens(shape, { scales: shares.map(() => 1), modelOf: (request) => models[request - 1] ?? -1 });
        const { read, fresh, output, count, compactions, expiries } = sessionTokens(shape);
        expect(routed).toMatchObject({ read, fresh, output, count, compactions, expiries });
        expect(new Set(routed.servedBy)).toEqual(new Set([shares.indexOf(1)]));
      }),
      { numRuns: 1_000 },
    );
  });
});

it("shares that do not add to 1 are named as they were given", () => {
  expect(() => routeByShares(4, [0.5, 0.75])).toThrow("0.5 + 0.75");
});
