import type { FirstTotals } from "./log-scan-totals.ts";
import LogWorkerThread from "./log-worker.ts?worker&inline";
import { bytesOf, type SizedFile, sharesOf } from "./log-worker-parts.ts";
import type { AnswerTo, DroppedFile, LogQuestion, ReadReport, WorkerNote, WorkerOrder } from "./log-worker-protocol.ts";

/** How a read is followed and stopped. */
export interface ReadOptions {
  /** Called at most every 25 ms or so. */
  readonly onProgress: (bytesDone: number, bytesTotal: number) => void;
  /** Called once, when all is read and before it is priced line by line: a tenth of a second earlier for 500 MB. */
  readonly onTotals?: (totals: FirstTotals) => void;
  /** Stops the read; the log that was there before it stays. */
  readonly signal: AbortSignal;
  /** Whether what was read before stays part of the log; left out: the log starts anew. */
  readonly add?: boolean;
}

/** Reads session logs off the page's thread and holds what they say. */
export interface LogWorker {
  /**
   * Reads files together, one read at a time.
   *
   * @throws the signal's reason when stopped; Error when the worker fails, never with text of the log
   */
  readonly read: (files: readonly DroppedFile[], options: ReadOptions) => Promise<ReadReport>;
  /**
   * What the log that was read last says.
   *
   * @throws RangeError for a value that the question cannot have; Error when nothing was read or the worker fails
   */
  readonly ask: <Question extends LogQuestion>(question: Question) => Promise<AnswerTo<Question>>;
  /** Ends the worker. What still runs is refused. */
  readonly close: () => void;
}

interface Waiting {
  readonly resolve: (value: never) => void;
  readonly reject: (reason: unknown) => void;
}

/** Starts the threads that read: two where the machine has two cores. */
export function openLogWorker(): LogWorker {
  const threads = Array.from({ length: navigator.hardwareConcurrency >= 2 ? 2 : 1 }, () => new LogWorkerThread());
  const waiting = new Map<number, Waiting>();
  const progress = { id: -1, tell: (_bytes: number) => {}, total: (_totals: FirstTotals) => {}, bytes: threads.map(() => 0) };
  let lastId = 0;
  let filesBefore = 0;

  const order = (thread: number, given: WorkerOrder, transfer: Transferable[] = []): void =>
    threads[thread]?.postMessage(given, transfer);
  const hear = (thread: number, note: WorkerNote): void => {
    if (note.kind === "progress") {
      if (note.id !== progress.id) return;
      progress.bytes[thread] = note.bytes;
      progress.tell(progress.bytes.reduce((sum, bytes) => sum + bytes, 0));
      return;
    }
    if (note.kind === "totals") {
      if (note.id === progress.id) progress.total(note.totals);
      return;
    }
    const waits = waiting.get(note.id);
    waiting.delete(note.id);
    if (note.kind === "done") waits?.resolve(note.value as never);
    else waits?.reject(note.isRange ? new RangeError(note.reason) : new Error(note.reason));
  };
  const failAll = (): void => {
    for (const { reject } of waiting.values()) reject(new Error("the log's worker has ended"));
    waiting.clear();
  };
  threads.forEach((worker, thread) => {
    worker.onmessage = ({ data }: MessageEvent<WorkerNote>) => hear(thread, data);
    worker.onerror = failAll;
  });
  if (threads.length > 1) {
    const { port1, port2 } = new MessageChannel();
    order(0, { kind: "pair", port: port1, leads: true }, [port1]);
    order(1, { kind: "pair", port: port2, leads: false }, [port2]);
  }

  const expect = <Value>(id: number): Promise<Value> =>
    new Promise<Value>((resolve, reject) => waiting.set(id, { resolve, reject }));
  const orderAll = (given: WorkerOrder): void => threads.forEach((_, thread) => void order(thread, given));
  /** Hands out files as their sizes come to be known. Returns the bytes of all. */
  const handOut = async (id: number, files: readonly DroppedFile[], signal: AbortSignal): Promise<number> => {
    const given = threads.map(() => 0);
    for await (const some of sizedFiles(files)) {
      if (signal.aborted) break;
      sharesOf(some, { before: given, firstFile: filesBefore }).forEach((share, thread) => {
        given[thread] = (given[thread] ?? 0) + bytesOf(share.files);
        if (share.files.length > 0) order(thread, { kind: "share", id, share });
      });
      // Numbers are never given again: the log that stays when a read is stopped has its own.
      filesBefore += some.length;
    }
    orderAll({ kind: "share", id, share: null });
    return given.reduce((sum, bytes) => sum + bytes, 0);
  };
  const read = async (
    files: readonly DroppedFile[],
    { onProgress, onTotals, signal, add = false }: ReadOptions,
  ): Promise<ReadReport> => {
    signal.throwIfAborted();
    lastId += 1;
    const id = lastId;
    Object.assign(progress, { id, tell: () => {}, total: onTotals ?? (() => {}), bytes: threads.map(() => 0) });
    orderAll({ kind: "read", id, add });
    handOut(id, files, signal).then((total) => {
      if (progress.id === id) progress.tell = (bytes) => onProgress(bytes, total);
    }, failAll);
    const stop = (): void => {
      orderAll({ kind: "stop", id });
      waiting.get(id)?.reject(signal.reason);
      waiting.delete(id);
    };
    signal.addEventListener("abort", stop);
    return expect<ReadReport>(id).finally(() => {
      progress.id = -1;
      signal.removeEventListener("abort", stop);
    });
  };
  const ask: LogWorker["ask"] = (question) => {
    lastId += 1;
    order(0, { kind: "ask", id: lastId, question });
    return expect(lastId);
  };
  const close = (): void => {
    for (const worker of threads) worker.terminate();
    failAll();
  };
  return { read, ask, close };
}

const MOST_AT_ONCE_MS = 20;
const FIRST_FILES = 16;

/**
 * Asks for the files' sizes without keeping the page's thread for long. The first files are given soon, to be read while the others are
 * asked for; each time twice as many, as it takes a thread a while to go from one share to the next.
 */
async function* sizedFiles(files: readonly DroppedFile[]): AsyncGenerator<readonly SizedFile[]> {
  let sized: SizedFile[] = [];
  let enough = FIRST_FILES;
  let from = performance.now();
  for (const { path, file } of files) {
    sized.push({ path, file, size: file.size });
    const isEnough = sized.length >= enough;
    if (isEnough) {
      yield sized;
      sized = [];
      enough *= 2;
    }
    if (isEnough || performance.now() - from > MOST_AT_ONCE_MS) {
      await new Promise((resolve) => setTimeout(resolve));
      from = performance.now();
    }
  }
  yield sized;
}
