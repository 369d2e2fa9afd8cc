// What import.mjs measures: files chosen in an input, read by the log worker, totals on screen.
import { openLogWorker } from "../../src/usage-import/log-worker-client.ts";
import type { DroppedFile, ReadReport } from "../../src/usage-import/log-worker-protocol.ts";

/** What is noted of one import; times in milliseconds from the input event. */
interface Seen {
  done: boolean;
  startedAt: number;
  /** How long the input's own handler took. */
  handler: number;
  failed: string | null;
  totalsAt: number;
  summaryAt: number;
  longestTask: number;
  report: ReadReport | null;
  progress: number;
  /** From the abort to the refused read, and to the thread's answer to the next question. */
  cancelled: { refusedAfter: number; idleAfter: number } | null;
}

const worker = openLogWorker();
const input = document.querySelector("input");
const totals = document.querySelector("#totals");
const seen: Seen = empty();
// When to stop the next import, milliseconds after its start; 0 = not at all.
const orders = { cancelAfter: 0 };
Object.assign(globalThis, { seen, orders });

function empty(): Seen {
  return {
    done: false,
    startedAt: Number.POSITIVE_INFINITY,
    handler: 0,
    failed: null,
    totalsAt: 0,
    summaryAt: 0,
    longestTask: 0,
    report: null,
    progress: 0,
    cancelled: null,
  };
}

new PerformanceObserver((list) => {
  // Tasks of the import alone: handing the files to the input is the test's.
  for (const { startTime, duration } of list.getEntries())
    if (startTime >= seen.startedAt) seen.longestTask = Math.max(seen.longestTask, duration);
}).observe({ type: "longtask" });

input?.addEventListener("input", (event) => {
  Object.assign(seen, empty(), { startedAt: event.timeStamp });
  const files = [...(input.files ?? [])].map((file) => ({ path: file.webkitRelativePath || file.name, file }));
  bring(files, event.timeStamp).catch((error: unknown) => {
    Object.assign(seen, { failed: String(error), done: true });
  });
  seen.handler = performance.now() - event.timeStamp;
});

async function bring(files: readonly DroppedFile[], from: number): Promise<void> {
  const control = new AbortController();
  const stopped = { at: 0 };
  if (orders.cancelAfter > 0)
    setTimeout(() => {
      stopped.at = performance.now();
      control.abort();
    }, orders.cancelAfter);
  const onProgress = () => {
    seen.progress += 1;
  };
  let shown: Promise<void> | null = null;
  const onTotals = ({ cost, responses }: { readonly cost: number; readonly responses: number }) => {
    if (totals) totals.textContent = `$${cost.toFixed(2)} for ${responses} responses`;
    shown = painted().then(() => {
      seen.totalsAt = performance.now() - from;
    });
  };
  const read = worker.read(files, { onProgress, onTotals, signal: control.signal });
  const report = await read.catch((error: unknown) => {
    if (!control.signal.aborted) throw error;
    return null;
  });
  if (report === null) {
    const refusedAfter = performance.now() - stopped.at;
    const pair = { kind: "break-even-share", model: "claude-opus-5-5", against: "claude-sonnet-5-5" } as const;
    await worker.ask(pair).catch(() => null);
    Object.assign(seen, { cancelled: { refusedAfter, idleAfter: performance.now() - stopped.at }, done: true });
    return;
  }
  await shown;
  seen.report = report;
  await worker.ask({ kind: "summary", zone: "utc", today: "2026-11-20" });
  await painted();
  Object.assign(seen, { summaryAt: performance.now() - from, done: true });
}

function painted(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}
