import type { ReactElement } from "react";
import type { NumberDraft } from "./use-number-draft.ts";

export interface NumberInputProps {
  readonly id: string;
  readonly draft: NumberDraft;
  /** Shown inside the box after the number, and read out with it: `tokens`, `%`. */
  readonly unit?: string | undefined;
  readonly describedBy?: string | undefined;
  readonly error?: string | undefined;
}

/** The box of a number field, without label and message; the message belongs at `<id>-message`. */
export function NumberInput({ id, draft, unit, describedBy, error }: NumberInputProps): ReactElement {
  const invalid = draft.invalid || error !== undefined;
  const unitId = unit === undefined ? undefined : `${id}-unit`;
  const messageId = messageOf({ draft, error }) === "" ? undefined : `${id}-message`;
  const described = [describedBy, unitId, messageId].filter(Boolean).join(" ") || undefined;
  return (
    <span className="number-box">
      <input
        id={id}
        className="number-box-input"
        type="text"
        inputMode="decimal"
        autoComplete="off"
        spellCheck={false}
        value={draft.text}
        aria-invalid={invalid || undefined}
        aria-describedby={described}
        {...draft.handlers}
      />
      {unit === undefined ? null : (
        <span id={unitId} className="shrink-0 text-sm text-soft">
          {unit}
        </span>
      )}
    </span>
  );
}

/** What is wrong with a field, in words, read out when it appears; takes no room while there is nothing to say. */
export function FieldMessage({ id, draft, error }: Pick<NumberInputProps, "id" | "draft" | "error">): ReactElement {
  const tone = draft.invalid || error !== undefined ? "text-bad" : "text-warn";
  return (
    <p id={`${id}-message`} aria-live="polite" className={`text-sm not-empty:mt-1 ${tone}`}>
      {messageOf({ draft, error })}
    </p>
  );
}

function messageOf({ draft, error }: Pick<NumberInputProps, "draft" | "error">): string {
  return draft.message || error || "";
}
