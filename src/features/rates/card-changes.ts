import type { IsoDay } from "../../lib/calendar.ts";
import type { ClassRates, FastPeriod, ModelCard, Provenance, RatePeriod } from "../../pricing/rate-card.ts";
import { TOKEN_CLASSES } from "../../pricing/usage.ts";
import { modelName } from "../../scenario/model-options.ts";
import { formatTokens } from "../../ui/format-count.ts";
import { className, rateWords, timesWords } from "./class-rates.ts";

/** A change of what is charged or offered, on its day. */
export interface DatedChange {
  readonly day: IsoDay;
  /** Whose: "Sonnet 5.5", "Max". */
  readonly subject: string;
  /** The model's id; null for a plan. */
  readonly model: string | null;
  /** In one or more sentences. */
  readonly what: string;
  /** null where the data names no source of its own. */
  readonly provenance: Provenance | null;
}

/** Everything that begins, changes or ends with a model, oldest first: its release, rates, tiers, fast mode, its retirement. */
export function changesOfCard(card: ModelCard): readonly DatedChange[] {
  const changes = [...releaseOf(card), ...rateChanges(card), ...fastChanges(card), ...retirementOf(card)];
  const whose = { subject: modelName(card.id), model: card.id };
  return changes.map((change) => ({ ...whose, ...change })).sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

type Change = Omit<DatedChange, "subject" | "model">;

function releaseOf({ released, periods: [first] }: ModelCard): readonly Change[] {
  if (first === undefined) return [];
  const { rates } = first;
  return [{ day: released, what: `Released at ${inAndOut(rates)} per million tokens.`, provenance: provenanceOf(first) }];
}

function retirementOf({ retired }: ModelCard): readonly Change[] {
  return retired === null ? [] : [{ day: retired, what: "No longer served by Anthropic's API.", provenance: null }];
}

function rateChanges({ periods }: ModelCard): readonly Change[] {
  return periods.flatMap((period, index) => {
    const before = periods[index - 1];
    if (before === undefined) return [];
    const words = [...classWords(before.rates, period.rates), ...tierWords(before, period)];
    return words.length === 0 ? [] : [{ day: period.from, what: words.join(" "), provenance: provenanceOf(period) }];
  });
}

function classWords(before: ClassRates, after: ClassRates): readonly string[] {
  return TOKEN_CLASSES.filter((name) => before[name] !== after[name]).map(
    (name) => `${className(name)} from ${rateWords(before[name])} to ${rateWords(after[name])} per million tokens.`,
  );
}

/** What changes for prompts above a tier's threshold, or in how long a prompt may be. */
function tierWords(before: RatePeriod, after: RatePeriod): readonly string[] {
  const [old, next] = [before.longContext, after.longContext];
  if (old === null && next === null) return windowWords(before, after);
  if (next === null) {
    const over = `Prompts over ${formatTokens(old?.thresholdTokens ?? 0)} tokens`;
    return [after.contextWindow > (old?.thresholdTokens ?? 0) ? `${over} no longer cost more.` : `${over} are refused.`];
  }
  const over = `Prompts over ${formatTokens(next.thresholdTokens)} tokens`;
  if (old?.thresholdTokens === next.thresholdTokens) return classWords(old.rates, next.rates).map((words) => `${over}: ${words}`);
  const cost = `${inAndOut(next.rates)} per million tokens.`;
  return [before.contextWindow > next.thresholdTokens ? `${over} cost ${cost}` : `${over} are taken, at ${cost}`];
}

function windowWords({ contextWindow: before }: RatePeriod, { contextWindow: after }: RatePeriod): readonly string[] {
  return before === after ? [] : [`The longest prompt goes from ${formatTokens(before)} to ${formatTokens(after)} tokens.`];
}

function fastChanges({ fast, released }: ModelCard): readonly Change[] {
  return fast.flatMap((period) => [
    ...fastBegins(period, { before: fast.find(({ to }) => to === period.from), released }),
    ...fastEnds(period, { goesOn: fast.some(({ from }) => from === period.to) }),
  ]);
}

function fastBegins(
  period: FastPeriod,
  { before, released }: { readonly before: FastPeriod | undefined; readonly released: IsoDay },
): readonly Change[] {
  // A model that came with fast mode was released with it.
  if (before === undefined && period.from === released) return [];
  const billed = period.multiplier === 1 ? ", billed as standard" : "";
  const what =
    before === undefined
      ? `Fast mode begins: every token rate ${timesWords(period.multiplier)}${billed}.`
      : `Fast mode from ${timesWords(before.multiplier)} to ${timesWords(period.multiplier)}${billed}.`;
  return [{ day: period.from, what, provenance: provenanceOf(period) }];
}

function fastEnds(period: FastPeriod, { goesOn }: { readonly goesOn: boolean }): readonly Change[] {
  if (period.to === null || goesOn) return [];
  const what = `Fast mode (${timesWords(period.multiplier)}) is no longer offered.`;
  return [{ day: period.to, what, provenance: provenanceOf(period) }];
}

function inAndOut({ input, output }: ClassRates): string {
  return `${rateWords(input)} input and ${rateWords(output)} output`;
}

function provenanceOf({ source, checkedOn }: Provenance): Provenance {
  return { source, checkedOn };
}
