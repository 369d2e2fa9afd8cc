import type { ReactElement } from "react";
import { formatAboutUsd, formatUsd } from "./format-money.ts";

export interface MoneyProps {
  /** USD, unrounded. */
  readonly usd: number;
  /** For what: `a month`, `per developer a month`, `a session`. */
  readonly period?: string | undefined;
  /** Whole dollars from $10 up, for a sentence that itself says "about". */
  readonly about?: boolean | undefined;
}

/** An amount with its period, in the size of its surroundings. @example <Money usd={12.3} period="a month" /> reads "$12.30 a month" */
export function Money({ usd, period, about = false }: MoneyProps): ReactElement {
  return (
    <span>
      <span className="whitespace-nowrap">{about ? formatAboutUsd(usd) : formatUsd(usd)}</span>
      {period === undefined ? null : <span className="text-soft"> {period}</span>}
    </span>
  );
}
