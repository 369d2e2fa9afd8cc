import type { Days, IsoDay } from "../lib/calendar.ts";
import type { Tier } from "../pricing/price-request.ts";
import {
  type Catalog,
  type ClassRates,
  type ModelCard,
  type Provenance,
  type RatePeriod,
  rulesInForce,
} from "../pricing/rate-card.ts";
import { TOKEN_CLASSES, type TokenClass } from "../pricing/usage.ts";
import { PRICING_AUG_2026 } from "./sources.ts";

/** The price list as plain rows, for machines: what `rates/v1.json` holds. docs/rates.md says how it is used. */
export interface PublicRates {
  readonly $schema: "v1.schema.json";
  readonly format: "claude-code-cost-rates";
  /** Another number only when a reader of version 1 could not read it. */
  readonly version: 1;
  /** The day on which the price list was last checked. */
  readonly date: IsoDay;
  readonly currency: "USD";
  readonly models: readonly PublicModel[];
  readonly rates: readonly PublicRate[];
  readonly modifiers: readonly PublicModifier[];
  readonly webSearch: { readonly usdPerThousand: number; readonly source: string; readonly checkedOn: IsoDay };
}

/** A model, and the plain spellings that mean it; regions, vendors and versions around them are a matter of form (docs/rates.md). */
export interface PublicModel
  extends Pick<ModelCard, "id" | "name" | "family" | "status" | "released" | "retired" | "confidence"> {
  readonly spellings: readonly string[];
  readonly note: string | null;
}

/** The prompts of a request that a tier is for, in tokens: `promptFrom` is inside, `promptTo` the first outside, null = open. */
export interface PromptSpan {
  readonly promptFrom: number;
  readonly promptTo: number | null;
}

/** What a million tokens of one class cost, in one tier, from one day to the next change. A class without a known rate has no row. */
export interface PublicRate extends Days, PromptSpan, Provenance {
  readonly model: string;
  readonly class: TokenClass;
  readonly tier: Tier;
  /** Whether such prompts were refused in these days, and the tier's last rates stand in for them. */
  readonly lapsed: boolean;
  readonly usdPerMillion: number;
}

/** What multiplies every token rate of a request in some days; a model that does not offer it has no row. */
export interface PublicModifier extends Days, Provenance {
  readonly model: string;
  readonly modifier: "fast" | "us" | "regional" | "batch";
  readonly multiplier: number;
}

/** One tier of a model in the days of one rate period. */
export interface TierInDays extends Days, PromptSpan, Provenance {
  readonly tier: Tier;
  readonly lapsed: boolean;
  readonly rates: ClassRates;
}

/** The whole catalog as rows: models in its order, rates by model, day, tier and class. */
export function publicRates({ date, models, webSearch }: Catalog): PublicRates {
  return {
    $schema: "v1.schema.json",
    format: "claude-code-cost-rates",
    version: 1,
    date,
    currency: "USD",
    models: models.map(publicModel),
    rates: models.flatMap(ratesOfModel),
    modifiers: models.flatMap(modifiersOfModel),
    webSearch: { usdPerThousand: webSearch.usdPerThousand, source: webSearch.source, checkedOn: webSearch.checkedOn },
  };
}

/** JSON with one row on each line, so that a change of one rate is a change of one line; ends with a line end. */
export function publicRatesJson(catalog: Catalog): string {
  const parts = Object.entries(publicRates(catalog)).map(([name, value]) => `  ${JSON.stringify(name)}: ${partText(value)}`);
  return `{\n${parts.join(",\n")}\n}\n`;
}

function partText(value: unknown): string {
  if (!Array.isArray(value)) return JSON.stringify(value);
  return `[\n${value.map((row) => `    ${JSON.stringify(row)}`).join(",\n")}\n  ]`;
}

function publicModel(card: ModelCard): PublicModel {
  const { id, name, family, status, released, retired, confidence, aliases, note = null } = card;
  return { id, name, family, status, released, retired, confidence, spellings: [id, ...aliases], note };
}

function ratesOfModel(card: ModelCard): PublicRate[] {
  const tiers = card.periods.flatMap((period) => tiersInDays(card, period));
  return tiers.flatMap(({ from, to, promptFrom, promptTo, tier, lapsed, rates, source, checkedOn }) =>
    TOKEN_CLASSES.flatMap((name) => {
      const usdPerMillion = rates[name];
      if (usdPerMillion === undefined) return [];
      return [{ model: card.id, class: name, from, to, tier, promptFrom, promptTo, lapsed, usdPerMillion, source, checkedOn }];
    }),
  );
}

/**
 * The tiers of a period, standard first. One that has ended, but by which longer prompts than the window are still priced, is among them,
 * with the source it had.
 * @example tiersInDays(haiku55, haiku55.periods[0]).map(({ promptFrom, promptTo }) => [promptFrom, promptTo]) //=> [[0, 100_001], [100_001, null]]
 */
export function tiersInDays(card: ModelCard, period: RatePeriod): readonly TierInDays[] {
  const { from, to, rates, source, checkedOn } = period;
  const { longContext } = rulesInForce(card, from);
  const promptTo = longContext && longContext.thresholdTokens + 1;
  const standard: TierInDays = { from, to, tier: "standard", promptFrom: 0, promptTo, lapsed: false, rates, source, checkedOn };
  if (longContext === null || promptTo === null) return [standard];
  const origin = card.periods.find((candidate) => candidate.longContext === longContext) ?? period;
  return [
    standard,
    {
      from,
      to,
      tier: "long-context",
      promptFrom: promptTo,
      promptTo: null,
      lapsed: origin !== period,
      rates: longContext.rates,
      source: origin.source,
      checkedOn: origin.checkedOn,
    },
  ];
}

function modifiersOfModel(card: ModelCard): PublicModifier[] {
  const fast = card.fast.map(({ from, to, multiplier, source, checkedOn }) => {
    return { model: card.id, modifier: "fast" as const, from, to, multiplier, source, checkedOn };
  });
  return [
    ...fast,
    ...alwaysOffered(card, "us", card.usMultiplier),
    ...alwaysOffered(card, "regional", card.regionalMultiplier),
    ...alwaysOffered(card, "batch", card.batchMultiplier),
  ];
}

// These follow from rules for whole generations of models, which stand on one page; a card has no dates of its own for them.
function alwaysOffered(card: ModelCard, modifier: PublicModifier["modifier"], multiplier: number | null): PublicModifier[] {
  if (multiplier === null) return [];
  const checkedOn = card.periods.at(-1)?.checkedOn ?? card.released;
  return [{ model: card.id, modifier, from: card.released, to: null, multiplier, source: PRICING_AUG_2026, checkedOn }];
}
