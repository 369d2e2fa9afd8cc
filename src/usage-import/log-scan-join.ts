import type { LogRecord } from "./log-record.ts";
import { EVENT, FLAG } from "./log-scan-layout.ts";
import type { NameTable } from "./log-scan-names.ts";
import {
  addLine,
  DOUBLE,
  type LinePlace,
  type LogRows,
  ROW_DOUBLES,
  ROW_WORDS,
  recordIn,
  recordOfRow,
  roomForRow,
  tokensIn,
  WORD,
} from "./log-scan-rows.ts";
import { sayTheSame } from "./log-winner.ts";

/** A line that wants to stand for its response, as a row would hold it. One object is used for all lines. */
export interface Candidate {
  readonly words: Uint32Array;
  readonly doubles: Float64Array;
  /** Where the row cannot hold it. */
  record: LogRecord | null;
}

export function createCandidate(): Candidate {
  return { words: new Uint32Array(ROW_WORDS), doubles: new Float64Array(ROW_DOUBLES), record: null };
}

const TEXTS: readonly (readonly [word: number, event: number])[] = [
  [WORD.model, EVENT.model],
  [WORD.version, EVENT.version],
  [WORD.skill, EVENT.skill],
  [WORD.plugin, EVENT.plugin],
  [WORD.mcpServer, EVENT.mcpServer],
  [WORD.agent, EVENT.agent],
  [WORD.session, EVENT.session],
];

/** What a scan gives: its events, and the memory in which their texts lie. */
export interface Scanned {
  readonly events: Uint32Array;
  readonly doubles: Float64Array;
  /** All of the scanner's memory. */
  readonly memory: Uint8Array;
}

/** Takes over a line that the scanner took apart; `from` is its event's first word. Returns the number of its response. */
export function fillFromEvent(candidate: Candidate, rows: LogRows, { events, doubles, memory }: Scanned, from: number): number {
  const { words } = candidate;
  for (let word = WORD.flags; word <= WORD.webSearches; word += 1) words[word] = events[from + EVENT.flags + word] ?? 0;
  for (const [word, event] of TEXTS) words[word] = nameIn(rows.names, { events, memory, at: from + event });
  const flags = words[WORD.flags] ?? 0;
  const half = from >> 1;
  candidate.doubles[DOUBLE.at] = flags & FLAG.dated ? (doubles[half + (EVENT.at >> 1)] ?? 0) : Number.NaN;
  candidate.doubles[DOUBLE.costUsd] = flags & FLAG.priced ? (doubles[half + (EVENT.cost >> 1)] ?? 0) : -1;
  candidate.record = null;
  return nameIn(rows.ids, { events, memory, at: from + EVENT.id });
}

function nameIn(
  names: NameTable,
  { events, memory, at }: { readonly events: Uint32Array; readonly memory: Uint8Array; readonly at: number },
): number {
  const length = events[at + 1] ?? 0;
  return length === 0 ? 0 : names.numberOf(memory, { from: events[at] ?? 0, length, hash: events[at + 2] ?? 0 });
}

/** Takes over a line that was read in TypeScript: in words as far as they rank it, and whole. Returns the number of its response. */
export function fillFromRecord(candidate: Candidate, rows: LogRows, record: LogRecord): number {
  const { words, doubles } = candidate;
  words.fill(0);
  words[WORD.flags] = (record.isSidechain ? FLAG.sidechain : 0) | (record.hasStopReason ? FLAG.stopped : 0);
  // For the total alone: what is billed, the record says.
  words[WORD.input] = record.tokens - record.output;
  words[WORD.output] = record.output;
  words[WORD.session] = rows.names.numberOfText(record.sessionId);
  doubles[DOUBLE.at] = record.at ?? Number.NaN;
  doubles[DOUBLE.costUsd] = -1;
  candidate.record = record;
  return rows.ids.numberOfText(record.identity);
}

/** Sets where a candidate's line lies, and that it was first seen there: its own session and instant. */
export function setPlace(
  { words, doubles }: Candidate,
  { file, line, from, length }: Omit<LinePlace, "response"> & { readonly line: number },
): void {
  words[WORD.file] = file;
  words[WORD.length] = length;
  doubles[DOUBLE.from] = from;
  words[WORD.firstSession] = words[WORD.session] ?? 0;
  words[WORD.firstFile] = file;
  words[WORD.firstLine] = line;
  doubles[DOUBLE.firstAt] = doubles[DOUBLE.at] ?? Number.NaN;
}

/** Brings a line together with the other lines of its response, as `createLogCollector` does. */
export function join(rows: LogRows, response: number, candidate: Candidate): void {
  const isNew = response >= rows.count;
  roomForRow(rows, response);
  if (isNew) {
    rows.words.set(candidate.words, response * ROW_WORDS);
    rows.doubles.set(candidate.doubles, response * ROW_DOUBLES);
    if (candidate.record) rows.records.set(response, candidate.record);
    return;
  }
  if (isSeenBefore(rows, response, candidate)) takeFirst(rows, response, candidate);
  const order = orderOf(rows, response, candidate);
  if (order > 0) takeWinner(rows, response, candidate);
  else if (order === 0) takeAlike(rows, response, candidate);
}

