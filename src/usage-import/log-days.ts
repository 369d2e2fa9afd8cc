import type { IsoDay } from "../lib/calendar.ts";

const DAY_MS = 86_400_000;

/** UTC days of instants (milliseconds since 1970), quick where they come in order. @example createUtcDays()(0) //=> "1970-01-01" */
export function createUtcDays(): (at: number) => IsoDay {
  let number = Number.NaN;
  let day: IsoDay = "";
  return (at) => {
    const asked = Math.floor(at / DAY_MS);
    if (asked !== number) {
      number = asked;
      day = new Date(at).toISOString().slice(0, 10);
    }
    return day;
  };
}
