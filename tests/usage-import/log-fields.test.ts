import { describe, expect, it, vi } from "vitest";
import { countIn, instantIn } from "../../src/usage-import/log-fields.ts";

const instant = (timestamp: unknown): number | null => instantIn({ timestamp }, "timestamp");

describe("the instant of a log line", () => {
  it.each([
    ["1970-01-01T00:00:01Z", 1_000],
    ["1970-01-01T00:00:01.250Z", 1_250],
    ["1970-01-01T02:00:00+02:00", 0],
    ["1970-01-01T02:00:00+0200", 0],
    ["1969-12-31T23:00:00-01:00", 0],
    // Without a zone it is UTC, wherever it is read.
    ["1970-01-01T00:00", 0],
    ["1970-01-02 00:00:00", 86_400_000],
    ["1970-01-02", 86_400_000],
    ["1970-01-01T05:30:00+0530", 0],
    // The first and the last that four digits can write.
    // 719,162 days before 1970.
    ["0001-01-01T00:00:00Z", -719_162 * 86_400_000],
    ["9999-12-31T23:59:59.999Z", Date.UTC(10_000, 0, 1) - 1],
  ])("%s", (text, milliseconds) => {
    expect(instant(text)).toBe(milliseconds);
  });

  it.each([
    "2026-02-30T00:00:00Z",
    "2026-13-01T00:00:00Z",
    "2026-01-01T25:00:00Z",
    "yesterday",
    "",
    1_790_000_000_000,
    null,
    "0000-12-31T00:00:00Z",
    "9999-12-31T23:59:59-12:00",
    "+012026-01-01T00:00:00Z",
    "2026-01-01 or so",
    "2026-01-01T00:00:00Z.",
    "2026-01-01T00:00:00.0123456789Z",
  ])("%s is none", (value) => {
    expect(instant(value)).toBeNull();
  });

  // Where no zone is named a machine would take its own, and not every browser takes an offset without its colon.
  it.each([
    ["2026-01-02", "2026-01-02T00:00Z"],
    ["2026-01-02 03:04:05", "2026-01-02T03:04:05Z"],
    ["2026-01-02T03:04:05Z", "2026-01-02T03:04:05Z"],
    ["2026-01-02T03:04+0530", "2026-01-02T03:04+05:30"],
    ["2026-01-02T03:04-11:45", "2026-01-02T03:04-11:45"],
  ])("%s is asked of the machine as %s", (text, asked) => {
    const parse = vi.spyOn(Date, "parse");
    instant(text);
    expect(parse).toHaveBeenLastCalledWith(asked);
    parse.mockRestore();
  });
});

describe("a count of a log line", () => {
  it.each([
    [undefined, 0],
    [null, 0],
    [7, 7],
    [1_000_000_000, 1_000_000_000],
  ])("%j is %i", (count, tokens) => {
    expect(countIn({ count }, "count")).toBe(tokens);
  });

  it.each([
    [-1, "-1"],
    [0.5, "0.5"],
    [1_000_000_001, "1000000001"],
    [true, "true"],
    ["sk-secret", '"(a text)"'],
    [["sk-secret"], '"(a list)"'],
    [{ key: "sk-secret" }, '"(an object)"'],
  ])("%j is none, and only what tells nothing of anyone is repeated", (count, shown) => {
    expect(() => countIn({ count }, "count")).toThrow(
      new RangeError(`count: ${shown} is not a whole number from 0 to 1,000,000,000`),
    );
  });
});
