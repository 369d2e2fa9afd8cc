import { type RefObject, useLayoutEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { watchSight } from "./box-watch.ts";
import type { QueuePlace } from "./frame-queue.ts";
import { pageQueue } from "./page-queue.ts";

/**
 * A value that follows another after the frame that shows the answer, in turn with the charts. For what stands beside the charts: drawn
 * in the answer's own frame it would hold the answer back.
 *
 * @param box where the value is shown: out of sight it waits until the input rests
 */
export function useLagging<Value>(value: Value, box: RefObject<HTMLElement | null>): Value {
  const [lagging, setLagging] = useState(value);
  const place = useRef<QueuePlace | null>(null);
  useLayoutEffect(() => {
    let isInView = true;
    const joined = pageQueue.join(() => isInView);
    place.current = joined;
    const unwatch = box.current
      ? watchSight(box.current, 0, (isInside) => {
          isInView = isInside;
        })
      : undefined;
    return () => {
      unwatch?.();
      joined.leave();
    };
  }, [box]);
  useLayoutEffect(() => {
    place.current?.ask(() => flushSync(() => setLagging(value)));
  }, [value]);
  return lagging;
}
