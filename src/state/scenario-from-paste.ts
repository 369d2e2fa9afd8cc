import { scaleUsage, tokenScale } from "../pricing/tokenizer.ts";
import { type FullUsage, NO_USAGE } from "../pricing/usage.ts";
import { findModel } from "../rates/resolve-model.ts";
import { conflicts, mend } from "../scenario/conflicts.ts";
import { DEFAULT_PROFILE, DEFAULT_SCENARIO } from "../scenario/defaults.ts";
import { estimate } from "../scenario/estimate.ts";
import type { Scenario, TotalsUsage } from "../scenario/scenario.ts";
import type { MeasuredModel, MeasuredUsage } from "../usage-import/usage-format.ts";
import { inRange, measuredProfile, mixOf, type UsageTaken } from "./scenario-from-usage.ts";

/** Formats that report on days or months, not on a session. */
const REPORTS: readonly (string | null)[] = ["ccusage", "admin-usage"];

/** Whether a paste is a report on some time: taken as the month of one developer, where others are taken as one session. */
export function isReport({ format }: Pick<MeasuredUsage, "format">): boolean {
  return REPORTS.includes(format);
}

/**
 * The scenario of pasted totals: one profile, whose session is everything pasted, in the tokens of the dearest model. Its mix is by cost:
 * each model weighs its measured cost against what all of the totals would cost on it, so that the mean over the mix comes near the
 * measured cost whatever the models' prices. Sessions a day stay, or for a report make it one a month.
 *
 * @returns null where no model has a price
 */
export function scenarioFromPaste(pasted: MeasuredUsage, scenario: Scenario): UsageTaken | null {
  const models = pasted.models.filter(({ known, cost }) => known && cost !== null);
  const [lead] = models;
  if (lead === undefined) return null;
  const { tokenizerFactor, workingDays, profiles } = scenario;
  const counted = { tokensOf: lead.model, tokenizerFactor };
  const usage = totalsOf(models, counted);
  const mix = mixOf(models.map((one) => ({ model: one.model, weight: weightOf(one, usage, counted) })));
  const profile = measuredProfile(usage, {
    mix: mix ?? [{ model: lead.model, percent: 100, locked: false }],
    sessionsPerDay: isReport(pasted) ? 1 / workingDays : (profiles[0]?.sessionsPerDay ?? DEFAULT_PROFILE.sessionsPerDay),
  });
  return { ...mend({ ...scenario, tokensOf: lead.model, profiles: [profile] }), marks: marksOf(usage) };
}

type Counted = Pick<Scenario, "tokensOf" | "tokenizerFactor">;

function totalsOf(models: readonly MeasuredModel[], { tokensOf, tokenizerFactor }: Counted): TotalsUsage {
  const to = findModel(tokensOf)?.tokenizer ?? "from-4.7";
  const sum: Record<keyof FullUsage, number> = { ...NO_USAGE };
  for (const { model, usage } of models) {
    const scaled = scaleUsage(usage, tokenScale(findModel(model)?.tokenizer ?? to, to, tokenizerFactor));
    for (const name of Object.keys(sum) as (keyof FullUsage)[]) sum[name] += scaled[name];
  }
  const requests = models.reduce<number | null>(
    (count, one) => (count === null || one.requests === null ? null : count + one.requests),
    0,
  );
  const { webSearches, ...tokens } = sum;
  return {
    kind: "totals",
    input: inRange("totalTokens", tokens.input),
    cacheWrite5m: inRange("totalTokens", tokens.cacheWrite5m),
    cacheWrite1h: inRange("totalTokens", tokens.cacheWrite1h),
    cacheRead: inRange("totalTokens", tokens.cacheRead),
    output: inRange("totalTokens", tokens.output),
    webSearches: inRange("webSearches", webSearches),
    requests: requests === null || requests === 0 ? null : inRange("countedRequests", requests),
  };
}

function weightOf({ model, cost }: MeasuredModel, usage: TotalsUsage, counted: Counted): number {
  const profile = { ...DEFAULT_PROFILE, mix: [{ model, percent: 100, locked: false }], usage };
  const alone: Scenario = { ...DEFAULT_SCENARIO, ...counted, profiles: [profile] };
  // A model without a rate for some class of the totals cannot stand for them.
  const whole = conflicts(alone).length > 0 ? 0 : estimate(alone).perSession;
  return whole === 0 ? 0 : (cost ?? 0) / whole;
}

function marksOf({ kind: _, requests: _counted, ...totals }: TotalsUsage): UsageTaken["marks"] {
  return totals;
}
