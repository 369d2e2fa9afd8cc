import { daysBetween, type IsoDay } from "../lib/calendar.ts";
import { totalOf } from "../pricing/bill-line.ts";
import { type Modifiers, modifierFactor } from "../pricing/modifiers.ts";
import { ratesOf, tierOf } from "../pricing/price-request.ts";
import { priceTotals } from "../pricing/price-totals.ts";
import { type ModelCard, type RulesInForce, rulesInForce } from "../pricing/rate-card.ts";
import { promptTokens } from "../pricing/usage.ts";
import { catalog, catalogDate } from "../rates/catalog.ts";
import { findModel, parseModelId } from "../rates/resolve-model.ts";
import { shownModel } from "./counts.ts";
import { dayOfRates } from "./price-billed-request.ts";
import { type CostBand, costBand } from "./reconcile.ts";
import type { UsageEntry } from "./usage-entry.ts";

/** A portion of usage at the catalog's prices. */
export interface PricedEntry {
  /** The catalog's id; as written where it knows none. */
  readonly model: string;
  readonly known: boolean;
  /** USD, unrounded, unsplit writes as 5-minute ones; null for an unknown model, a class without a rate, dollars without tokens. */
  readonly cost: number | null;
  /** What it can have cost within its rounding; null with `cost`. */
  readonly band: CostBand | null;
  /** Rules that the reader should know, one sentence each, the same for the same rule and model. */
  readonly notes: readonly string[];
}

// A name is listed as written, a pasted novel is not.
const MOST_OF_A_NAME = 100;

/**
 * Prices one portion at the rates of its day. Nothing is dropped: a day before the model's first is priced at its first rates, a modifier
 * that the model does not offer at the standard rate, each with a note (model.md section 7, rule 7). Never throws.
 */
export function priceEntry(entry: UsageEntry): PricedEntry {
  const parsed = parseModelId(entry.model);
  const card = parsed && findModel(parsed.id);
  if (!card) return { model: listedName(entry.model), known: false, cost: null, band: null, notes: [] };
  if (entry.statedOnly) return { model: card.id, known: true, cost: null, band: null, notes: [] };
  const { day, notes: dayNotes } = dayOf(card, entry);
  const { modifiers, notes: modifierNotes } = acceptedModifiers(card, day, { ...entry.modifiers, regional: parsed.regional });
  const priced = priceOn(card, entry, { day, modifiers });
  return { model: card.id, known: true, ...priced, notes: [...dayNotes, ...modifierNotes, ...priced.notes] };
}

function listedName(name: string): string {
  return name.length > MOST_OF_A_NAME ? `${name.slice(0, MOST_OF_A_NAME)}…` : name;
}

function dayOf(card: ModelCard, { day = catalogDate, since = day }: UsageEntry): { day: IsoDay; notes: string[] } {
  const name = shownModel(card.id);
  const { at, problem } = dayOfRates(card, day);
  if (problem !== null) return { day: at, notes: [`dated before ${name} had a price: its first rates are used`] };
  const changed =
    dayOfRates(card, since).problem === null &&
    daysBetween(since, day) > 0 &&
    rulesInForce(card, since).period !== rulesInForce(card, day).period;
  return {
    day,
    notes: changed ? [`the rates of ${name} changed within a period of this text: those of its last day are used`] : [],
  };
}

// Not `offeredModifiers`: of batch and fast, which exclude each other, this keeps batch and that keeps fast. The notes differ too.
function acceptedModifiers(card: ModelCard, day: IsoDay, asked: Modifiers): { modifiers: Modifiers; notes: string[] } {
  const notes: string[] = [];
  const accept = (word: string, modifiers: Modifiers): Modifiers => {
    try {
      modifierFactor(card, day, modifiers);
      return modifiers;
    } catch {
      notes.push(`${shownModel(card.id)} did not offer ${word} on that day: priced without it`);
      return {};
    }
  };
  const batch = asked.batch ? accept("batch", { batch: true }) : {};
  const speed = asked.speed === "fast" ? accept("fast mode", { ...batch, speed: "fast" }) : {};
  const geo = asked.geo === "us" ? accept("US-only inference", { geo: "us" }) : {};
  return { modifiers: { ...batch, ...speed, ...geo, regional: asked.regional }, notes };
}

function priceOn(
  card: ModelCard,
  entry: UsageEntry,
  { day, modifiers }: { readonly day: IsoDay; readonly modifiers: Modifiers },
): Pick<PricedEntry, "cost" | "band" | "notes"> {
  const rules = rulesInForce(card, day);
  const requests = requestsForTier(entry, rules);
  try {
    const terms = { ...modifiers, day, webSearch: catalog.webSearch };
    const { lines, lowerBound } = priceTotals(card, { usage: entry.usage, requests }, terms);
    const open = lowerBound && !(entry.above200k === false && (rules.longContext?.thresholdTokens ?? 0) >= 200_000);
    return {
      cost: totalOf(lines),
      band: bandOf(entry, rules, { requests, factor: modifierFactor(card, day, modifiers) }),
      notes: open ? [lowerBoundNote(card)] : [],
    };
  } catch {
    return {
      cost: null,
      band: null,
      notes: [`no rate of ${shownModel(card.id)} is known for a class that was used: not priced`],
    };
  }
}

// One request of all the tokens is above any threshold that each of them passed.
function requestsForTier({ above200k, requests }: UsageEntry, { longContext }: RulesInForce): number | null {
  if (above200k && longContext !== null && longContext.thresholdTokens <= 200_000) return 1;
  return requests === 0 ? null : requests;
}

function bandOf(
  entry: UsageEntry,
  rules: RulesInForce,
  { requests, factor }: { readonly requests: number | null; readonly factor: number },
): CostBand | null {
  const tier = requests === null ? "standard" : tierOf(rules, promptTokens(entry.usage) / requests);
  const searchUsd = (entry.usage.webSearches * catalog.webSearch.usdPerThousand) / 1_000;
  const { usage, slack = {}, unsplitWrites = false } = entry;
  return costBand(ratesOf(rules, tier), { usage, slack, unsplitWrites, factor, searchUsd });
}

function lowerBoundNote(card: ModelCard): string {
  return `${shownModel(card.id)} charges more for long prompts, which totals cannot show: its cost is the least it can have been`;
}
