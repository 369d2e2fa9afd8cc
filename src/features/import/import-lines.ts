import type { ModelCard, RatePeriod } from "../../pricing/rate-card.ts";
import { TOKEN_CLASSES } from "../../pricing/usage.ts";
import { catalog } from "../../rates/catalog.ts";
import { findModel } from "../../rates/resolve-model.ts";
import { BILL_ITEMS, type LineInWords, shortName } from "../../scenario/bill-in-words.ts";
import type { ModelLine } from "../../usage-import/model-lines.ts";

// An unknown name can be anything that stood in the text.
const MOST_CHARACTERS = 60;

const ITEMS: ReadonlyMap<string, string> = new Map(BILL_ITEMS);

/** Lines of measured requests as a reader needs them: each at the rate of its own day. */
export function measuredLinesInWords(lines: readonly ModelLine[]): readonly LineInWords[] {
  return lines.map((line, index) => {
    const card = findModel(line.model);
    const listed = card && listedAt(card, line);
    return {
      id: String(index),
      item: itemOf(line, listed !== null),
      quantity: line.quantity,
      ...(line.per === 1_000 ? { unit: "searches", per: "1,000 searches" } : { unit: "tokens", per: "MTok" }),
      rate: line.rate,
      amount: line.amount,
      source: sourceOf(line, card, listed),
    };
  });
}

/** A model's name without the brand; the id, cut short, where the catalog knows none. @example modelName("claude-opus-5-5") //=> "Opus 5.5" */
export function modelName(id: string): string {
  const card = findModel(id);
  if (card) return shortName(card.name);
  return id.length > MOST_CHARACTERS ? `${id.slice(0, MOST_CHARACTERS)}…` : id;
}

function itemOf({ item, model }: ModelLine, isListed: boolean): string {
  const name = `${ITEMS.get(item) ?? item}, ${modelName(model)}`;
  return item === "webSearch" || isListed ? name : `${name} (rate with fast mode, batch or place in it)`;
}

function sourceOf({ item }: ModelLine, card: ModelCard | null, listed: RatePeriod | null): LineInWords["source"] {
  if (item === "webSearch") return { label: catalog.webSearch.source, checkedOn: catalog.webSearch.checkedOn };
  const period = listed ?? card?.periods.at(-1);
  return period ? { label: `in force from ${period.from}; ${period.source}`, checkedOn: period.checkedOn } : "own";
}

/** The latest period in whose list a rate stands; null for a rate that has a modifier in it. */
function listedAt({ periods }: ModelCard, { item, rate }: ModelLine): RatePeriod | null {
  const name = TOKEN_CLASSES.find((known) => known === item);
  if (!name) return null;
  return periods.findLast(({ rates, longContext }) => rates[name] === rate || longContext?.rates[name] === rate) ?? null;
}
