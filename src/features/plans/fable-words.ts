import type { PlanModelRule } from "../../rates/plan-model-rules.ts";
import type { FitVerdict, PlanChoice } from "../../scenario/plan-verdict.ts";
import { formatPercent } from "../../ui/format-count.ts";
import { formatUsd } from "../../ui/format-money.ts";
import type { FitNotice } from "./fit-view.ts";

/** What plans' rules for Fable do to this work; null where there is no Fable in it. */
export function fableWords({ parts, choices }: FitVerdict): FitNotice | null {
  if (parts.ruled === 0) return null;
  const ruled = choices.flatMap(({ rule, ...choice }) => (rule === null ? [] : [{ choice, rule }]));
  if (ruled.length === 0) return null;
  const [first] = ruled;
  return {
    title: `${formatUsd(parts.ruled)} of this work is Fable, which plans treat apart since ${first?.rule.from}`,
    items: [
      ...ruled.map(({ choice, rule }) => `${choice.name}: ${ruleWords(rule)}${costWords(choice)}.`),
      "Reported by users and guides, not stated by Anthropic in one place: medium confidence.",
    ],
  };
}

function ruleWords({ rule }: PlanModelRule): string {
  return rule.kind === "usage-credits"
    ? "Fable is bought from usage credits at API rates, whatever is left of the limit"
    : `Fable may take up to ${formatPercent(rule.share)} of the limit`;
}

function costWords({ ends }: Omit<PlanChoice, "rule">): string {
  if (ends === null) return "";
  const amounts = [...new Set([ends.high, ends.low].map(({ past }) => formatUsd(past.ruled)))];
  return `; ${amounts.join(" to ")} of the Fable part is past the plan`;
}
