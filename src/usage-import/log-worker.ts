import { buffersOf } from "./log-scan-merge.ts";
import { problemsOf } from "./log-scan-problems.ts";
import { responsesIn } from "./log-scan-responses.ts";
import { trimRows } from "./log-scan-rows.ts";
import { totalsOfRows } from "./log-scan-totals.ts";
import { answerTo } from "./log-worker-answers.ts";
import { type FileShare, partOf } from "./log-worker-parts.ts";
import type { ReadReport, WorkerNote, WorkerOrder } from "./log-worker-protocol.ts";
import { createQueue, type Queue } from "./log-worker-queue.ts";
import { type HandedRead, handedRead, joinReads, type LogRead, readParts, settled } from "./log-worker-read.ts";
import { warmUp } from "./log-worker-warm.ts";
import { type MeasuredLog, measureLog, usageOfLog } from "./measured-log.ts";

type ReadOrder = Extract<WorkerOrder, { kind: "read" }>;

/** From one thread to the other: what it has read; null = it was stopped, or failed. */
interface Handing {
  readonly id: number;
  readonly read: HandedRead | null;
}

let partner: { readonly port: MessagePort; readonly leads: boolean } | null = null;
let held: LogRead | null = null;
let log: MeasuredLog | null = null;
let stoppedUpTo = -1;
/** The files of the read that was ordered last. */
let shares: { readonly id: number; readonly queue: Queue<FileShare> } = { id: -1, queue: createQueue() };
let running: Promise<void> = warmUp({ isWanted: () => shares.id === -1 }).catch(() => {});

addEventListener("message", ({ data }: MessageEvent<WorkerOrder>) => {
  if (data.kind === "pair") partner = data;
  else if (data.kind === "share") putShare(data);
  else if (data.kind === "stop") {
    stoppedUpTo = data.id;
    putShare({ id: data.id, share: null });
  } else {
    if (data.kind === "read") shares = { id: data.id, queue: createQueue() };
    const { queue } = shares;
    running = running.then(() => obey(data, queue));
  }
});

function putShare({ id, share }: { readonly id: number; readonly share: FileShare | null }): void {
  if (id !== shares.id) return;
  if (share === null) shares.queue.end();
  else shares.queue.put(share);
}

async function obey(order: Extract<WorkerOrder, { kind: "read" | "ask" }>, queue: Queue<FileShare>): Promise<void> {
  const { id } = order;
  try {
    if (order.kind === "read") await read(order, queue);
    else if (log === null) throw new Error("nothing was read");
    else tell({ kind: "done", id, value: answerTo(log, order.question) });
  } catch (error) {
    // Only what refuses a question is told in its own words: other messages might repeat the log's.
    const isRange = order.kind === "ask" && error instanceof RangeError;
    tell({ kind: "failed", id, reason: isRange ? error.message : "the log could not be read", isRange });
  }
}

function tell(note: WorkerNote): void {
  postMessage(note);
}

async function read(order: ReadOrder, queue: Queue<FileShare>): Promise<void> {
  const { id } = order;
  const isStopped = (): boolean => stoppedUpTo >= id;
  const fromPartner = partner?.leads ? handingOf(id, partner.port) : null;
  const nextPart = () => queue.next().then((share) => share && partOf(share));
  const onProgress = (bytes: number): void => tell({ kind: "progress", id, bytes });
  const own = await readParts(nextPart, { isStopped, onProgress }).catch(noRead);
  if (partner && !partner.leads) {
    const handing: Handing = { id, read: own && !isStopped() ? handedRead(own) : null };
    partner.port.postMessage(handing, handing.read ? buffersOf(handing.read.rows) : []);
    return;
  }
  const handed = await fromPartner;
  if (isStopped()) return;
  if (own === null || (fromPartner && handed === null)) throw new Error("a part could not be read");
  const all = handed ? await joinReads(own, handed) : await settled(own);
  if (!isStopped()) await keep(all, order);
}

function noRead(): null {
  return null;
}

function handingOf(id: number, port: MessagePort): Promise<HandedRead | null> {
  return new Promise((resolve) => {
    port.onmessage = ({ data }: MessageEvent<Handing>) => {
      if (data.id === id) resolve(data.read);
    };
  });
}

async function keep(read: LogRead, { id, add }: ReadOrder): Promise<void> {
  const all = add && held ? await joinReads(held, handedRead(read)) : read;
  held = all;
  tell({ kind: "totals", id, totals: totalsOfRows(all.rows) });
  trimRows(all.rows);
  log = measureLog({ responses: () => responsesIn(all.rows) }, problemsOf(all.problems));
  tell({ kind: "done", id, value: reportOf(all, log) });
}

function reportOf({ parts }: LogRead, measured: MeasuredLog): ReadReport {
  const files = parts.flatMap((part) => part.files);
  return {
    files: files.length,
    bytes: files.reduce((sum, { size }) => sum + size, 0),
    responses: measured.rows.count,
    usage: { format: measured.rows.count > 0 ? "session-log" : null, ...usageOfLog(measured) },
    problemCount: measured.problemCount,
    lowerBoundCount: measured.lowerBoundCount,
  };
}
