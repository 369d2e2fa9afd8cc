import type { IsoDay } from "../../lib/calendar.ts";
import type { ModelCard, Provenance } from "../../pricing/rate-card.ts";
import { limitChanges } from "../../rates/limit-changes.ts";
import { planModelRules } from "../../rates/plan-model-rules.ts";
import { plans } from "../../rates/plans.ts";
import { planById } from "../../scenario/plan-offers.ts";
import { formatRate } from "../../ui/format-money.ts";
import { changesOfCard, type DatedChange } from "./card-changes.ts";
import { familyWord, ruleWords } from "./plan-words.ts";

/** Every dated change of models and plans after a day, soonest first; on one day models before plans. */
export function changesAfter(day: IsoDay, models: readonly ModelCard[]): readonly DatedChange[] {
  return [...models.flatMap(changesOfCard), ...planChanges()]
    .filter((change) => change.day > day)
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

function planChanges(): readonly DatedChange[] {
  const limits = limitChanges.map(({ from, what, source, checkedOn }) => {
    return { day: from, subject: "Plans' limits", model: null, what, provenance: { source, checkedOn } };
  });
  return [...limits, ...plans.flatMap(changesOfPlan), ...planModelRules.flatMap(changesOfRule)];
}

function changesOfPlan({ name, apiCredit, formerNames, source, checkedOn }: (typeof plans)[number]): readonly DatedChange[] {
  const about = { subject: name, model: null, provenance: { source, checkedOn } };
  const renamed = formerNames.map((former) => ({ ...about, day: former.until, what: `No longer called ${former.name}.` }));
  if (apiCredit === null) return renamed;
  return [
    ...renamed,
    { ...about, day: apiCredit.from, what: `Includes ${formatRate(apiCredit.usdPerMonth)} of API credit a month.` },
  ];
}

function changesOfRule(rule: (typeof planModelRules)[number]): readonly DatedChange[] {
  const { plan, family, from, to } = rule;
  const provenance: Provenance = { source: rule.source, checkedOn: rule.checkedOn };
  const about = { subject: planById(plan).name, model: null, provenance };
  const begins = { ...about, day: from, what: `${familyWord(family)}: ${ruleWords(rule.rule)}.` };
  return to === null
    ? [begins]
    : [begins, { ...about, day: to, what: `${familyWord(family)} is under no rule of its own any more.` }];
}
