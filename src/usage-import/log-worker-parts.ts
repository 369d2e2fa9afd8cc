import type { LogPart } from "./log-worker-part.ts";
import type { DroppedFile } from "./log-worker-protocol.ts";

/** A file whose size was asked for: the first asking is a trip to Chromium's other process, 0.1 ms and more. */
export interface SizedFile extends DroppedFile {
  readonly size: number;
}

/** The files of one thread, on their way to it. */
export interface FileShare {
  readonly files: readonly SizedFile[];
  /** The number of the first of them. */
  readonly firstFile: number;
}

/** Files shared out among threads, so that each has about as many bytes as the others, with those that it has been given before. */
export function sharesOf(
  files: readonly SizedFile[],
  { before, firstFile }: { readonly before: readonly number[]; readonly firstFile: number },
): FileShare[] {
  const shares = before.map((bytes) => ({ files: [] as SizedFile[], bytes }));
  // The greatest first, each to the share that has least.
  for (const file of [...files].sort((one, other) => other.size - one.size)) {
    const share = shares.reduce((least, other) => (other.bytes < least.bytes ? other : least));
    share.files.push(file);
    share.bytes += file.size;
  }
  let first = firstFile;
  return shares.map((share) => {
    const numbered = { files: share.files, firstFile: first };
    first += share.files.length;
    return numbered;
  });
}

/** The bytes of files together. */
export function bytesOf(files: readonly { readonly size: number }[]): number {
  return files.reduce((sum, { size }) => sum + size, 0);
}

/**
 * A share as one Blob: a stream of 700 files costs half a millisecond each, one stream of one Blob of 700 files next to nothing. It takes
 * 30 ms to make, which the page's thread has not got.
 */
export function partOf({ files, firstFile }: FileShare): LogPart {
  return { blob: new Blob(files.map(({ file }) => file)), files: files.map(({ path, size }) => ({ path, size })), firstFile };
}
