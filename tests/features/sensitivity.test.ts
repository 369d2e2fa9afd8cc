import { describe, expect, it } from "vitest";
import { combineSensitivity } from "../../src/features/sensitivity/combine-sensitivity.ts";
import { DEFAULT_SCENARIO } from "../../src/scenario/defaults.ts";
import { byTotals, scenarioOf, simulated } from "../scenario/made-scenario.ts";

const SONNET = "claude-sonnet-4-6";

/** $1.50 a session × 20 days = $30 a month; see tests/scenario/sensitivity.test.ts. */
const THIRTY = scenarioOf([byTotals(SONNET, { output: 100_000 })], { workingDays: 20 });

describe("which input moves the bill most, as the page says it", () => {
  it("says in one sentence what the first does, and what the next", () => {
    // a quarter of $30
    expect(combineSensitivity(THIRTY)?.takeaway).toBe(
      "The bill moves most with sessions a working day: 25% less saves $7.50, 25% more costs $7.50 more a month. Then working days a month: 25% less saves $7.50, 25% more costs $7.50 more.",
    );
  });

  it("does not speak of an end that changes nothing", () => {
    // All of it in batch costs $15: none of it 30, half of it 22.50; 50 % is its greatest end, so both are spoken of.
    expect(combineSensitivity({ ...THIRTY, batchPercent: 100 })?.takeaway).toMatch(
      /^The bill moves most with batch share: 0% costs \$15 more, 50% costs \$7\.50 more a month/,
    );
    // None of it in batch is how it is: that end is left unsaid.
    const rows = combineSensitivity(THIRTY)?.chart.rows ?? [];
    expect(rows.at(-1)).toEqual({ label: "Batch share", low: { text: "0%", change: 0 }, high: { text: "50%", change: -7.5 } });
  });

  it("draws the eight that move it most, and lists all of them", () => {
    const view = combineSensitivity(DEFAULT_SCENARIO);
    expect(view?.chart.rows).toHaveLength(8);
    expect(view?.rows.length).toBeGreaterThan(8);
    expect(view?.chart.rows.map(({ label }) => label)).toEqual(view?.rows.slice(0, 8).map(({ cells }) => cells[0]));
  });

  it("holds value, share and bill of both ends in its table", () => {
    const row = combineSensitivity(THIRTY)?.rows.find(({ id }) => id === "totals-output");
    expect(row?.cells).toEqual(["Output", "100,000", "75,000 (25% less)", "$22.50", "125,000 (25% more)", "$37.50", "$15.00"]);
  });

  it("says so where an end is not possible", () => {
    const tight = scenarioOf([simulated(SONNET, { requests: 40, compactAtTokens: 1_300 })]);
    const row = combineSensitivity(tight)?.rows.find(({ id }) => id === "inputGrowthPerRequest");
    expect(row?.cells.slice(4, 6)).toEqual(["not possible beside the other inputs", ""]);
  });

  it("has nothing to show for work that costs nothing", () => {
    expect(combineSensitivity(scenarioOf([byTotals(SONNET, {})]))).toBeNull();
  });
});
