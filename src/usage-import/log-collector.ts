import type { LogRecord } from "./log-record.ts";
import { compareLines, sayTheSame } from "./log-winner.ts";

/** Where a line stands. */
export interface LogPlace {
  /** The file's path as given; null = pasted text. */
  readonly path: string | null;
  /** Counts from 1. */
  readonly line: number;
}

/** Where a line stands, and how to get its text again: that is asked for only where nothing else tells two lines apart. */
export interface LineSource extends LogPlace {
  /** The line, trimmed. */
  readonly raw: () => string;
}

/** Session, instant and place of a response's earliest line. */
export interface FirstSeen extends LogPlace {
  /** Milliseconds since 1970 UTC; null = no line of the response has a timestamp. */
  readonly at: number | null;
  readonly sessionId: string | null;
}

/** One response of the API, however many lines and files repeat it. */
export interface LoggedResponse {
  /** The line whose figures count. */
  readonly winner: LogRecord;
  readonly first: FirstSeen;
}

/** Brings the lines of all files together, in any order. */
export interface LogCollector {
  readonly add: (record: LogRecord, source: LineSource) => void;
  /** One entry a response, in order of time; those without a timestamp last. */
  readonly responses: () => LoggedResponse[];
}

interface Held {
  winner: LogRecord;
  /** The lines that say what the winner says and rank as it does. */
  readonly alike: LineSource["raw"][];
  first: FirstSeen;
}

/**
 * An empty collector. What it holds at the end depends on the set of lines alone: neither their order nor adding a file twice changes
 * anything. It keeps one object a response.
 */
export function createLogCollector(): LogCollector {
  const held = new Map<string, Held>();
  const add = (record: LogRecord, { path, line, raw }: LineSource): void => {
    const first = { at: record.at, sessionId: record.sessionId, path, line };
    const known = held.get(record.identity);
    if (known) join(known, { record, raw, first });
    else held.set(record.identity, { winner: record, alike: [raw], first });
  };
  return { add, responses: () => [...held.values()].sort(byTime).map(({ winner, first }) => ({ winner, first })) };
}

interface Candidate {
  readonly record: LogRecord;
  readonly raw: LineSource["raw"];
  readonly first: FirstSeen;
}

function join(held: Held, { record, raw, first }: Candidate): void {
  if (compareSeen(first, held.first) < 0) held.first = first;
  const order = compareLines(record, held.winner);
  if (order < 0) return;
  if (order === 0 && sayTheSame(record, held.winner)) held.alike.push(raw);
  else if (order > 0 || isGreater(raw(), held.alike)) {
    held.winner = record;
    held.alike.splice(0, held.alike.length, raw);
  }
}

function isGreater(text: string, others: readonly LineSource["raw"][]): boolean {
  return others.every((other) => text > other());
}

function byTime(one: Held, other: Held): number {
  return compareTimes(one.first.at, other.first.at) || compareTexts(one.winner.identity, other.winner.identity);
}

// By instant, then session, then path: where a response belongs must not depend on which of two copies was read first.
function compareSeen(one: FirstSeen, other: FirstSeen): number {
  return (
    compareTimes(one.at, other.at) ||
    compareTexts(one.sessionId, other.sessionId) ||
    compareTexts(one.path, other.path) ||
    one.line - other.line
  );
}

function compareTimes(one: number | null, other: number | null): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  return one - other;
}

// By code unit; what is missing comes last.
function compareTexts(one: string | null, other: string | null): number {
  if (one === other) return 0;
  if (one === null || other === null) return one === null ? 1 : -1;
  return one < other ? -1 : 1;
}
