import { useCallback } from "react";
import { QUESTION_RANGES, type QuestionNumber } from "../scenario/questions.ts";
import { quantise } from "../scenario/ranges.ts";
import { markReadable } from "./actions.ts";
import type { RangedFieldProps } from "./use-ranged-field.ts";

/**
 * Ties a number of a question to an input, as `useRangedField` does for the scenario's own: the two have lists of ranges of their own,
 * because the first chunk holds only one of them.
 * @param set must stay the same function between renders, so that an unchanged input is not drawn again
 */
export function useQuestionField(
  id: string,
  field: QuestionNumber,
  { value, set }: { readonly value: number; readonly set: (value: number) => void },
): Omit<RangedFieldProps, "measured"> {
  const range = QUESTION_RANGES[field];
  const onChange = useCallback((next: number) => set(quantise(range, next)), [range, set]);
  const onValidity = useCallback((valid: boolean) => markReadable(id, valid), [id]);
  return { id, value, onChange, onValidity, ...range };
}
