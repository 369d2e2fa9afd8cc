import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { combineBreakEven } from "../../src/features/break-even/combine-break-even.ts";
import { combinePrintInputs } from "../../src/features/export/combine-print-inputs.ts";
import { combineLevers } from "../../src/features/levers/combine-levers.ts";
import { combineModelCosts } from "../../src/features/model-costs/combine-model-costs.ts";
import { combineMonth } from "../../src/features/month/combine-month.ts";
import { combineSensitivity } from "../../src/features/sensitivity/combine-sensitivity.ts";
import { combineSessionStory } from "../../src/features/session-story/combine-session-story.ts";
import { billFile } from "../../src/scenario/bill-export.ts";
import { DEFAULT_SCENARIO, DEFAULT_SIMULATED } from "../../src/scenario/defaults.ts";
import { estimate } from "../../src/scenario/estimate.ts";
import { PRESETS } from "../../src/scenario/presets.ts";
import type { Profile, Scenario } from "../../src/scenario/scenario.ts";
import type { DataTableProps } from "../../src/ui/data-table.tsx";
import { type FileTable, fileTable, tableCsv, tableJson } from "../../src/ui/export-table.ts";
import { schemaFaults } from "../ui/schema-check.ts";

const SCHEMA = JSON.parse(readFileSync("docs/export.schema.json", "utf8"));
const WORDS = { title: "A table", takeaway: null, pricesOf: "2026-11-20", link: "https://calc.test/#v=1" };

type Shown = Pick<DataTableProps, "columns" | "rows">;

/** Every table of a scenario that has rows, by the name of its file. */
function tablesOf(scenario: Scenario): readonly (readonly [name: string, shown: Shown])[] {
  const profile = scenario.profiles[0] as Profile;
  const { usage } = profile;
  const story = usage.kind === "simulated" ? combineSessionStory(scenario, { ...profile, usage }) : null;
  const views: readonly (readonly [string, Shown | null])[] = [
    ["break-even", combineBreakEven(scenario, estimate(scenario))],
    ["models", combineModelCosts(scenario, profile)],
    ["month", combineMonth(estimate(scenario))],
    ["session", story === null ? null : story.turns],
    ["session-cost", story === null ? null : story.costs],
    ["levers", combineLevers(scenario)],
    ["sensitivity", combineSensitivity(scenario)],
  ];
  return views.flatMap(([name, shown]) => (shown === null ? [] : [[name, shown] as const]));
}

describe.each(PRESETS.map(({ id, scenario }) => [id, scenario] as const))("the files of %s", (_, scenario) => {
  const files: readonly (readonly [string, FileTable])[] = [
    ["bill", billFile(estimate(scenario))],
    ...tablesOf(scenario).map(([name, shown]) => [name, fileTable(shown)] as const),
  ];

  it.each(files)("%s: one cell a column, ids and labels that differ, JSON as the schema says", (name, table) => {
    const ids = table.columns.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(table.columns.map(({ label }) => label)).size).toBe(ids.length);
    for (const row of table.rows) expect(row).toHaveLength(ids.length);
    expect(schemaFaults(SCHEMA, JSON.parse(tableJson(table, { ...WORDS, name })))).toEqual([]);
    // Throws for NaN and infinite numbers.
    expect(tableCsv(table, WORDS).split("\r\n")).toHaveLength(table.rows.length + 2);
  });
});

it.each(tablesOf(DEFAULT_SCENARIO))(
  "%s: where a cell shows an amount, the file has it before it was rounded",
  (name, { rows }) => {
    const amounts = rows.flatMap(({ cells, values }) =>
      cells.flatMap((cell, place) => {
        const value = values?.[place];
        return typeof cell === "string" && cell.startsWith("$") && typeof value === "number" ? [[cell, value] as const] : [];
      }),
    );
    expect(amounts.length).toBeGreaterThan(0);
    // Amounts of one row may be rounded together: then by a unit of their last digit.
    for (const [cell, value] of amounts) {
      const shown = Number(cell.replace(/[$,]/g, ""));
      const unit = 10 ** -(cell.split(".")[1]?.length ?? 0);
      expect(Math.abs(shown - value), `${name}: ${cell}`).toBeLessThan(unit);
    }
  },
);

