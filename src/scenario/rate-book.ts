import { utcDay } from "../lib/calendar.ts";
import type { Catalog, ClassRates, ModelCard, RatePeriod } from "../pricing/rate-card.ts";
import { TOKEN_CLASSES } from "../pricing/usage.ts";
import { catalog } from "../rates/catalog.ts";
import { findModel } from "../rates/resolve-model.ts";
import type { OwnModel, Scenario } from "./scenario.ts";

/** The price list that a scenario is worked out with: the catalog's, with the person's own rates laid over it. */
export interface RateBook {
  /** The card of a model by its id, or null. */
  readonly find: (model: string) => ModelCard | null;
  readonly webSearch: Catalog["webSearch"];
  /** Whether the person's own rates touch every figure (a discount). */
  readonly discounted: boolean;
}

/** The price list of a scenario: own models added, the contract discount taken off every rate of the provider. */
export function rateBook({
  ownModels,
  discountPercent,
  priceDate,
}: Pick<Scenario, "ownModels" | "discountPercent" | "priceDate">): RateBook {
  const own = new Map(ownModels.map((model) => [model.id, cardOfOwn(model, priceDate)]));
  const kept = 1 - discountPercent / 100;
  const known = new Map<string, ModelCard | null>();
  const find = (model: string): ModelCard | null => {
    const ready = known.get(model);
    if (ready !== undefined) return ready;
    // Own rates are what the person pays: a contract's discount is on the list price only.
    const card = own.get(model) ?? discounted(findModel(model), kept);
    known.set(model, card);
    return card;
  };
  return {
    find,
    webSearch: { ...catalog.webSearch, usdPerThousand: catalog.webSearch.usdPerThousand * kept },
    discounted: discountPercent > 0,
  };
}

/** Whether a model id is one of the person's own. */
export function isOwnModel(model: string): boolean {
  return model.startsWith("own-");
}

function cardOfOwn({ id, rates, tokenizer }: OwnModel, priceDate: string): ModelCard {
  const day = utcDay(priceDate);
  return {
    id,
    name: id.slice("own-".length),
    family: "own",
    aliases: [],
    status: "current",
    released: day,
    retired: null,
    periods: [
      { from: day, to: null, rates, longContext: null, contextWindow: 1_000_000, source: "your own rates", checkedOn: day },
    ],
    fast: [],
    batchMultiplier: 0.5,
    // Own rates are meant as paid, wherever the requests are served.
    usMultiplier: 1,
    regionalMultiplier: 1,
    tokenizer,
    minCacheableTokens: null,
    confidence: "medium",
  };
}

function discounted(card: ModelCard | null, kept: number): ModelCard | null {
  if (card === null || kept === 1) return card;
  const cut = (rates: ClassRates): ClassRates =>
    Object.fromEntries(TOKEN_CLASSES.flatMap((name) => (rates[name] === undefined ? [] : [[name, rates[name] * kept]])));
  const cutPeriod = (period: RatePeriod): RatePeriod => ({
    ...period,
    rates: cut(period.rates),
    longContext: period.longContext && { ...period.longContext, rates: cut(period.longContext.rates) },
  });
  return { ...card, periods: card.periods.map(cutPeriod) };
}
