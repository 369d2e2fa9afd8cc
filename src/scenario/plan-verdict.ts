import { comparePlans, type Overflow, type PlanOffer } from "../pricing/compare-plans.ts";
import {
  cheapestAtBothEnds,
  offersAt,
  type PlanFlip,
  planFlips,
  type RangeAtBothEnds,
  type RangedOffer,
} from "../pricing/plan-flip.ts";
import { costUnderRule, type WorkInParts } from "../pricing/ruled-work.ts";
import { catalog } from "../rates/catalog.ts";
import { familyRule, type PlanModelRule } from "../rates/plan-model-rules.ts";
import type { PlanId } from "../rates/plans.ts";
import type { Estimate } from "./estimate.ts";
import { planById } from "./plan-offers.ts";
import type { Scenario } from "./scenario.ts";

/** A choice at one end of its limit, for one developer's month. USD, unrounded. */
export interface ChoiceAtEnd {
  /** API bills that the plan covers, as `planOffers` scales them; null = no limit. The API and Enterprise cover nothing: 0. */
  readonly limit: number | null;
  /** How much of the work is inside the plan, 0–1. */
  readonly fits: number;
  /** What is bought at API rates past it: the family that a rule keeps out, and other models. */
  readonly past: WorkInParts;
  /** Fee and what is past the limit; null = work stops at the limit, so the plan does not serve. */
  readonly cost: number | null;
  /** The API bill less `cost`; null with it. */
  readonly saves: number | null;
}

/** One way to pay for the work. */
export interface PlanChoice {
  readonly id: "api" | PlanId;
  readonly name: string;
  /** What a seat costs a month, paid by the month and by the year; null = not sold so. */
  readonly fees: { readonly monthly: number | null; readonly annual: number | null };
  /** The one of them that is reckoned with. */
  readonly fee: number;
  /** The rule for Fable that is in force and touches this work; null = none. */
  readonly rule: PlanModelRule | null;
  /** null = its limit is not known, so it is not compared. */
  readonly ends: { readonly low: ChoiceAtEnd; readonly high: ChoiceAtEnd } | null;
  /** The next dearer plan that one person, or a team, would take; null = there is none. */
  readonly next: PlanId | null;
}

/** The cheapest choice at both ends of the limits, and what it costs. */
export interface CheapestChoice {
  /** "api" or a plan's id. */
  readonly id: string;
  readonly cost: number;
}

/** Which plan fits one developer's month. */
export interface FitVerdict {
  /** The API bill in its two parts: Fable, and all other models. */
  readonly parts: WorkInParts;
  /** The API first, Enterprise last. */
  readonly choices: readonly PlanChoice[];
  /** By what happens past a limit. */
  readonly cheapest: { readonly [policy in Overflow]: { readonly low: CheapestChoice; readonly high: CheapestChoice } };
  /** What each plan would have to cover. Where a rule for Fable is in force its limits are what it covers of this work. */
  readonly flips: readonly PlanFlip[];
  /** For every bill, the rules for Fable left out: they hang on the mix. */
  readonly ranges: readonly RangeAtBothEnds[];
}

const NEXT: { readonly [id in PlanChoice["id"]]?: PlanId } = {
  api: "pro",
  pro: "max",
  max: "ultra",
  "team-standard": "team-premium",
};

/**
 * One developer's month beside every plan, with the rules that plans have for Fable: what a rule keeps out of a plan is bought at API rates.
 * `estimate().comparison`, the answer's, leaves these rules out; without Fable in the mix both are the same.
 *
 * @param scenario work that plans serve
 * @example $194.54 of work, Pro covering 100: 51 % fits, $94.54 is past it, the cost is 20 + 94.54 = 114.54
 */
export function planVerdict(scenario: Scenario, estimate: Estimate): FitVerdict {
  const { comparison, perDeveloperMonth: work } = estimate;
  const { overflow } = scenario;
  const terms: Terms = { parts: fableParts(estimate, scenario.developers), work, overflow };
  const ruleOf = (id: string): PlanModelRule | null =>
    terms.parts.ruled > 0 ? familyRule(id, "fable", scenario.priceDate) : null;
  const offered = comparison.low.map((low, index) => {
    const rule = ruleOf(low.id);
    const high = comparison.high[index] ?? low;
    return offeredChoice(low, rule, { low: atEnd(low, rule, terms), high: atEnd(high, rule, terms) });
  });
  const unknown = comparison.unknown.map((id) => ({ ...named(id, scenario.planBilling), rule: ruleOf(id), ends: null }));
  const ranged = offered.map((choice) => effective(choice, work));
  return {
    parts: terms.parts,
    choices: [apiChoice(terms), ...offered, ...unknown, enterpriseChoice(terms)],
    cheapest: { "api-rates": cheapestFor(ranged, work, "api-rates"), "not-allowed": cheapestFor(ranged, work, "not-allowed") },
    flips: planFlips(ranged, { work, overflow }),
    ranges: cheapestAtBothEnds(
      comparison.low.map((low, index) => rangedOffer(low, comparison.high[index])),
      overflow,
    ),
  };

  function offeredChoice(offer: PlanOffer, rule: PlanModelRule | null, ends: OfferedChoice["ends"]): OfferedChoice {
    return { ...named(offer.id as PlanId, scenario.planBilling), fee: offer.fee, rule, ends };
  }
}

