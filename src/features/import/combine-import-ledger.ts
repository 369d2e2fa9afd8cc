import { totalOf } from "../../pricing/bill-line.ts";
import { formatPercent, formatTokens, formatTokensShort } from "../../ui/format-count.ts";
import { formatUsd, roundTogether } from "../../ui/format-money.ts";
import type { CacheLedger, LedgerEntry } from "../../usage-import/cache-ledger.ts";
import type { ModelLine } from "../../usage-import/model-lines.ts";
import type { WriteCause } from "../../usage-import/write-cause.ts";

/** The writes of one cause, of the main conversations or of subagents. */
export interface LedgerRow {
  readonly id: string;
  readonly name: string;
  readonly requests: string;
  readonly tokens: string;
  readonly amount: string;
  readonly share: string;
  readonly lines: readonly ModelLine[];
}

/** What cache writes were for. */
export interface LedgerView {
  readonly takeaway: string;
  readonly rows: readonly LedgerRow[];
  readonly total: string;
}

const CAUSES: Readonly<Record<WriteCause, string>> = {
  first: "First write of a conversation",
  growth: "New text",
  "after-minutes": "Again after a pause of 5 to 60 minutes",
  "after-hours": "Again after a pause of more than an hour",
  "model-switch": "Again for another model",
  compaction: "After compaction",
  other: "Again for another reason (changed beginning, rewind, lost cache)",
};

const AGAIN: readonly WriteCause[] = ["after-minutes", "after-hours", "model-switch", "other"];

/** The ledger of cache writes; null where nothing was written. Causes that never came up have no row. */
export function combineLedger({ main, subagents }: CacheLedger): LedgerView | null {
  const all = [
    ...main.map((entry) => ({ ...entry, id: entry.cause, name: CAUSES[entry.cause] })),
    ...subagents.map((entry) => ({
      ...entry,
      id: `subagents ${entry.cause}`,
      name: `Subagents: ${lowerFirst(CAUSES[entry.cause])}`,
    })),
  ].filter(({ tokens }) => tokens > 0);
  if (all.length === 0) return null;
  const total = totalOf(all.map(({ cost }) => ({ amount: cost })));
  const amounts = roundTogether(all.map(({ cost }) => cost));
  return {
    takeaway: takeawayOf(all, total),
    rows: all.map(({ id, name, requests, tokens, cost, lines }, index) => ({
      id,
      name,
      requests: formatTokens(requests),
      tokens: formatTokensShort(tokens),
      amount: lines.length === 0 ? "no known price" : (amounts[index] ?? ""),
      share: total === 0 ? "–" : formatPercent(cost / total),
      lines,
    })),
    total: formatUsd(total),
  };
}

function takeawayOf(entries: readonly LedgerEntry[], total: number): string {
  if (total === 0) return "None of the cache writes has a known price.";
  const again = entries.filter(({ cause }) => AGAIN.includes(cause));
  const cost = totalOf(again.map((entry) => ({ amount: entry.cost })));
  if (cost === 0) return `Cache writes cost ${formatUsd(total)}; nothing had to be written again.`;
  const [most] = [...again].sort((one, other) => other.cost - one.cost);
  const mostly = most ? `, most of it ${WHY[most.cause]}` : "";
  return `Cache writes cost ${formatUsd(total)}; ${formatUsd(cost)} of it (${formatPercent(cost / total)}) wrote again what had been there before${mostly}.`;
}

const WHY: Readonly<Record<WriteCause, string>> = {
  first: "at the start",
  growth: "as new text",
  "after-minutes": "after pauses of 5 to 60 minutes",
  "after-hours": "after pauses of more than an hour",
  "model-switch": "after a switch of model",
  compaction: "after compaction",
  other: "without a pause, switch or compaction to explain it",
};

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
