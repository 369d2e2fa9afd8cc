import {
  type KeyboardEvent,
  type PointerEvent,
  type ReactElement,
  type ReactNode,
  useEffect,
  useId,
  useRef,
  useState,
} from "react";
import type { ChartNames } from "./chart-names.ts";
import type { DrawingSize } from "./plot-box.ts";

/** What a chart says at one of its stops. */
export interface Reading {
  readonly title: string;
  readonly lines: readonly ReadingLine[];
  /** The place in the drawing that it speaks of, in CSS pixels. */
  readonly at: { readonly x: number; readonly y: number };
  /** SVG drawn at that place. */
  readonly highlight: ReactNode;
}

interface ReadingLine {
  readonly name: string;
  readonly value: string;
  readonly swatch?: ReactNode;
}

interface ChartReaderProps extends DrawingSize, ChartNames {
  /** How many stops there are: bars, or places along the lines. */
  readonly stops: number;
  /** The stop nearest to a point of the drawing, null outside of the plot. */
  readonly stopAt: (x: number, y: number) => number | null;
  readonly readingAt: (stop: number) => Reading;
  readonly children: ReactNode;
}

/**
 * Lets a drawing be read stop by stop, by pointer, touch or keyboard: Tab reaches it once, arrows, Home and End move, Escape leaves.
 * The reading may be pointed at and stays until dismissed (WCAG 1.4.13). Moving it never draws the chart again.
 */
export function ChartReader({ width, height, stops, stopAt, readingAt, children, ...names }: ChartReaderProps): ReactElement {
  const box = useRef<HTMLDivElement>(null);
  const hint = useId();
  const [stop, setStop] = useState<number | null>(null);
  const reading = stop === null || stops === 0 ? null : readingAt(Math.min(stop, stops - 1));
  useDismissal({ box, isOpen: reading !== null, dismiss: () => setStop(null) });

  function point(event: PointerEvent<HTMLDivElement>): void {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    setStop(stopAt(event.clientX - left, event.clientY - top));
  }

  function move(event: KeyboardEvent<HTMLDivElement>): void {
    const next = event.altKey || event.ctrlKey || event.metaKey ? null : stopAfter(event.key, { stop, stops });
    if (next === null) return;
    event.preventDefault();
    setStop(next);
  }

  return (
    <div
      ref={box}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: an application takes keys itself; a screen reader must not keep the arrows
      tabIndex={0}
      role="application"
      aria-roledescription="chart"
      aria-labelledby={names.labelledBy}
      aria-describedby={`${names.describedBy} ${hint}`}
      className="relative rounded-sm text-xs"
      style={{ width, height }}
      onPointerMove={point}
      onPointerDown={point}
      onPointerLeave={(event) => event.pointerType === "mouse" && setStop(null)}
      onBlur={() => setStop(null)}
      onKeyDown={move}
    >
      <div aria-hidden="true">{children}</div>
      {reading && (
        <svg aria-hidden="true" width={width} height={height} className="pointer-events-none absolute inset-0">
          {reading.highlight}
        </svg>
      )}
      <p id={hint} hidden>
        Arrow keys read the values.
      </p>
      <div aria-live="polite" aria-atomic="true">
        {reading && <ReadingCard reading={reading} width={width} height={height} />}
      </div>
    </div>
  );
}

function ReadingCard({
  reading: { title, lines, at },
  width,
  height,
}: DrawingSize & { readonly reading: Reading }): ReactElement {
  const isLeft = at.x > width / 2;
  const isAbove = at.y > height / 2;
  return (
    <div
      className="absolute z-10 w-max rounded-md border border-edge bg-card px-3 py-2 text-ink shadow-md"
      style={{
        maxWidth: Math.max(at.x, width - at.x) - 4,
        ...(isLeft ? { right: width - at.x + 8 } : { left: at.x + 8 }),
        ...(isAbove ? { bottom: height - at.y - 12 } : { top: at.y - 12 }),
      }}
      // Pointing at the reading keeps it: what lies under it is not meant.
      onPointerMove={(event) => event.stopPropagation()}
      onPointerDown={(event) => event.stopPropagation()}
    >
      <p className="font-semibold">{title}</p>
      <dl className="mt-1 grid grid-cols-[auto_auto] gap-x-4 gap-y-0.5">
        {lines.map(({ name, value, swatch }) => (
          <div key={name} className="col-span-2 grid grid-cols-subgrid">
            <dt className="flex items-center gap-1.5 text-soft">
              {swatch}
              {name}
            </dt>
            <dd className="text-right">{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

/** The stop that a key leads to; null for a key that is none of the chart's. */
function stopAfter(key: string, { stop, stops }: { readonly stop: number | null; readonly stops: number }): number | null {
  const last = stops - 1;
  if (last < 0) return null;
  if (key === "Home") return 0;
  if (key === "End") return last;
  if (key === "ArrowRight" || key === "ArrowDown") return stop === null ? 0 : Math.min(last, stop + 1);
  if (key === "ArrowLeft" || key === "ArrowUp") return stop === null ? last : Math.max(0, stop - 1);
  return null;
}

interface Dismissal {
  readonly box: { readonly current: HTMLElement | null };
  readonly isOpen: boolean;
  readonly dismiss: () => void;
}

// On the document: a reading opened by pointer must close by Escape wherever the focus is, and one opened by touch by a tap elsewhere.
function useDismissal({ box, isOpen, dismiss }: Dismissal): void {
  const latest = useRef(dismiss);
  useEffect(() => {
    latest.current = dismiss;
  });
  useEffect(() => {
    if (!isOpen) return;
    const stop = new AbortController();
    const onKey = (event: globalThis.KeyboardEvent) => event.key === "Escape" && latest.current();
    const onPointer = (event: Event) => !box.current?.contains(event.target as Node) && latest.current();
    document.addEventListener("keydown", onKey, stop);
    document.addEventListener("pointerdown", onPointer, stop);
    return () => stop.abort();
  }, [box, isOpen]);
}
