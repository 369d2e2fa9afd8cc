import { type FileProblems, mayBeCopies } from "./log-scan-problems.ts";
import type { LogPart } from "./log-worker-part.ts";

const PIECE_BYTES = 1 << 20;

/** The problems of files without those of copies: of files with the same content the one whose path is first in order stays. */
export async function withoutCopies(
  files: readonly FileProblems[],
  { parts, paths }: { readonly parts: readonly LogPart[]; readonly paths: readonly string[] },
): Promise<FileProblems[]> {
  const pathOf = ({ file }: FileProblems): string => paths[file] ?? "";
  const inOrder = [...files].sort((one, other) => (pathOf(one) < pathOf(other) ? -1 : 1));
  const kept = new Map<number, FileProblems[]>();
  for (const file of inOrder) {
    const others = kept.get(file.size) ?? [];
    if (!(await isCopy(file, others, parts))) kept.set(file.size, [...others, file]);
  }
  return [...kept.values()].flat();
}

async function isCopy(file: FileProblems, others: readonly FileProblems[], parts: readonly LogPart[]): Promise<boolean> {
  for (const other of others)
    if (mayBeCopies(file, other) && (await sameContent(blobOf(file, parts), blobOf(other, parts)))) return true;
  return false;
}

function blobOf({ file, size }: FileProblems, parts: readonly LogPart[]): Blob {
  const part = parts.find(({ firstFile, files }) => file >= firstFile && file < firstFile + files.length);
  if (!part) return new Blob();
  const from = part.files.slice(0, file - part.firstFile).reduce((sum, before) => sum + before.size, 0);
  return part.blob.slice(from, from + size);
}

async function sameContent(one: Blob, other: Blob): Promise<boolean> {
  try {
    for (let from = 0; from < one.size; from += PIECE_BYTES) {
      const pieces = await Promise.all([one, other].map((blob) => blob.slice(from, from + PIECE_BYTES).arrayBuffer()));
      const [bytes, others] = pieces.map((piece) => new Uint8Array(piece));
      if (!bytes?.every((byte, index) => byte === others?.[index])) return false;
    }
    return true;
  } catch {
    return false;
  }
}
