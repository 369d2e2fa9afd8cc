import type { JsonObject } from "./json-field.ts";
import { createLogCollector, type LogCollector } from "./log-collector.ts";
import { linesOf, parseObject, readLogLine, trimLine } from "./log-line.ts";
import { isLogLine } from "./log-record.ts";
import { type MeasuredLog, measureLog, usageOfLog } from "./measured-log.ts";
import { createProblemList, type ProblemList } from "./problem-list.ts";
import type { MeasuredUsage } from "./usage-format.ts";

/** A file that was dropped. */
export interface LogFile {
  /** As given: by it files are told apart, and projects and subagents known; null = pasted text. */
  readonly path: string | null;
  readonly text: string;
}

/**
 * Reads session logs dropped together: a response counts once, however many lines and files repeat it, and the order of files and lines
 * changes nothing. What cannot be read is a problem and never an error.
 *
 * @returns `format` "session-log", or null where none of the files is one
 */
export function importFiles(files: readonly { readonly path: string; readonly text: string }[]): MeasuredUsage {
  const log = readLogFiles(files);
  const isLog = log.rows.count > 0 || files.some(({ text }) => !isNotText(text) && hasLogLine(text));
  return { format: isLog ? "session-log" : null, ...usageOfLog(log) };
}

/** The same, response by response. */
export function readLogFiles(files: readonly LogFile[]): MeasuredLog {
  const into = { collector: createLogCollector(), problems: createProblemList() };
  for (const file of withoutCopies(files)) readLogFile(file, into);
  return measureLog(into.collector, into.problems);
}

/** Whether a text has a line of a session log. */
export function hasLogLine(text: string): boolean {
  return hasObject(text, isLogLine);
}

/** Whether a text has a line that is a JSON object of some kind. */
export function hasObject(text: string, isMeant: (object: JsonObject) => boolean): boolean {
  for (const line of linesOf(text)) {
    const object = parseObject(trimLine(line));
    if (object !== null && isMeant(object)) return true;
  }
  return false;
}

// A file dropped twice must not double its problems; of two names the first in order stays.
function withoutCopies(files: readonly LogFile[]): LogFile[] {
  const byText = new Map<string, LogFile>();
  for (const file of files) {
    const known = byText.get(file.text);
    if (!known || (file.path ?? "") < (known.path ?? "")) byText.set(file.text, file);
  }
  return [...byText.values()];
}

function readLogFile(
  { path, text }: LogFile,
  { collector, problems }: { readonly collector: LogCollector; readonly problems: ProblemList },
): void {
  const complain = (line: number, reason: string): void =>
    problems.add(path === null ? { line, reason } : { file: path, line, reason });
  if (isNotText(text)) {
    complain(1, "not a text file");
    return;
  }
  let line = 0;
  for (const lineText of linesOf(text)) {
    line += 1;
    const read = readLogLine(lineText);
    if (read === null) continue;
    if ("problem" in read) complain(line, read.problem);
    else collector.add(read.record, { path, line, raw: () => trimLine(lineText) });
  }
}

const HEAD_CHARACTERS = 4_096;
const ZIP = "PK\u0003\u0004";
// Control characters, or bytes that are no UTF-8.
const FOREIGN = /[^\P{Cc}\t\n\r]|\ufffd/u;

/** Whether a file is an archive, UTF-16 or another binary: one problem then, not one a line. A log with a damaged start is none. */
function isNotText(text: string): boolean {
  if (text.startsWith(ZIP)) return true;
  return FOREIGN.test(text.slice(0, HEAD_CHARACTERS)) && !hasObject(text, () => true);
}
