import { outOfRange } from "./lib/range-error.ts";
import { type PricedUsage, priceWithCard } from "./pricing/price-request.ts";
import type { ModelCard } from "./pricing/rate-card.ts";
import type { SessionShape } from "./pricing/session-shape.ts";
import { type SimulatedSession, simulateWithCard } from "./pricing/simulate-session.ts";
import type { Usage } from "./pricing/usage.ts";
import { catalog, catalogDate } from "./rates/catalog.ts";
import { findModel, parseModelId } from "./rates/resolve-model.ts";

export type { BillLine } from "./pricing/bill-line.ts";
export { comparePlans, type PlanCost, type PlanOffer, type PlanVerdict } from "./pricing/compare-plans.ts";
export type { PricedUsage } from "./pricing/price-request.ts";
export type { SimulatedRequest, SimulatedSession } from "./pricing/simulate-session.ts";
export type { TokenClass, Usage } from "./pricing/usage.ts";
export { catalogDate } from "./rates/catalog.ts";
export { resolveModel } from "./rates/resolve-model.ts";
export { type Estimate, estimate } from "./scenario/estimate.ts";
export { parseScenario, serializeScenario } from "./scenario/link.ts";
export type { Scenario } from "./scenario/scenario.ts";
export { importFiles } from "./usage-import/import-files.ts";
export { importUsage } from "./usage-import/import-usage.ts";
export type { MeasuredUsage } from "./usage-import/usage-format.ts";

/** Where, when and how requests are served; picks rates and modifiers. */
interface Served {
  /** Any id met in logs: `claude-sonnet-4-6`, `us.anthropic.claude-opus-4-5-20251101-v1:0`, `claude-haiku-4-5@20251001`, `claude-opus-4-6[1m]`. */
  readonly model: string;
  /** ISO date or date-time, UTC; picks the rates in force. Left out: `catalogDate`. */
  readonly at?: string;
  readonly speed?: "standard" | "fast";
  /** "us" = US-only inference. */
  readonly geo?: "us" | "global";
  readonly batch?: boolean;
}

/** One API request to price. */
export interface PricedRequest extends Served {
  readonly usage: Usage;
}

/** A session of agent requests, each of which sends the whole conversation again. */
export interface SessionProfile extends Served, SessionShape {}

/**
 * What one request costs, line by line, at the rates of its day.
 *
 * @throws RangeError for an unknown model, a used class without a rate, a count that is no whole number ≥ 0, a modifier that the model did
 *         not offer on that day, or a day before its first; the message names field, value and what is expected
 * @example priceRequest({ model: "claude-sonnet-4-6", usage: { output: 200_000 } }).total //=> 3
 */
export function priceRequest({ model, at = catalogDate, usage, ...modifiers }: PricedRequest): PricedUsage {
  const { card, regional } = cardBehind(model);
  return priceWithCard(card, { ...modifiers, usage, at, regional }, catalog.webSearch);
}

/**
 * Runs a session request by request and prices each by itself.
 * @throws RangeError for a session that cannot be run, and as `priceRequest`
 */
export function simulateSession({ model, at = catalogDate, speed, geo, batch, ...shape }: SessionProfile): SimulatedSession {
  const { card, regional } = cardBehind(model);
  return simulateWithCard(card, shape, { at, speed, geo, batch, regional });
}

function cardBehind(model: string): { readonly card: ModelCard; readonly regional: boolean } {
  const parsed = parseModelId(model);
  const card = parsed && findModel(parsed.id);
  if (!parsed || !card) throw outOfRange("model", model, `a model of the catalog of ${catalogDate}`);
  return { card, regional: parsed.regional };
}
