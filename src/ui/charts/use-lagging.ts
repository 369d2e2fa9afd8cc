import { useLayoutEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import type { QueuePlace } from "./frame-queue.ts";
import { pageQueue } from "./page-queue.ts";

/**
 * A value that follows another after the frame that shows the answer, in turn with the charts. For what stands beside the charts: drawn
 * in the answer's own frame it would hold the answer back.
 */
export function useLagging<Value>(value: Value): Value {
  const [lagging, setLagging] = useState(value);
  const place = useRef<QueuePlace | null>(null);
  useLayoutEffect(() => {
    const joined = pageQueue.join(() => true);
    place.current = joined;
    return joined.leave;
  }, []);
  useLayoutEffect(() => {
    place.current?.ask(() => flushSync(() => setLagging(value)));
  }, [value]);
  return lagging;
}
