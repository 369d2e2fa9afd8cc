import { isSame } from "../lib/is-same.ts";
import { type Change, fieldChanges, told } from "./difference-change.ts";
import { profileChanges } from "./difference-profiles.ts";
import { questionChanges } from "./difference-questions.ts";
import {
  BUDGET_WORDS,
  FAILED_WORDS,
  LEVER_WORDS,
  limitText,
  type Named,
  ownModelText,
  SCENARIO_WORDS,
} from "./difference-values.ts";
import { modelName } from "./model-options.ts";
import { planById } from "./plan-offers.ts";
import { type Levers, LIMITED_PLANS, type Scenario } from "./scenario.ts";

/**
 * Every change that makes one scenario of another, in a fixed order: people and days, prices and terms, own models, then the profiles
 * (the mixes of all of them first, then how often sessions come, then the sessions), then fees, discounts and failed requests, then what no
 * bill of the API knows: plans, limits, budget, levers, the smaller questions, currency; profiles and own models that go away come last. Profiles are told apart by their names, else by
 * their places. The order of a mix, its locks and models without a share are no difference.
 */
export function changesBetween(from: Scenario, to: Scenario): readonly Change[] {
  const changes = Object.values(CHANGES).flatMap((changesOf) => changesOf(from, to));
  return [...changes.filter(({ isEnd }) => !isEnd), ...changes.filter(({ isEnd }) => isEnd)];
}

type ChangesOf = (from: Scenario, to: Scenario) => readonly Change[];

// The order of these keys is the order of the changes.
const CHANGES: { readonly [field in keyof Scenario]-?: ChangesOf } = {
  developers: single("developers"),
  workingDays: single("workingDays"),
  priceDate: single("priceDate"),
  ownModels: ownModelChanges,
  tokensOf: single("tokensOf"),
  tokenizerFactor: single("tokenizerFactor"),
  batchPercent: single("batchPercent"),
  fast: single("fast"),
  place: single("place"),
  profiles: profileChanges,
  routerFee: single("routerFee"),
  discountPercent: single("discountPercent"),
  failed: failedChanges,
  work: single("work"),
  planBilling: single("planBilling"),
  limitRule: single("limitRule"),
  ownLimits: limitChanges,
  overflow: single("overflow"),
  levers: leverChanges,
  oneRead: single("oneRead"),
  reReadTokens: single("reReadTokens"),
  questions: questionChanges,
  team: single("team"),
  budget: budgetChanges,
  costSpread: single("costSpread"),
  dayBasis: single("dayBasis"),
  currency: single("currency"),
  preset: single("preset"),
};

function single<Field extends keyof typeof SCENARIO_WORDS>(field: Field): ChangesOf {
  const { name, say } = SCENARIO_WORDS[field] as Named<Scenario[Field]>;
  return (from, to) =>
    isSame(from[field], to[field])
      ? []
      : [
          told({
            id: field,
            name,
            before: say(from[field]),
            after: say(to[field]),
            put: (scenario) => ({ ...scenario, [field]: to[field] }),
          }),
        ];
}

function ownModelChanges(from: Scenario, to: Scenario): readonly Change[] {
  const ids = [...new Set([...from.ownModels, ...to.ownModels].map(({ id }) => id))];
  return ids.flatMap((id) => {
    const [before, after] = [from, to].map(({ ownModels }) => ownModels.find((model) => model.id === id));
    if (isSame(before, after)) return [];
    return told({
      id: `ownModels ${id}`,
      name: `rates of ${modelName(id)}`,
      before: before ? ownModelText(before) : "none",
      after: after ? ownModelText(after) : "none",
      isEnd: after === undefined,
      put: (scenario) => ({
        ...scenario,
        ownModels: [...scenario.ownModels.filter((model) => model.id !== id), ...(after ? [after] : [])],
      }),
    });
  });
}

function limitChanges(from: Scenario, to: Scenario): readonly Change[] {
  return LIMITED_PLANS.filter((plan) => !isSame(from.ownLimits[plan], to.ownLimits[plan])).map((plan) =>
    told({
      id: `ownLimits ${plan}`,
      name: `own limit of ${planById(plan).name}`,
      before: limitText(from.ownLimits[plan]),
      after: limitText(to.ownLimits[plan]),
      put: (scenario) => ({ ...scenario, ownLimits: { ...scenario.ownLimits, [plan]: to.ownLimits[plan] } }),
    }),
  );
}

function failedChanges(from: Scenario, to: Scenario): readonly Change[] {
  return fieldChanges(FAILED_WORDS, [from.failed, to.failed], {
    id: "failed",
    put: (change) => (scenario) => ({ ...scenario, failed: { ...scenario.failed, ...change } }),
  });
}

function budgetChanges(from: Scenario, to: Scenario): readonly Change[] {
  return fieldChanges(BUDGET_WORDS, [from.budget, to.budget], {
    id: "budget",
    put: (change) => (scenario) => ({ ...scenario, budget: { ...scenario.budget, ...change } }),
  });
}

function leverChanges(from: Scenario, to: Scenario): readonly Change[] {
  return fieldChanges<Levers>(LEVER_WORDS, [from.levers, to.levers], {
    id: "levers",
    put: (change) => (scenario) => ({ ...scenario, levers: { ...scenario.levers, ...change } }),
  });
}
