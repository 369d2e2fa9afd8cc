import { cheapestShares, type MonthRange, monthRange } from "../pricing/month-range.ts";
import { binsOf } from "./month-bins.ts";
import type { MonthSpread, MonthSpreadJob, SpreadFigures } from "./month-spread.ts";

/** Draws the months. Some tens of milliseconds. @throws RangeError as `monthRange` and `cheapestShares` */
export function drawMonthSpread({ everyone, oneDeveloper, overflow, low, high }: MonthSpreadJob): MonthSpread {
  const all = monthRange(everyone);
  const one = oneDeveloper === null ? all : monthRange(oneDeveloper);
  return {
    everyone: figuresOf(all),
    bins: binsOf(all),
    oneDeveloper: figuresOf(one),
    atLow: cheapestShares(one.months, low, overflow),
    atHigh: cheapestShares(one.months, high, overflow),
  };
}

function figuresOf({ p10, p50, p90, mean }: MonthRange): SpreadFigures {
  return { p10, p50, p90, mean };
}
