import { type CSSProperties, memo, type ReactElement } from "react";
import { formatCount, speakCount } from "./format-count.ts";
import { MeasuredTag } from "./measured-tag.tsx";
import type { NumberFieldProps } from "./number-field.tsx";
import { FieldMessage, NumberInput } from "./number-input.tsx";
import { Slider } from "./slider.tsx";
import { nearestStop } from "./stops.ts";
import { useNumberDraft } from "./use-number-draft.ts";

export interface SliderFieldProps extends Omit<NumberFieldProps, "labelHidden"> {
  /** Ascending, at most 25; the number field may go past both ends. */
  readonly stops: readonly number[];
  /** The value in words for the slider; left out: "220 thousand tokens", by its unit. */
  readonly valueText?: string;
  readonly hint?: string | undefined;
  /** What was measured for it: named beside the label, with a tick over the slider. */
  readonly measured?: number | undefined;
}

/** One input as a slider for trying and a number field for exact values, named "…" and "… slider". */
export const SliderField = memo(function SliderField(props: SliderFieldProps): ReactElement {
  const {
    id,
    label,
    stops,
    valueText = inWords(props),
    hint,
    measured,
    unit,
    describedBy,
    error,
    decimals = 0,
    ...value
  } = props;
  const draft = useNumberDraft({ ...value, decimals });
  const hintId = hint === undefined ? undefined : `${id}-hint`;
  const measuredId = measured === undefined ? undefined : `${id}-measured`;
  const described = [describedBy, measuredId, hintId].filter(Boolean).join(" ") || undefined;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <label htmlFor={id} className="text-sm font-medium">
          {label}
        </label>
        {measured === undefined ? null : <MeasuredTag id={measuredId} figure={formatCount(measured)} />}
      </div>
      <NumberInput id={id} draft={draft} unit={unit} describedBy={described} error={error} />
      <div className="relative col-span-full mt-1.5 grid">
        {measured === undefined ? null : (
          <i className="slider-tick" style={{ "--at": nearestStop(stops, measured) / (stops.length - 1) } as CSSProperties} />
        )}
        <Slider label={`${label} slider`} stops={stops} value={props.value} onChange={props.onChange} valueText={valueText} />
        <FieldMessage id={id} draft={draft} error={error} />
        {hint === undefined ? null : (
          <p id={hintId} className="text-sm text-soft">
            {hint}
          </p>
        )}
      </div>
    </div>
  );
});

function inWords({ value, unit }: Pick<SliderFieldProps, "value" | "unit">): string {
  return `${speakCount(value)} ${unit === "%" ? "percent" : (unit ?? "")}`.trimEnd();
}
