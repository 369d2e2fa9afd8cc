import { NO_USAGE } from "../pricing/usage.ts";
import { catalog } from "../rates/catalog.ts";
import { type CsvRow, isConsoleCsv, readConsoleCsv } from "./admin-usage-csv.ts";
import { isAdminReport, readAdminReport } from "./admin-usage-report.ts";
import { MOST_IN_TOTAL, readCounts, readDay, shownModel } from "./counts.ts";
import { isJsonObject } from "./json-field.ts";
import { readJson } from "./json-values.ts";
import { type DetailedUsage, measuredTotal } from "./measured-total.ts";
import { UNKNOWN_MODEL, type UsageEntry, type UsageReading } from "./usage-entry.ts";
import type { ImportProblem, UsageFormat } from "./usage-format.ts";

/**
 * What an organization sees of itself: the Admin API's usage and cost reports (JSON), and the Console's usage and cost exports (CSV). Each
 * row is priced at the rates of its day, with its place, speed and batch. Cost reports hold dollars and no tokens: those are listed as
 * stated, and nothing is calculated from them.
 */
export const adminUsageFormat: UsageFormat = { id: "admin-usage", detect: isAdminUsage, parse: readAdminUsage };

function isAdminUsage(text: string): boolean {
  if (isConsoleCsv(text)) return kindOf(readConsoleCsv(text).columns) !== null;
  if (!/"results"\s*:/.test(text)) return false;
  return readJson(text).values.some(({ value }) => isJsonObject(value) && isAdminReport(value));
}

function readAdminUsage(text: string): DetailedUsage {
  return measuredTotal(isConsoleCsv(text) ? readConsole(text) : readAdminReport(text));
}

function kindOf(columns: readonly string[]): "usage" | "cost" | null {
  if (columns.includes("usage_output_tokens") && columns.includes("model_version")) return "usage";
  return columns.includes("cost_usd") && columns.includes("model") ? "cost" : null;
}

function readConsole(text: string): UsageReading {
  const { columns, rows, ragged } = readConsoleCsv(text);
  const kind = kindOf(columns);
  const problems: ImportProblem[] = ragged.map((line) => ({
    line,
    reason: "a row with another number of cells than the header: left out",
  }));
  const entries: UsageEntry[] = [];
  for (const row of rows) {
    const entry = kind === "usage" ? usageEntry(row) : costEntry(row);
    if (entry) entries.push(entry);
    else
      problems.push({
        line: row.line,
        reason:
          kind === "usage"
            ? `a row of ${shownModel(cell(row, "model_version"))} has a count that is no whole number: left out`
            : `a row of ${shownModel(cell(row, "model"))} states no dollars that can be read: left out`,
      });
  }
  if (kind === "usage") return { entries, problems, stated: null };
  const line = rows[0]?.line ?? 1;
  return {
    entries: entries.filter((entry) => entry.model !== ""),
    problems: [...problems, { line, reason: "a cost export: dollars without tokens, so nothing is recalculated" }],
    stated: entries.reduce((sum, entry) => sum + (entry.stated ?? 0), 0),
  };
}

function cell({ cells }: CsvRow, name: string): string {
  return cells.get(name) ?? "";
}

function numberIn(row: CsvRow, name: string): number | undefined {
  const text = cell(row, name);
  return text === "" ? undefined : /^-?\d{1,20}(?:\.\d{1,20})?$/.test(text) ? Number(text) : Number.NaN;
}

// The oldest export merges the lifetimes of cache writes in one column.
function usageEntry(row: CsvRow): UsageEntry | null {
  const read = readCounts(
    {
      input: numberIn(row, "usage_input_tokens_no_cache"),
      cacheWrite5m: numberIn(row, "usage_input_tokens_cache_write_5m") ?? numberIn(row, "usage_input_tokens_cache_write"),
      cacheWrite1h: numberIn(row, "usage_input_tokens_cache_write_1h"),
      cacheRead: numberIn(row, "usage_input_tokens_cache_read"),
      output: numberIn(row, "usage_output_tokens"),
      webSearches: numberIn(row, "web_search_count"),
    },
    MOST_IN_TOTAL,
  );
  if (!read) return null;
  return {
    model: cell(row, "model_version") || UNKNOWN_MODEL,
    line: row.line,
    usage: { ...NO_USAGE, ...read },
    requests: null,
    stated: null,
    unsplitWrites: row.cells.has("usage_input_tokens_cache_write"),
    ...dated(row),
    ...windowOf(cell(row, "context_window")),
    modifiers: {
      speed: cell(row, "speed") === "fast" ? "fast" : "standard",
      geo: cell(row, "inference_geo") === "us" ? "us" : "global",
      batch: cell(row, "usage_type") === "batch",
    },
  };
}

function dated(row: CsvRow): Pick<UsageEntry, "day"> {
  const day = readDay(cell(row, "usage_date_utc"));
  return day === null ? {} : { day };
}

// Seen is only "≤ 200k"; the other spelling is a guess, and anything else says nothing.
function windowOf(text: string): Pick<UsageEntry, "above200k"> {
  if (/^(?:≤|<=)\s*200k$/i.test(text)) return { above200k: false };
  return /^>\s*200k$|^200k-1M$/i.test(text) ? { above200k: true } : {};
}

function costEntry(row: CsvRow): UsageEntry | null {
  const usd = numberIn(row, "cost_usd");
  if (usd === undefined || !(usd >= 0 && usd <= 1e12)) return null;
  const name = cell(row, "model");
  const card = catalog.models.find((candidate) => candidate.name === name);
  return { model: card?.id ?? name, line: row.line, usage: NO_USAGE, requests: null, stated: usd, statedOnly: true };
}
