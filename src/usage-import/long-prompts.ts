import type { IsoDay } from "../lib/calendar.ts";
import { ratesOf } from "../pricing/price-request.ts";
import { rulesInForce } from "../pricing/rate-card.ts";
import { TOKEN_CLASSES, type TokenClass } from "../pricing/usage.ts";
import { catalogDate } from "../rates/catalog.ts";
import { findModel } from "../rates/resolve-model.ts";
import type { MeasuredLog } from "./measured-log.ts";
import { responsesOf } from "./measured-rows.ts";
import { linesOf, type MeasuredRequest } from "./request-terms.ts";

/** Requests of one model that were charged at its long-context tier. */
export interface LongTier {
  /** The catalog's id. */
  readonly model: string;
  readonly requests: number;
  /** USD, unrounded. */
  readonly cost: number;
  /** USD, unrounded: the same tokens at the standard tier, every modifier as it was. */
  readonly atStandard: number;
}

/** Requests with long prompts. */
export interface LongPrompts {
  /** Models with requests over their tier's threshold, the one whose tier cost most more first. */
  readonly overTier: readonly LongTier[];
  /** Requests whose prompt was longer than the model took on their day, and what they cost, USD unrounded. */
  readonly overWindow: { readonly requests: number; readonly cost: number };
}

/** The requests of a log that were charged at a long-context tier, and those longer than their model's window. */
export function longPrompts({ rows }: Pick<MeasuredLog, "rows">): LongPrompts {
  const tiers = new Map<string, LongTier>();
  let [overRequests, overCost] = [0, 0];
  for (const { day, requests } of responsesOf(rows))
    for (const request of requests) {
      if (request.tier === "long-context") tiers.set(request.model, added(tiers.get(request.model), request, day));
      if (!request.overWindow) continue;
      overRequests += 1;
      overCost += request.cost ?? 0;
    }
  return {
    overTier: [...tiers.values()].sort((one, other) => extraOf(other) - extraOf(one) || (one.model < other.model ? -1 : 1)),
    overWindow: { requests: overRequests, cost: overCost },
  };
}

function extraOf({ cost, atStandard }: LongTier): number {
  return cost - atStandard;
}

function added(sum: LongTier | undefined, request: MeasuredRequest, day: IsoDay | null): LongTier {
  return {
    model: request.model,
    requests: (sum?.requests ?? 0) + 1,
    cost: (sum?.cost ?? 0) + (request.cost ?? 0),
    atStandard: (sum?.atStandard ?? 0) + standardCost(request, day),
  };
}

// A line's rate has the modifiers inside; the ratio of the two tiers' rates leaves them there.
function standardCost(request: MeasuredRequest, day: IsoDay | null): number {
  const shares = standardShares(request.model, day ?? catalogDate);
  return linesOf(request).reduce((sum, { item, amount }) => sum + amount * (shares.get(item) ?? 1), 0);
}

/** What the standard tier costs as a share of the long-context tier, by class. Before a model's first day its first rates apply. */
function standardShares(model: string, day: IsoDay): ReadonlyMap<string, number> {
  const card = findModel(model);
  if (!card) return new Map();
  const first = card.periods[0]?.from ?? card.released;
  const rules = rulesInForce(card, day < first ? first : day);
  const [standard, long] = [ratesOf(rules, "standard"), ratesOf(rules, "long-context")];
  const share = (name: TokenClass): number => (standard[name] ?? 1) / (long[name] ?? 1);
  return new Map(TOKEN_CLASSES.map((name) => [name, share(name)]));
}
