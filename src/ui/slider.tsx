import { type ChangeEvent, memo, type ReactElement } from "react";
import { nearestStop } from "./stops.ts";

export interface SliderProps {
  readonly id?: string | undefined;
  /** The accessible name; a slider has no visible label of its own. */
  readonly label: string;
  /** Ascending, at most 25. */
  readonly stops: readonly number[];
  /** The exact value; it may lie between two stops, or beyond the ends. */
  readonly value: number;
  /** The stop that a person moved to. A value between two stops is never moved by itself. */
  readonly onChange: (stop: number) => void;
  /** The value in words: "220 thousand tokens". */
  readonly valueText: string;
  readonly describedBy?: string | undefined;
  readonly disabled?: boolean | undefined;
}

/** A native range over the index of its stops: keys, touch and click on the track are the browser's own. */
export const Slider: (props: SliderProps) => ReactElement = memo(function Slider(props: SliderProps): ReactElement {
  const { id, label, stops, value, onChange, valueText, describedBy, disabled } = props;
  const move = (event: ChangeEvent<HTMLInputElement>): void => {
    const stop = stops[Number(event.target.value)];
    if (stop !== undefined) onChange(stop);
  };
  return (
    <input
      id={id}
      className="slider"
      type="range"
      min={0}
      max={stops.length - 1}
      step={1}
      value={nearestStop(stops, value)}
      onChange={move}
      disabled={disabled}
      aria-label={label}
      aria-valuetext={valueText}
      aria-describedby={describedBy}
    />
  );
});
