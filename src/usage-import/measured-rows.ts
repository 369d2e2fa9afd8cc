import type { IsoDay } from "../lib/calendar.ts";
import { type FullUsage, TOKEN_CLASSES } from "../pricing/usage.ts";
import { createUtcDays } from "./log-days.ts";
import type { MeasuredResponse } from "./measured-response.ts";
import { type MeasuredRequest, type RequestTerms, requestOn } from "./request-terms.ts";

/**
 * Priced responses in order of time, those without a timestamp last; column by column, in some 80 bytes a response: as objects they take
 * more than 1,000. `responsesOf` makes the objects, one after the other.
 */
export interface MeasuredRows {
  /** How many responses. */
  readonly count: number;
  /** Milliseconds since 1970 UTC of each response; NaN = no timestamp. */
  readonly at: Float64Array;
  /** Numbers of `names`. */
  readonly session: Uint32Array;
  readonly version: Uint32Array;
  readonly skill: Uint32Array;
  readonly plugin: Uint32Array;
  readonly mcpServer: Uint32Array;
  readonly agent: Uint32Array;
  /** Numbers of `places`. */
  readonly place: Uint32Array;
  readonly line: Uint32Array;
  /** Bits of `RESPONSE_FLAG`. */
  readonly flags: Uint8Array;
  /** The number of each response's first request, and at the end that of all requests. */
  readonly firstRequest: Uint32Array;
  /** USD as logged, by the response's number; few logs have any. */
  readonly costUsd: ReadonlyMap<number, number>;
  readonly requests: RequestColumns;
  readonly names: readonly (string | null)[];
  readonly places: readonly MeasuredPlace[];
}

/** The requests of all responses, one after the other. */
export interface RequestColumns extends Readonly<Record<keyof FullUsage, Uint32Array>> {
  /** Numbers of `allTerms`. */
  readonly terms: Uint32Array;
  /** USD, unrounded; NaN = no price. */
  readonly cost: Float64Array;
  readonly allTerms: readonly RequestTerms[];
}

/** The columns that count, in the order of a bill. */
export const REQUEST_COUNTS: readonly (keyof FullUsage)[] = [...TOKEN_CLASSES, "webSearches"];

/** Where a response was logged. */
export interface MeasuredPlace {
  /** As given; null = pasted text. */
  readonly path: string | null;
  /** Its project's folder; empty where the path does not say. */
  readonly project: string;
}

/** What a response is, in bits. */
export const RESPONSE_FLAG = { subagent: 1, lowerBound: 2 } as const;

/** The responses, each made as it is asked for. */
export function* responsesOf(rows: MeasuredRows): Generator<MeasuredResponse, void, undefined> {
  const dayOf = createUtcDays();
  for (let response = 0; response < rows.count; response += 1) yield responseAt(rows, response, dayOf);
}

function responseAt(rows: MeasuredRows, response: number, dayOf: (at: number) => IsoDay): MeasuredResponse {
  const at = rows.at[response] ?? Number.NaN;
  const isDated = !Number.isNaN(at);
  const { names } = rows;
  const place = rows.places[rows.place[response] ?? 0];
  const flags = rows.flags[response] ?? 0;
  // Field by field: spreads take several times as long.
  return {
    at: isDated ? at : null,
    sessionId: names[rows.session[response] ?? 0] ?? null,
    path: place?.path ?? null,
    line: rows.line[response] ?? 0,
    day: isDated ? dayOf(at) : null,
    project: place?.project ?? "",
    isSubagent: (flags & RESPONSE_FLAG.subagent) !== 0,
    version: names[rows.version[response] ?? 0] ?? null,
    skill: names[rows.skill[response] ?? 0] ?? null,
    plugin: names[rows.plugin[response] ?? 0] ?? null,
    mcpServer: names[rows.mcpServer[response] ?? 0] ?? null,
    agentId: names[rows.agent[response] ?? 0] ?? null,
    costUsd: rows.costUsd.get(response) ?? null,
    requests: requestsAt(rows, response),
    isLowerBound: (flags & RESPONSE_FLAG.lowerBound) !== 0,
  };
}

function requestsAt({ requests, firstRequest }: MeasuredRows, response: number): MeasuredRequest[] {
  const list: MeasuredRequest[] = [];
  const end = firstRequest[response + 1] ?? 0;
  for (let request = firstRequest[response] ?? 0; request < end; request += 1) {
    const terms = requests.allTerms[requests.terms[request] ?? 0];
    const cost = requests.cost[request] ?? Number.NaN;
    if (terms) list.push(requestOn(terms, usageAt(requests, request), Number.isNaN(cost) ? null : cost));
  }
  return list;
}

function usageAt(requests: RequestColumns, request: number): FullUsage {
  return {
    input: requests.input[request] ?? 0,
    cacheWrite5m: requests.cacheWrite5m[request] ?? 0,
    cacheWrite1h: requests.cacheWrite1h[request] ?? 0,
    cacheRead: requests.cacheRead[request] ?? 0,
    output: requests.output[request] ?? 0,
    webSearches: requests.webSearches[request] ?? 0,
  };
}
