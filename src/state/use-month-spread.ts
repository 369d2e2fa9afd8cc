import { useEffect, useRef, useState } from "react";
import type { MonthSpread, MonthSpreadJob } from "../scenario/month-spread.ts";
import type { Scenario } from "../scenario/scenario.ts";
import { selectEstimate } from "./selectors.ts";

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
  const hasAsked = useRef(false);
  useEffect(() => {
    if (job === null) return;
    const keep = (spread: MonthSpread | "failed"): void => setDrawn({ job, spread });
    return askAfter(hasAsked.current ? REST_MILLISECONDS : 0, {
      ask: ({ askMonthSpread }) => {
        hasAsked.current = true;
        return askMonthSpread(job.months, keep);
      },
      fail: () => keep("failed"),
    });
  }, [job]);
  return job === null ? null : drawn;
}

/** The months of a scenario's assumed sessions, and whose they are. */
export interface RestingSpread {
  readonly shown: Scenario;
  readonly spread: MonthSpread;
}

/** The months of a scenario's assumed sessions, once the input rests; until then null, or those of a scenario before. Nothing is reckoned while it moves. */
export function useRestingSpread(shown: Scenario): RestingSpread | null {
  const [resting, setResting] = useState<RestingSpread | null>(null);
  useEffect(
    () =>
      askAfter(REST_MILLISECONDS, {
        ask: ({ askAssumedSpread }) =>
          askAssumedSpread(shown, selectEstimate({ shown }), (spread) => {
            if (spread !== "failed") setResting({ shown, spread });
          }),
        fail: () => {},
      }),
    [shown],
  );
  return resting;
}

interface Asking {
  /** Gives what takes the question back. */
  readonly ask: (runner: typeof import("./month-spread-runner.ts")) => () => void;
  /** Told where the runner's code did not come. */
  readonly fail: () => void;
}

function askAfter(milliseconds: number, { ask, fail }: Asking): () => void {
  let takeBack: (() => void) | null = null;
  let isGone = false;
  const timer = setTimeout(() => {
    import("./month-spread-runner.ts").then(
      (runner) => {
        if (!isGone) takeBack = ask(runner);
      },
      () => {
        if (!isGone) fail();
      },
    );
  }, milliseconds);
  return () => {
    isGone = true;
    clearTimeout(timer);
    takeBack?.();
  };
}
