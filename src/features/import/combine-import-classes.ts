import { totalOf } from "../../pricing/bill-line.ts";
import { TOKEN_CLASSES } from "../../pricing/usage.ts";
import { BILL_ITEMS } from "../../scenario/bill-in-words.ts";
import { formatPercent, formatTokens, formatTokensShort } from "../../ui/format-count.ts";
import { formatUsd, roundTogether } from "../../ui/format-money.ts";
import type { LogTotals } from "../../usage-import/log-summary.ts";
import type { ModelLine } from "../../usage-import/model-lines.ts";

/** One class of tokens, or the web searches. */
export interface MeasuredClassRow {
  readonly item: string;
  readonly name: string;
  readonly quantity: string;
  /** Of all tokens; null for web searches. */
  readonly tokenShare: string | null;
  readonly amount: string;
  readonly costShare: string;
  readonly lines: readonly ModelLine[];
}

/** Where the tokens went. */
export interface MeasuredClassesView {
  readonly takeaway: string;
  readonly rows: readonly MeasuredClassRow[];
  readonly total: string;
}

/** Tokens and cost of a log by class; classes that were not used have no row. */
export function combineClasses({ usage, lines, cost }: Pick<LogTotals, "usage" | "lines" | "cost">): MeasuredClassesView {
  const tokens = TOKEN_CLASSES.reduce((sum, name) => sum + usage[name], 0);
  const quantityOf = (item: string): number =>
    item === "webSearch"
      ? usage.webSearches
      : (TOKEN_CLASSES.map((name) => [name, usage[name]] as const).find(([name]) => name === item)?.[1] ?? 0);
  const classes = BILL_ITEMS.map(([item, name]) => {
    const own = lines.filter((line) => line.item === item);
    return { item, name, quantity: quantityOf(item), amount: totalOf(own), lines: own };
  })
    .filter(({ quantity }) => quantity > 0)
    .sort((one, other) => other.quantity - one.quantity);
  const amounts = roundTogether(classes.map(({ amount }) => amount));
  const shareOfCost = (amount: number): string => (cost ? formatPercent(amount / cost) : "–");
  return {
    takeaway: takeawayOf(usage.cacheRead, { tokens, readCost: totalOf(lines.filter(({ item }) => item === "cacheRead")), cost }),
    rows: classes.map(({ item, name, quantity, amount, lines: own }, index) => ({
      item,
      name,
      quantity:
        item === "webSearch"
          ? `${formatTokens(quantity)} ${quantity === 1 ? "search" : "searches"}`
          : formatTokensShort(quantity),
      tokenShare: item === "webSearch" ? null : formatPercent(quantity / tokens),
      amount: own.length === 0 ? "no known price" : (amounts[index] ?? ""),
      costShare: shareOfCost(amount),
      lines: own,
    })),
    total: formatUsd(cost ?? 0),
  };
}

function takeawayOf(
  reads: number,
  { tokens, readCost, cost }: { readonly tokens: number; readonly readCost: number; readonly cost: number | null },
): string {
  if (tokens === 0 || reads === 0) return "Nothing was read from the cache: every request paid for its whole prompt.";
  const ofCost = cost ? ` and ${formatPercent(readCost / cost)} of the cost` : "";
  return `Cache reads are ${formatPercent(reads / tokens)} of all tokens${ofCost}: each request sends the conversation again, and nothing on the screen shows it.`;
}
