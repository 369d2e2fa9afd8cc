import { type Days, type IsoDay, isWithin } from "../lib/calendar.ts";
import { type CsvCell, csvText } from "../lib/csv.ts";
import type { Catalog, ModelCard, RatePeriod } from "../pricing/rate-card.ts";
import { type TierInDays, tiersInDays } from "./public-rates.ts";

/** The columns of `rates/v1.csv`, in their order. USD per million tokens (`_usd_per_mtok`) or per thousand searches. */
export const RATE_TABLE_COLUMNS = [
  "spelling",
  "model",
  "valid_from",
  "valid_to",
  "tier",
  "prompt_from",
  "prompt_to",
  "input_usd_per_mtok",
  "cache_write_5m_usd_per_mtok",
  "cache_write_1h_usd_per_mtok",
  "cache_read_usd_per_mtok",
  "output_usd_per_mtok",
  "fast_multiplier",
  "us_multiplier",
  "regional_multiplier",
  "batch_multiplier",
  "web_search_usd_per_thousand",
  "context_window",
  "retired_on",
  "source",
  "checked_on",
  "catalog_date",
] as const;

/** A row of `rates/v1.csv`; null = open, not offered or not known. */
export type RateTableRow = Readonly<Record<(typeof RATE_TABLE_COLUMNS)[number], CsvCell>>;

/**
 * The catalog as one flat table that a warehouse can join on: a row for each spelling, tier and span of days in which nothing changed, fast
 * mode included. A request has at most one row: its spelling, `valid_from` ≤ day < `valid_to`, `prompt_from` ≤ prompt < `prompt_to`.
 */
export function rateTable(catalog: Catalog): readonly RateTableRow[] {
  return catalog.models.flatMap((card) => [card.id, ...card.aliases].flatMap((spelling) => rowsOf(catalog, { card, spelling })));
}

/** The flat table as CSV with a line of labels (`csvText`). */
export function rateTableCsv(catalog: Catalog): string {
  const rows = rateTable(catalog).map((row) => RATE_TABLE_COLUMNS.map((column) => row[column]));
  return csvText([[...RATE_TABLE_COLUMNS], ...rows]);
}

interface Spelt {
  readonly card: ModelCard;
  readonly spelling: string;
}

function rowsOf(catalog: Catalog, spelt: Spelt): RateTableRow[] {
  return spelt.card.periods.flatMap((period) =>
    steadySpans(spelt.card, period).flatMap((days) =>
      tiersInDays(spelt.card, period).map((tier) => rowOf(catalog, { ...spelt, period, days, tier })),
    ),
  );
}

/** The days of a rate period, cut where fast mode begins, changes or ends. */
function steadySpans(card: ModelCard, period: RatePeriod): readonly Days[] {
  const changes = card.fast.flatMap(({ from, to }) => (to === null ? [from] : [from, to]));
  const inside = changes.filter((day) => day > period.from && isWithin(day, period));
  const starts: readonly IsoDay[] = [period.from, ...[...new Set(inside)].sort()];
  return starts.map((from, index) => ({ from, to: starts[index + 1] ?? period.to }));
}

interface Place extends Spelt {
  readonly period: RatePeriod;
  readonly days: Days;
  readonly tier: TierInDays;
}

function rowOf({ date, webSearch }: Catalog, { card, spelling, period, days, tier }: Place): RateTableRow {
  const { rates } = tier;
  return {
    spelling,
    model: card.id,
    valid_from: days.from,
    valid_to: days.to,
    tier: tier.tier,
    prompt_from: tier.promptFrom,
    prompt_to: tier.promptTo,
    input_usd_per_mtok: rates.input ?? null,
    cache_write_5m_usd_per_mtok: rates.cacheWrite5m ?? null,
    cache_write_1h_usd_per_mtok: rates.cacheWrite1h ?? null,
    cache_read_usd_per_mtok: rates.cacheRead ?? null,
    output_usd_per_mtok: rates.output ?? null,
    fast_multiplier: card.fast.find((fast) => isWithin(days.from, fast))?.multiplier ?? null,
    us_multiplier: card.usMultiplier,
    regional_multiplier: card.regionalMultiplier,
    batch_multiplier: card.batchMultiplier,
    web_search_usd_per_thousand: webSearch.usdPerThousand,
    context_window: period.contextWindow,
    retired_on: card.retired,
    source: tier.source,
    checked_on: tier.checkedOn,
    catalog_date: date,
  };
}
