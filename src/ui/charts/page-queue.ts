import { createFrameQueue, type FrameQueue } from "./frame-queue.ts";

/** The one queue of this page: charts of all panels take turns in it. */
export const pageQueue: FrameQueue = createFrameQueue({ now: () => performance.now(), afterPaint, after });

// A frame's callbacks run before it is painted; a message sent from one is delivered after.
function afterPaint(task: () => void): void {
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      task();
    };
    port2.postMessage(null);
  });
}

function after(milliseconds: number, task: () => void): () => void {
  const timer = setTimeout(task, milliseconds);
  return () => clearTimeout(timer);
}
