import { describe, expect, it } from "vitest";
import {
  MOST_IN_REQUEST,
  MOST_IN_TOTAL,
  readCount,
  readCounts,
  readDay,
  readUsd,
  shownModel,
} from "../../src/usage-import/counts.ts";

describe("a count", () => {
  it("of one request goes to 1e9, a total's to 1e15", () => {
    expect([MOST_IN_REQUEST, MOST_IN_TOTAL]).toEqual([1_000_000_000, 1_000_000_000_000_000]);
  });

  it.each([
    [undefined, 0],
    [null, 0],
    [0, 0],
    // JSON may write −0; it is no other number.
    [-0, 0],
    [1, 1],
    [9, 9],
    [10, 10],
  ])("%j is %i, ten being the most", (value, count) => {
    expect(readCount(value, 10)).toBe(count);
  });

  it.each([-1, 0.5, 11, Number.NaN, Infinity, "5", true, [5], {}])("%j is none, ten being the most", (value) => {
    expect(readCount(value, 10)).toBeNull();
  });

  it("is read among others, and one bad count spoils them all", () => {
    expect(readCounts({ input: 3, output: null }, 10)).toEqual({ input: 3, output: 0 });
    expect(readCounts({ input: 3, output: 11 }, 10)).toBeNull();
  });
});

describe("stated dollars", () => {
  it.each([
    [0, 0],
    [-0, 0],
    [0.01, 0.01],
    [1e12, 1e12],
  ])("%j are %d", (value, usd) => {
    expect(readUsd(value)).toBe(usd);
  });

  it.each([-0.01, 1e12 + 1, Number.NaN, Infinity, "5", null, undefined, [5]])("%j are none", (value) => {
    expect(readUsd(value)).toBeNull();
  });
});

describe("the day of a text", () => {
  it.each([
    ["2026-06-30", "2026-06-30"],
    // An hour before midnight, two hours west of UTC.
    ["2026-06-30T23:00:00-02:00", "2026-07-01"],
  ])("%s", (text, day) => {
    expect(readDay(text)).toBe(day);
  });

  it.each(["yesterday", "2026-02-30", "", "2026-06-30".repeat(9), 20_260_630, null, ["2026-06-30"]])("%j is none", (value) => {
    expect(readDay(value)).toBeNull();
  });
});

describe("a model's name in a sentence", () => {
  it.each(["claude-opus-5[1m]", "us.anthropic.claude:0", "a@b/c_d e", "x", "x".repeat(40)])("%s is repeated", (name) => {
    expect(shownModel(name)).toBe(name);
  });

  it.each(["", "x".repeat(41), "<b>claude", "claude</b>", "a\nb", "modèle"])("%j is not", (name) => {
    expect(shownModel(name)).toBe("a model");
  });
});
