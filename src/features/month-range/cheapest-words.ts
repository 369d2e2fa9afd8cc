import type { CheapestShare } from "../../pricing/month-range.ts";
import type { MonthSpread } from "../../scenario/month-spread.ts";
import { planById } from "../../scenario/plan-offers.ts";
import { formatPercent } from "../../ui/format-count.ts";

/** In which share of months a choice is the cheapest, at both ends of the limits. */
export interface ChoiceShare {
  readonly id: string;
  readonly low: number;
  readonly high: number;
}

/** The most frequent first; none where the API is all there is, and nothing to choose. */
export function sharesOf({ atLow, atHigh }: MonthSpread): readonly ChoiceShare[] {
  if (atLow.length < 2) return [];
  return atLow
    .map(({ id, share }) => ({ id, low: share, high: atHigh.find((other) => other.id === id)?.share ?? 0 }))
    .filter(({ low, high }) => low + high > 0)
    .sort((a, b) => b.low + b.high - (a.low + a.high));
}

/** Which choice is the cheapest in most months, in a sentence. */
export function verdictOf(
  { developers, isServed }: { readonly developers: number; readonly isServed: boolean },
  { atLow, atHigh }: MonthSpread,
): string {
  if (!isServed) return "Plans do not cover this kind of work: the API serves it in every month.";
  if (atLow.length < 2) return "No plan's limit is stated, so there is nothing to compare.";
  const [low, high] = [mostOf(atLow), mostOf(atHigh)];
  const whose = developers > 1 ? " of one developer" : "";
  const atEnd = ({ id, share }: CheapestShare): string => `${inSentence(id)} is the cheaper choice in ${formatPercent(share)}`;
  if (low.id === high.id && formatPercent(low.share) === formatPercent(high.share))
    return `${capitalised(atEnd(low))} of months${whose}, whichever end of the limits holds.`;
  const second = low.id === high.id ? `in ${formatPercent(high.share)}` : atEnd(high);
  return `${capitalised(atEnd(low))} of months${whose} if limits are at their low end, ${second} if they are at their high end.`;
}

function mostOf(shares: readonly CheapestShare[]): CheapestShare {
  return shares.reduce((best, next) => (next.share > best.share ? next : best));
}

/** What a choice is called in a table. */
export function choiceName(id: string): string {
  return id === "api" ? "API" : planById(id).name;
}

function inSentence(id: string): string {
  return id === "api" ? "the API" : planById(id).name;
}

function capitalised(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
