// In what the cards of src/rates and another price list differ: models, the five classes, tiers, the price of web searches. Pure.

/** @typedef {import("../src/pricing/rate-card.ts").Catalog} Catalog */
/** @typedef {import("../src/pricing/rate-card.ts").ModelCard} ModelCard */
/** @typedef {import("../src/pricing/rate-card.ts").RulesInForce} RulesInForce */
/** @typedef {import("@pydantic/genai-prices").ModelPrice} ModelPrice */
/** @typedef {import("@pydantic/genai-prices").ModelInfo} ModelInfo */

/**
 * One difference in the days [from, to); null = open, or not stated.
 * @typedef {{ model: string, what: string, from: string | null, to: string | null, ours: Stated, theirs: Stated }} Difference
 * @typedef {string | number | null} Stated
 */

/**
 * The other list, asked by a model's id.
 * @typedef {object} PriceList
 * @property {readonly ModelInfo[]} models
 * @property {(id: string, day: string) => { readonly model: ModelInfo, readonly prices: ModelPrice } | null} find
 */

/** Our classes by the other list's names. @type {ReadonlyMap<string, import("../src/pricing/usage.ts").TokenClass>} */
const CLASSES = new Map([
  ["input_mtok", "input"],
  ["cache_write_mtok", "cacheWrite5m"],
  ["cache_write_1h_mtok", "cacheWrite1h"],
  ["cache_read_mtok", "cacheRead"],
  ["output_mtok", "output"],
]);
const WEB_SEARCH = "web_searches_kcount";

/**
 * @param {Catalog} catalog
 * @param {PriceList} list
 * @param {(card: ModelCard, day: string) => RulesInForce} rulesInForce
 * @returns {Difference[]} by model in the catalog's order, then the models that only the other list has
 */
export function differencesOf(catalog, list, rulesInForce) {
  const met = new Set();
  const ours = catalog.models.flatMap((card) => {
    for (const id of [card.id, ...card.aliases]) met.add(list.find(id, catalog.date)?.model.id);
    return differencesOfCard(card, { list, rulesInForce, webSearch: catalog.webSearch.usdPerThousand });
  });
  const onlyTheirs = list.models.filter(({ id }) => !met.has(id));
  return [...ours, ...onlyTheirs.map(({ id }) => difference(id, { what: "model", ours: null, theirs: "listed" }))];
}

/**
 * @param {ModelCard} card
 * @param {{ list: PriceList, rulesInForce: (card: ModelCard, day: string) => RulesInForce, webSearch: number }} terms
 */
function differencesOfCard(card, { list, rulesInForce, webSearch }) {
  const found = list.find(card.id, card.released);
  if (found === null) return [difference(card.id, { what: "model", ours: "listed", theirs: null })];
  const days = changesOf(card, found.model);
  /** @type {Difference[]} */
  const open = [];
  for (const day of days) {
    const prices = list.find(card.id, day)?.prices ?? {};
    const stated = statedOn(rulesInForce(card, day), { prices, webSearch });
    for (const each of stated) {
      if (each.ours === each.theirs) continue;
      const same = open.find((known) => known.to === day && known.what === each.what && isSamePair(known, each));
      const to = days[days.indexOf(day) + 1] ?? null;
      if (same) same.to = to;
      else open.push({ ...difference(card.id, each), from: day, to });
    }
  }
  return open;
}

/**
 * The days from which something may differ: a change in either list since the model's release.
 * @param {ModelCard} card
 * @param {ModelInfo} model
 */
function changesOf(card, { id, prices }) {
  const starts = (Array.isArray(prices) ? prices : []).flatMap(({ constraint }) => {
    if (!constraint) return [];
    if (constraint.type !== "start_date") throw new Error(`${id}: a price by ${constraint.type}, which is not compared here`);
    return [constraint.start_date];
  });
  const days = [...card.periods.map(({ from }) => from), ...starts].filter((day) => day >= card.released);
  return [...new Set(days)].sort();
}

/**
 * What both say of one day, in pairs.
 * @param {RulesInForce} rules
 * @param {{ prices: ModelPrice, webSearch: number }} terms
 * @returns {{ what: string, ours: Stated, theirs: Stated }[]}
 */
function statedOn({ period, longContext }, { prices, webSearch }) {
  const unknown = Object.keys(prices).filter((key) => !CLASSES.has(key) && key !== WEB_SEARCH);
  const classes = [...CLASSES].map(([key, name]) => ({ name, price: priceOf(prices[key]) }));
  const theirTier = tierOf(classes.flatMap(({ price }) => price.starts));
  const ourTier = longContext === null ? null : tierOf([longContext.thresholdTokens]);
  return [
    ...classes.map(({ name, price }) => ({ what: name, ours: period.rates[name] ?? null, theirs: price.base })),
    { what: "long-context tier", ours: ourTier, theirs: theirTier },
    // Where only one side has a tier, that says all.
    ...(ourTier === null || theirTier === null
      ? []
      : classes.map(({ name, price }) => ({
          what: `long-context ${name}`,
          ours: longContext?.rates[name] ?? null,
          theirs: price.above,
        }))),
    { what: "webSearch", ours: webSearch, theirs: priceOf(prices[WEB_SEARCH]).base },
    ...unknown.map((key) => ({ what: key, ours: null, theirs: JSON.stringify(prices[key]) })),
  ];
}

/** @param {ModelPrice[string]} price */
function priceOf(price) {
  if (price === undefined || typeof price === "number") return { base: price ?? null, above: price ?? null, starts: [] };
  return { base: price.base, above: price.tiers.at(-1)?.price ?? null, starts: price.tiers.map(({ start }) => start) };
}

/** @param {readonly number[]} starts */
function tierOf(starts) {
  return starts.length === 0 ? null : `above ${[...new Set(starts)].sort((a, b) => a - b).join(", ")} tokens`;
}

/**
 * @param {string} model
 * @param {{ what: string, ours: Stated, theirs: Stated }} pair
 * @returns {Difference}
 */
function difference(model, { what, ours, theirs }) {
  return { model, what, from: null, to: null, ours, theirs };
}

/**
 * @param {{ ours: Stated, theirs: Stated }} a
 * @param {{ ours: Stated, theirs: Stated }} b
 */
function isSamePair(a, b) {
  return a.ours === b.ours && a.theirs === b.theirs;
}
