import { type ReactElement, useCallback, useId, useMemo } from "react";
import type { BarShapeProps } from "recharts";
import { BareBars } from "./bare-bars.tsx";
import type { ChartNames } from "./chart-names.ts";
import { ChartReader, type Reading } from "./chart-reader.tsx";
import { AreaSwatch, TextureDefs, textureId } from "./mark-texture.tsx";
import { type MarkLook, markColour, marksOf } from "./marks.ts";
import { BottomAxis, INK_TEXT, LeftAxis } from "./plot-axis.tsx";
import type { DrawingSize, PlotBox } from "./plot-box.ts";
import { planStackedBars, type StackedBarsPlan, type StackedBarsProps } from "./stacked-bars-plan.ts";

/** Bars stacked by named parts, each total written at its bar's end. Draw it in a `ChartSlot`, its `ChartLegend` beside it. */
export function StackedBars({
  width,
  height,
  labelledBy,
  describedBy,
  ...props
}: StackedBarsProps & DrawingSize & ChartNames): ReactElement {
  const prefix = useId();
  const looks = useMemo(() => marksOf(props.parts), [props.parts]);
  const size = { width, height };
  const plan = planStackedBars(props, size);
  const stopAt = useCallback((x: number, y: number) => barAt(plan, { x, y }), [plan]);
  return (
    <ChartReader
      {...size}
      labelledBy={labelledBy}
      describedBy={describedBy}
      stops={props.rows.length}
      stopAt={stopAt}
      readingAt={(stop) => readingOf(props, { plan, looks, stop })}
    >
      <BarsFrame props={props} plan={plan} looks={looks} size={size} prefix={prefix} />
      <Bars plan={plan} looks={looks} size={size} prefix={prefix} rows={props.rows} />
    </ChartReader>
  );
}

interface BarsProps {
  readonly plan: StackedBarsPlan;
  readonly looks: readonly MarkLook[];
  readonly size: DrawingSize;
  readonly prefix: string;
  readonly rows: StackedBarsProps["rows"];
}

// A Bar for each part would cost five times what one does whose shape draws them.
function Bars({ plan, looks, size, prefix, rows }: BarsProps): ReactElement {
  const { isHorizontal, box, scale, thickness } = plan;
  const most = scale.domain[1];
  const data = useMemo(() => rows.map(({ parts }) => shareOf(parts, most)), [rows, most]);
  const shape = useCallback(
    (props: BarShapeProps) => <Stack {...props} looks={looks} prefix={prefix} isHorizontal={isHorizontal} />,
    [looks, prefix, isHorizontal],
  );
  return (
    <BareBars size={size} box={box} data={data} dataKey="total" thickness={thickness} isHorizontal={isHorizontal} shape={shape} />
  );
}

interface Share {
  /** The bar's length as a share of the axis. */
  readonly total: number;
  /** The part's share of the bar, one after the other. */
  readonly parts: readonly number[];
}

function shareOf(parts: readonly number[], most: number): Share {
  const sum = parts.reduce((total, value) => total + value, 0);
  return { total: sum / most, parts: parts.map((value) => (sum === 0 ? 0 : value / sum)) };
}

interface StackProps extends Pick<BarsProps, "looks" | "prefix"> {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly payload?: Share;
  readonly isHorizontal: boolean;
}

function Stack({ x, y, width, height, payload, looks, prefix, isHorizontal }: StackProps): ReactElement {
  let start = 0;
  return (
    <>
      {looks.map((look, index) => {
        const share = payload?.parts[index] ?? 0;
        const before = start;
        start += share;
        if (share === 0) return null;
        const place = isHorizontal
          ? { x: x + before * width, y, width: share * width, height }
          : { x, y: y + (1 - start) * height, width, height: share * height };
        const edge = look.isOutlined ? markColour(look.mark) : "var(--color-card)";
        return <rect key={look.name} {...place} fill={`url(#${textureId(prefix, index)})`} stroke={edge} />;
      })}
    </>
  );
}

interface FrameProps {
  readonly props: StackedBarsProps;
  readonly plan: StackedBarsPlan;
  readonly looks: readonly MarkLook[];
  readonly size: DrawingSize;
  readonly prefix: string;
}

