import { type ReactElement, type ReactNode, type RefObject, useCallback, useId, useLayoutEffect, useMemo, useRef } from "react";
import { type CurveProps, Line } from "recharts";
import { BareLines } from "./bare-lines.tsx";
import type { ChartNames } from "./chart-names.ts";
import { ChartReader, type Reading } from "./chart-reader.tsx";
import { AreaSwatch, TextureDefs, textureId } from "./mark-texture.tsx";
import { type MarkLook, marksOf } from "./marks.ts";
import { BASE_LINE, BottomAxis, INK_TEXT, LeftAxis } from "./plot-axis.tsx";
import type { DrawingSize } from "./plot-box.ts";
import {
  columnAt,
  planSessionTurns,
  type SessionTurnsPlan,
  type SessionTurnsProps,
  topOf,
  turnRows,
} from "./session-turns-plan.ts";
import { SignShape } from "./sign-shape.tsx";

/** A session, request by request: the prompt of each stacked by its parts, signs over them. Draw it in a `ChartSlot`. */
export function SessionTurns({
  width,
  height,
  labelledBy,
  describedBy,
  ...props
}: SessionTurnsProps & DrawingSize & ChartNames): ReactElement {
  const prefix = useId();
  const size = { width, height };
  const looks = useMemo(() => marksOf(props.parts), [props.parts]);
  const plan = planSessionTurns(props, size);
  const stopAt = useCallback((x: number) => columnAt(plan, x), [plan]);
  const read = useRef<number | null>(null);
  return (
    <Chooser read={read} onChoose={props.onChoose} hintId={`${prefix}-hint`}>
      <ChartReader
        {...size}
        labelledBy={labelledBy}
        describedBy={props.onChoose ? `${describedBy} ${prefix}-hint` : describedBy}
        stops={props.columns.length}
        stopAt={stopAt}
        readingAt={(stop) => readingOf(props, { plan, looks, stop, read })}
      >
        <TurnsFrame props={props} plan={plan} looks={looks} size={size} prefix={prefix} />
        <Columns props={props} plan={plan} looks={looks} size={size} prefix={prefix} />
      </ChartReader>
    </Chooser>
  );
}

interface ChooserProps {
  readonly onChoose: SessionTurnsProps["onChoose"] | undefined;
  /** The column that is being read. */
  readonly read: RefObject<number | null>;
  readonly hintId: string;
  readonly children: ReactNode;
}

// Around the reader and not in it: the reader's keys and pointers reach here after it has moved the reading.
function Chooser({ read, onChoose, hintId, children }: ChooserProps): ReactElement {
  if (!onChoose) return <>{children}</>;
  const choose = (): void => {
    if (read.current !== null) onChoose(read.current);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the application inside takes the focus, and its keys come through here
    <div className="cursor-pointer" onClick={choose} onKeyDown={(event) => event.key === "Enter" && choose()}>
      {children}
      <p id={hintId} hidden>
        Enter shows the lines of the request below the chart.
      </p>
    </div>
  );
}

interface DrawingProps {
  readonly props: SessionTurnsProps;
  readonly plan: SessionTurnsPlan;
  readonly looks: readonly MarkLook[];
  readonly size: DrawingSize;
  readonly prefix: string;
}

// Each part is one path over all columns, a hundredth of the elements that bars would be; each reaches the ground and the lower ones are
// drawn over it.
function Columns({ props, plan, looks, size, prefix }: DrawingProps): ReactElement {
  const { thickness, box } = plan;
  const ground = box.top + box.height;
  const parts = useMemo(
    () => looks.map((_, index) => partLine(index, { fill: textureId(prefix, index), thickness, ground })).reverse(),
    [looks, prefix, thickness, ground],
  );
  const { columns } = props;
  // biome-ignore lint/correctness/useExhaustiveDependencies: of the plan only the scale is in the rows
  const rows = useMemo(() => turnRows(props, plan), [columns, plan.yScale.domain[1]]);
  return (
    <BareLines size={size} box={box} data={rows}>
      {parts}
    </BareLines>
  );
}

interface PartOptions {
  readonly fill: string;
  readonly thickness: number;
  readonly ground: number;
}

function partLine(index: number, options: PartOptions): ReactElement {
  return (
    <Line
      key={index}
      dataKey={`tops.${index}`}
      type="linear"
      shape={({ points }: CurveProps) => <PartPath points={points} {...options} />}
      dot={false}
      activeDot={false}
      isAnimationActive={false}
    />
  );
}

