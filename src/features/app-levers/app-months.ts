import { utcDay } from "../../lib/calendar.ts";
import { type AppCalls, type AppTerms, callsOf, prefixTokens, type ServingModel } from "../../pricing/app-bill.ts";
import { type AppWaterfall, appWaterfall } from "../../pricing/app-levers.ts";
import { type CachedPrefix, type PrefixUse, prefixUse } from "../../pricing/cached-prefix.ts";
import { isCacheable, type NoPrice } from "../../pricing/call-cost.ts";
import type { ModelCard } from "../../pricing/rate-card.ts";
import { tokenScale } from "../../pricing/tokenizer.ts";
import { type CallQuestion, type Questions, questionsOf } from "../../scenario/questions.ts";
import { rateBook } from "../../scenario/rate-book.ts";
import type { Scenario } from "../../scenario/scenario.ts";

/** An app's month before and after its levers, with who serves it. */
export interface AppMonths {
  readonly questions: Questions;
  readonly fall: AppWaterfall | { readonly noPrice: NoPrice };
  readonly terms: AppTerms;
}

/** A scenario's app: its call as the app makes it, its levers, at the scenario's prices. @throws RangeError as `appWaterfall` */
export function appMonths(scenario: Scenario): AppMonths {
  const questions = questionsOf(scenario);
  const terms = termsOf(scenario, questions);
  return { questions, fall: appWaterfall(callsToday(questions.call), questions.app, terms), terms };
}

function callsToday(call: CallQuestion): AppCalls {
  const { promptTokens, outputTokens, thinkingTokens, cachedPercent, callsPerMonth } = call;
  return {
    promptTokens,
    outputTokens: outputTokens + thinkingTokens,
    cachedPercent,
    prefix: null,
    arriving: callsPerMonth,
    calls: callsPerMonth,
    batchPercent: call.batch ? 100 : 0,
    smallerPercent: 0,
  };
}

/** What the calls that one model serves do with a prefix. */
export interface ServedPrefix {
  readonly card: ModelCard;
  readonly tokens: number;
  readonly calls: number;
  /** null where the prefix is shorter than this model caches. */
  readonly use: PrefixUse | null;
}

/** The prefix of some calls on each model that serves any of them. */
export function servedPrefixes(app: AppCalls, prefix: CachedPrefix, { main, smaller }: AppTerms): readonly ServedPrefix[] {
  const served = (who: "main" | "smaller", { card, scale }: ServingModel): ServedPrefix => {
    const calls = callsOf(app, who);
    const tokens = prefixTokens({ ...app, prefix }, scale);
    return { card, tokens, calls, use: isCacheable(card, tokens) ? prefixUse(prefix, { calls, arriving: app.arriving }) : null };
  };
  return [served("main", main), served("smaller", smaller)].filter(({ calls }) => calls > 0);
}

function termsOf(scenario: Scenario, { call, app }: Questions): AppTerms {
  const book = rateBook(scenario);
  const cardOf = (model: string): ModelCard => {
    const card = book.find(model);
    if (!card) throw new RangeError(`model: ${JSON.stringify(model)} is not in the price list`);
    return card;
  };
  const main = cardOf(call.model);
  const smaller = cardOf(app.smaller.model);
  return {
    main: { card: main, scale: 1 },
    smaller: { card: smaller, scale: tokenScale(main.tokenizer, smaller.tokenizer, scenario.tokenizerFactor) },
    day: utcDay(scenario.priceDate),
    webSearch: book.webSearch,
  };
}
