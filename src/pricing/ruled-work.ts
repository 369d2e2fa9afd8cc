import { requireWithin } from "../lib/range-error.ts";
import { costOfPlan, type Overflow, type PlanCost, type PlanOffer } from "./compare-plans.ts";

/** How a plan treats one family of models: not under its limit at all but bought from usage credits, or up to a share of the limit. */
export type FamilyRule =
  | { readonly kind: "usage-credits" }
  /** 0–1 of the limit. */
  | { readonly kind: "share-of-limit"; readonly share: number };

/** A month's API bill of one person in two parts, USD: the family under the rule, and all other models. */
export interface WorkInParts {
  readonly ruled: number;
  readonly other: number;
}

/** What a plan's rule says, and what happens past its limit. */
export interface RuledTerms {
  /** null = the family is like any other. */
  readonly rule: FamilyRule | null;
  readonly overflow: Overflow;
}

/**
 * What a plan costs where a rule keeps one family of models from using all of its limit: what the rule keeps out is bought at API rates
 * (usage credits are those), or the plan does not serve. Other models may use what that family leaves. Never less than without the rule.
 *
 * @throws RangeError for parts that are no numbers ≥ 0 and a share outside 0–1, and as `costOfPlan`
 * @example a plan of $100 that covers 400, half of it for Fable; 300 of Fable, 100 of others: 200 + 100 covered, 100 bought, cost 200
 */
export function costUnderRule(offer: PlanOffer, { ruled, other }: WorkInParts, { rule, overflow }: RuledTerms): PlanCost {
  requireWithin("work.ruled", ruled, [0, Number.MAX_VALUE]);
  requireWithin("work.other", other, [0, Number.MAX_VALUE]);
  const keptOut = Math.max(0, ruled - mostOfFamily(rule, offer.limit));
  const inside = costOfPlan(offer, ruled - keptOut + other, "api-rates");
  const past = inside.overflow + keptOut;
  if (past > 0 && overflow === "not-allowed") return { id: offer.id, cost: null, overflow: past, saves: null };
  const cost = offer.fee + past;
  return { id: offer.id, cost, overflow: past, saves: ruled + other - cost };
}

function mostOfFamily(rule: FamilyRule | null, limit: number | null): number {
  if (rule === null) return Infinity;
  if (rule.kind === "usage-credits") return 0;
  requireWithin("rule.share", rule.share, [0, 1]);
  return limit === null ? Infinity : limit * rule.share;
}
