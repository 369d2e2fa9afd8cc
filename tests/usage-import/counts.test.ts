import { describe, expect, it } from "vitest";
import { readDay } from "../../src/usage-import/counts.ts";

describe("the day of a text", () => {
  it.each([
    ["2026-06-30", "2026-06-30"],
    // An hour before midnight, two hours west of UTC.
    ["2026-06-30T23:00:00-02:00", "2026-07-01"],
  ])("%s", (text, day) => {
    expect(readDay(text)).toBe(day);
  });

  it.each(["yesterday", "2026-02-30", "", 20_260_630, null])("%j is none", (value) => {
    expect(readDay(value)).toBeNull();
  });
});
