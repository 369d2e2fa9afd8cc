import { type ReactElement, useEffect, useState } from "react";
import { daysBetween } from "../../lib/calendar.ts";
import { catalogDate } from "../../rates/catalog.ts";

/** From this age on, in days, prices may have changed unseen. */
const STALE_AFTER_DAYS = 60;

/** When the prices were last checked, how long ago that is, and whether they may be stale. */
export function PriceAge({ today = browserDay }: { readonly today?: () => string }): ReactElement {
  const [age, setAge] = useState<number | null>(null);
  // The page is drawn at build time, when nobody knows on which day it will be read.
  useEffect(() => setAge(Math.max(0, daysBetween(catalogDate, today()))), [today]);
  const stale = age !== null && age > STALE_AFTER_DAYS;
  return (
    <p className={stale ? "text-sm font-medium text-warn" : "text-sm text-soft"}>
      Prices checked <time dateTime={catalogDate}>{catalogDate}</time>
      {age === null ? "" : `, ${agoInWords(age)}`}
      {stale ? ": they may be stale." : "."}
    </p>
  );
}

function browserDay(): string {
  return new Date().toISOString().slice(0, 10);
}

function agoInWords(days: number): string {
  return days === 0 ? "today" : `${days} ${days === 1 ? "day" : "days"} ago`;
}
