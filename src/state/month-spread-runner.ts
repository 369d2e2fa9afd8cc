import { drawMonthSpread } from "../scenario/draw-month-spread.ts";
import type { MonthSpread, MonthSpreadJob } from "../scenario/month-spread.ts";
import type { SpreadNote, SpreadOrder } from "./month-spread-worker.ts";
import MonthSpreadThread from "./month-spread-worker.ts?worker&inline";

interface Waiting {
  readonly order: SpreadOrder;
  readonly resolve: (spread: MonthSpread) => void;
  readonly reject: (reason: Error) => void;
}

/** `null` = none was started yet, `"none"` = this page may not start one. */
let thread: Worker | "none" | null = null;
let waiting: Waiting[] = [];
let lastId = 0;

/**
 * Draws a scenario's months off the page's thread; where the page may not start a worker (a sandbox, a stricter policy), in one go when the
 * page is idle.
 *
 * @throws Error when the months cannot be drawn: our mistake
 */
export function runMonthSpread(job: MonthSpreadJob): Promise<MonthSpread> {
  lastId += 1;
  const order = { id: lastId, job };
  return new Promise((resolve, reject) => {
    waiting.push({ order, resolve, reject });
    thread ??= startThread();
    if (thread === "none") drawWhenIdle();
    else thread.postMessage(order);
  });
}

function startThread(): Worker | "none" {
  try {
    const started = new MonthSpreadThread();
    started.onmessage = ({ data }: MessageEvent<SpreadNote>) => settle(data);
    // A policy that forbids workers says so only here.
    started.onerror = () => {
      started.terminate();
      thread = "none";
      drawWhenIdle();
    };
    return started;
  } catch {
    return "none";
  }
}

function settle({ id, spread }: SpreadNote): void {
  const answered = waiting.find(({ order }) => order.id === id);
  waiting = waiting.filter((other) => other !== answered);
  if (spread) answered?.resolve(spread);
  else answered?.reject(new Error("the months could not be drawn"));
}

function drawWhenIdle(): void {
  const idle = typeof requestIdleCallback === "function" ? requestIdleCallback : setTimeout;
  idle(() => {
    // Only the newest is still asked for by anybody.
    const newest = waiting.at(-1);
    for (const { order } of waiting.slice(0, -1)) settle({ id: order.id, spread: null });
    if (newest) settle({ id: newest.order.id, spread: spreadOrNull(newest.order.job) });
  });
}

function spreadOrNull(job: MonthSpreadJob): MonthSpread | null {
  try {
    return drawMonthSpread(job);
  } catch {
    return null;
  }
}
