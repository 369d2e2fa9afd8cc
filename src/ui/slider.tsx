import { type KeyboardEvent, memo, type ReactElement } from "react";
import { nearestStop } from "./stops.ts";
import { useTouchGuard } from "./use-touch-guard.ts";

/** From end to end in so many presses of Page Up: browsers differ, and Chromium takes twelve over 25 stops. */
const PAGES = 5;

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

/** A native range over the index of its stops: arrows, Home, End and a click on the track are the browser's own. */
export const Slider = memo(function Slider(props: SliderProps): ReactElement {
  const { id, label, stops, value, onChange, valueText, describedBy, disabled } = props;
  const at = nearestStop(stops, value);
  const move = (index: number): void => {
    const stop = stops[index];
    if (stop !== undefined) onChange(stop);
  };
  const guard = useTouchGuard(move);
  const turnPage = (event: KeyboardEvent): void => {
    const pages = { PageUp: 1, PageDown: -1 }[event.key];
    if (pages === undefined) return;
    event.preventDefault();
    const index = Math.max(0, Math.min(at + pages * Math.ceil(stops.length / PAGES), stops.length - 1));
    // At the end already: a value beyond it must not be pulled back by a press that asks for more.
    if (index !== at) move(index);
  };
  return (
    <input
      id={id}
      className="slider"
      type="range"
      min={0}
      max={stops.length - 1}
      step={1}
      value={at}
      disabled={disabled}
      {...guard}
      onKeyDown={turnPage}
      aria-label={label}
      aria-valuetext={valueText}
      aria-describedby={describedBy}
    />
  );
});
