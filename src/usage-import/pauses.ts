/** How long a cache written for 5 minutes lives after its last use, in milliseconds. */
const FIVE_MINUTES = 300_000;
/** How long one written for an hour does. */
const ONE_HOUR = 3_600_000;

/**
 * The kind of pause before a request, by the time since its conversation's last one: what only a 5-minute cache does not outlive, or what
 * no cache does. A cache still serves at the very end of its time: at 5 minutes there was no pause, at 60 one of minutes.
 *
 * @param gap milliseconds
 * @example pauseOf(300_001) //=> "minutes"
 */
export function pauseOf(gap: number): "minutes" | "hours" | null {
  return gap > ONE_HOUR ? "hours" : gap > FIVE_MINUTES ? "minutes" : null;
}
