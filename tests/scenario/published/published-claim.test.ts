import { describe, expect, it } from "vitest";
import { guideOf, isSpan } from "../../../src/scenario/published/published-claim.ts";

describe("the guide that makes a claim", () => {
  it.each([
    ["A6.4", "Claude Code API Pricing: Pay-Per-Token Costs Explained"],
    ["E1", "Claude Code cost per session (log-paste calculator article)"],
  ])("of %s is told by its first letter", (id, title) => {
    expect(guideOf({ id })).toBe(title);
  });

  it.each(["F1", "a1", "1A", ""])("is none of the id %j: our mistake", (id) => {
    expect(() => guideOf({ id })).toThrow(new RangeError(`id: "${id}" begins with no guide's letter`));
  });
});

describe("a value from the least to the most", () => {
  it.each([
    [{ low: 1, high: 2 }, true],
    [null, false],
    [1, false],
    ["pro", false],
    [true, false],
  ])("%j: %s", (value, is) => {
    expect(isSpan(value)).toBe(is);
  });
});
