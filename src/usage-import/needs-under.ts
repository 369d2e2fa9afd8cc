import { outOfRange } from "../lib/range-error.ts";
import type { ModelCard } from "../pricing/rate-card.ts";
import { catalogDate } from "../rates/catalog.ts";
import { findModel } from "../rates/resolve-model.ts";
import type { MeasuredLog } from "./measured-log.ts";
import { responsesOf } from "./measured-rows.ts";
import { createRateTable, tokenCostAtRates } from "./what-if-rates.ts";

/** Two models of the catalog, by their ids. */
export interface ModelPair {
  readonly model: string;
  readonly against: string;
}

/**
 * The share of the tokens under which `model` is cheaper for this log than `against`: 0.5 = it is, if it needs less than half of them.
 * Both are priced on the tokens as measured, request by request at its day and tier; web searches, which either would make, are left out.
 * Unknown models' requests do not count.
 *
 * @returns null where there is nothing to compare: no tokens, or a class used that one of the two has no rate for
 * @throws RangeError for a model that the catalog does not know
 * @example breakEvenShare(log, { model: "claude-opus-5-5", against: "claude-sonnet-5-5" }) //=> 0.5, for $4 and $2 input
 */
export function breakEvenShare(log: MeasuredLog, { model, against }: ModelPair): number | null {
  const share = tokenCost(log, cardOf("against", against)) / tokenCost(log, cardOf("model", model));
  return Number.isFinite(share) ? share : null;
}

function tokenCost(log: MeasuredLog, card: ModelCard): number {
  const ratesOf = createRateTable();
  let sum = 0;
  for (const { day, requests } of responsesOf(log.rows))
    for (const request of requests) {
      if (request.known) sum += tokenCostAtRates(ratesOf(card, day ?? catalogDate, request), request.usage);
    }
  return sum;
}

function cardOf(field: string, id: string): ModelCard {
  const card = findModel(id);
  if (card === null) throw outOfRange(field, id, `a model of the catalog of ${catalogDate}`);
  return card;
}
