import { type BillLine, billLine, totalOf } from "../pricing/bill-line.ts";
import { TOKEN_CLASSES } from "../pricing/usage.ts";
import { REQUEST_COUNTS } from "./measured-rows.ts";
import { type RequestTerms, unitLines } from "./request-terms.ts";

/** One line of a bill and the model that it is for. */
export interface ModelLine extends BillLine {
  /** The catalog's id. */
  readonly model: string;
}

type Rate = Omit<ModelLine, "quantity" | "amount">;

/** Numbers the models, items and rates of a log as they come: a log has a million lines, and a few hundred of these. */
export interface LineBook {
  readonly rates: Rate[];
  /** The numbers of each model's rates. */
  readonly byModel: Map<string, number[]>;
}

/**
 * Quantities being added up in place: what stands at a place is of the rate with that number. Amounts are worked out at the end, as
 * quantity × rate: half the work, and exact.
 */
export type LineSums = Float64Array;

/** A book without rates. */
export function emptyBook(): LineBook {
  return { rates: [], byModel: new Map() };
}

/**
 * The numbers of the rates of some terms, in the order of `REQUEST_COUNTS`; one that is new gets the next number. A class without a rate has
 * number 0, whose rate is anyone's: nothing is ever counted for it.
 */
export function slotsOf(book: LineBook, terms: RequestTerms): readonly number[] {
  const lines = unitLines(terms);
  return REQUEST_COUNTS.map((name) => {
    const line = lines.find(({ item }) => item === (name === "webSearches" ? "webSearch" : name));
    return line ? slotOf(book, { model: terms.model, item: line.item, rate: line.rate, per: line.per }) : 0;
  });
}

function slotOf({ rates, byModel }: LineBook, rate: Rate): number {
  const slots = byModel.get(rate.model) ?? [];
  byModel.set(rate.model, slots);
  for (const slot of slots) {
    const known = rates[slot];
    if (known?.item === rate.item && known.rate === rate.rate && known.per === rate.per) return slot;
  }
  const slot = rates.push(rate) - 1;
  slots.push(slot);
  return slot;
}

/** Nothing yet, of all the rates that a book has. */
export function emptyLines({ rates }: LineBook): LineSums {
  return new Float64Array(rates.length);
}

/** Adds a quantity to what stands at a rate's place. */
export function addQuantity(sums: LineSums, slot: number, quantity: number): void {
  sums[slot] = (sums[slot] ?? 0) + quantity;
}

/** The sums as lines: the dearest model first, each in the order of a bill, the dearer rate first. */
export function billOf(sums: LineSums, { rates }: LineBook): ModelLine[] {
  const byModel = new Map<string, ModelLine[]>();
  rates.forEach(({ model, ...rate }, slot) => {
    const quantity = sums[slot] ?? 0;
    if (quantity === 0) return;
    byModel.set(model, [...(byModel.get(model) ?? []), { model, ...billLine({ ...rate, quantity }) }]);
  });
  return [...byModel]
    .map(([model, lines]) => ({ model, lines: lines.sort(byItem), cost: totalOf(lines) }))
    .sort((one, other) => other.cost - one.cost || (one.model < other.model ? -1 : 1))
    .flatMap(({ lines }) => lines);
}

function byItem(one: ModelLine, other: ModelLine): number {
  return placeOf(one) - placeOf(other) || other.rate - one.rate;
}

// Web searches are no token class: they come last.
function placeOf({ item }: ModelLine): number {
  const place = (TOKEN_CLASSES as readonly string[]).indexOf(item);
  return place === -1 ? TOKEN_CLASSES.length : place;
}
