import type { ReactElement } from "react";

export interface SwitchFieldProps {
  readonly id: string;
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly hint?: string | undefined;
  readonly disabled?: boolean | undefined;
}

/** On or off, in force at once: a native checkbox that says it is a switch. */
export function SwitchField({ id, label, checked, onChange, hint, disabled }: SwitchFieldProps): ReactElement {
  return (
    <div>
      <label
        htmlFor={id}
        className="flex min-h-6 cursor-pointer items-center justify-between gap-3 text-sm font-medium pointer-coarse:min-h-11"
      >
        {label}
        <input
          id={id}
          className="switch"
          type="checkbox"
          role="switch"
          checked={checked}
          aria-checked={checked}
          disabled={disabled}
          onChange={(event) => onChange(event.target.checked)}
          aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        />
      </label>
      {hint === undefined ? null : (
        <p id={`${id}-hint`} className="text-sm text-soft">
          {hint}
        </p>
      )}
    </div>
  );
}
