import type { AppLine } from "../../pricing/app-bill.ts";
import { APP_LEVER_ORDER, type AppConflict, type AppLeverId, type AppStep, type AppWaterfall } from "../../pricing/app-levers.ts";
import { NO_PRICE_WORDS } from "../../pricing/call-cost.ts";
import { type LineInWords, modelLinesInWords, shortName } from "../../scenario/bill-in-words.ts";
import type { Scenario } from "../../scenario/scenario.ts";
import type { WaterfallProps } from "../../ui/charts/waterfall-plan.ts";
import { formatTokens } from "../../ui/format-count.ts";
import { type LeverFallView, showLeverFall } from "../../ui/lever-fall.ts";
import { APP_LEVER_NAMES } from "./app-lever-words.ts";
import { type AppMonths, appMonths } from "./app-months.ts";
import { prefixInWords } from "./prefix-words.ts";

/** An app's levers as a waterfall, and what is said beside each. All amounts USD a month. */
export interface AppLeversView extends Omit<LeverFallView<AppLeverId>, "chart"> {
  /** Which calls these are. */
  readonly call: string;
  /** null where the calls have no price. */
  readonly chart: WaterfallProps | null;
  /** Why a lever cannot be pulled here. */
  readonly conflicts: { readonly [id in AppLeverId]: string | null };
  /** How the cached prefix lives, in sentences. */
  readonly prefix: readonly string[];
  /** Both bills line by line, by the id of their rows. */
  readonly lines: ReadonlyMap<string, readonly LineInWords[]>;
}

/** While no lever is on, the chart shows each by itself. @throws RangeError as `appWaterfall` */
export function combineAppLevers(scenario: Scenario): AppLeversView {
  const months = appMonths(scenario);
  const { fall, terms } = months;
  const call = callInWords(months);
  if (fall.noPrice !== null) return withoutPrice(call, `${shortName(terms.main.card.name)} ${NO_PRICE_WORDS[fall.noPrice]}`);
  const { today, optimised, steps } = fall;
  const amounts = { today: today.total, optimised: optimised.total, steps };
  return {
    call,
    ...showLeverFall(amounts, { names: APP_LEVER_NAMES, valueLabel: "US$ a month" }),
    conflicts: byLever((id) => conflictOf(stepOf(fall, id), months)),
    prefix: prefixOf(fall, months),
    lines: new Map([
      ["today", linesInWords(scenario, today.lines)],
      ["optimised", linesInWords(scenario, optimised.lines)],
    ]),
  };
}

function callInWords({ questions: { call }, terms }: AppMonths): string {
  const { promptTokens, outputTokens, thinkingTokens, callsPerMonth } = call;
  const tokens = `${formatTokens(promptTokens)} tokens in and ${formatTokens(outputTokens + thinkingTokens)} out`;
  const calls = `${formatTokens(callsPerMonth)} ${callsPerMonth === 1 ? "call" : "calls"} a month`;
  return `${calls} of ${tokens} on ${shortName(terms.main.card.name)}, as set under “One call”.`;
}

function withoutPrice(call: string, why: string): AppLeversView {
  return {
    call,
    takeaway: `${why}: these calls have no bill that levers could cut.`,
    chart: null,
    columns: [],
    rows: [],
    says: byLever(() => ""),
    conflicts: byLever(() => null),
    prefix: [],
    lines: new Map(),
  };
}

function stepOf({ steps }: AppWaterfall, id: AppLeverId): AppStep {
  return steps.find((step) => step.id === id) as AppStep;
}

function conflictOf({ id, conflict }: AppStep, { terms }: AppMonths): string | null {
  if (conflict === null) return null;
  const { card } = id === "smaller" ? terms.smaller : terms.main;
  return `${shortName(card.name)} ${conflictInWords(conflict, card.minCacheableTokens ?? 0)}`;
}

function conflictInWords(conflict: AppConflict, least: number): string {
  return conflict === "prefix-too-short"
    ? `caches from ${formatTokens(least)} tokens on, and this prefix is shorter: nothing would be cached`
    : NO_PRICE_WORDS[conflict];
}

// What the prefix does with the calls that are left when every lever that is on is pulled.
function prefixOf({ today, optimised }: AppWaterfall, { questions, terms }: AppMonths): readonly string[] {
  const { prefix } = questions.app;
  return prefixInWords({ ...optimised.calls, cachedPercent: today.calls.cachedPercent }, prefix, terms);
}

function linesInWords(scenario: Scenario, lines: readonly AppLine[]): readonly LineInWords[] {
  const models = [...new Set(lines.map(({ model }) => model))];
  return models.flatMap((model) => {
    const own = lines.filter((line) => line.model === model);
    return modelLinesInWords(scenario, model, own).map((words, index) => ({
      ...words,
      id: `${model} ${index}`,
      item: own[index]?.batch ? `${words.item} (batch)` : words.item,
    }));
  });
}

/** A value for each lever. */
function byLever<Value>(of: (id: AppLeverId) => Value): { readonly [id in AppLeverId]: Value } {
  return Object.fromEntries(APP_LEVER_ORDER.map((id) => [id, of(id)])) as { readonly [id in AppLeverId]: Value };
}
