import { type ReactElement, useCallback, useId, useMemo } from "react";
import type { BarShapeProps } from "recharts";
import { BareBars } from "./bare-bars.tsx";
import type { ChartNames } from "./chart-names.ts";
import { ChartReader, type Reading } from "./chart-reader.tsx";
import { AreaSwatch, TextureDefs, textureId } from "./mark-texture.tsx";
import { type MarkLook, markColour, marksOf } from "./marks.ts";
import { BASE_LINE, BottomAxis, INK_TEXT } from "./plot-axis.tsx";
import type { DrawingSize } from "./plot-box.ts";
import { useSame } from "./same-value.ts";
import { type PlannedEnd, planTornado, type TornadoPlan, type TornadoProps } from "./tornado-plan.ts";

/** Bars to both sides of a base line, one row for each input. Draw it in a `ChartSlot`, its `ChartLegend` beside it. */
export function Tornado({
  width,
  height,
  labelledBy,
  describedBy,
  ...props
}: TornadoProps & DrawingSize & ChartNames): ReactElement {
  const prefix = useId();
  const size = { width, height };
  const looks = useMemo(() => marksOf([props.low, props.high]), [props.low, props.high]);
  const plan = planTornado(props, size);
  const stopAt = useCallback((_x: number, y: number) => rowAt(plan, y), [plan]);
  return (
    <ChartReader
      {...size}
      labelledBy={labelledBy}
      describedBy={describedBy}
      stops={props.rows.length}
      stopAt={stopAt}
      readingAt={(stop) => readingOf(props, { plan, looks, stop })}
    >
      <Bars plan={plan} looks={looks} size={size} prefix={prefix} />
      <Frame props={props} plan={plan} looks={looks} size={size} prefix={prefix} />
    </ChartReader>
  );
}

interface BarsProps {
  readonly plan: TornadoPlan;
  readonly looks: readonly MarkLook[];
  readonly size: DrawingSize;
  readonly prefix: string;
}

interface Spans {
  /** From where to where the ends' bars reach, as shares of the plot's width; the longer one first. */
  readonly spans: readonly { readonly look: number; readonly from: number; readonly to: number }[];
  /** From the row's middle to the bar's, as a share of the row. */
  readonly down: number;
}

// One bar a row as wide as the plot, its shape drawing the two ends.
function Bars({ plan, looks, size, prefix }: BarsProps): ReactElement {
  const { thickness, band, box } = plan;
  const data = plan.rows.map((row, index) => ({
    whole: 1,
    spans: spansOf(row, plan),
    down: (row.middle - (box.top + (index + 0.5) * band)) / thickness,
  }));
  const shape = useCallback((props: BarShapeProps) => <Ends {...props} looks={looks} prefix={prefix} />, [looks, prefix]);
  return <BareBars size={size} box={box} data={useSame(data)} dataKey="whole" thickness={thickness} shape={shape} />;
}

function spansOf(
  { low, high }: { low: PlannedEnd | null; high: PlannedEnd | null },
  { box, baseX }: TornadoPlan,
): Spans["spans"] {
  const share = (x: number): number => (x - box.left) / box.width;
  return [low, high]
    .flatMap((end, look) => (end ? [{ look, from: share(Math.min(baseX, end.x)), to: share(Math.max(baseX, end.x)) }] : []))
    .sort((a, b) => b.to - b.from - (a.to - a.from));
}

interface EndsProps {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly payload?: Spans;
  readonly looks: readonly MarkLook[];
  readonly prefix: string;
}

function Ends({ x, y, width, height, payload, looks, prefix }: EndsProps): ReactElement {
  return (
    <>
      {payload?.spans.map(({ look, from, to }) =>
        to === from ? null : (
          <rect
            key={look}
            x={x + from * width}
            y={y + payload.down * height}
            width={(to - from) * width}
            height={height}
            fill={`url(#${textureId(prefix, look)})`}
            stroke={looks[look] && markColour(looks[look].mark)}
          />
        ),
      )}
    </>
  );
}

