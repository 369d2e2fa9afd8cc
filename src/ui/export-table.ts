import { type CsvCell, csvText } from "../lib/csv.ts";
import type { DataTableProps } from "./data-table.tsx";
import type { ExportOrigin } from "./export-origin.ts";

/** A table as it goes into a file: plain numbers that nobody has rounded, the unit of each in the label of its column. */
export interface FileTable {
  readonly columns: readonly { readonly id: string; readonly label: string }[];
  /** One cell for each column; null where there is nothing to say. */
  readonly rows: readonly (readonly CsvCell[])[];
  /** One cell for each column; null where the rows have no sum. */
  readonly total: readonly CsvCell[] | null;
}

/** What a file says beside its table. */
export interface FileWords extends ExportOrigin {
  /** Of the file: `month`. */
  readonly name: string;
  readonly title: string;
  /** What the figures show, in a sentence; null where there is none. */
  readonly takeaway: string | null;
}

/** The table of a chart as it goes into a file. A row without `values` gives the texts of its cells. */
export function fileTable({ columns, rows }: Pick<DataTableProps, "columns" | "rows">): FileTable {
  return {
    columns: columns.map(({ id, label, fileLabel }) => ({ id, label: fileLabel ?? label })),
    rows: rows.map(({ cells, values }) => values ?? cells.map((cell) => (typeof cell === "string" ? cell : null))),
    total: null,
  };
}

/** @example fileName({ name: "month", pricesOf: "2026-11-20" }, "csv") //=> "claude-code-cost-month-2026-11-20.csv" */
export function fileName({ name, pricesOf }: Pick<FileWords, "name" | "pricesOf">, ending: string): string {
  return `claude-code-cost-${name}-${pricesOf}.${ending}`;
}

/**
 * A table as CSV: one line of labels, then the rows, nothing before or after them, so that a spreadsheet takes every column for what it
 * is. The prices' day and the link are the last two columns of each row; the total, which would be counted twice, is left out.
 */
export function tableCsv({ columns, rows }: FileTable, { pricesOf, link }: ExportOrigin): string {
  const labels = [...columns.map(({ label }) => label), "Prices of", "Link"];
  return csvText([labels, ...rows.map((row) => [...row, pricesOf, link])]);
}

/** A table as JSON in the form of `docs/export.schema.json`; each row is an object by the columns' ids. */
export function tableJson({ columns, rows, total }: FileTable, { name, title, takeaway, pricesOf, link }: FileWords): string {
  const byId = (cells: readonly CsvCell[]) => Object.fromEntries(columns.map(({ id }, place) => [id, cells[place] ?? null]));
  const file = {
    format: "claude-code-cost-table",
    version: 1,
    name,
    title,
    takeaway,
    pricesOf,
    link,
    currency: "USD",
    columns,
    rows: rows.map(byId),
    total: total && byId(total),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}
