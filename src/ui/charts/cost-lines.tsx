import { type ReactElement, useCallback, useId, useMemo } from "react";
import { type CurveProps, Line } from "recharts";
import { BareLines } from "./bare-lines.tsx";
import type { ChartNames } from "./chart-names.ts";
import { ChartReader, type Reading } from "./chart-reader.tsx";
import { place } from "./chart-scale.ts";
import {
  bandLow,
  bandPath,
  type CostLinesPlan,
  type CostLinesProps,
  type CostSeries,
  costAt,
  lineRows,
  pixelOf,
  planCostLines,
} from "./cost-lines-plan.ts";
import { swatchOfLine, TextureDefs, textureId } from "./mark-texture.tsx";
import { dashOf, MARK_FILL, MARK_STROKE, type Mark } from "./marks.ts";
import { BASE_LINE, BottomAxis, INK_TEXT, LeftAxis } from "./plot-axis.tsx";
import type { DrawingSize } from "./plot-box.ts";
import { useSame } from "./same-value.ts";

/** Costs as straight lines, each named at its end. Draw it in a `ChartSlot`, with `OwnPoint` over it. */
export function CostLines({
  width,
  height,
  labelledBy,
  describedBy,
  ...props
}: CostLinesProps & DrawingSize & ChartNames): ReactElement {
  const size = { width, height };
  const plan = planCostLines(props, size);
  const stopAt = useCallback((x: number) => nearestStop(plan, x), [plan]);
  return (
    <ChartReader
      {...size}
      labelledBy={labelledBy}
      describedBy={describedBy}
      stops={plan.stops.length}
      stopAt={stopAt}
      readingAt={(stop) => readingOf(props, { plan, stop })}
    >
      <LinesFrame props={props} plan={plan} size={size} />
      <Lines props={props} plan={plan} size={size} />
    </ChartReader>
  );
}

function Lines({ props, plan, size }: FrameProps): ReactElement {
  const looks = useSame(props.series.map(({ name, mark, dash }, index) => ({ name, mark, dash: dash ?? dashOf(index) })));
  const marks = useMemo(() => looks.map(costLine), [looks]);
  return (
    <BareLines size={size} box={plan.box} data={lineRows(props, plan)}>
      {marks}
    </BareLines>
  );
}

function costLine(
  { name, mark, dash }: { readonly name: string; readonly mark: Mark; readonly dash: string },
  index: number,
): ReactElement {
  return (
    <Line
      key={name}
      dataKey={`costs.${index}`}
      type="linear"
      shape={({ points }: CurveProps) => <LinePath points={points} mark={mark} dash={dash} />}
      dot={false}
      activeDot={false}
      isAnimationActive={false}
    />
  );
}

interface LinePathProps {
  readonly points: readonly { readonly x: number | null; readonly y: number | null }[] | undefined;
  readonly mark: Mark;
  readonly dash: string;
}

// Recharts' own shape measures the line for an animation that is off here.
function LinePath({ points = [], mark, dash }: LinePathProps): ReactElement {
  const reached = points.filter(({ y }) => y !== null);
  const d = reached.map(({ x, y }, index) => `${index === 0 ? "M" : "L"}${x} ${y}`).join("");
  return <path d={d} className={MARK_STROKE[mark]} strokeWidth="2.5" strokeDasharray={dash || undefined} fill="none" />;
}

interface FrameProps {
  readonly props: CostLinesProps;
  readonly plan: CostLinesPlan;
  readonly size: DrawingSize;
}

function LinesFrame({ props, plan, size }: FrameProps): ReactElement {
  const { box } = plan;
  return (
    <svg aria-hidden="true" {...size} className="absolute inset-0 overflow-visible">
      <BottomAxis box={box} scale={plan.xScale} format={props.formatX} title={props.xLabel} hasGrid={false} />
      <LeftAxis box={box} scale={plan.yScale} format={props.formatTick ?? props.formatY} title={props.yLabel} />
      {props.bands === undefined ? null : <Bands bands={props.bands} plan={plan} />}
      <g className={INK_TEXT}>
        {plan.crossings.map((crossing, index) => (
          <CrossingLine key={ORDER[index]} {...crossing} plan={plan} />
        ))}
        {props.series.map(({ name, mark }, index) => (
          <EndName key={name} mark={mark} end={plan.ends[index]} x={box.left + box.width} />
        ))}
      </g>
    </svg>
  );
}

