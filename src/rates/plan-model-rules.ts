import { type Days, type IsoDay, isWithin } from "../lib/calendar.ts";
import type { ModelCard, Provenance } from "../pricing/rate-card.ts";
import type { FamilyRule } from "../pricing/ruled-work.ts";
import type { PlanId } from "./plans.ts";

/** From a day on, how a plan treats a family of models otherwise than the rest. */
export interface PlanModelRule extends Days, Provenance {
  readonly plan: PlanId;
  readonly family: ModelCard["family"];
  readonly rule: FamilyRule;
  readonly confidence: ModelCard["confidence"];
}

const ON_CREDITS: FamilyRule = { kind: "usage-credits" };
const HALF: FamilyRule = { kind: "share-of-limit", share: 0.5 };

// Before this day the rule for Fable changed four times in six weeks (included, suspended, half, credits) and no two sources agree on it.
const FABLE_RULES = { family: "fable", from: "2026-07-20", to: null, checkedOn: "2026-11-20" } as const;
const HALF_FOR_MAX =
  "github.com/anthropics/claude-code#79341 (2026-07-20, quoting the announcement of 2026-07-18), #79412; apidog.com/blog/claude-fable-5-1-claude-code (2026-09-02)";

/** Every rule that was found. A plan that is not listed has none that was found. */
export const planModelRules: readonly PlanModelRule[] = [
  {
    ...FABLE_RULES,
    plan: "pro",
    rule: ON_CREDITS,
    source: "apidog.com/blog/claude-fable-5-1-claude-code (2026-09-02); github.com/anthropics/claude-code#79341, #79412",
    confidence: "medium",
  },
  { ...FABLE_RULES, plan: "max", rule: HALF, source: HALF_FOR_MAX, confidence: "medium" },
  { ...FABLE_RULES, plan: "ultra", rule: HALF, source: HALF_FOR_MAX, confidence: "medium" },
  {
    ...FABLE_RULES,
    plan: "team-standard",
    rule: ON_CREDITS,
    source: "apidog.com/blog/claude-fable-5-1-claude-code (2026-09-02); github.com/anthropics/claude-code#79412",
    confidence: "medium",
  },
  {
    ...FABLE_RULES,
    plan: "team-premium",
    rule: HALF,
    checkedOn: "2026-11-21",
    source:
      "github.com/anthropics/claude-code#80813 (2026-07-24), #82797 (2026-07-31), both quoting support.claude.com article 15424964; to #95785 (2026-09-21) users met a demand for credits, reported as a bug",
    confidence: "medium",
  },
];

/** The rule of a plan for a family on a day; null = none was found. @example familyRule("pro", "fable", "2026-11-20") //=> on credits */
export function familyRule(plan: string, family: ModelCard["family"], day: IsoDay): PlanModelRule | null {
  return planModelRules.find((rule) => rule.plan === plan && rule.family === family && isWithin(day, rule)) ?? null;
}
