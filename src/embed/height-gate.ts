/** What the gate needs of the page; a test gives its own. */
export interface GateClock {
  /** Milliseconds on a clock that never goes back. */
  readonly now: () => number;
  /** Runs the task once, after so many milliseconds; what is given back calls it off. */
  readonly after: (milliseconds: number, task: () => void) => () => void;
}

/** A frame that is off by no more than this many pixels stays as it is: some hosts round, and a border would begin a race. */
export const SAME_HEIGHT_PIXELS = 4;

// Content that needs more room gets it soon; room that is not needed is given back at rest, so that a moving slider whose answer wraps now
// and then does not shake the page around it.
const GROW_MILLISECONDS = 120;
const SHRINK_MILLISECONDS = 300;
// The first height is to be the last: parts of the page that come in chunks of their own are shown within a third of a second of each other.
const FIRST_REST_MILLISECONDS = 350;
const FIRST_AT_LAST_MILLISECONDS = 3_000;

/** Takes every measured height, CSS pixels, and sends on the few that the host must know. */
export function createHeightGate(send: (height: number) => void, clock: GateClock): (height: number) => void {
  let sent = 0;
  let firstAt = Number.POSITIVE_INFINITY;
  let sentAt = Number.NEGATIVE_INFINITY;
  let callOff = () => {};
  const pass = (height: number): void => {
    sent = height;
    sentAt = clock.now();
    send(height);
  };
  const waitFor = (height: number): number => {
    const now = clock.now();
    if (sent > 0) return height < sent ? SHRINK_MILLISECONDS : sentAt + GROW_MILLISECONDS - now;
    firstAt = Math.min(firstAt, now + FIRST_AT_LAST_MILLISECONDS);
    return Math.min(FIRST_REST_MILLISECONDS, firstAt - now);
  };
  return (height) => {
    callOff();
    if (Math.abs(height - sent) <= SAME_HEIGHT_PIXELS) return;
    const wait = waitFor(height);
    if (wait <= 0) pass(height);
    else callOff = clock.after(wait, () => pass(height));
  };
}
