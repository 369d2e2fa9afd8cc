import type { LogPart, PartReader } from "./log-worker-part.ts";

// Twice what Chromium mostly hands over at once; one buffer for all pieces is half the cost of reading.
const PIECE_BYTES = 1 << 18;
const PROGRESS_MS = 100;
const FIRST_PATIENCE_MS = 1_000;

/** How a part is followed and stopped. */
export interface StreamOptions {
  readonly onProgress: (bytesDone: number) => void;
  readonly isStopped: () => boolean;
}

/**
 * Reads a part to its end, or until it is stopped. A file that cannot be read is a problem; those after it are read. In Chromium a Blob's
 * stream may fall silent in its middle on a busy machine (seen with 660 MB): the rest is then asked for anew, each time with more patience.
 */
export async function streamPart(part: LogPart, reader: PartReader, options: StreamOptions): Promise<void> {
  let from = 0;
  let patienceMs = FIRST_PATIENCE_MS;
  while (from < part.blob.size && !options.isStopped()) {
    try {
      const isSilent = await streamFrom(from === 0 ? part.blob : part.blob.slice(from), reader, { ...options, patienceMs });
      from = isSilent ? reader.position() : part.blob.size;
      patienceMs *= 2;
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
      // All files are one stream: it ends with the first that was changed or taken away, and goes on after that.
      from = reader.giveUp();
    }
  }
}

/** Whether the stream fell silent before its end. */
async function streamFrom(
  blob: Blob,
  reader: PartReader,
  { onProgress, isStopped, patienceMs }: StreamOptions & { readonly patienceMs: number },
): Promise<boolean> {
  const { next, cancel } = piecesOf(blob.stream());
  const end = reader.position() + blob.size;
  let told = performance.now();
  let isSilent = false;
  // The stream is not asked whether it has ended: that would be one more trip to where it comes from.
  while (reader.position() < end && !isStopped()) {
    const piece = await within(patienceMs, next());
    if (piece === null) return false;
    isSilent = piece === "silent";
    if (piece === "silent") break;
    if (!isStopped()) reader.take(piece);
    if (performance.now() - told > PROGRESS_MS) {
      told = performance.now();
      onProgress(reader.position());
    }
  }
  // Not awaited: in Chromium the cancelling of a Blob's stream may never end.
  cancel().catch(() => {});
  return isSilent;
}

/** What a promise gives, unless that takes longer. */
function within<Value>(ms: number, promised: Promise<Value>): Promise<Value | "silent"> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve("silent"), ms);
    promised.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

interface Pieces {
  readonly next: () => Promise<Uint8Array | null>;
  readonly cancel: () => Promise<void>;
}

function piecesOf(stream: ReadableStream<Uint8Array<ArrayBuffer>>): Pieces {
  const byob = byobReaderOf(stream);
  if (byob === null) {
    const reader = stream.getReader();
    return { next: async () => (await reader.read()).value ?? null, cancel: () => reader.cancel() };
  }
  let buffer = new ArrayBuffer(PIECE_BYTES);
  const next = async (): Promise<Uint8Array | null> => {
    const { done, value } = await byob.read(new Uint8Array(buffer));
    if (done || !value) return null;
    buffer = value.buffer;
    return value;
  };
  return { next, cancel: () => byob.cancel() };
}

// Not every browser fills a buffer that it is given.
function byobReaderOf(stream: ReadableStream<Uint8Array<ArrayBuffer>>): ReadableStreamBYOBReader | null {
  try {
    return stream.getReader({ mode: "byob" });
  } catch {
    return null;
  }
}
