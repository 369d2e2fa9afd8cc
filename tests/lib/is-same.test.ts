import { describe, expect, it } from "vitest";
import { isSame } from "../../src/lib/is-same.ts";

describe("plain values hold the same", () => {
  it.each<[string, unknown, unknown, boolean]>([
    ["equal numbers", 1, 1, true],
    ["different numbers", 1, 2, false],
    ["a number and its text", 1, "1", false],
    ["two nulls", null, null, true],
    ["null and an empty object", null, {}, false],
    ["the same keys in another order", { a: 1, b: [2] }, { b: [2], a: 1 }, true],
    ["a key more", { a: 1 }, { a: 1, b: undefined }, false],
    ["another key", { a: 1 }, { b: 1 }, false],
    ["lists in another order", [1, 2], [2, 1], false],
    ["an empty list and an empty object", [], {}, false],
    ["a difference far down", { a: { b: { c: 1 } } }, { a: { b: { c: 2 } } }, false],
  ])("%s", (_, a, b, same) => {
    expect(isSame(a, b)).toBe(same);
    expect(isSame(b, a)).toBe(same);
  });
});
