import { type FullUsage, NO_USAGE, TOKEN_CLASSES } from "../pricing/usage.ts";
import type { LogCollector } from "./log-collector.ts";
import { createResponseMeter, type MeasuredResponse } from "./measured-response.ts";
import type { MeasuredRequest } from "./price-billed-request.ts";
import type { ProblemList } from "./problem-list.ts";
import type { ImportProblem, MeasuredModel, MeasuredUsage } from "./usage-format.ts";

/** Everything that session logs say about usage. */
export interface MeasuredLog {
  /** In order of time; those without a timestamp last. */
  readonly responses: readonly MeasuredResponse[];
  /** The first hundred, in order of file and line. */
  readonly problems: readonly ImportProblem[];
  readonly problemCount: number;
  /** USD as old versions logged it, summed apart: it never replaces the calculated cost. Null where none did. */
  readonly costUsdLogged: number | null;
  /** Responses whose output can only be too low. */
  readonly lowerBoundCount: number;
}

/** The collected responses, priced. What their prices need said is added to `problems`. */
export function measureLog(collector: LogCollector, problems: ProblemList): MeasuredLog {
  const measure = createResponseMeter();
  const responses = collector.responses().map((logged) => {
    const { response, problems: reasons } = measure(logged);
    const { path, line } = response;
    for (const reason of reasons) problems.add(path === null ? { line, reason } : { file: path, line, reason });
    return response;
  });
  return {
    responses,
    problems: problems.first(),
    problemCount: problems.count(),
    costUsdLogged: responses.reduce<number | null>((sum, { costUsd }) => plus(sum, costUsd), null),
    lowerBoundCount: responses.filter(({ isLowerBound }) => isLowerBound).length,
  };
}

/** What a log comes to, model by model, the dearest first. A logged cost is counted with the model of the response's first request. */
export function usageOfLog({ responses, problems, costUsdLogged }: MeasuredLog): Omit<MeasuredUsage, "format"> {
  const models = new Map<string, Sum>();
  for (const { requests, costUsd } of responses)
    requests.forEach((request, index) => {
      const sum = models.get(request.model) ?? emptySum(request);
      models.set(request.model, sum);
      add(sum, request, index === 0 ? costUsd : null);
    });
  const listed = [...models.values()].sort(dearestFirst);
  return { models: listed, cost: listed.reduce((sum, { cost }) => sum + (cost ?? 0), 0), stated: costUsdLogged, problems };
}

type Mutable<Shape> = { -readonly [Name in keyof Shape]: Shape[Name] };

interface Sum extends Mutable<Omit<MeasuredModel, "usage" | "requests">> {
  readonly usage: Mutable<FullUsage>;
  requests: number;
}

function emptySum({ model, known }: MeasuredRequest): Sum {
  return { model, known, usage: { ...NO_USAGE }, requests: 0, cost: null, stated: null };
}

function add(sum: Sum, { usage, cost }: MeasuredRequest, costUsd: number | null): void {
  for (const name of TOKEN_CLASSES) sum.usage[name] += usage[name];
  sum.usage.webSearches += usage.webSearches;
  sum.requests += 1;
  sum.cost = plus(sum.cost, cost);
  sum.stated = plus(sum.stated, costUsd);
}

/** A sum in which null is what is not known: it stays null only while nothing is. */
function plus(sum: number | null, amount: number | null): number | null {
  return amount === null ? sum : (sum ?? 0) + amount;
}

function dearestFirst(one: MeasuredModel, other: MeasuredModel): number {
  const byCost = (other.cost ?? -1) - (one.cost ?? -1);
  return byCost || (one.model < other.model ? -1 : 1);
}
