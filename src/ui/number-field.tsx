import type { ReactElement } from "react";
import { FieldMessage, NumberInput } from "./number-input.tsx";
import { useNumberDraft } from "./use-number-draft.ts";

export interface NumberFieldProps {
  readonly id: string;
  readonly label: string;
  /** Only for screen readers, where the surroundings already say it. */
  readonly labelHidden?: boolean | undefined;
  /** The exact value, whatever is being typed. */
  readonly value: number;
  /** Each value that the typed text comes to, while typing; never one out of range. */
  readonly onChange: (value: number) => void;
  /** false while the text cannot be used and `value` is the last one that could; true again after. */
  readonly onValidity?: ((valid: boolean) => void) | undefined;
  readonly least: number;
  readonly most: number;
  /** At most so many decimals; none by default. */
  readonly decimals?: number | undefined;
  readonly unit?: string | undefined;
  /** The id of a text that says more. */
  readonly describedBy?: string | undefined;
  /** What is wrong from outside, as when it conflicts with another field. */
  readonly error?: string | undefined;
}

/** A number to type: takes `1500`, `1,500`, `1.5k` and `2M`, keeps what it cannot read, and never turns by a wheel. */
export function NumberField({
  id,
  label,
  labelHidden = false,
  unit,
  describedBy,
  error,
  decimals = 0,
  ...value
}: NumberFieldProps): ReactElement {
  const draft = useNumberDraft({ ...value, decimals });
  return (
    <div className="flex flex-col items-start">
      <label htmlFor={id} className={labelHidden ? "sr-only" : "mb-1 text-sm font-medium"}>
        {label}
      </label>
      <NumberInput id={id} draft={draft} unit={unit} describedBy={describedBy} error={error} />
      <FieldMessage id={id} draft={draft} error={error} />
    </div>
  );
}
