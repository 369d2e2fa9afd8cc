import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readCsv } from "../../src/lib/csv.ts";
import { fileName, fileTable, tableCsv, tableJson } from "../../src/ui/export-table.ts";
import { schemaFaults } from "./schema-check.ts";

const ORIGIN = { pricesOf: "2026-11-20", link: "https://calc.test/#v=1&pd=2026-11-20&z=2" };
const WORDS = { ...ORIGIN, name: "month", title: "The month", takeaway: "All of it is coding." };
const COLUMNS = [
  { id: "model", label: "Model" },
  { id: "month", label: "A month", fileLabel: "A month, US$", numeric: true },
];
const SCHEMA = JSON.parse(readFileSync("docs/export.schema.json", "utf8"));

function cellsOf(csv: string): readonly (readonly string[] | null)[] {
  return readCsv(csv).rows.map(({ cells }) => cells);
}

describe("a table as a file", () => {
  it("has the unrounded values of a row and the label with the unit", () => {
    const rows = [{ id: "opus", cells: ["Opus 5.5", "$194.54"], values: ["Opus 5.5", 194.53536] }];
    expect(fileTable({ columns: COLUMNS, rows })).toEqual({
      columns: [
        { id: "model", label: "Model" },
        { id: "month", label: "A month, US$" },
      ],
      rows: [["Opus 5.5", 194.53536]],
      total: null,
    });
  });

  it("has the texts of a row that has no values, and nothing for what is no text", () => {
    const rows = [{ id: "opus", cells: ["Opus 5.5", null] }];
    expect(fileTable({ columns: COLUMNS, rows }).rows).toEqual([["Opus 5.5", null]]);
  });

  it("is named by what it holds and the day of its prices", () => {
    expect(fileName(WORDS, "csv")).toBe("claude-code-cost-month-2026-11-20.csv");
  });
});

describe("CSV", () => {
  it("is one rectangle: labels, then rows, the prices' day and the link at the end of each; no total", () => {
    const table = {
      columns: COLUMNS,
      rows: [
        ["Opus 5.5", 0.1],
        ["Haiku, own", null],
      ],
      total: ["Total", 0.1],
    };
    expect(cellsOf(tableCsv(table, ORIGIN))).toEqual([
      ["Model", "A month", "Prices of", "Link"],
      ["Opus 5.5", "0.1", ORIGIN.pricesOf, ORIGIN.link],
      ["Haiku, own", "", ORIGIN.pricesOf, ORIGIN.link],
    ]);
  });

  it("guards every text that a spreadsheet would run, in rows, labels and the link, and no number", () => {
    const table = {
      columns: [{ id: "a", label: "=a" }, COLUMNS[1] as { id: string; label: string }],
      rows: [["=cmd|' /C calc'!A0", -5]],
      total: null,
    };
    expect(cellsOf(tableCsv(table, { ...ORIGIN, link: "@x" }))).toEqual([
      ["'=a", "A month", "Prices of", "Link"],
      ["'=cmd|' /C calc'!A0", "-5", ORIGIN.pricesOf, "'@x"],
    ]);
  });
});

describe("JSON", () => {
  const table = {
    columns: fileTable({ columns: COLUMNS, rows: [] }).columns,
    rows: [["Opus 5.5", 1e-7]],
    total: ["Total", 1e-7],
  };

  it("holds the schema, rows by the columns' ids, and the same numbers", () => {
    const file = JSON.parse(tableJson(table, WORDS));
    expect(schemaFaults(SCHEMA, file)).toEqual([]);
    expect(file).toMatchObject({ ...WORDS, rows: [{ model: "Opus 5.5", month: 0.0000001 }], total: { model: "Total" } });
  });

  it.each([
    ["a row with a cell that is a list", { rows: [{ model: [], month: 1 }] }],
    ["a day that is none", { pricesOf: "20 November" }],
    ["a name that is none", { name: "The month" }],
    ["another version", { version: 2 }],
    ["something more", { more: 1 }],
    ["a total that is a number", { total: 5 }],
    ["a column without label", { columns: [{ id: "a" }, { id: "b", label: "B" }] }],
  ])("with %s breaks the schema", (_, change) => {
    expect(schemaFaults(SCHEMA, { ...JSON.parse(tableJson(table, WORDS)), ...change })).not.toEqual([]);
  });
});
