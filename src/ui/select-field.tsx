import type { ReactElement, ReactNode } from "react";

export interface SelectOption {
  readonly value: string;
  readonly label: string;
  readonly disabled?: boolean | undefined;
}

export interface SelectGroup {
  /** Empty for options that stand before all groups. */
  readonly label: string;
  readonly options: readonly SelectOption[];
}

export interface SelectFieldProps {
  readonly id: string;
  readonly label: string;
  readonly labelHidden?: boolean | undefined;
  readonly groups: readonly SelectGroup[];
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string | undefined;
}

/** One of many, in groups: a native select. */
export function SelectField({ id, label, labelHidden = false, groups, value, onChange, hint }: SelectFieldProps): ReactElement {
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className={labelHidden ? "sr-only" : "text-sm font-medium"}>
        {label}
      </label>
      <select
        id={id}
        className="field"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
      >
        {groups.map((group) => (
          <Group key={group.label} group={group} />
        ))}
      </select>
      {hint === undefined ? null : (
        <p id={`${id}-hint`} className="text-sm text-soft">
          {hint}
        </p>
      )}
    </div>
  );
}

function Group({ group }: { readonly group: SelectGroup }): ReactNode {
  const options = group.options.map((option) => (
    <option key={option.value} value={option.value} disabled={option.disabled}>
      {option.label}
    </option>
  ));
  return group.label === "" ? options : <optgroup label={group.label}>{options}</optgroup>;
}
