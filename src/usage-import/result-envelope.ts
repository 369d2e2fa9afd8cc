import { resolveModel } from "../rates/resolve-model.ts";
import { MOST_IN_TOTAL, readCounts, readUsd, shownModel } from "./counts.ts";
import { fieldOf, isJsonObject, type JsonObject, objectIn, textIn } from "./json-field.ts";
import { type JsonAt, malformedProblems, readJson } from "./json-values.ts";
import { type DetailedUsage, measuredTotal } from "./measured-total.ts";
import { UNKNOWN_MODEL, type UsageEntry } from "./usage-entry.ts";
import type { ImportProblem, UsageFormat } from "./usage-format.ts";

/**
 * What `claude -p --output-format json` or `stream-json` prints, and the `cost-state` lines of logs: tokens and dollars by model. Each of
 * them restates the running total of its session, so the last one of a session counts. Cache writes are not split; they have no date.
 */
export const resultEnvelopeFormat: UsageFormat = { id: "result-envelope", detect: isResultEnvelope, parse: readResultEnvelope };

/** A running total of one session. */
interface RunningTotal {
  readonly value: JsonObject;
  readonly line: number;
}

// A log with `cost-state` lines in it holds the responses too: it is read as a log.
function isResultEnvelope(text: string): boolean {
  if (!/"type"\s*:\s*"(?:result|cost-state)"/.test(text)) return false;
  const objects = readJson(text)
    .values.map(({ value }) => value)
    .filter(isJsonObject);
  if (objects.some(isResult)) return true;
  return objects.some(isCostState) && !objects.some(isLogLine);
}

function isResult(value: JsonObject): boolean {
  const states = objectIn(value, "modelUsage") ?? objectIn(value, "usage") ?? fieldOf(value, "total_cost_usd");
  return textIn(value, "type") === "result" && states !== undefined && states !== null;
}

function isCostState(value: JsonObject): boolean {
  return textIn(value, "type") === "cost-state" && objectIn(value, "modelUsage") !== null;
}

function isLogLine(value: JsonObject): boolean {
  const message = objectIn(value, "message");
  return message !== null && objectIn(message, "usage") !== null;
}

function readResultEnvelope(text: string): DetailedUsage {
  const json = readJson(text);
  const problems: ImportProblem[] = [...malformedProblems(json)];
  const totals = lastTotals(json.values, problems);
  const entries = totals.flatMap((total) => entriesOf(total, problems));
  const stated = totals.map(({ value }) => statedIn(value)).filter((usd) => usd !== null);
  return measuredTotal({ entries, problems, stated: stated.length === 0 ? null : stated.reduce((sum, usd) => sum + usd, 0) });
}

function lastTotals(values: readonly JsonAt[], problems: ImportProblem[]): readonly RunningTotal[] {
  const bySession = new Map<string, RunningTotal>();
  values.forEach(({ value, line }, index) => {
    if (!isJsonObject(value) || !(isResult(value) || isCostState(value))) return;
    const session = textIn(value, "session_id") ?? textIn(value, "sessionId");
    const key = session === null ? `#${index}` : `=${session}`;
    const before = bySession.get(key);
    if (before && (statedIn(value) ?? 0) < (statedIn(before.value) ?? 0))
      problems.push({ line, reason: "a session's running total has fallen: what its earlier process used is left out" });
    bySession.set(key, { value, line });
  });
  return [...bySession.values()];
}

function statedIn(value: JsonObject): number | null {
  return readUsd(fieldOf(value, "total_cost_usd") ?? fieldOf(value, "totalCostUSD"));
}

function entriesOf({ value, line }: RunningTotal, problems: ImportProblem[]): readonly UsageEntry[] {
  const byModel = objectIn(value, "modelUsage");
  if (fieldOf(value, "hasUnknownModelCost") === true)
    problems.push({ line, reason: "Claude Code calls this total inaccurate itself: it did not know the price of every model" });
  if (!byModel) {
    problems.push({ line, reason: "this result has no modelUsage, only its last turn's tokens: nothing can be recalculated" });
    return [];
  }
  const entries: UsageEntry[] = [];
  for (const [model, counts] of Object.entries(byModel)) {
    const entry = isJsonObject(counts) ? entryOf(model, counts, { line }) : null;
    if (entry) entries.push(entry);
    else problems.push({ line, reason: `the usage of ${shownModel(model)} has a count that is no whole number: left out` });
  }
  return entries.filter((entry) => entry.model !== "<synthetic>");
}

function entryOf(model: string, counts: JsonObject, { line }: { readonly line: number }): UsageEntry | null {
  const read = readCounts(
    {
      input: fieldOf(counts, "inputTokens"),
      output: fieldOf(counts, "outputTokens"),
      cacheRead: fieldOf(counts, "cacheReadInputTokens"),
      cacheWrite5m: fieldOf(counts, "cacheCreationInputTokens"),
      webSearches: fieldOf(counts, "webSearchRequests"),
    },
    MOST_IN_TOTAL,
  );
  return (
    read && {
      model: nameOf(model, counts),
      line,
      usage: { ...read, cacheWrite1h: 0 },
      unsplitWrites: true,
      requests: null,
      stated: readUsd(fieldOf(counts, "costUSD")),
    }
  );
}

// Deployments on partner clouds go by names of their own; Claude Code says beside them which model it took them for.
function nameOf(model: string, counts: JsonObject): string {
  const canonical = textIn(counts, "canonicalModel");
  if (resolveModel(model) === null && canonical !== null && resolveModel(canonical) !== null) return canonical;
  return model === "" ? UNKNOWN_MODEL : model;
}
