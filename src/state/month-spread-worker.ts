import { drawMonthSpread } from "../scenario/draw-month-spread.ts";
import type { MonthSpread, MonthSpreadJob } from "../scenario/month-spread.ts";

/** A job by its number. */
export interface SpreadOrder {
  readonly id: number;
  readonly job: MonthSpreadJob;
}

/** What it came to; null = it could not be worked out. */
export interface SpreadNote {
  readonly id: number;
  readonly spread: MonthSpread | null;
}

addEventListener("message", ({ data: { id, job } }: MessageEvent<SpreadOrder>) => {
  const note: SpreadNote = { id, spread: spreadOrNull(job) };
  postMessage(note);
});

function spreadOrNull(job: MonthSpreadJob): MonthSpread | null {
  try {
    return drawMonthSpread(job);
  } catch {
    return null;
  }
}