function PartPath({
  points = [],
  fill,
  thickness,
  ground,
}: PartOptions & { readonly points: CurveProps["points"] | undefined }): ReactElement {
  // A part of no height would still have its outline, and that would rub out the ground line.
  const columns = points
    .filter(({ y }) => y !== null && y < ground)
    .map(({ x, y }) => `M${(x ?? 0) - thickness / 2} ${ground}V${y}h${thickness}V${ground}z`);
  return (
    <path
      d={columns.join("")}
      fill={`url(#${fill})`}
      className="stroke-card forced-colors:stroke-[Canvas]"
      strokeWidth={thickness < 5 ? 0 : 1}
    />
  );
}

function TurnsFrame({ props, plan, looks, size, prefix }: DrawingProps): ReactElement {
  const { box } = plan;
  return (
    <svg aria-hidden="true" {...size} className="absolute inset-0 overflow-visible">
      <TextureDefs prefix={prefix} looks={looks} />
      <BottomAxis box={box} scale={plan.xScale} format={props.formatX} title={props.xLabel} hasGrid={false} />
      <LeftAxis box={box} scale={plan.yScale} format={props.formatTick ?? props.formatY} title={props.yLabel} />
      {plan.lanes.map((lane) => (
        <Lane key={lane.sign} lane={lane} plan={plan} sign={props.signs[lane.sign]} />
      ))}
    </svg>
  );
}

// More stems than this would be a hatching of their own.
const MOST_STEMS = 12;

interface LaneProps {
  readonly lane: SessionTurnsPlan["lanes"][number];
  readonly plan: SessionTurnsPlan;
  readonly sign: SessionTurnsProps["signs"][number] | undefined;
}

function Lane({ lane: { at, y, labelX }, plan: { box, signSize }, sign }: LaneProps): ReactElement | null {
  if (!sign) return null;
  const ground = box.top + box.height;
  const stems = at.length <= MOST_STEMS ? at.map((x) => `M${x} ${y + signSize / 2 + 1}V${ground}`).join("") : "";
  return (
    <g>
      {stems === "" ? null : <path d={stems} className={BASE_LINE} strokeDasharray="2 3" />}
      {at.map((x) => (
        <SignShape key={x} form={sign.form} x={x} y={y} size={signSize} />
      ))}
      {labelX === null ? null : (
        <text
          x={labelX}
          y={y + 4}
          paintOrder="stroke"
          strokeWidth="4"
          strokeLinejoin="round"
          className={`stroke-card forced-colors:stroke-[Canvas] ${INK_TEXT}`}
        >
          {sign.name}
        </text>
      )}
    </g>
  );
}

interface ReadingOptions extends Pick<DrawingProps, "plan" | "looks"> {
  readonly stop: number;
  readonly read: RefObject<number | null>;
}

function readingOf({ columns, formatY, yLabel }: SessionTurnsProps, { plan, looks, stop, read }: ReadingOptions): Reading {
  const { label, parts, notes } = columns[stop] ?? { label: "", parts: [], notes: [] };
  const { x, y } = topOf(plan, stop);
  const { box, thickness } = plan;
  const outline = { x: x - thickness / 2 - 1.5, y: y - 1.5, width: thickness + 3, height: box.top + box.height - y + 2 };
  return {
    title: `${label}: ${formatY(plan.totals[stop] ?? 0)} ${yLabel}`,
    lines: [
      ...looks.map((look, index) => ({
        name: look.name,
        value: formatY(parts[index] ?? 0),
        swatch: <AreaSwatch look={look} />,
      })),
      ...notes,
    ],
    at: { x, y: Math.min(box.top + box.height * 0.4, y + 12) },
    highlight: (
      <>
        <ReadColumn stop={stop} read={read} />
        <rect {...outline} rx="2" className="fill-none stroke-ink forced-colors:stroke-[Highlight]" strokeWidth="2" />
      </>
    ),
  };
}

/** Keeps note of the column that the reader shows, for the key or click that chooses it. */
function ReadColumn({ stop, read }: Pick<ReadingOptions, "stop" | "read">): null {
  useLayoutEffect(() => {
    read.current = stop;
    return () => {
      read.current = null;
    };
  }, [stop, read]);
  return null;
}
