import type { ModelCard } from "../../pricing/rate-card.ts";
import type { FamilyRule } from "../../pricing/ruled-work.ts";
import type { PlanWindow } from "../../rates/plans.ts";
import { formatPercent } from "../../ui/format-count.ts";

/** The limit that starts again after so long. */
export const WINDOW_WORDS: Readonly<Record<PlanWindow, string>> = {
  "five-hour": "5\u00a0hours",
  weekly: "week",
  "weekly-fable": "Fable's part of the week",
};

/** How sure the sources are, in words. */
export const CONFIDENCE_WORDS: Readonly<Record<ModelCard["confidence"], string>> = {
  high: "official, or two sources that agree",
  medium: "one good source",
  low: "one weak source",
};

/** A family as a name. @example familyWord("opus") //=> "Opus" */
export function familyWord(family: ModelCard["family"]): string {
  return family.charAt(0).toUpperCase() + family.slice(1);
}

/** A rule for a family of models. @example ruleWords({ kind: "share-of-limit", share: 0.5 }) //=> "up to 50% of the limit" */
export function ruleWords(rule: FamilyRule): string {
  return rule.kind === "usage-credits"
    ? "paid from usage credits at API rates"
    : `up to ${formatPercent(rule.share)} of the limit`;
}
