import { type ComponentType, memo, type ReactElement, type ReactNode, type RefObject, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { watchSight, watchWidth } from "./box-watch.ts";
import type { ChartKind } from "./chart-kind.ts";
import type { ChartNames } from "./chart-names.ts";
import { DrawingBoundary } from "./drawing-boundary.tsx";
import type { QueuePlace } from "./frame-queue.ts";
import { pageQueue } from "./page-queue.ts";
import type { DrawingSize } from "./plot-box.ts";

/** What a chart was last drawn with: during a drag it may be older than the slot's own props. */
export interface Drawn<Props> extends DrawingSize {
  readonly props: Props;
}

interface ChartSlotProps<Props> extends ChartNames {
  /** Height of the drawing in CSS pixels; held free before it is drawn, so that nothing jumps. */
  readonly height: number;
  readonly draw: ChartKind<Props>;
  /** Compared by reference: memoise them, or the chart is drawn again for nothing. */
  readonly props: Props;
  /** A light layer over the drawing that must not lag behind the slider (`OwnPoint`); gets what the chart was last drawn with. */
  readonly over?: (drawn: Drawn<Props>) => ReactNode;
}

/**
 * A chart's place on the page. Fetches the chart's code and draws it only near the window, after the answer has been painted and in turn
 * with the other charts. `data-asked` and `data-drawn` count the props handed in and those on screen: equal means up to date.
 */
export function ChartSlot<Props extends object>({ height, draw, props, over, ...names }: ChartSlotProps<Props>): ReactElement {
  const box = useRef<HTMLDivElement>(null);
  const isInView = useInView(box);
  const isNear = useNear(box);
  const width = useWidth(box);
  const chart = useChart(draw, isNear);
  const isReady = isNear && width > 0 && chart !== null;
  const drawn = useQueued({ box, isInView, isReady, props, width, height });
  return (
    <div ref={box} className="relative w-full min-w-0" style={drawn ? { minHeight: height } : undefined} data-chart-slot="">
      {chart === "failed" && <NoDrawing />}
      {drawn && typeof chart === "object" && chart && (
        <DrawingBoundary attempt={drawn} fallback={<NoDrawing />}>
          <Drawing chart={chart} drawn={drawn} {...names} />
          {over?.(drawn)}
        </DrawingBoundary>
      )}
    </div>
  );
}

function NoDrawing(): ReactElement {
  return <p className="p-4 text-sm text-soft">This chart could not be drawn. Its table holds the same figures.</p>;
}

interface DrawingProps<Props> extends ChartNames {
  readonly chart: LoadedChart<Props>;
  readonly drawn: Drawn<Props>;
}

interface LoadedChart<Props> {
  readonly Chart: ComponentType<Props & DrawingSize & ChartNames>;
}

const Drawing = memo(function Drawing({ chart: { Chart }, drawn: { props, ...size }, ...names }: DrawingProps<object>) {
  return <Chart {...props} {...size} {...names} />;
}) as <Props extends object>(props: DrawingProps<Props>) => ReactElement;

const NEAR_PIXELS = 200;

function useNear(box: RefObject<HTMLElement | null>): boolean {
  const [isNear, setIsNear] = useState(false);
  useEffect(() => (box.current ? watchSight(box.current, NEAR_PIXELS, setIsNear) : undefined), [box]);
  return isNear;
}

// Not a state: the queue asks for it, the page looks the same.
function useInView(box: RefObject<HTMLElement | null>): RefObject<boolean> {
  const isInView = useRef(false);
  useEffect(() => {
    if (!box.current) return;
    return watchSight(box.current, 0, (isInside) => {
      isInView.current = isInside;
    });
  }, [box]);
  return isInView;
}

function useWidth(box: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => (box.current ? watchWidth(box.current, setWidth) : undefined), [box]);
  return width;
}

function useChart<Props>(kind: ChartKind<Props>, isNear: boolean): LoadedChart<Props> | "failed" | null {
  const [chart, setChart] = useState<LoadedChart<Props> | "failed" | null>(null);
  useEffect(() => {
    if (!isNear) return;
    let isGone = false;
    const keep = (loaded: LoadedChart<Props> | "failed") => {
      if (!isGone) setChart(loaded);
    };
    kind.load().then(
      (Chart) => keep({ Chart }),
      () => keep("failed"),
    );
    return () => {
      isGone = true;
    };
  }, [kind, isNear]);
  return chart;
}

interface Queued<Props> extends Drawn<Props> {
  readonly box: RefObject<HTMLElement | null>;
  readonly isInView: RefObject<boolean>;
  readonly isReady: boolean;
}

function useQueued<Props>({ box, isInView, isReady, props, width, height }: Queued<Props>): Drawn<Props> | null {
  const [drawn, setDrawn] = useState<Drawn<Props> | null>(null);
  const queue = useRef<QueuePlace | null>(null);
  const asked = useRef(0);

  useEffect(() => {
    const place = pageQueue.join(() => isInView.current);
    queue.current = place;
    return place.leave;
  }, [isInView]);

  useEffect(() => {
    if (!isReady) return;
    asked.current += 1;
    const count = String(asked.current);
    stamp(box.current, "asked", count);
    queue.current?.ask(() => {
      flushSync(() => setDrawn({ props, width, height }));
      stamp(box.current, "drawn", count);
    });
  }, [box, isReady, props, width, height]);

  return drawn;
}

function stamp(box: HTMLElement | null, name: "asked" | "drawn", count: string): void {
  if (box) box.dataset[name] = count;
}
