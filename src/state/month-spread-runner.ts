import type { Estimate } from "../scenario/estimate.ts";
import { assumedSpread, type MonthSpread, type MonthSpreadJob } from "../scenario/month-spread.ts";
import type { Scenario } from "../scenario/scenario.ts";
import { drawInSlices } from "./month-spread-slices.ts";
import MonthSpreadThread from "./month-spread-worker.ts?worker&inline";

/** Is told the months; "failed" = they could not be drawn, which is our mistake. */
export type SpreadListener = (spread: MonthSpread | "failed") => void;

interface Order {
  readonly text: string;
  readonly job: MonthSpreadJob;
  readonly listeners: Set<SpreadListener>;
}

/** `null` = none was started yet, `"none"` = this page may not start one. */
let thread: Worker | "none" | null = null;
/** What is waited for, by the job's text, the newest last. */
const orders = new Map<string, Order>();
let drawing: Order | null = null;
/** What was drawn, the newest last: several panels ask for the same months, and a change of the budget asks for them again. */
const known = new Map<string, MonthSpread>();
const MOST_KNOWN = 8;

/**
 * Draws the months of a job off the page's thread, one job after the other, the newest first; where the page may not start a worker (a
 * sandbox, a stricter policy), in slices when it is idle. Equal jobs are drawn once.
 *
 * @returns takes the listener away; what nobody waits for is not drawn
 */
export function askMonthSpread(job: MonthSpreadJob, listener: SpreadListener): () => void {
  const text = JSON.stringify(job);
  const ready = known.get(text);
  if (ready) {
    listener(ready);
    return () => {};
  }
  const order = orders.get(text) ?? { text, job, listeners: new Set() };
  orders.set(text, order);
  order.listeners.add(listener);
  drawNext();
  return () => {
    order.listeners.delete(listener);
    if (order.listeners.size === 0 && order !== drawing && orders.get(text) === order) orders.delete(text);
  };
}

/** As {@link askMonthSpread}, for a scenario's assumed sessions; never answered where they are more than can be drawn. */
export function askAssumedSpread(scenario: Scenario, estimate: Estimate, listener: SpreadListener): () => void {
  const job = assumedSpread(scenario, estimate);
  return job === null ? () => {} : askMonthSpread(job, listener);
}

function drawNext(): void {
  const newest = Array.from(orders.values()).at(-1);
  if (drawing !== null || newest === undefined) return;
  drawing = newest;
  thread ??= startThread();
  if (thread === "none") drawHere(newest);
  else thread.postMessage(newest.job);
}

function startThread(): Worker | "none" {
  // Where the page's own policy says so (scripts/prerender.mjs), an attempt would be a complaint in its console.
  if (typeof document === "object" && document.querySelector(`meta[content*="worker-src 'none'"]`)) return "none";
  try {
    const started = new MonthSpreadThread();
    started.onmessage = ({ data }: MessageEvent<MonthSpread | null>) => settle(data);
    // A policy that forbids workers says so only here.
    started.onerror = () => {
      started.terminate();
      thread = "none";
      if (drawing) drawHere(drawing);
    };
    return started;
  } catch {
    return "none";
  }
}

function drawHere({ job, listeners }: Order): void {
  const idle = typeof requestIdleCallback === "function" ? requestIdleCallback : setTimeout;
  idle(() => drawInSlices(job, { isWanted: () => listeners.size > 0, settle }));
}

function settle(spread: MonthSpread | null): void {
  const order = drawing;
  drawing = null;
  if (order) {
    orders.delete(order.text);
    if (spread) remember(order.text, spread);
    for (const listener of order.listeners) listener(spread ?? "failed");
  }
  drawNext();
}

function remember(text: string, spread: MonthSpread): void {
  known.set(text, spread);
  const [oldest] = known.keys();
  if (known.size > MOST_KNOWN && oldest !== undefined) known.delete(oldest);
}
