import { type ChangeEvent, type ReactElement, useState } from "react";
import { markReadable } from "../../state/actions.ts";

// What people pay Claude in most; any other three letters can be typed.
const COMMON = [
  ..."AUD BRL CAD CHF CNY CZK DKK EUR GBP HKD IDR ILS INR JPY KRW MXN NOK NZD PLN SEK SGD TRY TWD UAH USD ZAR".split(" "),
];
const CODE = /^[A-Z]{3}$/;
const ID = "currency-code";

export interface CurrencyCodeProps {
  readonly code: string;
  /** Every whole code, while typing. */
  readonly onChange: (code: string) => void;
}

/** The three letters of a currency: a list to choose from, or typed. Left empty it is US dollars. */
export function CurrencyCode({ code, onChange }: CurrencyCodeProps): ReactElement {
  const [draft, setDraft] = useState<string | null>(null);
  const isBad = draft !== null && !CODE.test(draft) && draft !== "";
  const type = (event: ChangeEvent<HTMLInputElement>): void => {
    const text = event.target.value.trim().toUpperCase();
    setDraft(text);
    const next = text === "" ? "USD" : text;
    markReadable(ID, CODE.test(next));
    if (CODE.test(next)) onChange(next);
  };
  const leave = (): void => {
    setDraft(null);
    markReadable(ID, true);
  };
  return (
    <div className="flex flex-col items-start">
      <label htmlFor={ID} className="mb-1 text-sm font-medium">
        Show amounts in another currency too
      </label>
      <input
        id={ID}
        className="field w-36 pointer-coarse:w-40"
        list={`${ID}-list`}
        value={draft ?? code}
        maxLength={12}
        autoComplete="off"
        spellCheck={false}
        onFocus={(event) => event.target.select()}
        onChange={type}
        onBlur={leave}
        aria-invalid={isBad || undefined}
        aria-describedby={`${ID}-message`}
      />
      <datalist id={`${ID}-list`}>
        {COMMON.map((common) => (
          <option key={common} value={common}>
            {nameOf(common)}
          </option>
        ))}
      </datalist>
      <p id={`${ID}-message`} aria-live="polite" className={isBad ? "mt-1 text-sm text-bad" : "mt-1 text-sm text-soft"}>
        {isBad
          ? "Three letters, such as EUR; on leaving, the last good ones stay."
          : `${nameOf(code)}. USD shows US dollars alone.`}
      </p>
    </div>
  );
}

// A code that the browser has no name for is its own name.
function nameOf(code: string): string {
  return new Intl.DisplayNames("en-US", { type: "currency" }).of(code) ?? code;
}
