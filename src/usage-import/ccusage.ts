import type { Modifiers } from "../pricing/modifiers.ts";
import { resolveModel } from "../rates/resolve-model.ts";
import { type CcusageReport, type RowDays, reportOf, rowDays } from "./ccusage-rows.ts";
import { MOST_IN_TOTAL, readCount, readCounts, readUsd, shownModel } from "./counts.ts";
import { fieldOf, isJsonObject, type JsonObject, objectIn, textIn } from "./json-field.ts";
import { type JsonAt, listIn, malformedProblems, readJson } from "./json-values.ts";
import { type DetailedUsage, measuredTotal } from "./measured-total.ts";
import { SEVERAL_MODELS, UNKNOWN_MODEL, type UsageEntry, type UsageReading } from "./usage-entry.ts";
import type { ImportProblem, UsageFormat } from "./usage-format.ts";

/**
 * What `ccusage … --json` prints, versions 9 to 20: by day, week, month, session, 5-hour block, project, or one session's entries. Each row
 * is priced at the rates of its last day. Cache writes are not split by lifetime. A block of several models does not say which used
 * what: it is listed as "several models" and not priced. Where one object holds several groupings, the first is read.
 */
export const ccusageFormat: UsageFormat = { id: "ccusage", detect: isCcusage, parse: readCcusage };

function isCcusage(text: string): boolean {
  if (!/"(?:daily|weekly|monthly|sessions?|blocks|projects|entries)"\s*:/.test(text)) return false;
  return readJson(text).values.some(({ value }) => isJsonObject(value) && reportOf(value) !== null);
}

function readCcusage(text: string): DetailedUsage {
  const json = readJson(text);
  const found = reportsOf(json.values);
  const reports = found.filter(({ report }) => report.section === found[0]?.report.section);
  const readings = reports.map(({ value, report, line }) => readReport(value, report, { line }));
  const stated = readings.map((reading) => reading.stated).filter((usd) => usd !== null);
  return measuredTotal({
    entries: readings.flatMap(({ entries }) => entries),
    problems: [
      ...malformedProblems(json),
      ...readings.flatMap(({ problems }) => problems),
      ...found.filter((report) => !reports.includes(report)).map(anotherGrouping),
    ],
    stated: stated.length === 0 ? null : stated.reduce((sum, usd) => sum + usd, 0),
  });
}

interface FoundReport {
  readonly value: JsonObject;
  readonly report: CcusageReport;
  readonly line: number;
}

// The same report pasted twice is one report.
function reportsOf(values: readonly JsonAt[]): readonly FoundReport[] {
  const found = new Map<string, FoundReport>();
  for (const { value, line } of values) {
    const report = isJsonObject(value) ? reportOf(value) : null;
    const words = JSON.stringify(value);
    if (isJsonObject(value) && report && !found.has(words)) found.set(words, { value, report, line });
  }
  return [...found.values()];
}

function anotherGrouping({ line, report }: FoundReport): ImportProblem {
  return { line, reason: `a report by ${report.section} would count the same usage again: left out` };
}

function readReport(value: JsonObject, report: CcusageReport, { line }: { readonly line: number }): UsageReading {
  const problems: ImportProblem[] = [];
  const entries = report.rows.flatMap((row) => rowEntries(row, report, { line, problems }));
  if (report.others > 0)
    problems.push({ line, reason: `several groupings of the same usage: only the first (${report.section}) is counted` });
  return { entries, problems, stated: statedOver(value, report) };
}

function statedOver(value: JsonObject, { section, rows, others }: CcusageReport): number | null {
  // A session's entries repeat what its log says of dollars, and logs have stopped saying it: then 0 is no statement.
  if (section === "entries") return readUsd(fieldOf(value, "totalCost")) || null;
  const totals = others > 0 ? null : objectIn(value, "totals");
  const total = totals && readUsd(fieldOf(totals, "totalCost"));
  if (total !== null) return total;
  const costs = rows.map((row) => readUsd(fieldOf(row, "totalCost") ?? fieldOf(row, "costUSD")));
  return costs.includes(null) ? null : costs.reduce<number>((sum, usd) => sum + (usd ?? 0), 0);
}

