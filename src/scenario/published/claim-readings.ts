import { breakEven } from "../../pricing/break-even.ts";
import type { PlanOffer } from "../../pricing/compare-plans.ts";
import { TOKEN_CLASSES, type TokenClass } from "../../pricing/usage.ts";
import { planById } from "../plan-offers.ts";
import type { SimulatedUsage, TotalsUsage } from "../scenario.ts";
import type { ClaimFigure, ClaimValue, Opened } from "./published-claim.ts";

// What claims read from the scenario as which they open. A row that asks for what its scenario does not have is our mistake, so it throws.

/** USD of a session, the mean over all. */
export const perSession = ({ estimate }: Opened): number => estimate.perSession;

/** USD of a month, all developers. */
export const perMonth = ({ estimate }: Opened): number => estimate.perMonth;

/** USD of a session of the kind in a place. */
export function sessionOf(kind: number): (opened: Opened) => number {
  return ({ estimate }) => found(estimate.profiles[kind], `a kind of session ${kind}`).perSession;
}

/** USD a million tokens of a class that a model is charged here, batch and all. */
export function rateOf(model: string, item: TokenClass): (opened: Opened) => number {
  return ({ estimate }) =>
    found(
      estimate.lines.find((line) => line.model === model && line.item === item),
      `${item} on ${model}`,
    ).rate;
}

/** USD a month of one class of tokens. */
export function amountOf(item: string): (opened: Opened) => number {
  return ({ estimate }) => sum(estimate.lines.filter((line) => line.item === item).map(({ amount }) => amount));
}

/** Tokens of a month of some classes; left out: of everything that is sent, so not of output. */
export function tokensOf(...items: readonly TokenClass[]): (opened: Opened) => number {
  const counted: readonly string[] = items.length > 0 ? items : TOKEN_CLASSES.filter((item) => item !== "output");
  return ({ estimate }) => sum(estimate.lines.filter(({ item }) => counted.includes(item)).map(({ quantity }) => quantity));
}

/** Tokens that one session of the kind in a place sends as input. */
export function tokensIn(kind: number): (opened: Opened) => number {
  return ({ scenario }) => {
    const usage = scenario.profiles[kind]?.usage;
    return found(usage?.kind === "totals" ? usage.input : null, `totals of a kind of session ${kind}`);
  };
}

/** The plan as the scenario's rule for limits offers it. */
function offerOf({ estimate }: Opened, plan: string): PlanOffer {
  return found(
    estimate.comparison.low.find(({ id }) => id === plan),
    `an offer of ${plan}`,
  );
}

/** The bill of a month from which a plan costs no more than the API, USD. */
export function paysFrom(plan: string): (opened: Opened) => number {
  return (opened) => found(breakEven(offerOf(opened, plan), opened.scenario.overflow).from, `a bill from which ${plan} pays`);
}

/** The cheapest choice by the name that the guides knew it by: Max was Max 5x, Ultra was Max 20x. @example "max5x" */
export function cheapestByFormerName({ estimate: { plans } }: Opened): string {
  if (plans.cheapest === "api") return "api";
  const { name, formerNames } = planById(plans.cheapest);
  return (formerNames[0]?.name ?? name).toLowerCase().replaceAll(" ", "");
}

/** What the cheapest choice saves a month against the API, USD. */
export function savedByCheapest({ estimate: { plans } }: Opened): number {
  return plans.costs.find(({ id }) => id === plans.cheapest)?.saves ?? 0;
}

/** The totals of the first kind of session. */
export function firstTotals({ scenario }: Opened): TotalsUsage {
  const usage = scenario.profiles[0]?.usage;
  if (usage?.kind !== "totals") throw new RangeError("profiles: the first is not stated by totals");
  return usage;
}

/** The shape of the first kind of session. */
export function firstShape({ scenario }: Opened): SimulatedUsage {
  const usage = scenario.profiles[0]?.usage;
  if (usage?.kind !== "simulated") throw new RangeError("profiles: the first is not stated by its shape");
  return usage;
}

/** A figure that was published and is a claim's only one. */
export function figure(published: ClaimValue, unit: ClaimFigure["unit"], ours: ClaimFigure["ours"]): readonly ClaimFigure[] {
  return [{ key: "", label: "", unit, published, ours }];
}

function found<Value>(value: Value | null | undefined, what: string): Value {
  if (value === null || value === undefined) throw new RangeError(`claim: its scenario has not ${what}`);
  return value;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
