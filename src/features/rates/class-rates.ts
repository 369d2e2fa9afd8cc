import type { ClassRates } from "../../pricing/rate-card.ts";
import { TOKEN_CLASSES, type TokenClass } from "../../pricing/usage.ts";
import { BILL_ITEMS } from "../../scenario/bill-in-words.ts";
import type { DataColumn } from "../../ui/data-table.tsx";
import { formatExact } from "../../ui/format-count.ts";
import { formatRate } from "../../ui/format-money.ts";

const NAMES: ReadonlyMap<string, string> = new Map(BILL_ITEMS);

/** What a class of tokens is called on a bill. @example className("cacheRead") //=> "Cache read" */
export function className(name: TokenClass): string {
  return NAMES.get(name) ?? name;
}

/** A column for each class of tokens, in the order of a bill. */
export const CLASS_COLUMNS: readonly DataColumn[] = TOKEN_CLASSES.map((id) => ({ id, label: className(id), numeric: true }));

const SHORT: Readonly<Record<TokenClass, string>> = {
  input: "Input",
  cacheWrite5m: "Write, 5 min",
  cacheWrite1h: "Write, 1 h",
  cacheRead: "Read",
  output: "Output",
};

/** The same columns for a table with many others, whose caption says that write and read are the cache's. */
export const NARROW_CLASS_COLUMNS: readonly DataColumn[] = TOKEN_CLASSES.map((id) => ({ id, label: SHORT[id], numeric: true }));

/** A rate, USD per million tokens; one that is not known is never $0. @example rateWords(12.5) //=> "$12.50" */
export function rateWords(usd: number | null | undefined): string {
  return usd === null || usd === undefined ? "not known" : formatRate(usd);
}

/** A cell for each of `CLASS_COLUMNS`. @example rateCells({ input: 25, output: 125 })[0] //=> "$25" */
export function rateCells(rates: ClassRates): readonly string[] {
  return TOKEN_CLASSES.map((name) => rateWords(rates[name]));
}

/** What multiplies every token rate, null = not offered. @example timesWords(0.5) with a space that does not break //=> "×\u00a00.5" */
export function timesWords(multiplier: number | null): string {
  return multiplier === null ? "not offered" : `×\u00a0${formatExact(multiplier)}`;
}
