import { rulesInForce } from "../../pricing/rate-card.ts";
import { catalog, catalogDate } from "../../rates/catalog.ts";
import { modelName } from "../../scenario/model-options.ts";
import { formatExact } from "../../ui/format-count.ts";
import type { ModelPair } from "../../usage-import/needs-under.ts";

/** Which of two models is cheaper for the measured tokens, in a sentence. @param share as `breakEvenShare` gives it, 1 = as many tokens */
export function pairInWords(share: number | null, { model, against }: ModelPair): string {
  const [one, other] = [modelName(model), modelName(against)];
  if (model === against) return "Choose two different models.";
  if (share === null) return `${one} and ${other} cannot be compared: one of them has no rate for what this log used.`;
  const percent = `${formatExact(Math.round(share * 1_000) / 10)}%`;
  if (Math.abs(share - 1) < 0.0005)
    return `${one} and ${other} cost you the same for the same tokens: the one that needs fewer is cheaper.`;
  return share < 1
    ? `${one} is cheaper than ${other} for you if it needs under ${percent} of the tokens.`
    : `${one} is cheaper than ${other} for you even for the same tokens, and for up to ${percent} of them.`;
}

/**
 * The pair to begin with: the model that cost most as measured, and the dearest current one that is cheaper. Where none is cheaper, the
 * cheapest of the dearer current ones stands against it.
 *
 * @param dearest the catalog's id
 */
export function firstPair(dearest: string): ModelPair {
  const own = inputRate(dearest);
  const current = catalog.models.filter(({ id, status }) => status === "current" && id !== dearest).map(({ id }) => id);
  const byRate = current.sort((one, other) => inputRate(other) - inputRate(one));
  const cheaper = byRate.find((id) => inputRate(id) < own);
  if (cheaper !== undefined) return { model: dearest, against: cheaper };
  return { model: byRate.findLast((id) => inputRate(id) > own) ?? dearest, against: dearest };
}

function inputRate(id: string): number {
  const card = catalog.models.find((candidate) => candidate.id === id);
  return (card && rulesInForce(card, catalogDate).period.rates.input) ?? 0;
}
