import { CLASS_COLUMNS, rateCells } from "../features/rates/class-rates.ts";
import { currentRates } from "../features/rates/current-rates.ts";
import { catalog } from "../rates/catalog.ts";
import type { DataColumn, DataRow } from "../ui/data-table.tsx";

/** The columns of the rate table: the model and each class of tokens. */
export const RATE_COLUMNS: readonly DataColumn[] = [{ id: "model", label: "Model" }, ...CLASS_COLUMNS];

/** What each current model costs on `catalogDate`, USD per million tokens; a long-context tier is a row of its own. */
export function rateRows(): readonly DataRow[] {
  return currentRates(catalog).map(({ id, name, rates }) => ({ id, cells: [name, ...rateCells(rates)] }));
}
