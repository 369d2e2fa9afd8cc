const WEEKS_PER_YEAR = 52;
const MONTHS_PER_YEAR = 12;

/** What a sum a week comes to a month: × 52/12, not rounded. @example perMonth(12) //=> 52 */
export function perMonth(perWeekAmount: number): number {
  return (perWeekAmount * WEEKS_PER_YEAR) / MONTHS_PER_YEAR;
}

/** What a sum a month comes to a week: × 12/52, not rounded. @example perWeek(52) //=> 12 */
export function perWeek(perMonthAmount: number): number {
  return (perMonthAmount * MONTHS_PER_YEAR) / WEEKS_PER_YEAR;
}