/** A choice whose limit is known. */
type OfferedChoice = PlanChoice & { readonly ends: NonNullable<PlanChoice["ends"]> };

interface Terms {
  readonly parts: WorkInParts;
  readonly work: number;
  readonly overflow: Overflow;
}

function fableParts({ profiles, perDeveloperMonth }: Estimate, developers: number): WorkInParts {
  const fable = profiles
    .flatMap(({ models }) => models)
    .filter(({ session }) => isFable(session.model))
    .reduce((sum, { perMonth }) => sum + perMonth, 0);
  // A month of Fable alone must leave no dust of another model.
  const ruled = Math.min(perDeveloperMonth, fable / developers);
  return { ruled, other: perDeveloperMonth - ruled < perDeveloperMonth * 1e-12 ? 0 : perDeveloperMonth - ruled };
}

/** Whether a model is one of the family that plans have rules for. */
export function isFable(model: string | null): boolean {
  return catalog.models.some(({ id, family }) => id === model && family === "fable");
}

function atEnd(offer: PlanOffer, rule: PlanModelRule | null, { parts, work, overflow }: Terms): ChoiceAtEnd {
  const { cost, saves } = costUnderRule(offer, parts, { rule: rule?.rule ?? null, overflow });
  const past = pastOf(offer, rule, parts);
  return { limit: offer.limit, fits: work === 0 ? 1 : 1 - total(past) / work, past, cost, saves };
}

// What the rule lets in shares the limit by proportion: nobody knows in which order a week is used up.
function pastOf(offer: PlanOffer, rule: PlanModelRule | null, { ruled, other }: WorkInParts): WorkInParts {
  const overflowOf = (parts: WorkInParts): number =>
    costUnderRule(offer, parts, { rule: rule?.rule ?? null, overflow: "api-rates" }).overflow;
  const keptOut = rule === null ? 0 : overflowOf({ ruled, other: 0 });
  const inside = ruled - keptOut + other;
  const share = inside === 0 ? 0 : (overflowOf({ ruled, other }) - keptOut) / inside;
  return { ruled: keptOut + (ruled - keptOut) * share, other: other * share };
}

function total({ ruled, other }: WorkInParts): number {
  return ruled + other;
}

function apiChoice({ parts, work }: Terms): PlanChoice {
  const end: ChoiceAtEnd = { limit: 0, fits: 0, past: parts, cost: work, saves: 0 };
  return {
    id: "api",
    name: "API",
    fees: { monthly: 0, annual: null },
    fee: 0,
    rule: null,
    ends: { low: end, high: end },
    next: NEXT.api ?? null,
  };
}

// Its seat holds no usage: every token is billed at API rates on top.
function enterpriseChoice({ parts, work }: Terms): PlanChoice {
  const choice = named("enterprise", "annual");
  const end: ChoiceAtEnd = { limit: 0, fits: 0, past: parts, cost: choice.fee + work, saves: -choice.fee };
  return { ...choice, rule: null, ends: { low: end, high: end } };
}

function named(id: PlanId, billing: Scenario["planBilling"]): Omit<PlanChoice, "rule" | "ends"> {
  const { name, monthlyUsd, annualUsdPerMonth } = planById(id);
  const fee = (billing === "annual" ? annualUsdPerMonth : null) ?? monthlyUsd ?? annualUsdPerMonth ?? 0;
  return { id, name, fees: { monthly: monthlyUsd, annual: annualUsdPerMonth }, fee, next: NEXT[id] ?? null };
}

function rangedOffer({ limit: low, ...offer }: PlanOffer, high: PlanOffer | undefined): RangedOffer {
  return { ...offer, low, high: high === undefined ? low : high.limit };
}

// Under a rule a plan is, for this one month, worth what it covers of it.
function effective({ id, name, fee, rule, ends }: OfferedChoice, work: number): RangedOffer {
  const at = (end: ChoiceAtEnd): number | null => (rule === null || total(end.past) === 0 ? end.limit : work - total(end.past));
  return { id, name, fee, low: at(ends.low), high: at(ends.high) };
}

function cheapestFor(offers: readonly RangedOffer[], work: number, overflow: Overflow) {
  const at = (end: "low" | "high"): CheapestChoice => {
    const { cheapest: id, costs } = comparePlans(work, offersAt(offers, end), overflow);
    return { id, cost: costs.find((cost) => cost.id === id)?.cost ?? work };
  };
  return { low: at("low"), high: at("high") };
}