interface RowContext {
  readonly line: number;
  readonly problems: ImportProblem[];
}

function rowEntries(row: JsonObject, { section }: CcusageReport, { line, problems }: RowContext): readonly UsageEntry[] {
  if (fieldOf(row, "isGap") === true) return [];
  const days = rowDays(section, row);
  if (days.day === undefined)
    problems.push({ line, reason: "a row without a date that can be read: priced at the catalog's day" });
  const parts = listIn(row, "modelBreakdowns").filter(isJsonObject);
  const read = parts.length > 0 ? parts.map((part) => partEntry(part, { days, line })) : [wholeRow(row, { section, days, line })];
  return read.flatMap((entry) => {
    if (typeof entry !== "string") return entry.model === "<synthetic>" || isEmpty(entry) ? [] : [entry];
    problems.push({ line, reason: `a row of ${entry} has a count that is no whole number: left out` });
    return [];
  });
}

interface PartContext {
  readonly days: RowDays;
  readonly line: number;
}

/** An entry, or the words for what could not be read. */
function partEntry(part: JsonObject, { days, line }: PartContext): UsageEntry | string {
  const model = textIn(part, "modelName") ?? UNKNOWN_MODEL;
  const stated = fieldOf(part, "missingPricing") === true ? null : readUsd(fieldOf(part, "cost"));
  return entryOf(part, { model, days, line, requests: null, stated });
}

function wholeRow(row: JsonObject, { section, days, line }: PartContext & { readonly section: string }): UsageEntry | string {
  const stated = readUsd(fieldOf(row, "costUSD") ?? fieldOf(row, "totalCost"));
  if (section === "entries")
    return entryOf(row, { model: textIn(row, "model") ?? UNKNOWN_MODEL, days, line, requests: 1, stated });
  const named = [...listIn(row, "models"), ...listIn(row, "modelsUsed")].filter((name) => typeof name === "string");
  const models = [...new Set(named)].filter((name) => name !== "<synthetic>" && name !== "");
  const model = models.length > 1 ? SEVERAL_MODELS : (models[0] ?? UNKNOWN_MODEL);
  const requests = section === "blocks" ? readCount(fieldOf(row, "entries"), MOST_IN_TOTAL) : null;
  return entryOf(objectIn(row, "tokenCounts") ?? row, { model, days, line, requests: requests || null, stated });
}

function entryOf(
  counts: JsonObject,
  { model, days, line, requests, stated }: PartContext & Pick<UsageEntry, "model" | "requests" | "stated">,
): UsageEntry | string {
  const read = readCounts(
    {
      input: fieldOf(counts, "inputTokens"),
      output: fieldOf(counts, "outputTokens"),
      cacheRead: fieldOf(counts, "cacheReadTokens") ?? fieldOf(counts, "cacheReadInputTokens"),
      cacheWrite5m: fieldOf(counts, "cacheCreationTokens") ?? fieldOf(counts, "cacheCreationInputTokens"),
    },
    MOST_IN_TOTAL,
  );
  if (!read) return shownModel(model);
  const usage = { ...read, cacheWrite1h: 0, webSearches: 0 };
  // ccusage writes $0 for a model that its price list lacks.
  return { ...servedAs(model), line, ...days, usage, unsplitWrites: true, requests, stated: stated === 0 ? null : stated };
}

function isEmpty({ usage, stated }: UsageEntry): boolean {
  return stated === null && Object.values(usage).every((count) => count === 0);
}

function servedAs(model: string): { readonly model: string; readonly modifiers?: Modifiers } {
  const plain = model.replace(/-fast$/, "");
  return resolveModel(model) === null && resolveModel(plain) !== null
    ? { model: plain, modifiers: { speed: "fast" } }
    : { model };
}
