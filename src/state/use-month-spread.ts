import { useEffect, useRef, useState } from "react";
import type { MonthSpread, MonthSpreadJob } from "../scenario/month-spread.ts";
import { runMonthSpread } from "./month-spread-runner.ts";

/** A drawn month beside the job that it was drawn for: the job may be an earlier one than is now asked for. */
export interface DrawnSpread<Job extends { readonly months: MonthSpreadJob }> {
  readonly job: Job;
  readonly spread: MonthSpread | "failed";
}

/** So long without another job means that the input rests. */
const REST_MILLISECONDS = 300;

/**
 * The months of a job, drawn in a worker once the input rests; until then those of the job before, null at the very first.
 * @param job must keep its identity while it asks for the same; null = nothing to draw
 */
export function useMonthSpread<Job extends { readonly months: MonthSpreadJob }>(job: Job | null): DrawnSpread<Job> | null {
  const [drawn, setDrawn] = useState<DrawnSpread<Job> | null>(null);
  const hasDrawn = useRef(false);
  useEffect(() => {
    if (job === null) return;
    let isGone = false;
    const keep = (spread: MonthSpread | "failed"): void => {
      hasDrawn.current = true;
      if (!isGone) setDrawn({ job, spread });
    };
    const timer = setTimeout(
      () =>
        runMonthSpread(job.months).then(keep, () => {
          keep("failed");
        }),
      hasDrawn.current ? REST_MILLISECONDS : 0,
    );
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [job]);
  return job === null ? null : drawn;
}
