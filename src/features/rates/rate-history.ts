import type { Days, IsoDay } from "../../lib/calendar.ts";
import type { ModelCard, RatePeriod } from "../../pricing/rate-card.ts";
import { TOKEN_CLASSES, type TokenClass } from "../../pricing/usage.ts";
import { modelName } from "../../scenario/model-options.ts";
import { formatTokens } from "../../ui/format-count.ts";
import { className, rateWords } from "./class-rates.ts";
import { familyWord } from "./plan-words.ts";

/** Days in which a rate stayed; null = there was none, or it is not known. */
export interface Level extends Days {
  /** USD per million tokens. */
  readonly usd: number | null;
}

/** One class of tokens over time, oldest first, without gaps. */
export interface StepSeries {
  readonly name: string;
  readonly levels: readonly Level[];
}

/** Rates that changed, for a small chart; the table beside it has every figure. */
export interface RateHistory {
  readonly title: string;
  /** What the chart shows, in a sentence with its figures. */
  readonly takeaway: string;
  /** One or two, the dearer first. */
  readonly series: readonly StepSeries[];
  readonly from: IsoDay;
  /** The last day drawn: today, the retirement, or a change ahead. */
  readonly to: IsoDay;
}

/** What a family's newest model cost for input and output; a row for each change. */
export interface NewestRate {
  readonly from: IsoDay;
  readonly model: string;
  readonly input: number | null;
  readonly output: number | null;
}

/** The rates of whichever model of a family was the newest, oldest first; models that changed neither input nor output are left out. */
export function newestRates(cards: readonly ModelCard[]): readonly NewestRate[] {
  const inOrder = [...cards].sort((a, b) => (a.released < b.released ? -1 : 1));
  const all = inOrder.flatMap((card, index) =>
    card.periods
      .filter(({ from }) => from < (inOrder[index + 1]?.released ?? "9999-12-31"))
      .map(({ from, rates }) => {
        return { from, model: modelName(card.id), input: rates.input ?? null, output: rates.output ?? null };
      }),
  );
  return all.filter(({ input, output }, index) => {
    const before = all[index - 1];
    return before === undefined || before.input !== input || before.output !== output;
  });
}

/** The history of a family's newest model; null where its price never changed. */
export function familyHistory(cards: readonly ModelCard[], day: IsoDay): RateHistory | null {
  const rates = newestRates(cards);
  const [first, last] = [rates[0], rates.at(-1)];
  if (first === undefined || last === undefined || first === last) return null;
  const levels = (of: "input" | "output") =>
    rates.map((rate, index) => ({ from: rate.from, to: rates[index + 1]?.from ?? null, usd: rate[of] }));
  const name = familyWord(cards[0]?.family ?? "own");
  return {
    title: `The newest ${name}: input and output, US dollars per million tokens`,
    takeaway: `${first.model} (${first.from}) cost ${rateWords(first.input)} for input and ${rateWords(first.output)} for output; ${last.model} (${last.from}) costs ${rateWords(last.input)} and ${rateWords(last.output)}.`,
    series: [
      { name: className("output"), levels: merged(levels("output")) },
      { name: className("input"), levels: merged(levels("input")) },
    ],
    from: first.from,
    to: later(day, last.from),
  };
}

/** The rates of a model that changed while it was sold: its standard ones, and those of prompts above a tier's threshold. */
export function modelHistories(card: ModelCard, day: IsoDay): readonly RateHistory[] {
  const threshold = Math.max(0, ...card.periods.map(({ longContext }) => longContext?.thresholdTokens ?? 0));
  const long =
    threshold === 0 ? [] : [historyOf(card, day, { of: longRate(threshold), words: overWords(threshold), none: "refused" })];
  const standard = historyOf(card, day, {
    of: ({ rates }, name) => rates[name] ?? null,
    words: "Standard rates",
    none: "not known",
  });
  return [standard, ...long].filter((history) => history !== null);
}

interface WhichRates {
  readonly of: (period: RatePeriod, name: TokenClass) => number | null;
  readonly words: string;
  /** Why there is no rate. */
  readonly none: string;
}

function historyOf(card: ModelCard, day: IsoDay, { of, words, none }: WhichRates): RateHistory | null {
  const first = card.periods[0];
  const all = TOKEN_CLASSES.map((id) => ({ id, levels: merged(card.periods.map((period) => levelOf(period, of(period, id)))) }));
  const changed = all.filter(({ levels }) => levels.length > 1);
  if (first === undefined || changed.length === 0) return null;
  // Where all classes moved together, these two stand for them.
  const inAndOut = changed.filter(({ id }) => id === "input" || id === "output");
  const shown = (inAndOut.length > 0 ? inAndOut : changed).slice(0, 2).map(({ id, levels }) => ({ name: className(id), levels }));
  return {
    title: `${words}: ${shown.map(({ name }) => name.toLowerCase()).join(" and ")}, US dollars per million tokens`,
    takeaway: shown.map((line) => seriesWords(line, none)).join(" "),
    series: shown.sort((a, b) => highest(b) - highest(a)),
    from: first.from,
    to: later(card.retired ?? day, card.periods.at(-1)?.from ?? first.from),
  };
}

function longRate(threshold: number): WhichRates["of"] {
  return ({ longContext, contextWindow, rates }, name) =>
    (longContext?.rates ?? (contextWindow > threshold ? rates : {}))[name] ?? null;
}

function overWords(threshold: number): string {
  return `Prompts over ${formatTokens(threshold)} tokens`;
}

function levelOf({ from, to }: RatePeriod, usd: number | null): Level {
  return { from, to, usd };
}

function seriesWords({ name, levels }: StepSeries, none: string): string {
  const parts = levels.map(({ from, to, usd }) => {
    const until = to === null ? `from ${from}` : `until ${to}`;
    return `${usd === null ? none : rateWords(usd)} ${until}`;
  });
  return `${name}: ${parts.join(", ")}.`;
}

function merged(levels: readonly Level[]): readonly Level[] {
  const starts = levels.filter(({ usd }, index) => levels[index - 1]?.usd !== usd);
  return starts.map((level, index) => ({ ...level, to: starts[index + 1]?.from ?? levels.at(-1)?.to ?? null }));
}

function highest({ levels }: StepSeries): number {
  return Math.max(...levels.map(({ usd }) => usd ?? 0));
}

function later(a: IsoDay, b: IsoDay): IsoDay {
  return a > b ? a : b;
}
