import type { IsoDay } from "../lib/calendar.ts";
import { catalogDate } from "../rates/catalog.ts";
import type { FirstSeen, LoggedResponse } from "./log-collector.ts";
import { isSubagentPath, projectOf } from "./log-path.ts";
import type { Attribution } from "./log-record.ts";
import { type MeasuredRequest, priceBilledRequest } from "./price-billed-request.ts";

/** One response of the API, priced, with all by which responses can be grouped. Instant, session and path are its earliest line's. */
export interface MeasuredResponse extends FirstSeen, Attribution {
  /** The UTC day of `at`. */
  readonly day: IsoDay | null;
  /** The project's folder as Claude Code names it (`-home-me-shop`); empty where the path does not say. */
  readonly project: string;
  /** Whether a subagent or another sidechain asked for it. */
  readonly isSubagent: boolean;
  /** More than one where the response took several requests, or asked an advisor. */
  readonly requests: readonly MeasuredRequest[];
  /** USD as old versions logged it. */
  readonly costUsd: number | null;
  /**
   * Whether the output can only be too low: no line of the response has its end, and the one that counts says 0 or 1 output tokens, the
   * number with which a stream begins. Builds of early 2026 logged nothing else. A response that has ended is never one.
   */
  readonly isLowerBound: boolean;
}

/** A response priced at the rates of its instant, and what the reader should know of it, each reason once. */
export function measureResponse({ winner, first }: LoggedResponse): {
  readonly response: MeasuredResponse;
  readonly problems: readonly string[];
} {
  const day = first.at === null ? null : new Date(first.at).toISOString().slice(0, 10);
  const priced = winner.requests.map((billed) => priceBilledRequest(billed, day));
  const undated = day === null ? [`no timestamp that can be read: priced at the rates of ${catalogDate}`] : [];
  const { version, skill, plugin, mcpServer, agentId, costUsd } = winner;
  return {
    response: {
      ...first,
      day,
      project: projectOf(first.path ?? ""),
      isSubagent: winner.isSidechain || agentId !== null || isSubagentPath(first.path ?? ""),
      ...{ version, skill, plugin, mcpServer, agentId, costUsd },
      requests: priced.map(({ request }) => request),
      isLowerBound: !winner.hasStopReason && winner.output <= 1,
    },
    problems: [...new Set([...undated, ...priced.flatMap(({ problems }) => problems)])],
  };
}
