import type { ModelCard } from "../pricing/rate-card.ts";
import { catalog } from "../rates/catalog.ts";
import { rateBook } from "./rate-book.ts";
import type { Profile, Scenario } from "./scenario.ts";
import { type SessionCost, sessionPricer } from "./session-cost.ts";

/** What a profile's session costs when it begins on a model, by its parts; null where the model cannot serve it as the scenario says. */
export interface SessionOnModel {
  readonly model: string;
  readonly parts: readonly SessionCost[] | null;
}

const FAMILIES: readonly ModelCard["family"][] = ["mythos", "fable", "opus", "sonnet", "haiku", "own"];

/** A profile's session on each current model, each of its mix and each own one, by family from the dearest, each newest first. */
export function sessionOnModels(scenario: Scenario, profile: Profile): readonly SessionOnModel[] {
  const mixed = new Set(profile.mix.map(({ model }) => model));
  const listed = catalog.models
    .filter(({ id, status }) => status === "current" || mixed.has(id))
    .sort((a, b) => FAMILIES.indexOf(a.family) - FAMILIES.indexOf(b.family))
    .map(({ id }) => id);
  const { startedOn } = sessionPricer(scenario, profile.usage, rateBook(scenario));
  return [...listed, ...scenario.ownModels.map(({ id }) => id)].map((model) => ({
    model,
    parts: orNull(() => startedOn(model)),
  }));
}

function orNull<Result>(compute: () => Result): Result | null {
  try {
    return compute();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
