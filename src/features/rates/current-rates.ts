import { type IsoDay, isWithin } from "../../lib/calendar.ts";
import { type Catalog, type ClassRates, type ModelCard, rulesInForce } from "../../pricing/rate-card.ts";
import { modelName } from "../../scenario/model-options.ts";
import type { DataColumn, DataRow } from "../../ui/data-table.tsx";
import { formatTokens } from "../../ui/format-count.ts";
import { NARROW_CLASS_COLUMNS, rateCells, timesWords } from "./class-rates.ts";

/** What one tier of a current model costs on the catalog's day. */
export interface CurrentRate {
  readonly id: string;
  /** "Haiku 5.5, prompts over 100,000 tokens" */
  readonly name: string;
  readonly card: ModelCard;
  readonly rates: ClassRates;
  /** The first day of the rates in force. */
  readonly since: IsoDay;
}

/** The current models with their rates on the catalog's day; a long-context tier is a row of its own. */
export function currentRates({ models, date }: Pick<Catalog, "models" | "date">): readonly CurrentRate[] {
  return models
    .filter(({ status }) => status === "current")
    .flatMap((card) => {
      const { period, longContext } = rulesInForce(card, date);
      const row = { id: card.id, name: modelName(card.id), card, rates: period.rates, since: period.from };
      if (longContext === null) return [row];
      const name = `${row.name}, prompts over ${formatTokens(longContext.thresholdTokens)} tokens`;
      return [row, { ...row, id: `${card.id} long`, name, rates: longContext.rates }];
    });
}

/** Rates, what multiplies them, and since when they are in force. */
export const CURRENT_COLUMNS: readonly DataColumn[] = [
  { id: "model", label: "Model" },
  ...NARROW_CLASS_COLUMNS,
  { id: "batch", label: "Batch", numeric: true },
  { id: "fast", label: "Fast mode", numeric: true },
  { id: "us", label: "US only", numeric: true },
  { id: "regional", label: "Regional", numeric: true },
  { id: "since", label: "Since", numeric: true },
];

/** A row for each current model and tier. */
export function currentRows(catalog: Pick<Catalog, "models" | "date">): readonly DataRow[] {
  return currentRates(catalog).map(({ id, name, card, rates, since }) => {
    const fast = card.fast.find((period) => isWithin(catalog.date, period))?.multiplier ?? null;
    const modifiers = [card.batchMultiplier, fast, card.usMultiplier, card.regionalMultiplier];
    return { id, cells: [name, ...rateCells(rates), ...modifiers.map(timesWords), since] };
  });
}
