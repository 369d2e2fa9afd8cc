import { drawMonthSpread } from "../scenario/draw-month-spread.ts";
import type { MonthSpread, MonthSpreadJob } from "../scenario/month-spread.ts";

// Answers each job with its months, or with null: they could not be drawn.
addEventListener("message", ({ data }: MessageEvent<MonthSpreadJob>) => postMessage(spreadOrNull(data)));

function spreadOrNull(job: MonthSpreadJob): MonthSpread | null {
  try {
    return drawMonthSpread(job);
  } catch {
    return null;
  }
}
