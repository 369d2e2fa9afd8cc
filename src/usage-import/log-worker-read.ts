import { mergeRows, type PackedRows, packRows } from "./log-scan-merge.ts";
import type { FileProblems } from "./log-scan-problems.ts";
import { createLogRows, type LogRows } from "./log-scan-rows.ts";
import { withoutCopies } from "./log-worker-copies.ts";
import { createPartReader, type LogPart } from "./log-worker-part.ts";
import { bestScanner } from "./log-worker-scanner.ts";
import { type StreamOptions, streamPart } from "./log-worker-stream.ts";
import { resolveTies } from "./log-worker-ties.ts";

/** What a thread has read, and from where. */
export interface LogRead {
  readonly rows: LogRows;
  readonly problems: readonly FileProblems[];
  readonly parts: readonly LogPart[];
}

/** What one thread hands to another. */
export interface HandedRead {
  readonly rows: PackedRows;
  readonly problems: readonly FileProblems[];
  readonly parts: readonly LogPart[];
}

const scanner = bestScanner();

/** Reads parts as they come until there are no more (null), or as much of them as there is time for before it is stopped. */
export async function readParts(
  nextPart: () => Promise<LogPart | null>,
  { isStopped, onProgress }: StreamOptions,
): Promise<LogRead> {
  const rows = createLogRows();
  const problems: FileProblems[] = [];
  const parts: LogPart[] = [];
  let bytesBefore = 0;
  for (let part = await nextPart(); part !== null && !isStopped(); part = await nextPart()) {
    namePaths(rows, part);
    const reader = createPartReader(part, rows, scanner);
    const before = bytesBefore;
    await streamPart(part, reader, { isStopped, onProgress: (bytes) => onProgress(before + bytes) });
    bytesBefore += part.blob.size;
    problems.push(...reader.problems());
    parts.push(part);
  }
  return { rows, problems, parts };
}

/** A read, ready to be handed over. */
export function handedRead({ rows, problems, parts }: LogRead): HandedRead {
  return { rows: packRows(rows), problems, parts };
}

/** Brings together what two threads have read, or what was read now with what was before. */
export async function joinReads(read: LogRead, { rows, problems, parts }: HandedRead): Promise<LogRead> {
  for (const part of parts) namePaths(read.rows, part);
  mergeRows(read.rows, rows);
  return settled({ rows: read.rows, problems: [...read.problems, ...problems], parts: [...read.parts, ...parts] });
}

/** Decides what only the lines' texts decide. */
export async function settled({ rows, problems, parts }: LogRead): Promise<LogRead> {
  await resolveTies(rows, parts);
  return { rows, parts, problems: await withoutCopies(problems, { parts, paths: rows.paths }) };
}

function namePaths({ paths }: LogRows, { files, firstFile }: LogPart): void {
  files.forEach(({ path }, index) => {
    paths[firstFile + index] = path;
  });
}
