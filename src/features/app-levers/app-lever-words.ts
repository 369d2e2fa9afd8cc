import type { AppLeverId } from "../../pricing/app-levers.ts";
import { modelName } from "../../scenario/model-options.ts";
import type { AppLevers } from "../../scenario/questions.ts";
import { formatExact, formatTokens } from "../../ui/format-count.ts";

/** What a lever is called in the chart and in sentences, and beside its switch. */
export const APP_LEVER_NAMES: { readonly [id in AppLeverId]: { readonly short: string; readonly label: string } } = {
  outputCap: { short: "Output cap", label: "A cap on output tokens" },
  trimming: { short: "Trimming", label: "Trimmed context" },
  prefix: { short: "Cached prefix", label: "A cached prefix" },
  batch: { short: "Batch", label: "Batch for calls that can wait" },
  localCache: { short: "Own cache", label: "A cache of your own for repeated questions" },
  smaller: { short: "Smaller model", label: "A smaller model for a share of the calls" },
};

/** How hard each lever is pulled, in a few words, for where its inputs are folded away. */
export const APP_STRENGTHS: { readonly [id in AppLeverId]: (lever: AppLevers[id]) => string } = {
  outputCap: ({ tokens }) => `${formatTokens(tokens)} tokens`,
  trimming: ({ percent }) => `${formatExact(percent)}% of the prompt left out`,
  prefix: ({ tokens, lifetime, ...arrival }) =>
    `${formatTokens(tokens)} tokens for ${lifetime === "1h" ? "1 hour" : "5 minutes"}, ${arrivalInWords(arrival)}`,
  batch: ({ percent }) => `${formatExact(percent)}% of the calls`,
  localCache: ({ percent }) => `${formatExact(percent)}% answered without a call`,
  smaller: ({ percent, model }) => `${formatExact(percent)}% on ${modelName(model)}`,
};

function arrivalInWords({
  arrival,
  burstCalls,
  burstMinutes,
}: Pick<AppLevers["prefix"], "arrival" | "burstCalls" | "burstMinutes">): string {
  return arrival === "steady"
    ? "calls arrive steadily"
    : `${formatTokens(burstCalls)} calls every ${formatExact(burstMinutes)} minutes`;
}
