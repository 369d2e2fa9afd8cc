import type { LogPart, PartReader } from "./log-worker-part.ts";

// Twice what Chromium mostly hands over at once; one buffer for all pieces is half the cost of reading.
const PIECE_BYTES = 1 << 18;
const PROGRESS_MS = 100;

/** How a part is followed and stopped. */
export interface StreamOptions {
  readonly onProgress: (bytesDone: number) => void;
  readonly isStopped: () => boolean;
}

/** Reads a part to its end, or until it is stopped. A file that cannot be read is a problem; those after it are read. */
export async function streamPart(part: LogPart, reader: PartReader, options: StreamOptions): Promise<void> {
  let from = 0;
  while (from < part.blob.size && !options.isStopped()) {
    try {
      await streamFrom(from === 0 ? part.blob : part.blob.slice(from), reader, options);
      from = part.blob.size;
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
      // All files are one stream: it ends with the first that was changed or taken away, and goes on after that.
      from = reader.giveUp();
    }
  }
}

async function streamFrom(blob: Blob, reader: PartReader, { onProgress, isStopped }: StreamOptions): Promise<void> {
  const { next, cancel } = piecesOf(blob.stream());
  const end = reader.position() + blob.size;
  let told = performance.now();
  // The stream is not asked whether it has ended: that would be one more trip to where it comes from.
  while (reader.position() < end && !isStopped()) {
    const piece = await next();
    if (piece === null) return;
    if (!isStopped()) reader.take(piece);
    if (performance.now() - told > PROGRESS_MS) {
      told = performance.now();
      onProgress(reader.position());
    }
  }
  // Not awaited: in Chromium the cancelling of a Blob's stream may never end.
  cancel().catch(() => {});
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