function BarsFrame({ props, plan, looks, size, prefix }: FrameProps): ReactElement {
  const Axis = plan.isHorizontal ? BottomAxis : LeftAxis;
  return (
    <svg aria-hidden="true" {...size} className="absolute inset-0 overflow-visible">
      <TextureDefs prefix={prefix} looks={looks} />
      {props.rows.map(
        ({ label, isMarked }, index) => isMarked && <MarkedBand key={label} plan={plan} index={index} size={size} />,
      )}
      <Axis box={plan.box} scale={plan.scale} format={props.formatTick ?? props.formatValue} title={props.valueLabel} />
      {props.rows.map((row, index) => (
        <BarTexts key={row.label} plan={plan} index={index} isMarked={row.isMarked ?? false} />
      ))}
    </svg>
  );
}

function MarkedBand({
  plan,
  index,
  size,
}: {
  readonly plan: StackedBarsPlan;
  readonly index: number;
  readonly size: DrawingSize;
}) {
  const band = bandOf(plan, { index, size });
  return <rect {...band} rx="4" className="fill-wash forced-colors:fill-none forced-colors:stroke-[Highlight]" />;
}

function bandOf(
  { isHorizontal, band, bars, box }: StackedBarsPlan,
  { index, size }: { readonly index: number; readonly size: DrawingSize },
) {
  const start = (bars[index]?.middle ?? 0) - band / 2;
  return isHorizontal
    ? { x: 0, y: start + 1, width: size.width, height: band - 2 }
    : { x: start + 1, y: box.top - 18, width: band - 2, height: size.height - box.top + 18 };
}

interface BarTextsProps {
  readonly plan: StackedBarsPlan;
  readonly index: number;
  readonly isMarked: boolean;
}

function BarTexts({ plan: { isHorizontal, bars, box }, index, isMarked }: BarTextsProps): ReactElement | null {
  const bar = bars[index];
  if (!bar) return null;
  const weight = isMarked ? "font-semibold" : undefined;
  return (
    <g className={INK_TEXT}>
      {bar.label.map((line, row) => (
        <text key={line} className={weight} {...labelAt(bar.middle, { isHorizontal, box, row })}>
          {line}
        </text>
      ))}
      <text
        className={weight}
        x={isHorizontal ? bar.end + 6 : bar.middle}
        y={isHorizontal ? bar.middle + 4 : bar.end - 6}
        textAnchor={isHorizontal ? "start" : "middle"}
      >
        {bar.totalText}
      </text>
    </g>
  );
}

function labelAt(middle: number, { isHorizontal, box, row }: { isHorizontal: boolean; box: PlotBox; row: number }) {
  return isHorizontal
    ? { x: box.left - 8, y: middle + 4, textAnchor: "end" as const }
    : { x: middle, y: box.top + box.height + 16 + row * 14, textAnchor: "middle" as const };
}

function barAt(
  { isHorizontal, box, band, bars }: StackedBarsPlan,
  at: { readonly x: number; readonly y: number },
): number | null {
  const index = Math.floor((isHorizontal ? at.y - box.top : at.x - box.left) / band);
  return index >= 0 && index < bars.length ? index : null;
}

interface ReadingOptions {
  readonly plan: StackedBarsPlan;
  readonly looks: readonly MarkLook[];
  readonly stop: number;
}

function readingOf({ rows, formatValue, valueLabel }: StackedBarsProps, { plan, looks, stop }: ReadingOptions): Reading {
  const { box, isHorizontal, thickness } = plan;
  const row = rows[stop];
  const bar = plan.bars[stop];
  const middle = bar?.middle ?? 0;
  const end = bar?.end ?? 0;
  const parts = looks.map((look, index) => ({
    name: look.name,
    value: formatValue(row?.parts[index] ?? 0),
    swatch: <AreaSwatch look={look} />,
  }));
  const outline = isHorizontal
    ? { x: box.left - 1, y: middle - thickness / 2 - 2, width: end - box.left + 3, height: thickness + 4 }
    : { x: middle - thickness / 2 - 2, y: end - 2, width: thickness + 4, height: box.top + box.height - end + 3 };
  return {
    title: `${row?.label}: ${bar?.totalText} (${valueLabel})`,
    lines: parts,
    at: isHorizontal ? { x: box.left + (end - box.left) / 2, y: middle } : { x: middle + thickness / 2, y: end + 12 },
    highlight: <rect {...outline} rx="2" className="fill-none stroke-ink forced-colors:stroke-[Highlight]" strokeWidth="2" />,
  };
}