function takeAlike(rows: LogRows, response: number, candidate: Candidate): void {
  const { words, doubles } = candidate;
  addLine(rows, { response, file: words[WORD.file] ?? 0, from: doubles[DOUBLE.from] ?? 0, length: words[WORD.length] ?? 0 });
  if (!saysTheSame(rows, response, candidate)) rows.contested.add(response);
}

function takeFirst({ words, doubles }: LogRows, response: number, candidate: Candidate): void {
  const from = response * ROW_WORDS;
  for (let word: number = WORD.firstSession; word <= WORD.firstLine; word += 1) words[from + word] = candidate.words[word] ?? 0;
  doubles[response * ROW_DOUBLES + DOUBLE.firstAt] = candidate.doubles[DOUBLE.firstAt] ?? Number.NaN;
}

function takeWinner(rows: LogRows, response: number, candidate: Candidate): void {
  const from = response * ROW_WORDS;
  for (let word: number = WORD.flags; word <= WORD.length; word += 1) rows.words[from + word] = candidate.words[word] ?? 0;
  const at = response * ROW_DOUBLES;
  for (let double: number = DOUBLE.at; double <= DOUBLE.from; double += 1)
    rows.doubles[at + double] = candidate.doubles[double] ?? 0;
  rows.contested.delete(response);
  if (candidate.record) rows.records.set(response, candidate.record);
  else if (rows.records.size > 0) rows.records.delete(response);
}

/** `compareLines` on words: above 0 = the candidate. */
function orderOf({ words, doubles }: LogRows, response: number, candidate: Candidate): number {
  const from = response * ROW_WORDS;
  const at = response * ROW_DOUBLES;
  const flags = words[from + WORD.flags] ?? 0;
  const own = candidate.words[WORD.flags] ?? 0;
  return (
    (flags & FLAG.sidechain) - (own & FLAG.sidechain) ||
    (candidate.words[WORD.output] ?? 0) - (words[from + WORD.output] ?? 0) ||
    (own & FLAG.stopped) - (flags & FLAG.stopped) ||
    instantOrder(candidate.doubles[DOUBLE.at]) - instantOrder(doubles[at + DOUBLE.at]) ||
    tokensIn(candidate.words, 0) - tokensIn(words, from)
  );
}

// A line without a timestamp is later than none.
function instantOrder(at = Number.NaN): number {
  return Number.isNaN(at) ? -Number.MAX_SAFE_INTEGER : at;
}

function saysTheSame(rows: LogRows, response: number, candidate: Candidate): boolean {
  if (candidate.record || rows.records.has(response)) {
    const alone = { words: candidate.words, doubles: candidate.doubles, names: rows.names };
    return sayTheSame(candidate.record ?? recordIn(alone, { identity: "", response: 0 }), recordOfRow(rows, response));
  }
  const from = response * ROW_WORDS;
  for (let word: number = WORD.flags; word <= WORD.agent; word += 1)
    if (rows.words[from + word] !== candidate.words[word]) return false;
  return rows.doubles[response * ROW_DOUBLES + DOUBLE.costUsd] === candidate.doubles[DOUBLE.costUsd];
}

// By instant, then session, then path, then line; what is missing comes last.
function isSeenBefore(rows: LogRows, response: number, candidate: Candidate): boolean {
  const at = candidate.doubles[DOUBLE.firstAt] ?? Number.NaN;
  const heldAt = rows.doubles[response * ROW_DOUBLES + DOUBLE.firstAt] ?? Number.NaN;
  if (Number.isNaN(at) !== Number.isNaN(heldAt)) return Number.isNaN(heldAt);
  if (at < heldAt) return true;
  if (at > heldAt) return false;
  const from = response * ROW_WORDS;
  const text = (words: Uint32Array, index: number): string | null => rows.names.textOf(words[index] ?? 0);
  return (
    (compareTexts(text(candidate.words, WORD.firstSession), text(rows.words, from + WORD.firstSession)) ||
      compareTexts(
        rows.paths[candidate.words[WORD.firstFile] ?? 0] ?? null,
        rows.paths[rows.words[from + WORD.firstFile] ?? 0] ?? null,
      ) ||
      (candidate.words[WORD.firstLine] ?? 0) - (rows.words[from + WORD.firstLine] ?? 0)) < 0
  );
}

function compareTexts(one: string | null, other: string | null): number {
  if (one === other) return 0;
  if (one === null || other === null) return one === null ? 1 : -1;
  return one < other ? -1 : 1;
}
