import { type ChangeEvent, type FocusEvent, type KeyboardEvent, useEffect, useEffectEvent, useState } from "react";
import { formatExact, formatTyped } from "./format-count.ts";
import { type NumberLimits, type Reading, readNumber } from "./read-number.ts";

export interface NumberDraftOptions extends NumberLimits {
  readonly value: number;
  readonly onChange: (value: number) => void;
  readonly onValidity?: ((valid: boolean) => void) | undefined;
}

/** What a number input shows, and what it does on events. */
export interface NumberDraft {
  readonly text: string;
  /** What is wrong, or what was set instead; empty when all is well. */
  readonly message: string;
  readonly invalid: boolean;
  readonly handlers: {
    readonly onFocus: (event: FocusEvent<HTMLInputElement>) => void;
    readonly onBlur: () => void;
    readonly onChange: (event: ChangeEvent<HTMLInputElement>) => void;
    readonly onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void;
  };
}

/**
 * A text being typed beside the value that it stands for: each text that can be used is handed on at once, any other stays as it is
 * and says why. Enter and leaving the field commit; a value out of range is then set to the nearest possible one, in words.
 */
export function useNumberDraft({ value, onChange, onValidity, ...limits }: NumberDraftOptions): NumberDraft {
  const [draft, setDraft] = useState<string | null>(null);
  const [clamped, setClamped] = useState("");
  const [known, setKnown] = useState(value);
  const [focused, setFocused] = useState(false);

  if (value !== known) {
    setKnown(value);
    if (!focused) forget();
  }
  const reading = draft === null ? null : readNumber(draft, limits);
  const invalid = reading !== null && reading.kind !== "value";
  useValidity(!invalid, onValidity);

  function forget(): void {
    setDraft(null);
    setClamped("");
  }
  function handOn(next: number): void {
    setKnown(next);
    if (next !== value) onChange(next);
  }
  function type(text: string): void {
    setDraft(text);
    setClamped("");
    const typed = readNumber(text, limits);
    if (typed.kind === "value") handOn(typed.value);
  }
  function commit(): void {
    if (reading === null || reading.kind === "unreadable") return;
    setDraft(null);
    if (reading.kind === "value") return;
    setClamped(`${reading.message}: set to that.`);
    handOn(reading.nearest);
  }
  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.key === "Enter") commit();
    if (event.key !== "Escape" || draft === null) return;
    // Else the same press would also close the dialog around the field.
    event.preventDefault();
    forget();
  }

  return {
    // Ungrouped while edited: a digit put after 1,500 would make 1,5000.
    text: draft ?? (focused ? formatTyped(value) : formatExact(value)),
    message: messageOf(reading) || clamped,
    invalid,
    handlers: {
      onFocus: (event) => {
        if (draft === null) ungroup(event.target, formatTyped(value));
        setFocused(true);
      },
      onBlur: () => {
        setFocused(false);
        commit();
      },
      onChange: (event) => type(event.target.value),
      onKeyDown,
    },
  };
}

function messageOf(reading: Reading | null): string {
  if (reading === null || reading.kind === "value") return "";
  return reading.kind === "beyond" ? `${reading.message}.` : reading.message;
}

/** Says false when a field stops being valid; true when it is again, or is gone. */
function useValidity(valid: boolean, onValidity: ((valid: boolean) => void) | undefined): void {
  const report = useEffectEvent((now: boolean) => onValidity?.(now));
  useEffect(() => {
    if (valid) return;
    report(false);
    return () => report(true);
  }, [valid]);
}

// At once, not by the next render, which would lose a selection made meanwhile. Reached by Tab or a script the text is selected, to be
// typed over, as the browser itself would have done it; a pointer (active while it presses) goes on to put the caret where it points.
function ungroup(input: HTMLInputElement, text: string): void {
  input.value = text;
  if (!input.matches(":active")) input.select();
}
