import { finish, type Steps } from "../lib/steps.ts";
import { cheapestSharesInSteps, type MonthRange, monthRangeInSteps } from "../pricing/month-range.ts";
import { binsOf } from "./month-bins.ts";
import type { MonthSpread, MonthSpreadJob, SpreadFigures } from "./month-spread.ts";

/** Draws the months. Some tens of milliseconds. @throws RangeError as `monthRange` and `cheapestShares` */
export function drawMonthSpread(job: MonthSpreadJob): MonthSpread {
  return finish(monthSpreadInSteps(job));
}

/** As {@link drawMonthSpread}, in steps of a few milliseconds: for a thread that must answer to a person in between. */
export function* monthSpreadInSteps({ everyone, oneDeveloper, overflow, low, high }: MonthSpreadJob): Steps<MonthSpread> {
  const all = yield* monthRangeInSteps(everyone);
  const one = oneDeveloper === null ? all : yield* monthRangeInSteps(oneDeveloper);
  const atLow = yield* cheapestSharesInSteps(one.months, low, overflow);
  const atHigh = yield* cheapestSharesInSteps(one.months, high, overflow);
  return { everyone: figuresOf(all), bins: binsOf(all), oneDeveloper: figuresOf(one), atLow, atHigh };
}

function figuresOf({ p10, p50, p90, mean }: MonthRange): SpreadFigures {
  return { p10, p50, p90, mean };
}
