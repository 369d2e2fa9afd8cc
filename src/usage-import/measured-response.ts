import type { IsoDay } from "../lib/calendar.ts";
import { catalogDate } from "../rates/catalog.ts";
import type { FirstSeen, LoggedResponse } from "./log-collector.ts";
import { isSubagentPath, projectOf } from "./log-path.ts";
import type { Attribution } from "./log-record.ts";
import { createRequestPricer, type MeasuredRequest } from "./price-billed-request.ts";

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

/** A priced response, and what the reader should know of it, each reason once. */
export interface PricedResponse {
  readonly response: MeasuredResponse;
  readonly problems: readonly string[];
}

/** Prices responses, each at the rates of its instant. */
export function createResponseMeter(): (response: LoggedResponse) => PricedResponse {
  const price = createRequestPricer();
  const places = new Map<string, { readonly project: string; readonly isSubagent: boolean }>();
  const placeOf = (path: string) => {
    const known = places.get(path) ?? { project: projectOf(path), isSubagent: isSubagentPath(path) };
    places.set(path, known);
    return known;
  };
  const dayOf = createUtcDays();
  return ({ winner, first }) => {
    const day = first.at === null ? null : dayOf(first.at);
    const requests: MeasuredRequest[] = [];
    let problems: readonly string[] = day === null ? UNDATED : NO_PROBLEMS;
    for (const billed of winner.requests) {
      const priced = price(billed, day);
      requests.push(priced.request);
      if (priced.problems.length > 0) problems = [...new Set([...problems, ...priced.problems])];
    }
    const { project, isSubagent } = placeOf(first.path ?? "");
    return {
      // Field by field: spreads take several times as long, and a log has 200,000 responses.
      response: {
        at: first.at,
        sessionId: first.sessionId,
        path: first.path,
        line: first.line,
        day,
        project,
        isSubagent: winner.isSidechain || winner.agentId !== null || isSubagent,
        version: winner.version,
        skill: winner.skill,
        plugin: winner.plugin,
        mcpServer: winner.mcpServer,
        agentId: winner.agentId,
        costUsd: winner.costUsd,
        requests,
        isLowerBound: !winner.hasStopReason && winner.output <= 1,
      },
      problems,
    };
  };
}

const NO_PROBLEMS: readonly string[] = [];
const UNDATED: readonly string[] = [`no timestamp that can be read: priced at the rates of ${catalogDate}`];
const DAY_MS = 86_400_000;

// Responses come in order of time, so most are of the day before them.
function createUtcDays(): (at: number) => IsoDay {
  let number = Number.NaN;
  let day: IsoDay = "";
  return (at) => {
    const asked = Math.floor(at / DAY_MS);
    if (asked !== number) {
      number = asked;
      day = new Date(at).toISOString().slice(0, 10);
    }
    return day;
  };
}
