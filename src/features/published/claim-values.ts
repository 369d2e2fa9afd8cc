import { plans } from "../../rates/plans.ts";
import type { JudgedFigure } from "../../scenario/published/judge-claim.ts";
import { type ClaimValue, type FigureUnit, isSpan } from "../../scenario/published/published-claim.ts";
import { formatExact, formatTokens } from "../../ui/format-count.ts";
import { formatRate } from "../../ui/format-money.ts";

/** What a figure is of; tokens are named here, because beside each number they would take the room of another column. */
export function labelWords({ label, unit }: Pick<JudgedFigure, "label" | "unit">): string {
  const counted = unit === "tokens" ? "tokens" : "";
  if (label === "") return counted || ALONE[unit];
  return counted === "" ? label : `${label} (${counted})`;
}

/** What a claim's only figure is called by its unit. */
const ALONE: Readonly<Record<FigureUnit, string>> = {
  usd: "cost",
  "usd-per-million": "rate",
  tokens: "tokens",
  share: "share",
  times: "ratio",
  calls: "calls or sessions",
  days: "day",
  choice: "choice",
  "yes-or-no": "holds",
};

/** A figure as it was published, in words. @example "$3 or more" */
export function publishedWords({ published, unit, meant }: JudgedFigure): string {
  if (published === null) return "not given";
  const words = valueWords(published, unit);
  return meant === "at-least" ? `${words} or more` : words;
}

/** Ours beside it, to the millionth of a dollar; an input that no price can check is only repeated. */
export function ourWords({ ours, unit, meant }: JudgedFigure): string {
  return meant === "given" ? "taken as given" : valueWords(ours, unit);
}

/**
 * A value in its unit. @throws RangeError for NaN and Infinity
 * @example valueWords({ low: 0.4, high: 0.6 }, "share") //=> "40–60 %"
 */
export function valueWords(value: ClaimValue, unit: FigureUnit): string {
  if (isSpan(value)) return spanWords(value.low, value.high, { unit });
  if (typeof value === "boolean") return value ? "yes" : "no";
  return typeof value === "string" ? choiceName(value) : numberText(value, unit) + AFTER[unit];
}

function spanWords(low: number, high: number, { unit }: { readonly unit: FigureUnit }): string {
  return `${numberText(low, unit)}–${numberText(high, unit)}${AFTER[unit]}`;
}

/** What stands behind a number of each unit; tokens, days and calls are said by the figure's label. */
const AFTER: Readonly<Record<FigureUnit, string>> = {
  usd: "",
  "usd-per-million": " a million",
  tokens: "",
  share: " %",
  times: "×",
  calls: "",
  days: "",
  choice: "",
  "yes-or-no": "",
};

function numberText(value: number, unit: FigureUnit): string {
  if (unit === "usd" || unit === "usd-per-million") return formatRate(value);
  if (unit === "tokens") return formatTokens(value);
  return unit === "share" ? decimals(value * 100, 1) : decimals(value, unit === "times" ? 2 : 1);
}

function decimals(value: number, most: number): string {
  return formatExact(Number(value.toFixed(most)));
}

// By the name that the guides knew a plan by.
function choiceName(code: string): string {
  if (code === "api") return "the API";
  const names = plans.flatMap(({ name, formerNames }) => [name, ...formerNames.map((former) => former.name)]);
  return names.find((name) => name.toLowerCase().replaceAll(" ", "") === code) ?? code;
}
