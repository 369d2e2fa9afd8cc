import { planById } from "../../scenario/plan-offers.ts";
import { formatCount } from "../../ui/format-count.ts";

/** So many of an option; a line breaks between choices only. */
export function timesOption(count: number, option: string): string {
  return `${formatCount(count)} × ${optionName(option)}`.replaceAll(" ", "\u00a0");
}

/** @example counted(2, "seat") //=> "2 seats" */
export function counted(count: number, what: string): string {
  return `${formatCount(count)} ${what}${count === 1 ? "" : "s"}`;
}

/** What an option of a seat plan is called. */
export function optionName(option: string): string {
  return option === "api" ? "API key" : planById(option).name;
}
