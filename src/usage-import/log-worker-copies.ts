import type { FileProblems } from "./log-scan-problems.ts";
import type { LogPart } from "./log-worker-part.ts";

const PIECE_BYTES = 1 << 20;
const AT_ONCE = 64;

/** The problems of files without those of copies: of files with the same content the one whose path is first in order stays. */
export async function withoutCopies(
  files: readonly FileProblems[],
  { parts, paths }: { readonly parts: readonly LogPart[]; readonly paths: readonly string[] },
): Promise<FileProblems[]> {
  const pathOf = ({ file }: FileProblems): string => paths[file] ?? "";
  const inOrder = [...files].sort((one, other) => (pathOf(one) < pathOf(other) ? -1 : 1));
  const kept = new Map<string, FileProblems>();
  const keys = await keysOf(inOrder, parts);
  for (const [index, file] of inOrder.entries()) {
    const key = keys[index] ?? pathOf(file);
    if (!kept.has(key)) kept.set(key, file);
  }
  return [...kept.values()];
}

// Each file is read once more at the most, and only where another looks like it: ten thousand broken files are compared by their marks.
async function keysOf(files: readonly FileProblems[], parts: readonly LogPart[]): Promise<readonly string[]> {
  const looks = files.map(({ size, count, first }) =>
    JSON.stringify([size, count, first.map(({ line, reason }) => [line, reason])]),
  );
  const alike = new Map<string, number>();
  for (const look of looks) alike.set(look, (alike.get(look) ?? 0) + 1);
  const keys: string[] = [];
  for (let from = 0; from < files.length; from += AT_ONCE) {
    const some = files.slice(from, from + AT_ONCE).map(async (file, place) => {
      const look = looks[from + place] ?? "";
      return alike.get(look) === 1 ? look : `${look} ${await markOf(blobOf(file, parts), file.file)}`;
    });
    keys.push(...(await Promise.all(some)));
  }
  return keys;
}

function blobOf({ file, size }: FileProblems, parts: readonly LogPart[]): Blob {
  const part = parts.find(({ firstFile, files }) => file >= firstFile && file < firstFile + files.length);
  if (!part) return new Blob();
  let from = 0;
  for (let before = 0; before < file - part.firstFile; before++) from += part.files[before]?.size ?? 0;
  return part.blob.slice(from, from + size);
}

/** 64 bits over the bytes (FNV-1a, two seeds): files of one size and with the same problems that share them are copies. */
async function markOf(blob: Blob, number: number): Promise<string> {
  try {
    let [one, other] = [0x811c9dc5, 0x9747b28c];
    for (let from = 0; from < blob.size; from += PIECE_BYTES)
      for (const byte of new Uint8Array(await blob.slice(from, from + PIECE_BYTES).arrayBuffer())) {
        one = Math.imul(one ^ byte, 0x01000193);
        other = Math.imul(other ^ byte, 0x01000193);
      }
    return `${one >>> 0} ${other >>> 0}`;
  } catch {
    // What cannot be read again is taken for a file of its own.
    return `file ${number}`;
  }
}
