import { describe, expect, it } from "vitest";
import { outOfRange, requireWhole, requireWithin } from "../../src/lib/range-error.ts";

describe("a value that cannot be used is named with its field and what was expected", () => {
  it.each([
    ["a number", 0, "requests: 0 is not a whole number"],
    ["a text, in quotes", "5", 'requests: "5" is not a whole number'],
    ["NaN, which JSON has no word for", Number.NaN, "requests: NaN is not a whole number"],
    ["nothing at all", undefined, "requests: undefined is not a whole number"],
    ["null", null, "requests: null is not a whole number"],
    ["a list", [1, 2], "requests: [1,2] is not a whole number"],
  ])("%s", (_why, value, message) => {
    expect(outOfRange("requests", value, "a whole number").message).toBe(message);
  });

  it("a long value is cut to 80 characters", () => {
    // Two quotes and 78 letters are 80 characters and stay; with 79 letters the 80th is the mark of the cut.
    expect(outOfRange("id", "a".repeat(78), "known").message).toBe(`id: "${"a".repeat(78)}" is not known`);
    expect(outOfRange("id", "a".repeat(79), "known").message).toBe(`id: "${"a".repeat(78)}… is not known`);
  });
});

describe("a whole number", () => {
  it.each([0, 1, Number.MAX_SAFE_INTEGER])("%d is one", (value) => {
    expect(() => requireWhole("requests", value)).not.toThrow();
  });

  it.each([-1, 0.5, Number.NaN, Infinity, Number.MAX_SAFE_INTEGER + 1, "5", null, undefined])(
    "%j is none of at least 0",
    (value) => {
      expect(() => requireWhole("requests", value)).toThrow(RangeError);
      expect(() => requireWhole("requests", value)).toThrow(/^requests: .* is not a whole number of at least 0$/);
    },
  );

  it("may be required from a number up: 1 of at least 2 is refused, 2 and 3 are not", () => {
    expect(() => requireWhole("requests", 1, 2)).toThrow("requests: 1 is not a whole number of at least 2");
    expect(() => requireWhole("requests", 2, 2)).not.toThrow();
    expect(() => requireWhole("requests", 3, 2)).not.toThrow();
  });
});

describe("a number within bounds", () => {
  it.each([0, 0.5, 1])("%d is within 0 to 1: both ends count", (value) => {
    expect(() => requireWithin("share", value, [0, 1])).not.toThrow();
  });

  it.each([-0.001, 1.001, Number.NaN, "0.5", null, undefined])("%j is not", (value) => {
    expect(() => requireWithin("share", value, [0, 1])).toThrow(/^share: .* is not a number from 0 to 1$/);
  });

  it("an open end is said as one", () => {
    expect(() => requireWithin("fee", -1, [0, Infinity])).toThrow("fee: -1 is not a number of at least 0");
  });
});
