import type { ReactElement } from "react";
import { formatAboutConverted, formatConverted, rateInWords, type ShownCurrency } from "./format-currency.ts";

export interface ConvertedProps {
  /** USD, unrounded. */
  readonly usd: number;
  /** The other end, where the amount is a range. */
  readonly to?: number | undefined;
  readonly currency: ShownCurrency;
  /** Behind the amount: `a month`. */
  readonly period?: string | undefined;
  /** Whole units from 10 up, beside a sentence that itself says "about". */
  readonly about?: boolean | undefined;
  /** Whether the rate is stated: once near the amounts is enough. */
  readonly withRate?: boolean | undefined;
}

/** An amount in the person's own currency, beside the one in US dollars; nothing where that is the currency. @example <Converted usd={100} currency={{ code: "EUR", perUsd: 0.92 }} /> reads "≈ €92.00" */
export function Converted({
  usd,
  to = usd,
  currency,
  period,
  about = false,
  withRate = false,
}: ConvertedProps): ReactElement | null {
  if (currency.code === "USD") return null;
  const format = about ? formatAboutConverted : formatConverted;
  const ends = new Set([usd, to].map((end) => format(end, currency)));
  return (
    <span data-converted="">
      <span className="whitespace-nowrap">≈ {[...ends].join(" to ")}</span>
      {period === undefined ? "" : ` ${period}`}
      {withRate ? `, ${rateInWords(currency)}` : ""}
    </span>
  );
}
