import type { FullUsage } from "../pricing/usage.ts";
import type { LogRecord } from "./log-record.ts";
import { FLAG } from "./log-scan-layout.ts";
import { createNameTable, type NameTable } from "./log-scan-names.ts";
import { UNKNOWN_MODEL } from "./usage-entry.ts";

/**
 * Words of a row: what is billed and for whom, then whose it is and where its line lies, then where it was first seen. Names are numbers of
 * the name table.
 */
export const WORD = {
  flags: 0,
  input: 1,
  cacheWrite5m: 2,
  cacheWrite1h: 3,
  cacheRead: 4,
  output: 5,
  webSearches: 6,
  model: 7,
  version: 8,
  skill: 9,
  plugin: 10,
  mcpServer: 11,
  agent: 12,
  session: 13,
  file: 14,
  length: 15,
  firstSession: 16,
  firstFile: 17,
  firstLine: 18,
} as const;
export const ROW_WORDS = 19;

/**
 * Doubles of a row. The instants are NaN where there is no timestamp, the cost is negative where there is none. `from` is the line's first
 * byte in all that is read together.
 */
export const DOUBLE = { at: 0, costUsd: 1, from: 2, firstAt: 3 } as const;
export const ROW_DOUBLES = 4;

/** Of each line that ranks as its response's winner did when it came: response, file, first byte, length in bytes. */
export const LINE_DOUBLES = 4;

/** The responses of logs, one row each, in typed arrays: a tenth of the room and of the time that objects take. */
export interface LogRows {
  readonly ids: NameTable;
  readonly names: NameTable;
  /** The files' paths by number. */
  readonly paths: string[];
  count: number;
  words: Uint32Array;
  doubles: Float64Array;
  /** The winners that a row cannot hold: several requests, or a form that only TypeScript reads. */
  readonly records: Map<number, LogRecord>;
  /** Responses two of whose lines only their text tells apart. */
  readonly contested: Set<number>;
  /** Lines whose text may be asked for, besides the winners'. */
  lineCount: number;
  lines: Float64Array;
}

export function createLogRows(): LogRows {
  return {
    ids: createNameTable(),
    names: createNameTable(),
    paths: [],
    // Number 0 names nothing.
    count: 1,
    words: new Uint32Array(ROW_WORDS << 10),
    doubles: new Float64Array(ROW_DOUBLES << 10),
    records: new Map(),
    contested: new Set(),
    lineCount: 0,
    lines: new Float64Array(LINE_DOUBLES << 6),
  };
}

/** Makes room for the row of a response, which may be new. */
export function roomForRow(rows: LogRows, response: number): void {
  if (response < rows.count) return;
  rows.count = response + 1;
  if (rows.count * ROW_WORDS > rows.words.length) resize(rows, rows.count + (rows.count >> 1));
}

/** Gives back the room that no row takes: most of a log is read once and then held. */
export function trimRows(rows: LogRows): void {
  resize(rows, rows.count);
}

function resize(rows: LogRows, count: number): void {
  const words = new Uint32Array(ROW_WORDS * count);
  words.set(rows.words.subarray(0, words.length));
  rows.words = words;
  const doubles = new Float64Array(ROW_DOUBLES * count);
  doubles.set(rows.doubles.subarray(0, doubles.length));
  rows.doubles = doubles;
}

/** Where one line lies. */
export interface LinePlace {
  readonly response: number;
  readonly file: number;
  readonly from: number;
  readonly length: number;
}

/** Remembers where a line lies, in case that its text is asked for. */
export function addLine(rows: LogRows, { response, file, from, length }: LinePlace): void {
  const at = rows.lineCount * LINE_DOUBLES;
  if (at + LINE_DOUBLES > rows.lines.length) {
    const lines = new Float64Array(2 * rows.lines.length);
    lines.set(rows.lines);
    rows.lines = lines;
  }
  const { lines } = rows;
  lines[at] = response;
  lines[at + 1] = file;
  lines[at + 2] = from;
  lines[at + 3] = length;
  rows.lineCount += 1;
}

/** Input, cache writes, cache reads and output of a row that begins at a word. */
export function tokensIn(words: Uint32Array, from: number): number {
  let tokens = 0;
  for (let word = from + WORD.input; word <= from + WORD.output; word += 1) tokens += words[word] ?? 0;
  return tokens;
}

/** The record that a row's winner is. */
export function recordOfRow(rows: LogRows, response: number): LogRecord {
  return rows.records.get(response) ?? recordIn(rows, { identity: rows.ids.textOf(response) ?? "", response });
}

/** The same for words and doubles that are not in the table yet. */
export function recordIn(
  { words, doubles, names }: Pick<LogRows, "words" | "doubles" | "names">,
  { identity, response }: { readonly identity: string; readonly response: number },
): LogRecord {
  const from = response * ROW_WORDS;
  const word = (name: number): number => words[from + name] ?? 0;
  const text = (name: number): string | null => names.textOf(word(name));
  const flags = word(WORD.flags);
  const at = doubles[response * ROW_DOUBLES] ?? Number.NaN;
  const costUsd = doubles[response * ROW_DOUBLES + DOUBLE.costUsd] ?? -1;
  const usage: FullUsage = {
    input: word(WORD.input),
    cacheWrite5m: word(WORD.cacheWrite5m),
    cacheWrite1h: word(WORD.cacheWrite1h),
    cacheRead: word(WORD.cacheRead),
    output: word(WORD.output),
    webSearches: word(WORD.webSearches),
  };
  return {
    identity,
    isSidechain: (flags & FLAG.sidechain) !== 0,
    hasStopReason: (flags & FLAG.stopped) !== 0,
    at: Number.isNaN(at) ? null : at,
    sessionId: text(WORD.session),
    output: usage.output,
    tokens: tokensIn(words, from),
    requests: [
      {
        model: text(WORD.model) ?? UNKNOWN_MODEL,
        usage,
        speed: flags & FLAG.fast ? "fast" : "standard",
        geo: flags & FLAG.us ? "us" : "global",
        batch: (flags & FLAG.batch) !== 0,
      },
    ],
    costUsd: costUsd < 0 ? null : costUsd,
    version: text(WORD.version),
    skill: text(WORD.skill),
    plugin: text(WORD.plugin),
    mcpServer: text(WORD.mcpServer),
    agentId: text(WORD.agent),
  };
}
