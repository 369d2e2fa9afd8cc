/** A row of a table, by the names of its header, and the line on which it begins. */
export interface CsvRow {
  readonly cells: ReadonlyMap<string, string>;
  readonly line: number;
}

/** A table as exported from the Console. */
export interface CsvTable {
  readonly columns: readonly string[];
  readonly rows: readonly CsvRow[];
  /** Lines with another number of cells than the header. */
  readonly ragged: readonly number[];
}

/** Whether a text begins with the header of a Console export. */
export function isConsoleCsv(text: string): boolean {
  return /^\s*"?usage_date_utc"?\s*[,;\t]/.test(text);
}

/**
 * Reads a Console export. Commas separate, or the `;` or tab that a spreadsheet put in their place; quotes may hold separators and, doubled,
 * quotes. A line end inside quotes does not occur in these exports and ends the row.
 */
export function readConsoleCsv(text: string): CsvTable {
  const separator = /usage_date_utc"?\s*([,;\t])/.exec(text)?.[1] ?? ",";
  const table = text.split("\n").map((raw, index) => ({ cells: cellsOf(raw, separator), line: index + 1 }));
  const [header, ...body] = table.filter(({ cells }) => cells.some((cell) => cell !== ""));
  const columns = header?.cells ?? [];
  const rows: CsvRow[] = [];
  const ragged: number[] = [];
  for (const { cells, line } of body) {
    if (cells.length === columns.length) rows.push({ cells: new Map(columns.map((name, at) => [name, cells[at] ?? ""])), line });
    else ragged.push(line);
  }
  return { columns, rows, ragged };
}

function cellsOf(line: string, separator: string): string[] {
  const cells: string[] = [];
  // Piece by piece: a text that loses its last character is copied each time.
  let cell: string[] = [];
  let quoted = false;
  for (const mark of line) {
    if (mark === '"') quoted = !quoted;
    // A doubled quote closes and opens again: the quote itself is what stands between.
    if (mark === '"' && cell.at(-1) === "\u0000") cell.push('"');
    else if (mark === '"' && !quoted) cell.push("\u0000");
    else if (mark === separator && !quoted) {
      cells.push(cell.join(""));
      cell = [];
    } else if (mark !== '"') cell.push(mark);
  }
  return [...cells, cell.join("")].map((text) => text.replaceAll("\u0000", "").trim());
}
