import { memo, type ReactElement } from "react";
import { formatCount } from "./format-count.ts";
import type { NumberFieldProps } from "./number-field.tsx";
import { FieldMessage, NumberInput } from "./number-input.tsx";
import { Slider } from "./slider.tsx";
import { nearestStop } from "./stops.ts";
import { type Origin, Tag } from "./tag.tsx";
import { useNumberDraft } from "./use-number-draft.ts";

export interface SliderFieldProps extends Omit<NumberFieldProps, "labelHidden"> {
  /** Ascending, at most 25; the number field may go past both ends. */
  readonly stops: readonly number[];
  /** The value in words for the slider: "220 thousand tokens". */
  readonly valueText: string;
  readonly hint?: string | undefined;
  readonly origin?: Origin | undefined;
  /** What was measured for it: named beside the label, with a tick over the slider. */
  readonly measured?: number | undefined;
}

/** One input as a slider for trying and a number field for exact values, named "…" and "… slider". */
export const SliderField = memo(function SliderField(props: SliderFieldProps): ReactElement {
  const { id, label, stops, valueText, hint, origin, measured, unit, describedBy, error, decimals = 0, ...value } = props;
  const draft = useNumberDraft({ ...value, decimals });
  const hintId = hint === undefined ? undefined : `${id}-hint`;
  const tag = measured === undefined ? origin : "measured";
  const originId = tag && `${id}-origin`;
  const described = [describedBy, originId, hintId].filter(Boolean).join(" ") || undefined;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <label htmlFor={id} className="text-sm font-medium">
          {label}
        </label>
        {tag && <Tag origin={tag} id={originId} figure={measured === undefined ? undefined : formatCount(measured)} />}
      </div>
      <NumberInput id={id} draft={draft} unit={unit} describedBy={described} error={error} />
      <div className="relative col-span-full mt-1.5 grid">
        {measured === undefined ? null : <Tick at={nearestStop(stops, measured) / (stops.length - 1)} />}
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

// The thumb is 1.5rem wide: its middle goes from 0.75rem to as much before the end.
function Tick({ at }: { readonly at: number }): ReactElement {
  return (
    <span
      aria-hidden="true"
      className="absolute -top-1 h-1.5 w-0.5 -translate-x-1/2 bg-good rtl:translate-x-1/2"
      style={{ insetInlineStart: `calc(0.75rem + ${at} * (100% - 1.5rem))` }}
    />
  );
}
