import { createStore, type StoreApi } from "zustand/vanilla";
import { type DetailedImport, importDetailed } from "../usage-import/import-usage.ts";
import type { FirstTotals } from "../usage-import/log-scan-totals.ts";
import type { LogSummary } from "../usage-import/log-summary.ts";
import type { LogWorker } from "../usage-import/log-worker-client.ts";
import { dayIn } from "../usage-import/log-worker-days.ts";
import type { AnswerTo, DroppedFile, LogQuestion, ReadReport, Zone } from "../usage-import/log-worker-protocol.ts";

/** What a paste comes to. */
export type PastedUsage = DetailedImport;

/** A person's own usage as it was read: numbers and names alone. It is in no scenario, no link and no storage. */
export interface UsageState {
  /** `reading` stands beside what was there before; `failed`: nothing is there, `problem` says why. */
  readonly status: "empty" | "reading" | "ready" | "failed";
  /** Bytes, while files are read, the total 0 until it is known; null while the figures are added up, and otherwise. */
  readonly progress: { readonly done: number; readonly total: number } | null;
  /** What files come to, as soon as they are read and before the figures are added up; null otherwise. */
  readonly totals: FirstTotals | null;
  /** Where what is shown came from. */
  readonly source: "files" | "paste" | null;
  /** What reading the files came to; after a failure to find any usage, with what was wrong. */
  readonly report: ReadReport | null;
  readonly summary: LogSummary | null;
  readonly paste: PastedUsage | null;
  /** Whose midnight ends a day. */
  readonly zone: Zone;
  /** Why the last paste or drop was not taken; null when it was. */
  readonly problem: string | null;
}

const NOTHING: Omit<UsageState, "zone"> = {
  status: "empty",
  progress: null,
  totals: null,
  source: null,
  report: null,
  summary: null,
  paste: null,
  problem: null,
};

const READ_FAILED = "The files could not be read. Nothing of them was kept; try again, or try fewer at a time.";

/** The page's imported usage. */
export const usageStore: StoreApi<UsageState> = createStore<UsageState>(() => ({ ...NOTHING, zone: "local" }));

let worker: LogWorker | null = null;
let reading: AbortController | null = null;

/**
 * Reads session logs in a worker. Logs that are there stay and these are added: a file twice changes nothing. A read that still runs is
 * stopped first. Never throws: what goes wrong is the state's `problem`.
 */
export async function readFiles(files: readonly DroppedFile[]): Promise<void> {
  cancelReading();
  const own = new AbortController();
  reading = own;
  const before = usageStore.getState();
  usageStore.setState({ status: "reading", progress: { done: 0, total: 0 }, problem: null });
  try {
    const log = await openWorker(own.signal);
    const onProgress = (done: number, total: number): void => {
      if (reading === own) usageStore.setState({ progress: { done, total } });
    };
    const onTotals = (totals: FirstTotals): void => {
      if (reading === own) usageStore.setState({ totals });
    };
    const report = await log.read(files, { onProgress, onTotals, signal: own.signal, add: before.source === "files" });
    if (reading !== own) return;
    if (report.responses === 0) return fail(`No usage was found in ${filesInWords(report.files)}.`, report);
    // From here on the worker holds the new log: there is no way back to the one before.
    usageStore.setState({ progress: null });
    await sumUp(own, report);
  } catch {
    // Its words are not shown: they might repeat the log's. A stopped read has put everything back itself.
    if (reading === own) fail(READ_FAILED);
  }
}

/** Stops the read that runs; what was there before it stays. Too late once the figures are being added up. */
export function cancelReading(): void {
  const { status, progress, source } = usageStore.getState();
  if (status !== "reading" || progress === null) return;
  const stopped = reading;
  reading = null;
  stopped?.abort();
  usageStore.setState({ status: source === null ? "empty" : "ready", progress: null, totals: null });
}

/**
 * Reads text of any form that is known. It takes the place of what was there; text that is not recognised leaves everything as it was but
 * for the `problem`.
 */
export function readPaste(text: string): void {
  const usage = importDetailed(text);
  const [first] = usage.problems;
  if (usage.format === null || (usage.models.length === 0 && usage.stated === null)) {
    refuse(first?.reason ?? "no usage was found in this text");
    return;
  }
  closeWorker();
  usageStore.setState({ ...NOTHING, status: "ready", source: "paste", paste: usage });
}

/** Says why something is not read; what is there stays. */
export function refuse(problem: string): void {
  const { status } = usageStore.getState();
  // What an earlier failure said would stand beside the new problem.
  usageStore.setState(status === "failed" ? { ...NOTHING, problem } : { problem });
}

/** Sums the log up again by days of another zone. */
export async function setZone(zone: Zone): Promise<void> {
  usageStore.setState({ zone });
  const { source, report } = usageStore.getState();
  if (source !== "files" || report === null || worker === null) return;
  try {
    const summary = await askLog({ kind: "summary", zone, today: dayIn(zone)(Date.now()) });
    // The person may have gone on: only the answer to what is chosen now counts.
    const now = usageStore.getState();
    if (now.zone === zone && now.report === report) usageStore.setState({ summary });
  } catch {
    if (usageStore.getState().report === report) fail(READ_FAILED);
  }
}

/** Drops everything that was read, the worker with it. The zone stays. */
export function forgetUsage(): void {
  closeWorker();
  usageStore.setState(NOTHING);
}

/** Has the worker started before there are files: a quarter of a second sooner for those who then bring some. Fails in silence. */
export async function prepareToRead(): Promise<void> {
  const { openLogWorker } = await import("../usage-import/log-worker-client.ts");
  worker ??= openLogWorker();
}

/**
 * Asks the worker that holds the log.
 *
 * @throws Error when no log was read or the worker fails; RangeError for a value that the question cannot have
 */
export async function askLog<Question extends LogQuestion>(question: Question): Promise<AnswerTo<Question>> {
  if (worker === null) throw new Error("no log was read");
  return worker.ask(question);
}

async function sumUp(own: AbortController, report: ReadReport): Promise<void> {
  const { zone } = usageStore.getState();
  const summary = await askLog({ kind: "summary", zone, today: dayIn(zone)(Date.now()) });
  if (reading !== own) return;
  // Days of another zone may have been chosen in the meantime.
  if (usageStore.getState().zone !== zone) return sumUp(own, report);
  reading = null;
  usageStore.setState({ ...NOTHING, status: "ready", source: "files", report, summary });
}

// The worker's code is fetched only when there are files to read.
async function openWorker(signal: AbortSignal): Promise<LogWorker> {
  const { openLogWorker } = await import("../usage-import/log-worker-client.ts");
  signal.throwIfAborted();
  worker ??= openLogWorker();
  return worker;
}

function closeWorker(): void {
  const stopped = reading;
  reading = null;
  stopped?.abort();
  worker?.close();
  worker = null;
}

function fail(problem: string, report: ReadReport | null = null): void {
  closeWorker();
  usageStore.setState({ ...NOTHING, status: "failed", problem, report });
}

function filesInWords(count: number): string {
  return count === 1 ? "this file" : `these ${count.toLocaleString("en-US")} files`;
}
