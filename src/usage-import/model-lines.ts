import { type BillLine, billLine, totalOf } from "../pricing/bill-line.ts";
import { TOKEN_CLASSES } from "../pricing/usage.ts";

/** One line of a bill and the model that it is for. */
export interface ModelLine extends BillLine {
  /** The catalog's id. */
  readonly model: string;
}

type Rate = Omit<ModelLine, "quantity" | "amount">;

/** Numbers the models, items and rates of a log as they come: a log has a million lines, and a few hundred of these. */
export interface LineBook {
  readonly rates: Rate[];
  readonly models: Map<string, ModelRates>;
}

/** The numbers of one model's rates in a book. */
export interface ModelRates {
  readonly model: string;
  readonly book: LineBook;
  readonly slots: number[];
}

/**
 * Quantities being added up in place: what stands at a place is of the rate with that number. Amounts are worked out at the end, as
 * quantity × rate: half the work, and exact.
 */
export type LineSums = number[];

/** A book without rates. */
export function emptyBook(): LineBook {
  return { rates: [], models: new Map() };
}

/** A model's rates, for `slotOf`; one look-up for all lines of a request. */
export function ratesFor(book: LineBook, model: string): ModelRates {
  const known = book.models.get(model);
  if (known) return known;
  const rates: ModelRates = { model, book, slots: [] };
  book.models.set(model, rates);
  return rates;
}

/** The number of a line's rate; a rate that is new gets the next one. */
export function slotOf({ model, book: { rates }, slots }: ModelRates, { item, rate, per }: BillLine): number {
  for (const slot of slots) {
    const known = rates[slot];
    if (known?.item === item && known.rate === rate && known.per === per) return slot;
  }
  const slot = rates.push({ model, item, rate, per }) - 1;
  slots.push(slot);
  return slot;
}

/** Adds a quantity to what stands at a rate's place. */
export function addQuantity(sums: LineSums, slot: number, quantity: number): void {
  while (sums.length <= slot) sums.push(0);
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
