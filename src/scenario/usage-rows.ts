import { type CsvRow, readCsv } from "../lib/csv.ts";
import { parseNumber } from "../lib/parse-number.ts";

/** What one user's work comes to. */
export interface UsageRow {
  /** As first written, without blanks around it. */
  readonly user: string;
  /** API-equivalent USD a month, as written; several lines of one user added up. */
  readonly usdPerMonth: number;
  /** The lines it stands on, counted from 1; more than one = the user was listed again. */
  readonly lines: readonly number[];
}

/** A line that was not counted. */
export interface RefusedLine {
  /** Counted from 1, blank lines too. */
  readonly line: number;
  /** What is wrong with it, in words that follow "Line 3:". */
  readonly reason: string;
}

/** A pasted table of users. */
export interface UsageRows {
  /** One for each user, in the order in which they come. */
  readonly rows: readonly UsageRow[];
  /** In the order of the lines. */
  readonly refused: readonly RefusedLine[];
  /** The line of the column names; null = the table has none. */
  readonly headerLine: number | null;
}

/** How many lines with users are read; the page promises 1,000 at once. */
export const MOST_USAGE_LINES = 10_000;
/** The most that one line may state, USD a month. */
const MOST_USAGE_USD = 1_000_000;

const HEADER_OF_USERS = /^$|user|name|developer|\bdev\b|e-?mail|login|member|person|people|engineer|seat/i;
const HEADER_OF_AMOUNTS = /usd|dollar|\$|cost|amount|spen[dt]|bill|price|usage|api|month/i;

/**
 * Reads a table of two columns, user and API-equivalent USD a month, as pasted from a spreadsheet or a CSV file: with commas, semicolons
 * or tabs, quotes, a line of column names or none, `$` or `USD` about the amount and thousands grouped as `parseNumber` has it (`1,234.50`;
 * the decimal mark is a point). A line that cannot be read is refused with its number; all others count. Never throws.
 *
 * Lines of one user are added up. Users are the same when they differ in capitals only.
 *
 * @example readUsageRows("user,USD\nanna,$90\nben,much").refused //=> [{ line: 3, reason: "\"much\" is not an amount in USD, …" }]
 */
export function readUsageRows(text: string): UsageRows {
  const filled = readCsv(text).rows.filter((row) => row.cells === null || row.cells.some((cell) => cell.trim() !== ""));
  const headerLine = filled[0] !== undefined && isHeader(filled[0]) ? filled[0].line : null;
  const refused: RefusedLine[] = [];
  const users = new Map<string, Listed>();
  filled.slice(headerLine === null ? 0 : 1).forEach((row, index) => {
    const read = index < MOST_USAGE_LINES ? readRow(row) : "only the first 10,000 lines are read";
    if (typeof read === "string") refused.push({ line: row.line, reason: read });
    else addTo(users, read, { line: row.line });
  });
  return { rows: [...users.values()], refused, headerLine };
}

function isHeader({ cells }: CsvRow): boolean {
  const [user = "", amount = ""] = trimmed(cells ?? []);
  return HEADER_OF_USERS.test(user) && HEADER_OF_AMOUNTS.test(amount) && !/\d/.test(amount);
}

interface Read {
  readonly user: string;
  readonly usd: number;
}

interface Listed {
  readonly user: string;
  usdPerMonth: number;
  readonly lines: number[];
}

function addTo(users: Map<string, Listed>, { user, usd }: Read, { line }: { readonly line: number }): void {
  const key = user.normalize("NFC").toLowerCase();
  const listed = users.get(key) ?? { user, usdPerMonth: 0, lines: [] };
  listed.usdPerMonth += usd;
  listed.lines.push(line);
  users.set(key, listed);
}

// Either what the row says or the reason why it is refused.
function readRow({ cells, fault }: CsvRow): Read | string {
  if (cells === null)
    return fault === "open-quote" ? "its quotation mark is never closed" : "it has text behind a closing quotation mark";
  const [user = "", amount = "", ...more] = trimmed(cells);
  if (more.length > 0) return `it has ${more.length + 2} columns, not 2 (an amount such as 1,234.50 needs quotes between commas)`;
  if (user === "") return "it names no user";
  if (amount === "") return "it has no amount";
  const usd = readUsd(amount);
  return typeof usd === "string" ? usd : { user, usd };
}

// Spreadsheets end rows with empty cells.
function trimmed(cells: readonly string[]): readonly string[] {
  const kept = cells.map((cell) => cell.trim());
  return kept.slice(0, kept.findLastIndex((cell) => cell !== "") + 1);
}

function readUsd(amount: string): number | string {
  const usd = amount.endsWith("%") ? null : parseNumber(amount.replace(/^USD|(?:USD|\$)$/i, "").trim());
  if (/^[-−(]/.test(amount) && /\d/.test(amount)) return `${shown(amount)} is below 0`;
  if (usd === null) return `${shown(amount)} is not an amount in USD, such as 1234.50 or 1,234.50`;
  return usd > MOST_USAGE_USD ? `${shown(amount)} is more than $1,000,000 a month` : usd;
}

function shown(text: string): string {
  return `"${text.length > 40 ? `${text.slice(0, 39)}…` : text}"`;
}
