/** What the queue needs of the page; a test gives its own. */
export interface FrameQueuePage {
  /** Milliseconds on a clock that never goes back. */
  readonly now: () => number;
  /** Runs the task once, after the next frame has been painted. */
  readonly afterPaint: (task: () => void) => void;
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

/** No input for so long means that the input rests: everything may be drawn. */
export const REST_MILLISECONDS = 60;
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

  function schedule(): void {
    if (isScheduled || !Array.from(slots).some((slot) => slot.waiting)) return;
    isScheduled = true;
    page.afterPaint(() => {
      isScheduled = false;
      const slot = nextSlot(slots, { now: page.now(), askedAt, dearAllowedAt });
      try {
        if (slot) draw(slot, page.now);
        if (slot && isDear(slot)) dearAllowedAt = page.now() + DEAR_PAUSE * (slot.cost - DEAR_MILLISECONDS);
      } finally {
        schedule();
      }
    });
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
  const ready = Array.from(slots).filter((slot) => slot.waiting && isReady(slot, moment));
  return ready.sort((a, b) => Number(b.isInView()) - Number(a.isInView()) || a.waitingSince - b.waitingSince)[0];
}

function isReady(slot: Slot, { now, askedAt, dearAllowedAt }: Moment): boolean {
  if (!slot.hasMounted || now - askedAt >= REST_MILLISECONDS) return true;
  return slot.isInView() && (!isDear(slot) || now >= dearAllowedAt);
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
