import type { IsoDay } from "../lib/calendar.ts";
import type { Zone } from "./log-worker-protocol.ts";

const DAY_MS = 86_400_000;

/** The day of an instant, in a zone. @example dayIn("utc")(0) //=> "1970-01-01" */
export function dayIn(zone: Zone): (at: number) => IsoDay {
  // Instants come in order, mostly, so most are of the day before them.
  let from = 0;
  let to = 0;
  let day: IsoDay = "";
  return (at) => {
    if (at < from || at >= to) {
      const date = new Date(at);
      from = zone === "utc" ? Math.floor(at / DAY_MS) * DAY_MS : new Date(at).setHours(0, 0, 0, 0);
      to = zone === "utc" ? from + DAY_MS : new Date(from).setDate(date.getDate() + 1);
      day = zone === "utc" ? date.toISOString().slice(0, 10) : localDay(date);
    }
    return day;
  };
}

function localDay(date: Date): IsoDay {
  const two = (number: number): string => String(number).padStart(2, "0");
  return `${String(date.getFullYear()).padStart(4, "0")}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
