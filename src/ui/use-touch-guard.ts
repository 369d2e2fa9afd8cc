import { type ChangeEvent, type PointerEvent, useRef } from "react";

/** A finger whose way is not yet known: where it came down, and the index that the browser set for that. */
interface Touch {
  readonly x: number;
  readonly y: number;
  readonly index: number | null;
}

export interface TouchGuard {
  readonly onPointerDown: (event: PointerEvent) => void;
  readonly onPointerMove: (event: PointerEvent) => void;
  readonly onPointerUp: () => void;
  readonly onPointerCancel: () => void;
  readonly onChange: (event: ChangeEvent<HTMLInputElement>) => void;
}

/** Less than this and a finger only trembles, px. */
const STILL = 6;

/**
 * Tells a finger that scrolls past a slider from one that moves it.
 *
 * Chromium sets a range to the place of a touch at once, even where `touch-action: pan-y` then makes it a scroll (seen in Chromium 156).
 * So the first value of a touch is held back until the finger goes sideways or lifts; when the page takes the touch to scroll, it is dropped.
 */
export function useTouchGuard(move: (index: number) => void): TouchGuard {
  const touch = useRef<Touch | null>(null);
  const letGo = (): void => {
    const index = touch.current?.index ?? null;
    touch.current = null;
    if (index !== null) move(index);
  };
  return {
    onPointerDown: ({ pointerType, clientX: x, clientY: y }) => {
      touch.current = pointerType === "touch" ? { x, y, index: null } : null;
    },
    onPointerMove: (event) => {
      if (touch.current !== null && isSideways(touch.current, event)) letGo();
    },
    onPointerUp: letGo,
    onPointerCancel: () => {
      touch.current = null;
    },
    onChange: (event) => {
      const index = Number(event.target.value);
      if (touch.current === null) move(index);
      else touch.current = { ...touch.current, index };
    },
  };
}

function isSideways(from: Touch, to: PointerEvent): boolean {
  const across = Math.abs(to.clientX - from.x);
  return across >= STILL && across > Math.abs(to.clientY - from.y);
}
