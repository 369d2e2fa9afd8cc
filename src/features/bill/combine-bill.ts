import { BILL_ITEMS, type LineInWords, monthInWords } from "../../scenario/bill-in-words.ts";
import type { Estimate } from "../../scenario/estimate.ts";

/** One class of tokens in the month's bill. */
export interface ClassTotal {
  readonly item: string;
  readonly name: string;
  readonly quantity: number;
  /** USD a month, all developers. */
  readonly amount: number;
  /** Of the whole bill, 0–1. */
  readonly share: number;
  readonly lines: readonly LineInWords[];
}

/** The month's bill by class, in the order of the bill. */
export function combineClasses(estimate: Pick<Estimate, "lines" | "profiles" | "perMonth">): readonly ClassTotal[] {
  const words = monthInWords(estimate);
  return BILL_ITEMS.flatMap(([item, name]) => {
    const lines = words.filter((_, index) => estimate.lines[index]?.item === item);
    if (lines.length === 0) return [];
    const amount = lines.reduce((sum, line) => sum + line.amount, 0);
    const quantity = lines.reduce((sum, line) => sum + line.quantity, 0);
    return [{ item, name, quantity, amount, share: estimate.perMonth === 0 ? 0 : amount / estimate.perMonth, lines }];
  });
}
