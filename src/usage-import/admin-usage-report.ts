import { NO_USAGE } from "../pricing/usage.ts";
import { MOST_IN_TOTAL, readCounts, readDay, shownModel } from "./counts.ts";
import { fieldOf, isJsonObject, type JsonObject, objectIn, textIn } from "./json-field.ts";
import { listIn, malformedProblems, readJson } from "./json-values.ts";
import { UNKNOWN_MODEL, type UsageEntry, type UsageReading } from "./usage-entry.ts";
import type { ImportProblem } from "./usage-format.ts";

/** Whether an object is a page of the Admin API's usage or cost report. */
export function isAdminReport(value: JsonObject): boolean {
  const buckets = listIn(value, "data").filter(isJsonObject);
  return (
    buckets.length > 0 &&
    buckets.every((bucket) => Array.isArray(fieldOf(bucket, "results")) && textIn(bucket, "starting_at") !== null)
  );
}

/** Reads the pages of a usage report, or of a cost report, whose amounts are cents. */
export function readAdminReport(text: string): UsageReading {
  const json = readJson(text);
  const entries: UsageEntry[] = [];
  const problems: ImportProblem[] = [...malformedProblems(json)];
  for (const { value, line } of json.values) {
    if (!isJsonObject(value) || !isAdminReport(value)) continue;
    for (const bucket of listIn(value, "data").filter(isJsonObject)) readBucket(bucket, { line, entries, problems });
    if (fieldOf(value, "has_more") === true)
      problems.push({ line, reason: "the report has further pages: only those in this text are counted" });
  }
  const costs = entries.filter((entry) => entry.statedOnly);
  if (costs[0])
    problems.push({ line: costs[0].line, reason: "a cost report: dollars without tokens, so nothing is recalculated" });
  return {
    entries: entries.filter((entry) => !(entry.statedOnly && entry.model === UNKNOWN_MODEL)),
    problems,
    stated: costs.length === 0 ? null : costs.reduce((sum, entry) => sum + (entry.stated ?? 0), 0),
  };
}

interface Page {
  readonly line: number;
  readonly entries: UsageEntry[];
  readonly problems: ImportProblem[];
}

function readBucket(bucket: JsonObject, { line, entries, problems }: Page): void {
  const day = readDay(fieldOf(bucket, "starting_at"));
  for (const result of listIn(bucket, "results").filter(isJsonObject)) {
    const entry = fieldOf(result, "amount") === undefined ? usageEntry(result, { line }) : costEntry(result, { line });
    if (entry) entries.push(day === null ? entry : { ...entry, day });
    else
      problems.push({
        line,
        reason: `a result of ${shownModel(textIn(result, "model") ?? UNKNOWN_MODEL)} has a figure that is no count: left out`,
      });
  }
}

function usageEntry(result: JsonObject, { line }: { readonly line: number }): UsageEntry | null {
  const writes = objectIn(result, "cache_creation") ?? {};
  const read = readCounts(
    {
      input: fieldOf(result, "uncached_input_tokens"),
      cacheWrite5m: fieldOf(writes, "ephemeral_5m_input_tokens"),
      cacheWrite1h: fieldOf(writes, "ephemeral_1h_input_tokens"),
      cacheRead: fieldOf(result, "cache_read_input_tokens"),
      output: fieldOf(result, "output_tokens"),
      webSearches: fieldOf(objectIn(result, "server_tool_use") ?? {}, "web_search_requests"),
    },
    MOST_IN_TOTAL,
  );
  if (!read) return null;
  return {
    model: textIn(result, "model") ?? UNKNOWN_MODEL,
    line,
    usage: read,
    requests: null,
    stated: null,
    ...windowOf(textIn(result, "context_window")),
    modifiers: {
      speed: textIn(result, "speed") === "fast" ? "fast" : "standard",
      geo: textIn(result, "inference_geo") === "us" ? "us" : "global",
      batch: textIn(result, "service_tier") === "batch",
    },
  };
}

function windowOf(text: string | null): Pick<UsageEntry, "above200k"> {
  return text === "0-200k" ? { above200k: false } : text === "200k-1M" ? { above200k: true } : {};
}

function costEntry(result: JsonObject, { line }: { readonly line: number }): UsageEntry | null {
  const amount = fieldOf(result, "amount");
  const cents = typeof amount === "string" && /^\d{1,15}(?:\.\d{1,20})?$/.test(amount) ? Number(amount) : null;
  if (cents === null) return null;
  return {
    model: textIn(result, "model") ?? UNKNOWN_MODEL,
    line,
    usage: NO_USAGE,
    requests: null,
    stated: cents / 100,
    statedOnly: true,
  };
}
