import { type ReactElement, useId } from "react";

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly disabled?: boolean | undefined;
}

export interface ChoiceFieldProps<Value extends string> {
  /** What is chosen, as the group's name. */
  readonly legend: string;
  readonly legendHidden?: boolean | undefined;
  readonly choices: readonly Choice<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly hint?: string | undefined;
}

/** One of a few, all in sight: native radios drawn as segments, so arrow keys move the choice. */
export function ChoiceField<Value extends string>(props: ChoiceFieldProps<Value>): ReactElement {
  const { legend, legendHidden = false, choices, value, onChange, hint } = props;
  const id = useId();
  return (
    <fieldset className="min-w-0" aria-describedby={hint === undefined ? undefined : `${id}-hint`}>
      <legend className={legendHidden ? "sr-only" : "mb-1 text-sm font-medium"}>{legend}</legend>
      <div className="segments">
        {choices.map((choice) => (
          <label key={choice.value} className="segment">
            <input
              className="segment-input"
              type="radio"
              name={id}
              value={choice.value}
              checked={choice.value === value}
              disabled={choice.disabled}
              onChange={() => onChange(choice.value)}
            />
            {choice.label}
          </label>
        ))}
      </div>
      {hint === undefined ? null : (
        <p id={`${id}-hint`} className="mt-1 text-sm text-soft">
          {hint}
        </p>
      )}
    </fieldset>
  );
}
