import { type ReactNode, startTransition, useEffect, useRef, useState } from "react";
import { watchSight } from "../ui/charts/box-watch.ts";

// A screen and a half ahead on a desk, nearly two on a phone: there before it is scrolled to.
const NEAR_PIXELS = 1_400;

/**
 * What stands far down and is drawn only when a person comes near to it, or begins to walk through the page by Tab: until then neither its
 * code nor its HTML is in the way of the first paint, nor of a slider that moves. `data-later` stands on its place as long.
 *
 * @param room what keeps its place until then
 */
export function Later({ room, children }: { readonly room: ReactNode; readonly children: ReactNode }): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  const [isWanted, setIsWanted] = useState(false);
  useEffect(() => {
    if (isWanted || !box.current) return;
    const want = (): void => startTransition(() => setIsWanted(true));
    const unwatch = watchSight(box.current, NEAR_PIXELS, (isNear) => {
      if (isNear) want();
    });
    const onKey = ({ key }: KeyboardEvent): void => {
      if (key === "Tab") want();
    };
    addEventListener("keydown", onKey);
    return () => {
      unwatch();
      removeEventListener("keydown", onKey);
    };
  }, [isWanted]);
  return isWanted ? (
    children
  ) : (
    <div ref={box} data-later="">
      {room}
    </div>
  );
}
