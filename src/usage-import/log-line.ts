import { isJsonObject, type JsonObject } from "./json-field.ts";
import { type LogRecord, recordOf } from "./log-record.ts";

/** The longest line that is read, in characters (64 Mi): real ones hold whole images. */
const MOST_LINE_CHARACTERS = 64 * 1_024 * 1_024;
const BYTE_ORDER_MARK = "\ufeff";

/** A line that counts, or one that should have and cannot. */
export type LogLine = { readonly record: LogRecord } | { readonly problem: string };

/**
 * Reads one line of a session log, already split at LF. Never throws.
 *
 * @returns the record of a billable line; the problem of a line that is no JSON object, or has a count that is none; null for a blank
 *          line and for every other entry of a log
 */
export function readLogLine(text: string): LogLine | null {
  const line = trimLine(text);
  if (line === "") return null;
  if (line.length > MOST_LINE_CHARACTERS) return { problem: "a line of more than 64 MB" };
  const object = parseObject(line);
  if (object === null) return { problem: "not a JSON object" };
  try {
    const record = recordOf(object, line);
    return record && { record };
  } catch (error) {
    return { problem: error instanceof RangeError ? error.message : "cannot be read" };
  }
}

/** The JSON object that a trimmed line is, or null. */
export function parseObject(line: string): JsonObject | null {
  try {
    const value: unknown = JSON.parse(line);
    return isJsonObject(value) ? value : null;
  } catch {
    return null;
  }
}

/** A line without the blanks, CRs and NULs around it: editors add the one, crashes the other. */
export function trimLine(text: string): string {
  let from = 0;
  let to = text.length;
  while (from < to && isBlank(text.charCodeAt(from))) from += 1;
  while (from < to && isBlank(text.charCodeAt(to - 1))) to -= 1;
  return text.slice(from, to);
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0d || code === 0x00;
}

/** The lines of a file, split at LF, without a byte order mark at its start; not trimmed. */
export function* linesOf(text: string): Generator<string> {
  let from = text.startsWith(BYTE_ORDER_MARK) ? 1 : 0;
  while (from <= text.length) {
    const end = text.indexOf("\n", from);
    const to = end === -1 ? text.length : end;
    yield text.slice(from, to);
    from = to + 1;
  }
}
