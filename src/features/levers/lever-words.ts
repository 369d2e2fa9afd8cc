import type { LeverId } from "../../scenario/levers.ts";
import { modelName } from "../../scenario/model-options.ts";
import type { Levers } from "../../scenario/scenario.ts";
import { formatExact, formatTokens } from "../../ui/format-count.ts";

/** What a lever is called in the chart and in sentences, and beside its switch. */
export const LEVER_NAMES: { readonly [id in LeverId]: { readonly short: string; readonly label: string } } = {
  routing: { short: "Routing", label: "Model routing: easy work on a cheaper model" },
  caching: { short: "Caching", label: "A longer prompt cache" },
  compaction: { short: "Compaction", label: "Compaction sooner" },
  clearing: { short: "/clear", label: "/clear between tasks" },
  thinking: { short: "Thinking", label: "Less extended thinking" },
  batch: { short: "Batch", label: "Batch API for headless work" },
  subagents: { short: "Subagents", label: "Subagents on a cheaper model" },
};

/** How hard each lever is pulled, in a few words, for where its inputs are folded away. */
export const STRENGTHS: { readonly [id in LeverId]: (lever: Levers[id]) => string } = {
  routing: ({ easyPercent, mediumPercent, easyModel, mediumModel, hardModel }) =>
    `${formatExact(easyPercent)}% ${modelName(easyModel)}, ${formatExact(mediumPercent)}% ${modelName(mediumModel)}, ${formatExact(hardPercent({ easyPercent, mediumPercent }))}% ${modelName(hardModel)}`,
  caching: ({ to }) => (to === "1h" ? "1 hour" : "5 minutes"),
  compaction: ({ atTokens }) => `at ${formatTokens(atTokens)} tokens`,
  clearing: ({ afterRequests }) => `after ${formatExact(afterRequests)} ${afterRequests === 1 ? "request" : "requests"}`,
  thinking: ({ lessPercent }) => `${formatExact(lessPercent)}% less output`,
  batch: ({ percent }) => `${formatExact(percent)}% of the work`,
  subagents: ({ model }) => modelName(model),
};

/** The share that easy and medium work leave, 0 where they leave none. In percent, on the step of a tenth. */
export function hardPercent({ easyPercent, mediumPercent }: Pick<Levers["routing"], "easyPercent" | "mediumPercent">): number {
  return Math.max(0, Number((100 - easyPercent - mediumPercent).toFixed(1)));
}
