import type { LogScanner } from "./log-scan.ts";
import type { FileProblems } from "./log-scan-problems.ts";
import type { LogRows } from "./log-scan-rows.ts";
import { createFileReader } from "./log-worker-file.ts";

/** Files that one thread reads, one after the other. */
export interface LogPart {
  readonly blob: Blob;
  readonly files: readonly { readonly path: string; readonly size: number }[];
  /** The number of the first of them. */
  readonly firstFile: number;
}

/** Takes the bytes of a part in whatever pieces they come. */
export interface PartReader {
  readonly take: (piece: Uint8Array) => void;
  /** How many bytes of the part have been taken. */
  readonly position: () => number;
  /** Gives up the file that is being read, and returns where the next one begins. */
  readonly giveUp: () => number;
  readonly problems: () => readonly FileProblems[];
}

/** Reads the files of a part into rows. */
export function createPartReader({ files, firstFile }: LogPart, rows: LogRows, scanner: LogScanner): PartReader {
  const found: FileProblems[] = [];
  const reader = createFileReader(rows, scanner);
  let position = 0;
  let index = -1;
  let left = 0;

  const nextFile = (): void => {
    // An empty file says nothing.
    do {
      index += 1;
      left = files[index]?.size ?? 0;
    } while (left === 0 && index < files.length);
    reader.begin({ file: firstFile + index, path: files[index]?.path ?? "", from: position });
  };
  const endFile = (): void => {
    const problems = reader.end();
    const count = problems.count();
    if (count > 0) found.push({ file: firstFile + index, size: files[index]?.size ?? 0, count, first: problems.first() });
    nextFile();
  };
  const take = (piece: Uint8Array): void => {
    let at = 0;
    while (at < piece.length && index < files.length) {
      const length = Math.min(piece.length - at, left);
      left -= length;
      position += length;
      reader.take(piece.subarray(at, at + length), left === 0);
      if (left === 0) endFile();
      at += length;
    }
  };
  const giveUp = (): number => {
    position += left;
    left = 0;
    reader.giveUp();
    endFile();
    return position;
  };

  nextFile();
  return { take, position: () => position, giveUp, problems: () => found };
}
