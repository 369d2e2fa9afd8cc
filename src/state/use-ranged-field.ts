import { useCallback } from "react";
import { type NumberRange, quantise, RANGES, type RangedField } from "../scenario/ranges.ts";
import { markReadable } from "./actions.ts";
import { useMeasured } from "./use-measured.ts";

/** What a number field or slider needs to hold one number of the scenario. */
export interface RangedFieldProps extends NumberRange {
  readonly id: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
  readonly onValidity: (valid: boolean) => void;
  /** What the person's own usage was measured to be. */
  readonly measured: number | undefined;
}

/**
 * Ties a number of the scenario to an input: in range, on its step, and noted as unread while its text cannot be used.
 * @param set must stay the same function between renders, so that an unchanged input is not drawn again
 */
export function useRangedField(
  id: string,
  field: RangedField,
  { value, set }: { readonly value: number; readonly set: (value: number) => void },
): RangedFieldProps {
  const range = RANGES[field];
  const onChange = useCallback((next: number) => set(quantise(range, next)), [range, set]);
  const onValidity = useCallback((valid: boolean) => markReadable(id, valid), [id]);
  return { id, value, onChange, onValidity, measured: useMeasured(id), ...range };
}
