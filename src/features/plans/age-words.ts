import { daysBetween, type IsoDay } from "../../lib/calendar.ts";
import { capacityAge } from "../../rates/limit-changes.ts";
import { capacityEstimates } from "../../rates/plan-capacity.ts";
import { formatCount } from "../../ui/format-count.ts";

const DAYS_OF_A_MONTH = 365 / 12;
const NOT_OFFICIAL = "Limits are not published: the estimates are other people's measurements and never official.";

/**
 * How old the measurements of limits are on a day, and what they cannot know of.
 * @example ageInWords("2026-11-20") //=> "… 2026-05-17, about 6 months before the prices used here …"
 */
export function ageInWords(day: IsoDay): string {
  const age = capacityAge(capacityEstimates);
  if (age === null) return NOT_OFFICIAL;
  const months = day > age.newest ? Math.round(daysBetween(age.newest, day) / DAYS_OF_A_MONTH) : 0;
  const before =
    months > 0 ? `, about ${formatCount(months)} ${months === 1 ? "month" : "months"} before the prices used here` : "";
  const { from, what } = age.changesSince.at(-1) ?? {};
  const since =
    from === undefined ? "no change of the weekly limits is known since" : `nothing is newer than the change of ${from}`;
  const change = what === undefined ? "" : ` ${what}`;
  return `${NOT_OFFICIAL} The newest was taken by ${age.newest}${before}: ${since}.${change}`;
}
