import { createHeightGate, SAME_HEIGHT_PIXELS } from "./height-gate.ts";

/**
 * Tells how high the content is, now and whenever that changes. It is measured on the content itself, whose height does not follow the
 * frame's: a host that adds a border each time goes on in vain.
 */
export function watchContentHeight(
  content: HTMLElement,
  send: (height: number) => void,
  after: (milliseconds: number, task: () => void) => () => void,
): void {
  const gate = createHeightGate(send, { now: () => performance.now(), after });
  const measure = (): void => {
    const height = Math.ceil(content.getBoundingClientRect().height);
    // A frame that is a few pixels short needs no scroll bar; one would take width away, and change the height again.
    document.documentElement.toggleAttribute("data-fits", height - innerHeight <= SAME_HEIGHT_PIXELS);
    gate(height);
  };
  // Not left to the observer alone: WordPress hides the frame until it has the first height, and hidden frames observe nothing.
  measure();
  new ResizeObserver(measure).observe(content);
  addEventListener("resize", measure);
}