// Above their bars the labels cross the base line.
const HALO = "stroke-card forced-colors:stroke-[Canvas]";

function Frame({ props, plan, looks, size, prefix }: BarsProps & { readonly props: TornadoProps }): ReactElement {
  const { box, scale, baseX, rows } = plan;
  return (
    <svg aria-hidden="true" {...size} className="absolute inset-0 overflow-visible">
      <TextureDefs prefix={prefix} looks={looks} />
      <BottomAxis
        box={box}
        scale={scale}
        format={(tick) => (tick === 0 ? "now" : props.formatChange(tick))}
        title=""
        hasGrid={false}
      />
      <path d={`M${baseX} ${box.top}V${box.top + box.height}`} className={BASE_LINE} strokeWidth="1.5" />
      <text x={size.width} y={box.top + box.height + 33} textAnchor="end" className="fill-soft forced-colors:fill-[CanvasText]">
        {props.valueLabel}
      </text>
      {rows.map((row) => (
        <g key={row.label} className={INK_TEXT}>
          <text {...row.labelAt} paintOrder="stroke" strokeWidth="4" strokeLinejoin="round" className={HALO}>
            {row.label}
          </text>
          {row.texts.map(({ text, x, anchor }) => (
            <text key={anchor} x={x} y={row.middle + 4} textAnchor={anchor}>
              {text}
            </text>
          ))}
          <CutMark end={row.low} row={row} plan={plan} />
          <CutMark end={row.high} row={row} plan={plan} />
        </g>
      ))}
    </svg>
  );
}

interface CutMarkProps {
  readonly end: PlannedEnd | null;
  readonly row: { readonly middle: number };
  readonly plan: TornadoPlan;
}

// A gap across the bar, shortly before its end: it goes on.
function CutMark({ end, row, plan }: CutMarkProps): ReactElement | null {
  if (!end?.isCut) return null;
  const half = plan.thickness / 2 + 2;
  const x = end.x + (end.x < plan.baseX ? 10 : -10);
  return (
    <path
      d={`M${x - 4} ${row.middle + half}L${x + 4} ${row.middle - half}`}
      className="stroke-card forced-colors:stroke-[Canvas]"
      strokeWidth="5"
    />
  );
}

function rowAt({ box, band, rows }: TornadoPlan, y: number): number | null {
  const index = Math.floor((y - box.top) / band);
  return index >= 0 && index < rows.length ? index : null;
}

interface ReadingOptions {
  readonly plan: TornadoPlan;
  readonly looks: readonly MarkLook[];
  readonly stop: number;
}

function readingOf(props: TornadoProps, { plan, looks, stop }: ReadingOptions): Reading {
  const row = props.rows[stop];
  const planned = plan.rows[stop];
  const { baseX, thickness } = plan;
  const middle = planned?.middle ?? 0;
  const reach = [baseX, planned?.low?.x ?? baseX, planned?.high?.x ?? baseX];
  const [left, right] = [Math.min(...reach), Math.max(...reach)];
  const lines = [row?.low ?? null, row?.high ?? null].flatMap((end, index) => {
    const look = looks[index];
    if (!end || !look) return [];
    const value = `${props.formatValue(props.base + end.change)} (${props.formatChange(end.change)})`;
    return [{ name: end.text, value, swatch: <AreaSwatch look={look} /> }];
  });
  return {
    title: `${row?.label}: ${props.formatValue(props.base)} now`,
    lines,
    at: { x: (left + right) / 2, y: middle },
    highlight: (
      <rect
        x={left - 2}
        y={middle - thickness / 2 - 2}
        width={right - left + 4}
        height={thickness + 4}
        rx="2"
        className="fill-none stroke-ink forced-colors:stroke-[Highlight]"
        strokeWidth="2"
      />
    ),
  };
}
