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
  readonly part: LogPart;
}

const scanner = bestScanner();

/** Reads a part, or as much of it as there is time for before it is stopped. */
export async function readPart(part: LogPart, options: StreamOptions): Promise<LogRead> {
  const rows = createLogRows();
  namePaths(rows, part);
  const reader = createPartReader(part, rows, scanner);
  await streamPart(part, reader, options);
  return { rows, problems: reader.problems(), parts: [part] };
}

/** A read, ready to be handed over. */
export function handedRead({ rows, problems }: LogRead, part: LogPart): HandedRead {
  return { rows: packRows(rows), problems, part };
}

/** Brings together what two threads have read, or what was read now with what was before. */
export async function joinReads(
  read: LogRead,
  { rows, problems, parts }: Omit<LogRead, "rows"> & { readonly rows: PackedRows },
): Promise<LogRead> {
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
