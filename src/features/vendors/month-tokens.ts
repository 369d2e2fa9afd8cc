import { totalOf } from "../../pricing/bill-line.ts";
import { type UsageByThreshold, usageByThreshold } from "../../pricing/session-tokens.ts";
import { scaleUsage } from "../../pricing/tokenizer.ts";
import { type FullUsage, NO_USAGE, promptTokens, TOKEN_CLASSES, type TokenClass } from "../../pricing/usage.ts";
import type { Estimate } from "../../scenario/estimate.ts";
import { rateBook } from "../../scenario/rate-book.ts";
import type { Scenario, TotalsUsage } from "../../scenario/scenario.ts";
import { leadOf, type ServedSession, serverFinder, sessionRunner } from "../../scenario/session-run.ts";

/** The tokens of a scenario's month, all developers. */
export interface MonthTokens {
  /** They, split at a prompt's length (strictly above it); null = not split. */
  readonly splitAt: (threshold: number | null) => UsageByThreshold;
  /** USD that Claude bills for them. */
  readonly usd: number;
  /** USD of the bill that no tokens are billed for: web searches and a router's fee. */
  readonly besideUsd: number;
}

/** A part of the month: what one run uses below and above a prompt's length, and how many of such runs there are. */
interface Part {
  readonly times: number;
  readonly splitAt: (threshold: number) => UsageByThreshold;
}

const isTokens = (item: string): item is TokenClass => (TOKEN_CLASSES as readonly string[]).includes(item);

/**
 * The month as it is billed, so that failed requests and the tokens of each model are in it; which of each class belong to long prompts is
 * what the sessions say. Totals without a request count are taken for short prompts.
 */
export function monthTokens(scenario: Scenario, { lines }: Pick<Estimate, "lines">): MonthTokens {
  const whole = { ...NO_USAGE };
  for (const { item, quantity } of lines) if (isTokens(item)) whole[item] += quantity;
  const parts = partsOf(scenario);
  const known = new Map<number | null, UsageByThreshold>([[null, { upTo: whole, above: NO_USAGE }]]);
  return {
    splitAt: (threshold) => {
      const split = known.get(threshold) ?? splitLike(whole, { parts, threshold: threshold ?? Infinity });
      known.set(threshold, split);
      return split;
    },
    usd: totalOf(lines.filter(({ item }) => isTokens(item))),
    besideUsd: totalOf(lines.filter(({ item }) => !isTokens(item))),
  };
}

function splitLike(
  whole: FullUsage,
  { parts, threshold }: { readonly parts: readonly Part[]; readonly threshold: number },
): UsageByThreshold {
  const upTo = { ...whole };
  const above = { ...NO_USAGE };
  const sides = parts.map(({ times, splitAt }) => ({ times, ...splitAt(threshold) }));
  for (const name of TOKEN_CLASSES) {
    const long = sides.reduce((sum, side) => sum + side.times * side.above[name], 0);
    if (long === 0) continue;
    const all = long + sides.reduce((sum, side) => sum + side.times * side.upTo[name], 0);
    above[name] = whole[name] * (long / all);
    upTo[name] = whole[name] - above[name];
  }
  return { upTo, above };
}

function partsOf(scenario: Scenario): readonly Part[] {
  const book = rateBook(scenario);
  const serverOf = serverFinder(scenario, book);
  return scenario.profiles.flatMap(({ usage, mix, sessionsPerDay }): readonly Part[] => {
    const shares = mix.filter(({ percent }) => percent > 0);
    if (usage.kind === "totals")
      return shares.map(({ model, percent }) =>
        ofTotals(usage, { scale: serverOf(model).scale, times: percent * sessionsPerDay }),
      );
    const { startedOn, routedOver, subagentOf } = sessionRunner(scenario, usage, book);
    const parts = (
      main: ServedSession,
      { starter, times }: { readonly starter: string; readonly times: number },
    ): readonly Part[] => {
      const subagent = subagentOf(starter);
      return [ofRun(main, times), ...(subagent ? [ofRun(subagent, times * usage.subagents.count)] : [])];
    };
    if (usage.routing === "request") return parts(routedOver(mix), { starter: leadOf(mix), times: 100 * sessionsPerDay });
    return shares.flatMap(({ model, percent }) => parts(startedOn(model), { starter: model, times: percent * sessionsPerDay }));
  });
}

function ofRun({ tokens }: ServedSession, times: number): Part {
  return { times, splitAt: (threshold) => usageByThreshold(tokens, threshold) };
}

function ofTotals(usage: TotalsUsage, { scale, times }: { readonly scale: number; readonly times: number }): Part {
  const { kind: _, requests, ...stated } = usage;
  const tokens = scaleUsage(stated, scale);
  const prompt = requests === null ? 0 : promptTokens(tokens) / requests;
  return {
    times,
    splitAt: (threshold) => (prompt > threshold ? { upTo: NO_USAGE, above: tokens } : { upTo: tokens, above: NO_USAGE }),
  };
}
