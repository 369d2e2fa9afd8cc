import { type CallQuestion, QUESTION_RANGES } from "../../scenario/questions.ts";
import { quantise } from "../../scenario/ranges.ts";
import { rateBook } from "../../scenario/rate-book.ts";
import type { Scenario } from "../../scenario/scenario.ts";
import { countedBy, scaleBetween } from "./calls-on-models.ts";
import type { CountedFor } from "./text-size.ts";

type Priced = Pick<Scenario, "ownModels" | "discountPercent" | "priceDate" | "tokenizerFactor">;

/** The same call on another model: where that one counts the same text otherwise, the counts are converted. */
export function onModel(scenario: Priced, call: CallQuestion, model: string): CallQuestion {
  const book = rateBook(scenario);
  const [stated, used] = [book.find(call.model), book.find(model)];
  const counted = stated && used ? countedBy(call, scaleBetween(stated, used, scenario)) : call;
  return {
    ...counted,
    promptTokens: quantise(QUESTION_RANGES.promptTokens, counted.promptTokens),
    outputTokens: quantise(QUESTION_RANGES.outputTokens, counted.outputTokens),
    thinkingTokens: quantise(QUESTION_RANGES.outputTokens, counted.thinkingTokens),
    model,
  };
}

/** How the call's model counts a text. */
export function countedForModel(scenario: Priced, model: string): CountedFor {
  const card = rateBook(scenario).find(model);
  return { isLaterTokenizer: card?.tokenizer !== "before-4.7", factor: scenario.tokenizerFactor };
}
