import { type ReactElement, useCallback, useId, useMemo } from "react";
import type { BarShapeProps } from "recharts";
import { BareBars } from "./bare-bars.tsx";
import type { ChartNames } from "./chart-names.ts";
import { ChartReader, type Reading } from "./chart-reader.tsx";
import { TextureDefs, textureId } from "./mark-texture.tsx";
import { type MarkLook, markColour, marksOf } from "./marks.ts";
import { BASE_LINE, BottomAxis, INK_TEXT } from "./plot-axis.tsx";
import type { DrawingSize } from "./plot-box.ts";
import { useSame } from "./same-value.ts";
import { type PlannedStep, planWaterfall, type WaterfallPlan, type WaterfallProps } from "./waterfall-plan.ts";

/** A bill, the changes to it one after the other, and the bill after them, as lying bars. Draw it in a `ChartSlot`. */
export function Waterfall({
  width,
  height,
  labelledBy,
  describedBy,
  ...props
}: WaterfallProps & DrawingSize & ChartNames): ReactElement {
  const prefix = useId();
  const looks = useMemo(() => marksOf(props.parts), [props.parts]);
  const size = { width, height };
  const plan = planWaterfall(props, size);
  const stopAt = useCallback((_: number, y: number) => barAt(plan, y), [plan]);
  return (
    <ChartReader
      {...size}
      labelledBy={labelledBy}
      describedBy={describedBy}
      stops={props.bars.length}
      stopAt={stopAt}
      readingAt={(stop) => readingOf(props, plan, stop)}
    >
      <Frame props={props} plan={plan} looks={looks} size={size} prefix={prefix} />
      <Bars bars={props.bars} plan={plan} looks={looks} size={size} prefix={prefix} />
    </ChartReader>
  );
}

interface BarsProps {
  readonly bars: WaterfallProps["bars"];
  readonly plan: WaterfallPlan;
  readonly looks: readonly MarkLook[];
  readonly size: DrawingSize;
  readonly prefix: string;
}

interface Datum {
  /** Both ends as shares of the axis, the lesser first. */
  readonly span: readonly [number, number];
  readonly part: PlannedStep["part"];
}

function Bars({ bars, plan, looks, size, prefix }: BarsProps): ReactElement {
  const { box, scale, thickness } = plan;
  const data = useSame(bars.map(({ from, to }, index) => datumOf([from, to], scale.domain[1], plan.bars[index]?.part ?? null)));
  const shape = useCallback((props: BarShapeProps) => <Step {...props} looks={looks} prefix={prefix} />, [looks, prefix]);
  return <BareBars size={size} box={box} data={data} dataKey="span" thickness={thickness} shape={shape} />;
}

function datumOf([from, to]: readonly [number, number], most: number, part: PlannedStep["part"]): Datum {
  return { span: [Math.min(from, to) / most, Math.max(from, to) / most], part };
}

interface StepProps extends Pick<BarsProps, "looks" | "prefix"> {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly payload?: Datum;
}

// A change of next to nothing is still a bar that can be seen.
const NARROWEST = 2;

function Step({ x, y, width, height, payload, looks, prefix }: StepProps): ReactElement | null {
  const part = payload?.part ?? null;
  const look = part === null ? undefined : looks[part];
  if (part === null || !look) return null;
  const stroke = look.isOutlined ? markColour(look.mark) : "var(--color-card)";
  return (
    <rect
      x={x}
      y={y}
      width={Math.max(NARROWEST, width)}
      height={height}
      fill={`url(#${textureId(prefix, part)})`}
      stroke={width < NARROWEST ? "none" : stroke}
    />
  );
}

interface FrameProps extends Omit<BarsProps, "bars"> {
  readonly props: WaterfallProps;
}

function Frame({ props, plan, looks, size, prefix }: FrameProps): ReactElement {
  return (
    <svg aria-hidden="true" {...size} className="absolute inset-0 overflow-visible">
      <TextureDefs prefix={prefix} looks={looks} />
      <BottomAxis box={plan.box} scale={plan.scale} format={props.formatTick ?? props.formatValue} title={props.valueLabel} />
      {plan.connectors.map(({ x, top, bottom }) => (
        <path key={top} d={`M${Math.floor(x) + 0.5} ${top}V${bottom}`} className={BASE_LINE} strokeDasharray="2 2" />
      ))}
      {plan.bars.map((bar, index) => (
        <BarTexts key={bar.label} bar={bar} box={plan.box} text={props.bars[index]?.text ?? ""} />
      ))}
    </svg>
  );
}

interface BarTextsProps extends Pick<WaterfallPlan, "box"> {
  readonly bar: PlannedStep;
  readonly text: string;
}

function BarTexts({ bar, box, text }: BarTextsProps): ReactElement {
  return (
    <g className={INK_TEXT}>
      <text className={bar.part === 0 ? "font-semibold" : undefined} x={box.left - 8} y={bar.middle + 4} textAnchor="end">
        {bar.label}
      </text>
      <text className={bar.part === 0 ? "font-semibold" : undefined} x={bar.right + 6} y={bar.middle + 4}>
        {text}
      </text>
    </g>
  );
}

function barAt({ box, band, bars }: WaterfallPlan, y: number): number | null {
  const index = Math.floor((y - box.top) / band);
  return index >= 0 && index < bars.length ? index : null;
}

function readingOf({ bars, formatValue, valueLabel }: WaterfallProps, plan: WaterfallPlan, stop: number): Reading {
  const bar = bars[stop];
  const { left = 0, right = 0, middle = 0 } = plan.bars[stop] ?? {};
  const isChange = bar?.kind === "change" || bar?.kind === "alone";
  return {
    title: `${bar?.label}: ${bar?.text}${bar?.kind === "off" ? "" : ` (${valueLabel})`}`,
    lines: isChange
      ? [
          { name: "Before", value: formatValue(bar.from) },
          { name: "After", value: formatValue(bar.to) },
        ]
      : [],
    at: { x: (left + right) / 2, y: middle },
    highlight: (
      <rect
        x={left - 2}
        y={middle - plan.thickness / 2 - 2}
        width={Math.max(NARROWEST, right - left) + 4}
        height={plan.thickness + 4}
        rx="2"
        className="fill-none stroke-ink forced-colors:stroke-[Highlight]"
        strokeWidth="2"
      />
    ),
  };
}
