import { formatTokens } from "../../ui/format-count.ts";
import { formatUsd } from "../../ui/format-money.ts";
import type { LongPrompts } from "../../usage-import/long-prompts.ts";
import { counted } from "./combine-import-headline.ts";
import { modelName } from "./import-lines.ts";

/** Requests over a tier, and over the window. */
export interface LongPromptsView {
  readonly takeaway: string;
  /** Model, requests, cost, at the standard rates, the difference. */
  readonly rows: readonly (readonly string[])[];
}

/** What long prompts cost more. */
export function combineLongPrompts({ overTier, overWindow }: LongPrompts): LongPromptsView {
  const requests = overTier.reduce((sum, tier) => sum + tier.requests, 0);
  const extra = overTier.reduce((sum, { cost, atStandard }) => sum + cost - atStandard, 0);
  const tiers =
    requests === 0
      ? "No request was charged at the higher rates for long prompts."
      : `${counted(requests, "request")} ${requests === 1 ? "was" : "were"} charged at the higher rates for long prompts: ${formatUsd(extra)} more than at the standard ones.`;
  const window =
    overWindow.requests === 0
      ? ""
      : ` ${counted(overWindow.requests, "prompt")} (${formatUsd(overWindow.cost)}) ${overWindow.requests === 1 ? "is" : "are"} longer than the model took on that day: the log or the catalog may be wrong there.`;
  return {
    takeaway: `${tiers}${window}`,
    rows: overTier.map(({ model, requests: count, cost, atStandard }) => [
      modelName(model),
      formatTokens(count),
      formatUsd(cost),
      formatUsd(atStandard),
      formatUsd(cost - atStandard),
    ]),
  };
}
