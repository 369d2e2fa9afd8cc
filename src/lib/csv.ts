import { outOfRange } from "./range-error.ts";

/** What a cell can hold; null is an empty cell. */
export type CsvCell = string | number | null;

/** A record of a CSV text: its cells as they were written, blanks included, or why it cannot be told where they end. */
export type CsvRow =
  | { readonly line: number; readonly cells: readonly string[]; readonly fault: null }
  | { readonly line: number; readonly cells: null; readonly fault: "open-quote" | "text-after-quote" };

/** What stands between cells. */
export type CsvSeparator = "," | ";" | "\t";

// What spreadsheets take for the start of a formula, with the full-width forms that some fold: owasp.org, "CSV Injection".
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;
const NEEDS_QUOTES = /[",;\t\r\n]/;

/**
 * Rows as CSV (RFC 4180): commas, CRLF after every row, quotes where needed. No byte order mark.
 *
 * Text that a spreadsheet would take for a formula (it begins with `=`, `+`, `-`, `@`, their full-width forms, a tab, CR or LF) gets an
 * apostrophe before it. Numbers are never guarded, also negative ones; they are written as JavaScript does, not rounded.
 *
 * @throws RangeError for NaN and infinite numbers
 * @example csvText([["user", "USD"], ["=1+1", -5]]) //=> "user,USD\r\n'=1+1,-5\r\n"
 */
export function csvText(rows: readonly (readonly CsvCell[])[]): string {
  return rows.map((row) => `${rowText(row)}\r\n`).join("");
}

function rowText(row: readonly CsvCell[]): string {
  // A line with nothing on it would be no row.
  return row.map(cellText).join(",") || '""';
}

function cellText(cell: CsvCell): string {
  if (typeof cell === "number") {
    if (!Number.isFinite(cell)) throw outOfRange("cell", cell, "a finite number");
    return String(cell);
  }
  const text = cell !== null && FORMULA.test(cell) ? `'${cell}` : (cell ?? "");
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const LINE_END = /\r\n|\n|\r/g;
const SEPARATORS: readonly CsvSeparator[] = [",", ";", "\t"];
const LINES_LOOKED_AT = 20;
// Every line can begin such a record anew: without an end, a text of quotes would be read once for each of its lines.
const MOST_LINES_OF_A_RECORD = 100;

/**
 * The records of a CSV text (RFC 4180), also with semicolons or tabs, with LF or CR, and with a byte order mark. Lines without any
 * character are passed over. Never throws.
 *
 * The separator, where it is not known, is the one that stands outside quotes on most of the first 20 lines that are not blank; among
 * equals a tab before a semicolon before a comma, because commas also group digits. Blanks around a quoted cell are passed over; a quote
 * further inside a cell is plain text. A record whose quotes do not work out (not closed within 100 lines, or text behind the closing
 * one) costs only the line on which it begins: reading goes on with the next.
 *
 * @param known the separator; left out: it is found out
 * @returns rows with the line on which each begins, counted from 1
 * @example readCsv('a;"1;2"\n').rows //=> [{ line: 1, cells: ["a", "1;2"], fault: null }]
 */
export function readCsv(
  text: string,
  known?: CsvSeparator,
): { readonly separator: CsvSeparator; readonly rows: readonly CsvRow[] } {
  const body = text.replace(/^\uFEFF/, "");
  const starts = lineStarts(body);
  const separator = known ?? separatorOf(body.split(LINE_END));
  const rows: CsvRow[] = [];
  for (let at = 0, end = -1; at < starts.length; at += 1) {
    const start = starts[at] ?? 0;
    if (start <= end) continue;
    const { cells, fault, length } = readRecord(body.slice(start, starts[at + MOST_LINES_OF_A_RECORD]), separator);
    if (fault !== null) rows.push({ line: at + 1, cells: null, fault });
    else if (length > 0) rows.push({ line: at + 1, cells, fault: null });
    end = fault === null ? start + length : start;
  }
  return { separator, rows };
}

function lineStarts(text: string): readonly number[] {
  return [0, ...Array.from(text.matchAll(LINE_END), (end) => end.index + end[0].length)];
}

function separatorOf(lines: readonly string[]): CsvSeparator {
  const first = lines.filter((line) => line.trim() !== "").slice(0, LINES_LOOKED_AT);
  const bare = first.map((line) => line.replace(/"[^"]*(?:"|$)/g, ""));
  const standsOn = (separator: CsvSeparator): number => bare.filter((line) => line.includes(separator)).length;
  return SEPARATORS.reduce((best, next) => (standsOn(next) > 0 && standsOn(next) >= standsOn(best) ? next : best));
}

/** A record from the start of a text; `length` is that of its characters, its line end not counted. */
type ReadRecord =
  | { readonly cells: readonly string[]; readonly fault: null; readonly length: number }
  | { readonly cells: null; readonly fault: "open-quote" | "text-after-quote"; readonly length: number };

function readRecord(text: string, separator: CsvSeparator): ReadRecord {
  const cells: string[] = [];
  for (let from = 0; ; from += 1) {
    const cell = readCell(text, from, { separator });
    if (cell.fault !== null) return { cells: null, fault: cell.fault, length: 0 };
    cells.push(cell.value);
    from = cell.end;
    if (text[from] !== separator) return { cells, fault: null, length: from };
  }
}

type ReadCell =
  | { readonly value: string; readonly fault: null; readonly end: number }
  | { readonly value: ""; readonly fault: "open-quote" | "text-after-quote"; readonly end: number };

function readCell(text: string, from: number, { separator }: { readonly separator: CsvSeparator }): ReadCell {
  const quote = afterBlanks(text, from);
  if (text[quote] !== '"') {
    const end = endOfBareCell(text, from, { separator });
    return { value: text.slice(from, end), fault: null, end };
  }
  const close = closingQuote(text, quote + 1);
  if (close === -1) return { value: "", fault: "open-quote", end: text.length };
  const end = afterBlanks(text, close + 1);
  if (endOfBareCell(text, end, { separator }) !== end) return { value: "", fault: "text-after-quote", end };
  return { value: text.slice(quote + 1, close).replaceAll('""', '"'), fault: null, end };
}

function afterBlanks(text: string, from: number): number {
  let at = from;
  while (text[at] === " ") at += 1;
  return at;
}

function endOfBareCell(text: string, from: number, { separator }: { readonly separator: CsvSeparator }): number {
  let at = from;
  while (at < text.length && text[at] !== separator && text[at] !== "\n" && text[at] !== "\r") at += 1;
  return at;
}

function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at !== -1 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
}
