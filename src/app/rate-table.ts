import { rulesInForce } from "../pricing/rate-card.ts";
import { catalog, catalogDate } from "../rates/catalog.ts";
import { shortName } from "../scenario/bill-in-words.ts";
import type { DataColumn, DataRow } from "../ui/data-table.tsx";
import { formatTokens } from "../ui/format-count.ts";
import { formatRate } from "../ui/format-money.ts";

const CLASSES = [
  ["input", "Input"],
  ["cacheWrite5m", "Cache write, 5 minutes"],
  ["cacheWrite1h", "Cache write, 1 hour"],
  ["cacheRead", "Cache read"],
  ["output", "Output"],
] as const;

/** The columns of the rate table: the model and each class of tokens. */
export const RATE_COLUMNS: readonly DataColumn[] = [
  { id: "model", label: "Model" },
  ...CLASSES.map(([id, label]) => ({ id, label, numeric: true })),
];

/** What each current model costs on `catalogDate`, USD per million tokens; a long-context tier is a row of its own. */
export function rateRows(): readonly DataRow[] {
  return catalog.models
    .filter(({ status }) => status === "current")
    .flatMap((card) => {
      const { period, longContext } = rulesInForce(card, catalogDate);
      const name = shortName(card.name);
      const row = { id: card.id, cells: [name, ...cellsOf(period.rates)] };
      if (longContext === null) return [row];
      const label = `${name}, prompts over ${formatTokens(longContext.thresholdTokens)} tokens`;
      return [row, { id: `${card.id} long`, cells: [label, ...cellsOf(longContext.rates)] }];
    });
}

// A rate that is not known is never $0.
function cellsOf(rates: Readonly<Partial<Record<(typeof CLASSES)[number][0], number>>>): readonly string[] {
  return CLASSES.map(([id]) => (rates[id] === undefined ? "not known" : formatRate(rates[id])));
}
