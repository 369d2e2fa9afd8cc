/** What the queue needs of the page; a test gives its own. */
export interface FrameQueuePage {
  /** Milliseconds on a clock that never goes back. */
  readonly now: () => number;
  /** Runs the task once, after the next frame has been painted. */
  readonly afterPaint: (task: () => void) => void;
  /** Runs the task once, after so many milliseconds; what is given back calls it off. */
  readonly after: (milliseconds: number, task: () => void) => () => void;
}

/** A chart's place in the queue. */
export interface QueuePlace {
  /** Hands in the newest drawing; one that still waits is forgotten. */
  readonly ask: (draw: () => void) => void;
  /** Leaves: what still waits is never drawn. */
  readonly leave: () => void;
}

/** Draws charts after the frame that shows the answer, at most one a frame. */
export interface FrameQueue {
  /** @param isInView asked at each frame: a chart out of sight waits until the input rests */
  readonly join: (isInView: () => boolean) => QueuePlace;
}

/** No input for so long means that the input rests: a key held down repeats every 33 ms. All in sight may be drawn. */
export const REST_MILLISECONDS = 36;
/** A chart out of sight waits so long: a hand that moves slowly from stop to stop still moves. */
export const UNSEEN_REST_MILLISECONDS = 300;
/** A chart that takes longer than this to draw is dear: with its painting and the answer it would miss the next frame. */
export const DEAR_MILLISECONDS = 12;
/** While input goes on, a dear drawing is followed by so many times what it took too long without another, of whatever chart. */
export const DEAR_PAUSE = 60;

interface Slot {
  readonly isInView: () => boolean;
  waiting: (() => void) | null;
  waitingSince: number;
  /** Average time of a drawing in milliseconds; 0 until one has been measured. */
  cost: number;
  hasMounted: boolean;
}

/**
 * The scheduler of all charts of a page. It keeps them out of the way of a moving slider: the answer is painted first, then the chart
 * that has waited longest is drawn, then the next frame begins. A chart that is dear on this device, or out of sight, waits for a rest.
 */
export function createFrameQueue(page: FrameQueuePage): FrameQueue {
  const slots = new Set<Slot>();
  let askedAt = Number.NEGATIVE_INFINITY;
  let dearAllowedAt = Number.NEGATIVE_INFINITY;
  let isScheduled = false;
  let callOff = () => {};

  function schedule(): void {
    callOff();
    if (isScheduled || !Array.from(slots).some((slot) => slot.waiting)) return;
    isScheduled = true;
    page.afterPaint(() => {
      isScheduled = false;
      turn({ now: page.now(), askedAt, dearAllowedAt });
    });
  }

  function turn(moment: Moment): void {
    const slot = nextSlot(slots, moment);
    // Waiting for a frame asks the browser to make one, and an empty one costs a slow device as much as an answer: wait by the clock.
    if (!slot) {
      sleep(moment);
      return;
    }
    try {
      draw(slot, page.now);
      if (isDear(slot)) dearAllowedAt = page.now() + DEAR_PAUSE * (slot.cost - DEAR_MILLISECONDS);
    } finally {
      schedule();
    }
  }

  function sleep(moment: Moment): void {
    const waits = Array.from(slots, (slot) => (slot.waiting ? waitOf(slot, moment) : Number.POSITIVE_INFINITY));
    const shortest = Math.min(...waits);
    if (shortest < Number.POSITIVE_INFINITY) callOff = page.after(shortest, schedule);
  }

  function join(isInView: () => boolean): QueuePlace {
    const slot: Slot = { isInView, waiting: null, waitingSince: 0, cost: 0, hasMounted: false };
    slots.add(slot);
    return {
      ask: (drawing) => {
        askedAt = page.now();
        if (!slot.waiting) slot.waitingSince = askedAt;
        slot.waiting = drawing;
        schedule();
      },
      leave: () => {
        slots.delete(slot);
      },
    };
  }

  return { join };
}

interface Moment {
  readonly now: number;
  readonly askedAt: number;
  readonly dearAllowedAt: number;
}

function nextSlot(slots: ReadonlySet<Slot>, moment: Moment): Slot | undefined {
  const ready = Array.from(slots).filter((slot) => slot.waiting && waitOf(slot, moment) <= 0);
  return ready.sort((a, b) => Number(b.isInView()) - Number(a.isInView()) || a.waitingSince - b.waitingSince)[0];
}

function waitOf(slot: Slot, { now, askedAt, dearAllowedAt }: Moment): number {
  if (!slot.hasMounted) return 0;
  if (!slot.isInView()) return askedAt + UNSEEN_REST_MILLISECONDS - now;
  const rest = askedAt + REST_MILLISECONDS - now;
  return isDear(slot) ? Math.min(rest, dearAllowedAt - now) : 0;
}

function isDear({ cost }: Slot): boolean {
  return cost > DEAR_MILLISECONDS;
}

function draw(slot: Slot, now: () => number): void {
  const drawing = slot.waiting;
  slot.waiting = null;
  const start = now();
  try {
    drawing?.();
  } finally {
    // The first drawing builds everything and says nothing about the next ones.
    if (slot.hasMounted) slot.cost = averaged(slot.cost, now() - start);
    slot.hasMounted = true;
  }
}

// Slow to call a chart dear, quick to forgive: one pause for garbage must not hold a chart back for a second.
function averaged(cost: number, latest: number): number {
  if (cost === 0) return latest;
  const weight = latest < cost ? 0.75 : 0.25;
  return cost + (latest - cost) * weight;
}
