import { modelName } from "../../scenario/model-options.ts";
import type { SimulatedUsage } from "../../scenario/scenario.ts";
import { formatCount, formatTokensShort } from "../../ui/format-count.ts";

/** What is assumed of a session, in a line: caching, base prompt, breaks and compaction always, the rest where it is set. */
export function summaryOf(usage: SimulatedUsage, { isMixed }: { readonly isMixed: boolean }): string {
  const { basePromptTokens, pauseMinutes, pauseHours, compactAtTokens, clearAfterRequests, subagents, modelSwitch } = usage;
  const always = [
    usage.caching === "off" ? "no cache" : usage.caching === "5m" ? "5-minute cache" : "1-hour cache",
    `${formatTokensShort(basePromptTokens)} base prompt`,
    counted(pauseMinutes + pauseHours, "break"),
    compactAtTokens === null ? "no compaction" : `compaction at ${formatTokensShort(compactAtTokens)}`,
  ];
  const set = [
    clearAfterRequests === null ? [] : [`/clear after ${counted(clearAfterRequests, "request")}`],
    subagents.count === 0 ? [] : [counted(subagents.count, "subagent")],
    modelSwitch === null ? [] : [`${modelName(modelSwitch.model)} from request ${formatCount(modelSwitch.beforeRequest)}`],
    isMixed && usage.routing === "request" ? ["a model for each request"] : [],
  ];
  return [...always, ...set.flat()].join(", ");
}

/** Said beside a setting that a session is too short for. @example notReached(1) //=> "A session of 1 request never gets there." */
export function notReached(requests: number): string {
  return `A session of ${counted(requests, "request")} never gets there.`;
}

function counted(count: number, noun: string): string {
  return `${formatCount(count)} ${noun}${count === 1 ? "" : "s"}`;
}
