import { describe, expect, it } from "vitest";
import { instantIn } from "../../src/usage-import/log-fields.ts";

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
  ])("%s is none", (value) => {
    expect(instant(value)).toBeNull();
  });
});