describe("what a file has in place of words", () => {
  it("nothing for a lever that is off or cannot be pulled, and its change from today's bill with a sign", () => {
    const { rows } = combineLevers(DEFAULT_SCENARIO);
    const routing = rows.find(({ id }) => id === "routing");
    expect(routing?.values?.slice(0, 4)).toEqual(["Routing", null, null, null]);
    expect(routing?.values?.[4]).toBeLessThan(0);
    expect(rows[0]?.values?.[3]).toBe(estimate(DEFAULT_SCENARIO).perMonth);
  });

  it("nothing for a model that does not serve the session", () => {
    const fast: Scenario = { ...DEFAULT_SCENARIO, fast: true };
    const { rows, columns } = combineModelCosts(fast, fast.profiles[0] as Profile);
    const row = rows.find(({ id }) => id === "claude-sonnet-5-5");
    expect(row?.values).toEqual(["sonnet-5-5", ...columns.slice(1).map(() => null)]);
  });

  it("nothing for a plan that does not serve so much work", () => {
    const strict: Scenario = { ...DEFAULT_SCENARIO, overflow: "not-allowed" };
    const view = combineBreakEven(strict, estimate(strict));
    const cells = view?.rows.flatMap(({ cells: shown, values }) => shown.map((cell, place) => [cell, values?.[place]])) ?? [];
    const unserved = cells.filter(([cell]) => cell === "does not serve");
    expect(unserved.length).toBeGreaterThan(0);
    expect(unserved.every(([, value]) => value === null)).toBe(true);
  });
});

describe("the inputs on paper", () => {
  const groupOf = (scenario: Scenario, place: number) => Object.fromEntries(combinePrintInputs(scenario)[place]?.inputs ?? []);

  it("are the chief ones, and nothing that is as usual", () => {
    expect(groupOf(DEFAULT_SCENARIO, 0)).toEqual({
      developers: "1",
      "working days": "15",
      "kind of work": expect.any(String),
      "plans paid": "by the month",
      "plans' limits": expect.any(String),
      "past a limit": "the rest at API rates",
    });
    expect(groupOf(DEFAULT_SCENARIO, 1)).toMatchObject({ "sessions a day": "3", models: "Opus 5.5 100 %" });
  });

  it("have everything that is not as usual", () => {
    const usage = { ...DEFAULT_SIMULATED, compactAtTokens: 200_000, subagents: { ...DEFAULT_SIMULATED.subagents, count: 2 } };
    const profile: Profile = { ...(DEFAULT_SCENARIO.profiles[0] as Profile), name: "Deep work", usage };
    const changed: Scenario = { ...DEFAULT_SCENARIO, batchPercent: 50, discountPercent: 10, profiles: [profile] };
    expect(groupOf(changed, 0)).toMatchObject({ "batch share": "50 %", "contract discount": "10 %" });
    expect(combinePrintInputs(changed)[1]?.name).toBe("Deep work");
    expect(groupOf(changed, 1)).toMatchObject({ compaction: "at 200,000 tokens", "subagents a session": "2" });
  });

  it("of totals are those that are used", () => {
    const light = PRESETS.find(({ id }) => id === "light")?.scenario ?? DEFAULT_SCENARIO;
    expect(groupOf(light, 1)).toEqual({
      "sessions a day": "6",
      models: "Sonnet 4.6 100 %",
      input: "45,000 tokens",
      "cache read": "38,000 tokens",
      output: "13,000 tokens",
    });
  });

  it("have the limits that a person set only under the person's own rule", () => {
    const own = { ...DEFAULT_SCENARIO.ownLimits, max: { low: 300, high: 500 } };
    expect(groupOf({ ...DEFAULT_SCENARIO, ownLimits: own }, 0)).not.toHaveProperty("max covers");
    expect(groupOf({ ...DEFAULT_SCENARIO, limitRule: "own", ownLimits: own }, 0)).toMatchObject({ "max covers": "300–500 USD" });
  });
});
