import { utcDay } from "../../lib/calendar.ts";
import { type Call, type CallCost, callCost } from "../../pricing/call-cost.ts";
import type { ModelCard } from "../../pricing/rate-card.ts";
import { tokenScale } from "../../pricing/tokenizer.ts";
import { catalog } from "../../rates/catalog.ts";
import type { CallQuestion } from "../../scenario/questions.ts";
import { type RateBook, rateBook } from "../../scenario/rate-book.ts";
import type { Scenario } from "../../scenario/scenario.ts";

/** A call on a model, as that model counts its text. */
export interface CallOnModel {
  readonly card: ModelCard;
  readonly cost: CallCost;
}

const FAMILIES: readonly ModelCard["family"][] = ["mythos", "fable", "opus", "sonnet", "haiku", "own"];

/** A scenario's call on every model of its price list, the person's own included: by family from the dearest, each newest first. */
export function callsOnModels(scenario: Scenario, call: CallQuestion): readonly CallOnModel[] {
  const book = rateBook(scenario);
  const ids = [...catalog.models.map(({ id }) => id), ...scenario.ownModels.map(({ id }) => id)];
  const cards = ids.flatMap((id) => book.find(id) ?? []);
  const byFamily = (a: ModelCard, b: ModelCard): number => FAMILIES.indexOf(a.family) - FAMILIES.indexOf(b.family);
  return cards.sort(byFamily).map((card) => ({ card, cost: costOf(scenario, call, { card, book }) }));
}

/** Tokens that a model makes of one that is counted for another, by the scenario's tokenizer factor. */
export function scaleBetween(
  { tokenizer: stated }: Pick<ModelCard, "tokenizer">,
  { tokenizer: used }: Pick<ModelCard, "tokenizer">,
  { tokenizerFactor }: Pick<Scenario, "tokenizerFactor">,
): number {
  return tokenScale(stated, used, tokenizerFactor);
}

/** The same text as another model counts it. @example 2,000 tokens of Sonnet 4 are 2,600 of Sonnet 5.5, at a factor of 1.3 */
export function countedBy<Counted extends Pick<Call, "promptTokens" | "outputTokens" | "thinkingTokens">>(
  call: Counted,
  scale: number,
): Counted {
  return {
    ...call,
    promptTokens: Math.round(call.promptTokens * scale),
    outputTokens: Math.round(call.outputTokens * scale),
    thinkingTokens: Math.round(call.thinkingTokens * scale),
  };
}

function costOf(
  scenario: Scenario,
  call: CallQuestion,
  { card, book }: { readonly card: ModelCard; readonly book: RateBook },
): CallCost {
  const scale = scaleBetween(book.find(call.model) ?? card, card, scenario);
  return callCost(card, call, { day: utcDay(scenario.priceDate), webSearch: book.webSearch, scale });
}
