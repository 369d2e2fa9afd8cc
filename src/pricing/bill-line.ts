import { outOfRange } from "../lib/range-error.ts";
import type { ClassRates, WebSearchFee } from "./rate-card.ts";
import { TOKEN_CLASSES, type TokenClass, type Usage } from "./usage.ts";

/** One line of a bill: `amount = quantity × rate / per`. */
export interface BillLine {
  /** What is charged: a token class, `webSearch`, or `routerFee`. */
  readonly item: TokenClass | "webSearch" | string;
  readonly quantity: number;
  /** USD for `per` units, every modifier (tier, fast, geo, batch) already inside. */
  readonly rate: number;
  /** The number of units that `rate` is for: 1,000,000 tokens, 1,000 searches, 1 request. */
  readonly per: number;
  /** USD, unrounded: the view rounds. */
  readonly amount: number;
}

const TOKENS_PER_MTOK = 1_000_000;

/** A line from its quantity and rate. @example billLine({ item: "output", quantity: 200_000, rate: 15, per: 1_000_000 }).amount //=> 3 */
export function billLine({ item, quantity, rate, per }: Omit<BillLine, "amount">): BillLine {
  return { item, quantity, rate, per, amount: (quantity * rate) / per };
}

/**
 * The lines of some tokens at one set of rates, each rate times `factor`; a class that is not used has no line.
 * @throws RangeError for a class that is used and has no rate: an unknown rate is never 0
 */
export function tokenLines(
  usage: Usage,
  rates: ClassRates,
  { factor, model }: { readonly factor: number; readonly model: string },
): BillLine[] {
  const lines: BillLine[] = [];
  for (const item of TOKEN_CLASSES) {
    const quantity = usage[item] ?? 0;
    if (quantity === 0) continue;
    const rate = rates[item];
    if (rate === undefined) throw outOfRange(`usage.${item}`, quantity, `priced: no rate of ${model} for it is known`);
    lines.push(billLine({ item, quantity, rate: rate * factor, per: TOKENS_PER_MTOK }));
  }
  return lines;
}

/** The line of server-side web searches, or none; no modifier touches it. */
export function webSearchLines(searches: number, fee: WebSearchFee): BillLine[] {
  return searches === 0 ? [] : [billLine({ item: "webSearch", quantity: searches, rate: fee.usdPerThousand, per: 1_000 })];
}

/** What lines add up to, USD unrounded. */
export function totalOf(lines: readonly { readonly amount: number }[]): number {
  return lines.reduce((sum, line) => sum + line.amount, 0);
}

/** One line for each group and rate, quantities and amounts added, in the order in which they first appear. */
export function mergeLines<Line extends BillLine>(lines: readonly Line[], groupOf: (line: Line) => string): Line[] {
  const groups = new Map<string, number[]>();
  const merged: Line[] = [];
  for (const line of lines) {
    const group = groups.get(groupOf(line)) ?? [];
    const at = group.find((index) => merged[index]?.rate === line.rate && merged[index]?.per === line.per);
    const same = at === undefined ? undefined : merged[at];
    if (at !== undefined && same)
      merged[at] = { ...same, quantity: same.quantity + line.quantity, amount: same.amount + line.amount };
    else groups.set(groupOf(line), [...group, merged.push(line) - 1]);
  }
  return merged;
}
