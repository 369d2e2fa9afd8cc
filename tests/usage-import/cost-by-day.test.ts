import { expect, it } from "vitest";
import { heatMap } from "../../src/usage-import/cost-by-day.ts";

it("thirteen months begin in a year of four digits, whatever a clock says", () => {
  // From 1 January 999 to 2 January 1000; 999 had 365 days.
  const map = heatMap([], "1000-01-02");
  expect([map.length, map[0]?.day, map.at(-1)?.day]).toEqual([365 + 2, "0999-01-01", "1000-01-02"]);
});
