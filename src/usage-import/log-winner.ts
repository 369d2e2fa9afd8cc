import type { LogRecord } from "./log-record.ts";

/**
 * Which of two lines of one response stands for it, as far as their figures tell: above 0 = the first. The main conversation before a
 * sidechain, then most output, then a line with a stop reason, then the later one, then the larger token total. The whole line counts:
 * figures of two lines are never mixed.
 */
export function compareLines(one: LogRecord, other: LogRecord): number {
  return (
    Number(other.isSidechain) - Number(one.isSidechain) ||
    one.output - other.output ||
    Number(one.hasStopReason) - Number(other.hasStopReason) ||
    instantOrder(one.at) - instantOrder(other.at) ||
    one.tokens - other.tokens
  );
}

// A line without a timestamp is later than none. Not -Infinity: two such lines have to be alike.
function instantOrder(at: number | null): number {
  return at ?? -Number.MAX_SAFE_INTEGER;
}

/** Whether it makes no difference which of two lines that rank alike stands for the response. */
export function sayTheSame(one: LogRecord, other: LogRecord): boolean {
  return saidBy(one) === saidBy(other);
}

function saidBy({ requests, costUsd, version, skill, plugin, mcpServer, agentId }: LogRecord): string {
  return JSON.stringify([requests, costUsd, version, skill, plugin, mcpServer, agentId]);
}
