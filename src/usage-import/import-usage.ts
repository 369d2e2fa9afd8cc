import { usageFormats } from "./formats.ts";
import type { DetailedUsage, ModelDetail } from "./measured-total.ts";
import type { MeasuredUsage, UsageFormat } from "./usage-format.ts";

/** What an import comes to, and what lies behind its figures. */
export interface DetailedImport extends MeasuredUsage {
  /** Bands and reconciliation, one entry a model in the order of `models`; empty for lines of a session log. */
  readonly details: readonly ModelDetail[];
}

/**
 * Reads measured usage of any form: prints of `/cost` or `/usage`, ccusage's JSON, the API's `usage`, results of `claude -p`, reports of the
 * Admin API and the Console, lines of session logs. Never throws; a text that is none of them has `format` null and one problem.
 *
 * @example importUsage("hello").format //=> null
 */
export function importUsage(text: string): MeasuredUsage {
  const { format, models, cost, stated, problems } = importDetailed(text);
  return { format, models, cost, stated, problems };
}

/**
 * `importUsage` with the details of each model, from one reading of the text. Never throws.
 *
 * @example importDetailed("hello").details //=> []
 */
export function importDetailed(text: string): DetailedImport {
  const plain = typeof text === "string" ? text.replace(/^\ufeff/, "") : "";
  const format = usageFormats.find((candidate) => safely(() => candidate.detect(plain)) === true);
  if (!format) return nothing(null, plain.trim() === "" ? "there is nothing in this text" : UNREADABLE);
  return safely(() => readAs(format, plain)) ?? nothing(format.id, `this ${format.id} text could not be read`);
}

const UNREADABLE =
  "no usage was found: paste /cost or /usage, ccusage --json, a usage object of the API, the JSON of claude -p, or session-log lines";

function readAs(format: UsageFormat, text: string): DetailedImport {
  const read = format.parse(text);
  const { models, cost, stated, problems } = read;
  // Every format but session logs has details to give.
  const details = "details" in read ? (read as DetailedUsage).details : [];
  return { format: format.id, models, cost, stated, problems, details };
}

function nothing(format: string | null, reason: string): DetailedImport {
  return { format, models: [], cost: 0, stated: null, problems: [{ line: 1, reason }], details: [] };
}

// What an error says may repeat the text, and the text may hold secrets: it is dropped.
function safely<Result>(read: () => Result): Result | null {
  try {
    return read();
  } catch {
    return null;
  }
}
