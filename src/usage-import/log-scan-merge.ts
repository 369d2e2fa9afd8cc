import type { LogRecord } from "./log-record.ts";
import { createCandidate, join } from "./log-scan-join.ts";
import { type PackedNames, renumbered } from "./log-scan-names.ts";
import { addLine, DOUBLE, LINE_DOUBLES, type LogRows, ROW_DOUBLES, ROW_WORDS, WORD } from "./log-scan-rows.ts";

/** Rows as plain data, to be handed to another thread. */
export interface PackedRows {
  readonly ids: PackedNames;
  readonly names: PackedNames;
  readonly count: number;
  readonly words: Uint32Array;
  readonly doubles: Float64Array;
  readonly records: ReadonlyMap<number, LogRecord>;
  readonly contested: ReadonlySet<number>;
  readonly lineCount: number;
  readonly lines: Float64Array;
}

export function packRows({ ids, names, paths: _, ...rest }: LogRows): PackedRows {
  return { ...rest, ids: ids.packed(), names: names.packed() };
}

/** The memory of packed rows, which is handed over and not copied. */
export function buffersOf({ ids, names, words, doubles, lines }: PackedRows): ArrayBufferLike[] {
  const lists = [words, doubles, lines, ...[ids, names].flatMap(({ bytes, starts, hashes }) => [bytes, starts, hashes])];
  return lists.map(({ buffer }) => buffer);
}

const NAMED = [WORD.model, WORD.version, WORD.skill, WORD.plugin, WORD.mcpServer, WORD.agent, WORD.session, WORD.firstSession];

/** Brings the responses of another thread, or of an earlier read, together with these. Files have the same numbers in both. */
export function mergeRows(rows: LogRows, other: PackedRows): void {
  const responses = renumbered(rows.ids, other.ids);
  const names = renumbered(rows.names, other.names);
  const candidate = createCandidate();
  for (let number = 1; number < other.count; number += 1) {
    candidate.words.set(other.words.subarray(number * ROW_WORDS, (number + 1) * ROW_WORDS));
    candidate.doubles.set(other.doubles.subarray(number * ROW_DOUBLES, (number + 1) * ROW_DOUBLES));
    for (const word of NAMED) candidate.words[word] = names[candidate.words[word] ?? 0] ?? 0;
    candidate.record = other.records.get(number) ?? null;
    const response = responses[number] ?? 0;
    const isNew = response >= rows.count;
    join(rows, response, candidate);
    if (other.contested.has(number) && (isNew || isWinner(rows, response, candidate.doubles))) rows.contested.add(response);
  }
  const { lines } = other;
  for (let at = 0; at < other.lineCount * LINE_DOUBLES; at += LINE_DOUBLES)
    addLine(rows, {
      response: responses[lines[at] ?? 0] ?? 0,
      file: lines[at + 1] ?? 0,
      from: lines[at + 2] ?? 0,
      length: lines[at + 3] ?? 0,
    });
}

// Told by its instant alone: a response that is contested without need is only read once more.
function isWinner({ doubles }: LogRows, response: number, candidate: Float64Array): boolean {
  return Object.is(doubles[response * ROW_DOUBLES + DOUBLE.at], candidate[DOUBLE.at]);
}
