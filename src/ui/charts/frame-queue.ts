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
/** A chart that takes longer than this to draw is dear: it would hold up the next input's frame. */
export const DEAR_MILLISECONDS = 16;
/** While input goes on, a dear chart is drawn only after so many times its own cost. */
export const DEAR_PAUSE = 40;

interface Slot {
  readonly isInView: () => boolean;
  waiting: (() => void) | null;
  waitingSince: number;
  drawnAt: number;
  /** Average time of a drawing in milliseconds; null until one has been measured. */
  cost: number | null;
  hasMounted: boolean;
}

/**
 * The scheduler of all charts of a page. It keeps them out of the way of a moving slider: the answer is painted first, then the chart
 * that has waited longest is drawn, then the next frame begins. A chart that is dear on this device, or out of sight, waits for a rest.
 */
export function createFrameQueue(page: FrameQueuePage): FrameQueue {
  const slots = new Set<Slot>();
  let askedAt = Number.NEGATIVE_INFINITY;
  let isScheduled = false;

  function schedule(): void {
    if (isScheduled || !Array.from(slots).some((slot) => slot.waiting)) return;
    isScheduled = true;
    page.afterPaint(() => {
      isScheduled = false;
      const slot = nextSlot(slots, { now: page.now(), askedAt });
      try {
        if (slot) draw(slot, page.now);
      } finally {
        schedule();
      }
    });
  }

  function join(isInView: () => boolean): QueuePlace {
    const slot: Slot = { isInView, waiting: null, waitingSince: 0, drawnAt: 0, cost: null, hasMounted: false };
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

function nextSlot(slots: ReadonlySet<Slot>, at: { readonly now: number; readonly askedAt: number }): Slot | undefined {
  const ready = Array.from(slots).filter((slot) => slot.waiting && isReady(slot, at));
  return ready.sort((a, b) => Number(b.isInView()) - Number(a.isInView()) || a.waitingSince - b.waitingSince)[0];
}

function isReady(slot: Slot, { now, askedAt }: { readonly now: number; readonly askedAt: number }): boolean {
  if (!slot.hasMounted || now - askedAt >= REST_MILLISECONDS) return true;
  if (!slot.isInView()) return false;
  const cost = slot.cost ?? 0;
  return cost <= DEAR_MILLISECONDS || now - slot.drawnAt >= DEAR_PAUSE * cost;
}

function draw(slot: Slot, now: () => number): void {
  const drawing = slot.waiting;
  slot.waiting = null;
  const start = now();
  try {
    drawing?.();
  } finally {
    slot.drawnAt = now();
    // The first drawing builds everything and says nothing about the next ones.
    if (slot.hasMounted) slot.cost = averaged(slot.cost, slot.drawnAt - start);
    slot.hasMounted = true;
  }
}

// Slow to call a chart dear, quick to forgive: one pause for garbage must not hold a chart back for a second.
function averaged(cost: number | null, latest: number): number {
  if (cost === null) return latest;
  const weight = latest < cost ? 0.75 : 0.25;
  return cost + (latest - cost) * weight;
}
