import { type IsoDay, isWithin } from "../lib/calendar.ts";
import { outOfRange } from "../lib/range-error.ts";
import type { ModelCard } from "./rate-card.ts";

/** What a request asks for beyond the plain rate. Left out: standard speed, global, synchronous, no regional endpoint. */
export interface Modifiers {
  readonly speed?: "standard" | "fast" | undefined;
  /** "us" = US-only inference on the provider's own API. */
  readonly geo?: "us" | "global" | undefined;
  readonly batch?: boolean | undefined;
  /** Served from a regional endpoint of Bedrock or Vertex (a profile such as `eu.`). */
  readonly regional?: boolean | undefined;
}

/**
 * The factor on every token rate of a request: fast × geo × batch. Web searches are never multiplied.
 *
 * @throws RangeError for a modifier that the model does not offer on that day, or for fast together with batch
 * @example modifierFactor(opus55, "2026-11-20", { geo: "us", batch: true }) //=> 1.1 * 0.5
 */
export function modifierFactor(card: ModelCard, day: IsoDay, modifiers: Modifiers): number {
  const { speed = "standard", geo = "global", batch = false, regional = false } = modifiers;
  if (speed !== "standard" && speed !== "fast") throw outOfRange("speed", speed, '"standard" or "fast"');
  if (geo !== "us" && geo !== "global") throw outOfRange("geo", geo, '"us" or "global"');
  if (typeof batch !== "boolean") throw outOfRange("batch", batch, "true or false");
  if (batch && speed === "fast") throw outOfRange("batch", true, "possible together with fast mode");
  return (
    (speed === "fast" ? fastMultiplier(card, day) : 1) *
    placeMultiplier(card, geo, regional) *
    (batch ? batchMultiplier(card) : 1)
  );
}

function fastMultiplier(card: ModelCard, day: IsoDay): number {
  const period = card.fast.find((candidate) => isWithin(day, candidate));
  if (!period) throw outOfRange("speed", "fast", `offered by ${card.id} on ${day}`);
  return period.multiplier;
}

// One surcharge for where a request is served: US-only inference is the provider's own API, a regional profile a partner's cloud, so a
// request that names both still pays once.
function placeMultiplier(card: ModelCard, geo: "us" | "global", regional: boolean): number {
  const forRegion = regional ? card.regionalMultiplier : 1;
  if (geo === "global") return forRegion;
  if (card.usMultiplier === null) throw outOfRange("geo", "us", `offered by ${card.id}`);
  return Math.max(card.usMultiplier, forRegion);
}

function batchMultiplier(card: ModelCard): number {
  if (card.batchMultiplier === null) throw outOfRange("batch", true, `offered by ${card.id}`);
  return card.batchMultiplier;
}
