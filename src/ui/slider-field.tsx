import { memo, type ReactElement } from "react";
import type { NumberFieldProps } from "./number-field.tsx";
import { FieldMessage, NumberInput } from "./number-input.tsx";
import { Slider } from "./slider.tsx";
import { type Origin, Tag } from "./tag.tsx";
import { useNumberDraft } from "./use-number-draft.ts";

export interface SliderFieldProps extends Omit<NumberFieldProps, "labelHidden"> {
  /** Ascending, at most 25; the number field may go past both ends. */
  readonly stops: readonly number[];
  /** The value in words for the slider: "220 thousand tokens". */
  readonly valueText: string;
  readonly hint?: string | undefined;
  readonly origin?: Origin | undefined;
}

/** One input as a slider for trying and a number field for exact values, named "…" and "… slider". */
export const SliderField = memo(function SliderField(props: SliderFieldProps): ReactElement {
  const { id, label, stops, valueText, hint, origin, unit, describedBy, error, decimals = 0, ...value } = props;
  const draft = useNumberDraft({ ...value, decimals });
  const hintId = hint === undefined ? undefined : `${id}-hint`;
  const originId = origin === undefined ? undefined : `${id}-origin`;
  const described = [describedBy, originId, hintId].filter(Boolean).join(" ") || undefined;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <label htmlFor={id} className="text-sm font-medium">
          {label}
        </label>
        {origin === undefined ? null : <Tag origin={origin} id={originId} />}
      </div>
      <NumberInput id={id} draft={draft} unit={unit} describedBy={described} error={error} />
      <div className="col-span-full mt-1.5 grid">
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
