import type { Steps } from "../lib/steps.ts";
import { monthSpreadInSteps } from "../scenario/draw-month-spread.ts";
import type { MonthSpread, MonthSpreadJob } from "../scenario/month-spread.ts";

/** What drawing in slices needs of the page; a test gives its own. */
export interface SlicePage {
  /** Milliseconds on a clock that never goes back. */
  readonly now: () => number;
  /** Runs the task once, when the page has done what else it had to do. */
  readonly later: (task: () => void) => void;
}

/** Who waits for the months. */
export interface SliceReader {
  /** Asked before each slice: drawing ends without an answer where nobody waits any more. */
  readonly isWanted: () => boolean;
  /** Told once; null = they could not be drawn, or nobody waited. */
  readonly settle: (spread: MonthSpread | null) => void;
}

/** No step is begun after so long: with the last one a slice stays under 30, whatever the device. */
const SLICE_MILLISECONDS = 12;

const PAGE: SlicePage = {
  now: () => performance.now(),
  later: (task) => {
    setTimeout(task, 0);
  },
};

/** Draws the months on the page's own thread, a slice at a time, with room for clicks and frames between any two. */
export function drawInSlices(job: MonthSpreadJob, { isWanted, settle }: SliceReader, { now, later }: SlicePage = PAGE): void {
  const steps = monthSpreadInSteps(job);
  const slice = (): void => {
    const spread = isWanted() ? stepsUntil(steps, now() + SLICE_MILLISECONDS, now) : null;
    if (spread === "more") later(slice);
    else settle(spread);
  };
  slice();
}

function stepsUntil(steps: Steps<MonthSpread>, end: number, now: () => number): MonthSpread | "more" | null {
  try {
    do {
      const step = steps.next();
      if (step.done) return step.value;
    } while (now() < end);
    return "more";
  } catch {
    return null;
  }
}