// Behind the lines: the frame is drawn before them. Through a band the grid stays in sight.
function Bands({ bands, plan }: { readonly bands: NonNullable<CostLinesProps["bands"]>; readonly plan: CostLinesPlan }) {
  const prefix = useId();
  return (
    <>
      <TextureDefs prefix={prefix} looks={bands.map(({ name, mark }) => ({ name, mark, isOutlined: true }))} />
      {bands.map((band, index) => (
        <path
          key={band.name}
          d={bandPath(band, plan)}
          fill={`url(#${textureId(prefix, index)})`}
          fillOpacity="0.55"
          className={MARK_STROKE[band.mark]}
          strokeWidth="1"
          strokeDasharray="1 3"
          data-band={band.name}
        />
      ))}
    </>
  );
}

// By place, not by text: the text changes at each step of a slider, the element should not.
const ORDER = ["first", "second", "third", "fourth"] as const;

function CrossingLine({ plan, x, label, labelX, labelY }: CostLinesPlan["crossings"][number] & { readonly plan: CostLinesPlan }) {
  const at = pixelOf(plan, { x, y: plan.y[1] });
  return (
    <>
      <path d={`M${at.x} ${at.y}v${plan.box.height}`} className={BASE_LINE} strokeDasharray="3 4" />
      <text x={labelX} y={labelY} textAnchor="middle">
        {label}
      </text>
    </>
  );
}

interface EndNameProps {
  readonly mark: CostSeries["mark"];
  readonly end: CostLinesPlan["ends"][number] | undefined;
  readonly x: number;
}

function EndName({ mark, end, x }: EndNameProps): ReactElement | null {
  if (!end) return null;
  return (
    <>
      <path d={`M${x + 2} ${end.wanted}L${x + 10} ${end.y}`} className={MARK_STROKE[mark]} strokeWidth="1.5" />
      <text x={x + 13} y={end.y + 4} className="font-semibold">
        {end.text}
      </text>
    </>
  );
}

function nearestStop({ box, x: domain, stops }: CostLinesPlan, at: number): number | null {
  if (at < box.left - 12 || at > box.left + box.width + 12) return null;
  const distances = stops.map((x) => Math.abs(place(x, domain, [box.left, box.left + box.width]) - at));
  return distances.indexOf(Math.min(...distances));
}

interface ReadingOptions {
  readonly plan: CostLinesPlan;
  readonly stop: number;
}

function readingOf(
  { series, bands = [], formatX, formatY, xLabel, yLabel }: CostLinesProps,
  { plan, stop }: ReadingOptions,
): Reading {
  const x = plan.stops[stop] ?? 0;
  const at = pixelOf(plan, { x, y: plan.y[1] });
  const costs = series.map((one) => ({ ...one, cost: costAt(one.points, x) }));
  // The line is the dear end of its band.
  const rangeOf = (name: string, cost: number): string => {
    const band = bands.find((candidate) => candidate.name === name);
    const low = band === undefined ? null : bandLow(band, x);
    return [...new Set([low ?? cost, cost].map(formatY))].join("–");
  };
  return {
    title: `${formatX(x)} ${xLabel}: ${yLabel}`,
    lines: costs.map((one, index) => ({
      name: one.name,
      value: one.cost === null ? "unknown" : rangeOf(one.name, one.cost),
      swatch: swatchOfLine(one, index),
    })),
    at: { x: at.x, y: plan.box.top + 12 },
    highlight: (
      <>
        <path d={`M${at.x} ${at.y}v${plan.box.height}`} className="stroke-ink forced-colors:stroke-[Highlight]" />
        {costs.map(({ name, mark, cost }) => cost !== null && <Dot key={name} mark={mark} at={pixelOf(plan, { x, y: cost })} />)}
      </>
    ),
  };
}

function Dot({
  mark,
  at,
}: {
  readonly mark: CostSeries["mark"];
  readonly at: { readonly x: number; readonly y: number };
}): ReactElement {
  return (
    <circle
      cx={at.x}
      cy={at.y}
      r="4.5"
      className={`${MARK_FILL[mark]} stroke-card forced-colors:stroke-[Canvas]`}
      strokeWidth="2"
    />
  );
}
