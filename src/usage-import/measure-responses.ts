import type { FullUsage } from "../pricing/usage.ts";
import { catalogDate } from "../rates/catalog.ts";
import { createColumn, createNumbering, type GrowingColumn, packedColumns } from "./growing-column.ts";
import type { LoggedResponse, LogPlace } from "./log-collector.ts";
import { createUtcDays } from "./log-days.ts";
import { isSubagentPath, projectOf } from "./log-path.ts";
import { type MeasuredRows, RESPONSE_FLAG, type RequestColumns } from "./measured-rows.ts";
import { createRequestPricer, type RequestPricer } from "./price-billed-request.ts";
import type { RequestTerms } from "./request-terms.ts";

const bytes = (): GrowingColumn<Uint8Array> => createColumn((length) => new Uint8Array(length));
const words = (): GrowingColumn<Uint32Array> => createColumn((length) => new Uint32Array(length));
const doubles = (): GrowingColumn<Float64Array> => createColumn((length) => new Float64Array(length));

/**
 * Prices responses, each at the rates of its instant, and packs them.
 *
 * @param logged in order of time
 * @param complain is told what the reader should know of a response's price, each reason once
 */
export function measureResponses(
  logged: Iterable<LoggedResponse>,
  complain: (place: LogPlace, reason: string) => void,
): MeasuredRows {
  const rows = createRowWriter();
  const requests = createRequestWriter();
  const price = createRequestPricer();
  const dayOf = createUtcDays();
  for (const response of logged) {
    rows.push(response, requests.count());
    const { at } = response.first;
    const day = at === null ? null : dayOf(at);
    let problems: readonly string[] = day === null ? UNDATED : NO_PROBLEMS;
    for (const billed of response.winner.requests) {
      const priced = price(billed, day);
      requests.push(billed.usage, priced);
      if (priced.problems.length > 0) problems = [...new Set([...problems, ...priced.problems])];
    }
    for (const reason of problems) complain(response.first, reason);
  }
  return rows.packed(requests.count(), requests.packed());
}

const NO_PROBLEMS: readonly string[] = [];
const UNDATED: readonly string[] = [`no timestamp that can be read: priced at the rates of ${catalogDate}`];

interface RowWriter {
  readonly push: (response: LoggedResponse, requestsBefore: number) => void;
  readonly packed: (requestCount: number, requests: RequestColumns) => MeasuredRows;
}

function createRowWriter(): RowWriter {
  const columns = {
    ...{ at: doubles(), session: words(), version: words(), skill: words(), plugin: words(), mcpServer: words() },
    ...{ agent: words(), place: words(), line: words(), flags: bytes(), firstRequest: words() },
  };
  const costUsd = new Map<number, number>();
  const names = createNumbering<string | null>();
  const paths = createNumbering<string | null>();
  const areSubagents: boolean[] = [];
  let count = 0;
  const push = ({ winner, first }: LoggedResponse, requestsBefore: number): void => {
    const path = paths.numberOf(first.path);
    areSubagents[path] ??= isSubagentPath(first.path ?? "");
    columns.at.push(first.at ?? Number.NaN);
    columns.session.push(names.numberOf(first.sessionId));
    columns.version.push(names.numberOf(winner.version));
    columns.skill.push(names.numberOf(winner.skill));
    columns.plugin.push(names.numberOf(winner.plugin));
    columns.mcpServer.push(names.numberOf(winner.mcpServer));
    columns.agent.push(names.numberOf(winner.agentId));
    columns.place.push(path);
    columns.line.push(first.line);
    columns.flags.push(
      (winner.isSidechain || winner.agentId !== null || areSubagents[path] ? RESPONSE_FLAG.subagent : 0) |
        (!winner.hasStopReason && winner.output <= 1 ? RESPONSE_FLAG.lowerBound : 0),
    );
    columns.firstRequest.push(requestsBefore);
    if (winner.costUsd !== null) costUsd.set(count, winner.costUsd);
    count += 1;
  };
  const packed = (requestCount: number, requests: RequestColumns): MeasuredRows => {
    columns.firstRequest.push(requestCount);
    const places = paths.values().map((path) => ({ path, project: projectOf(path ?? "") }));
    return { count, ...packedColumns(columns), costUsd, requests, names: names.values(), places };
  };
  return { push, packed };
}

interface RequestWriter {
  readonly push: (usage: FullUsage, priced: ReturnType<RequestPricer>) => void;
  readonly count: () => number;
  readonly packed: () => RequestColumns;
}

function createRequestWriter(): RequestWriter {
  const columns = {
    ...{ input: words(), cacheWrite5m: words(), cacheWrite1h: words(), cacheRead: words(), output: words() },
    ...{ webSearches: words(), terms: words(), cost: doubles() },
  };
  const allTerms = createNumbering<RequestTerms>();
  let count = 0;
  const push: RequestWriter["push"] = (usage, { terms, cost }) => {
    columns.input.push(usage.input);
    columns.cacheWrite5m.push(usage.cacheWrite5m);
    columns.cacheWrite1h.push(usage.cacheWrite1h);
    columns.cacheRead.push(usage.cacheRead);
    columns.output.push(usage.output);
    columns.webSearches.push(usage.webSearches);
    columns.terms.push(allTerms.numberOf(terms));
    columns.cost.push(cost ?? Number.NaN);
    count += 1;
  };
  return { push, count: () => count, packed: () => ({ ...packedColumns(columns), allTerms: allTerms.values() }) };
}
