import { describe, expect, it } from "vitest";
import { sessionTokens } from "../../src/pricing/session-tokens.ts";
import { firstOver } from "../../src/pricing/simulate-session.ts";
import { SMALL } from "./any-session.ts";

describe("the first prompt above a limit", () => {
  // Prompts of 10, 20, 30 and 40 tokens; the models take turns.
  const shape = {
    ...SMALL,
    requests: 4,
    basePromptTokens: 0,
    inputGrowthPerRequest: 10,
    outputPerRequest: 0,
    caching: "off",
    warmPromptTokens: 0,
  } as const;
  const tokens = sessionTokens(shape, { scales: [1, 1], modelOf: (request) => (request - 1) % 2 });

  it.each([
    [9, 0],
    [10, 1],
    [11, 1],
    [39, 3],
    [40, null],
  ])("of all, over %d tokens: %j", (limit, index) => {
    expect(firstOver(tokens, limit)).toBe(index);
  });

  it.each([
    [0, 10, 2],
    [0, 29, 2],
    [0, 30, null],
    [1, 10, 1],
    [1, 20, 3],
    [1, 40, null],
  ])("of those that model %d served, over %d tokens: %j", (model, limit, index) => {
    expect(firstOver(tokens, limit, model)).toBe(index);
  });
});
