import type { Days } from "../../lib/calendar.ts";
import { type Catalog, type ModelCard, type Provenance, rulesInForce } from "../../pricing/rate-card.ts";
import { type PublicModifier, publicRates, type TierInDays, tiersInDays } from "../../rates/public-rates.ts";
import { modelName } from "../../scenario/model-options.ts";
import { formatTokens } from "../../ui/format-count.ts";
import { changesOfCard, type DatedChange } from "./card-changes.ts";
import { rateCells, timesWords } from "./class-rates.ts";
import { CONFIDENCE_WORDS, familyWord } from "./plan-words.ts";
import { familyHistory, modelHistories, type NewestRate, newestRates, type RateHistory } from "./rate-history.ts";

/** A row of a table of dated figures: its own cells stand between its days and its provenance. */
export interface DatedRow extends Days, Provenance {
  readonly id: string;
  readonly cells: readonly string[];
}

/** All that the page says of a model. */
export interface ModelView {
  readonly id: string;
  readonly name: string;
  readonly status: ModelCard["status"];
  /** Spellings, days, window, how sure the sources are. */
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly note: string | null;
  /** What has changed up to the catalog's day, its release left out; empty = nothing ever did. */
  readonly changes: readonly DatedChange[];
  readonly histories: readonly RateHistory[];
  /** A row for each tier of each period; cells: prompts, then the five classes. */
  readonly rates: readonly DatedRow[];
  /** One cell: what multiplies the rates and by how much; what has the same days and source is one row. */
  readonly modifiers: readonly DatedRow[];
}

/** A family with its models, newest first. */
export interface FamilyView {
  readonly name: string;
  readonly history: RateHistory | null;
  readonly newest: readonly NewestRate[];
  readonly models: readonly ModelView[];
}

/** Every model of the catalog, by family, in the catalog's order. */
export function familyViews(catalog: Catalog): readonly FamilyView[] {
  const modifiers = publicRates(catalog).modifiers;
  return [...new Set(catalog.models.map(({ family }) => family))].map((family) => {
    const cards = catalog.models.filter((card) => card.family === family);
    return {
      name: familyWord(family),
      history: familyHistory(cards, catalog.date),
      newest: newestRates(cards),
      models: cards.map((card) => modelView(card, { catalog, modifiers })),
    };
  });
}

function modelView(
  card: ModelCard,
  { catalog: { date }, modifiers }: { readonly catalog: Catalog; readonly modifiers: readonly PublicModifier[] },
): ModelView {
  return {
    id: card.id,
    name: modelName(card.id),
    status: card.status,
    facts: factsOf(card, date),
    note: card.note ?? null,
    changes: changesOfCard(card).filter(({ day }) => day > card.released && day <= date),
    histories: modelHistories(card, date),
    rates: rateRowsOf(card),
    modifiers: modifierRows(modifiers.filter(({ model }) => model === card.id)),
  };
}

function factsOf(card: ModelCard, date: string): ModelView["facts"] {
  const { released, retired, aliases, minCacheableTokens, confidence } = card;
  const { contextWindow } = rulesInForce(card, released > date ? released : date).period;
  return [
    { label: "Id", value: [card.id, ...aliases].join(", ") },
    { label: "Released", value: released },
    ...(retired === null ? [] : [{ label: retired > date ? "Will be retired" : "Retired", value: retired }]),
    { label: "Longest prompt", value: `${formatTokens(contextWindow)} tokens` },
    {
      label: "Shortest prefix that is cached",
      value: minCacheableTokens === null ? "not found" : `${formatTokens(minCacheableTokens)} tokens`,
    },
    { label: "Sources of the rates", value: CONFIDENCE_WORDS[confidence] },
  ];
}

function rateRowsOf(card: ModelCard): readonly DatedRow[] {
  return card.periods.flatMap((period) =>
    tiersInDays(card, period).map((tier) => {
      const { from, to, source, checkedOn } = tier;
      const cells = [promptWords(tier, period.contextWindow), ...rateCells(tier.rates)];
      return { id: `${from} ${tier.tier}`, from, to, source, checkedOn, cells };
    }),
  );
}

/** The prompts of a tier, in tokens: "up to 200,000". */
function promptWords({ promptFrom, promptTo, lapsed }: TierInDays, contextWindow: number): string {
  if (promptFrom === 0) return `up to ${formatTokens(promptTo === null ? contextWindow : promptTo - 1)}`;
  const over = `over ${formatTokens(promptFrom - 1)}`;
  return lapsed ? `${over}: refused, the last rates stand in` : `${over}, up to ${formatTokens(contextWindow)}`;
}

const MODIFIERS: Readonly<Record<PublicModifier["modifier"], string>> = {
  fast: "Fast mode",
  us: "US-only inference",
  regional: "Regional endpoint of Bedrock or Vertex",
  batch: "Batch",
};

function modifierRows(modifiers: readonly PublicModifier[]): readonly DatedRow[] {
  const rows = modifiers.map(({ modifier, multiplier, from, to, source, checkedOn }) => {
    const cells = [`${MODIFIERS[modifier]} ${timesWords(multiplier)}`];
    return { id: [from, to, source, checkedOn].join(" "), from, to, source, checkedOn, cells };
  });
  const first = rows.filter(({ id }, index) => rows.findIndex((other) => other.id === id) === index);
  return first.map((row) => {
    const same = rows.filter(({ id }) => id === row.id);
    return { ...row, cells: [same.flatMap(({ cells }) => cells).join(", ")] };
  });
}
