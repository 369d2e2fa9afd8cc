import type { DroppedFile } from "../../usage-import/log-worker-protocol.ts";

/** The files of a picker; those of a folder keep their path inside it. */
export function filesOfInput(list: FileList): readonly DroppedFile[] {
  return [...list].map((file) => ({ path: file.webkitRelativePath || file.name, file }));
}

/**
 * Everything dropped, folders walked through. Must be called while the drop event runs: afterwards the browser empties its list.
 * What cannot be opened is left out.
 */
export async function filesOfDrop({ items, files }: DataTransfer): Promise<readonly DroppedFile[]> {
  const entries = [...items].flatMap((item) => item.webkitGetAsEntry?.() ?? []);
  if (entries.length === 0) return filesOfInput(files);
  const found: DroppedFile[] = [];
  for (const entry of entries) await walkEntry(entry, found);
  return found;
}

async function walkEntry(entry: FileSystemEntry, into: DroppedFile[]): Promise<void> {
  if (isFileEntry(entry)) {
    const file = await new Promise<File | null>((resolve) => entry.file(resolve, () => resolve(null)));
    if (file) into.push({ path: entry.fullPath.replace(/^\//, ""), file });
    return;
  }
  if (!isDirectoryEntry(entry)) return;
  const reader = entry.createReader();
  // A reader gives about a hundred at a time, and none when it has given all.
  for (;;) {
    const batch = await new Promise<FileSystemEntry[]>((resolve) => reader.readEntries(resolve, () => resolve([])));
    if (batch.length === 0) return;
    // Side by side, as each file is a trip to another process.
    await Promise.all(batch.map((inner) => walkEntry(inner, into)));
  }
}

function isFileEntry(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isDirectoryEntry(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

/** A folder as `showDirectoryPicker` gives it; not in TypeScript's DOM yet. */
interface DirectoryHandle {
  readonly kind: "directory";
  readonly name: string;
  readonly values: () => AsyncIterable<DirectoryHandle | FileHandle>;
}

interface FileHandle {
  readonly kind: "file";
  readonly name: string;
  readonly getFile: () => Promise<File>;
}

type PickDirectory = (options: { readonly id: string; readonly mode: "read" }) => Promise<DirectoryHandle>;

function directoryPicker(): PickDirectory | null {
  const { showDirectoryPicker } = globalThis as { readonly showDirectoryPicker?: PickDirectory };
  return typeof showDirectoryPicker === "function" ? showDirectoryPicker.bind(globalThis) : null;
}

/** Whether this browser lets a page open a folder by a handle; frames of other sites may be refused when they try. */
export function canPickDirectory(): boolean {
  return directoryPicker() !== null;
}

/** The files of a folder that the person picks; null where they pick none. @throws whatever the browser refuses with */
export async function pickDirectory(): Promise<readonly DroppedFile[] | null> {
  const pick = directoryPicker();
  if (pick === null) return null;
  try {
    const found: DroppedFile[] = [];
    await walkHandle(await pick({ id: "claude-projects", mode: "read" }), "", found);
    return found;
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") return null;
    throw error;
  }
}

async function walkHandle(handle: DirectoryHandle | FileHandle, folder: string, into: DroppedFile[]): Promise<void> {
  const path = `${folder}${handle.name}`;
  if (handle.kind === "file") {
    const file = await handle.getFile().catch(() => null);
    if (file) into.push({ path, file });
    return;
  }
  const inside: Promise<void>[] = [];
  for await (const inner of handle.values()) inside.push(walkHandle(inner, `${path}/`, into));
  await Promise.all(inside);
}
