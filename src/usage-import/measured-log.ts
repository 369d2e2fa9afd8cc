import { type FullUsage, NO_USAGE } from "../pricing/usage.ts";
import type { LoggedResponse } from "./log-collector.ts";
import { measureResponses } from "./measure-responses.ts";
import { type MeasuredRows, REQUEST_COUNTS, RESPONSE_FLAG } from "./measured-rows.ts";
import type { ProblemList } from "./problem-list.ts";
import type { RequestTerms } from "./request-terms.ts";
import type { ImportProblem, MeasuredModel, MeasuredUsage } from "./usage-format.ts";

/** Everything that session logs say about usage. */
export interface MeasuredLog {
  readonly rows: MeasuredRows;
  /** The first hundred, in order of file and line. */
  readonly problems: readonly ImportProblem[];
  readonly problemCount: number;
  /** USD as old versions logged it, summed apart: it never replaces the calculated cost. Null where none did. */
  readonly costUsdLogged: number | null;
  /** Responses whose output can only be too low. */
  readonly lowerBoundCount: number;
}

/** The collected responses, priced. What their prices need said is added to `problems`. */
export function measureLog(
  { responses }: { readonly responses: () => Iterable<LoggedResponse> },
  problems: ProblemList,
): MeasuredLog {
  const rows = measureResponses(responses(), ({ path, line }, reason) =>
    problems.add(path === null ? { line, reason } : { file: path, line, reason }),
  );
  return {
    rows,
    problems: problems.first(),
    problemCount: problems.count(),
    costUsdLogged: [...rows.costUsd.values()].reduce<number | null>(plus, null),
    lowerBoundCount: rows.flags.reduce((count, flags) => count + Number((flags & RESPONSE_FLAG.lowerBound) !== 0), 0),
  };
}

/** What a log comes to, model by model, the dearest first. A logged cost is counted with the model of the response's first request. */
export function usageOfLog({ rows, problems, costUsdLogged }: MeasuredLog): Omit<MeasuredUsage, "format"> {
  const { requests, firstRequest, costUsd } = rows;
  const models = new Map<string, Sum>();
  for (let response = 0; response < rows.count; response += 1) {
    const first = firstRequest[response] ?? 0;
    for (let request = first; request < (firstRequest[response + 1] ?? 0); request += 1) {
      const sum = sumFor(models, requests.allTerms[requests.terms[request] ?? 0]);
      for (const name of REQUEST_COUNTS) sum.usage[name] += requests[name][request] ?? 0;
      sum.requests += 1;
      const cost = requests.cost[request] ?? Number.NaN;
      sum.cost = plus(sum.cost, Number.isNaN(cost) ? null : cost);
      sum.stated = plus(sum.stated, request === first ? (costUsd.get(response) ?? null) : null);
    }
  }
  const listed = [...models.values()].sort(dearestFirst);
  return { models: listed, cost: listed.reduce((sum, { cost }) => sum + (cost ?? 0), 0), stated: costUsdLogged, problems };
}

type Mutable<Shape> = { -readonly [Name in keyof Shape]: Shape[Name] };

interface Sum extends Mutable<Omit<MeasuredModel, "usage" | "requests">> {
  readonly usage: Mutable<FullUsage>;
  requests: number;
}

function sumFor(models: Map<string, Sum>, terms: RequestTerms | undefined): Sum {
  const { model = "", known = false } = terms ?? {};
  const sum = models.get(model) ?? { model, known, usage: { ...NO_USAGE }, requests: 0, cost: null, stated: null };
  models.set(model, sum);
  return sum;
}

/** A sum in which null is what is not known: it stays null only while nothing is. */
function plus(sum: number | null, amount: number | null): number | null {
  return amount === null ? sum : (sum ?? 0) + amount;
}

function dearestFirst(one: MeasuredModel, other: MeasuredModel): number {
  const byCost = (other.cost ?? -1) - (one.cost ?? -1);
  return byCost || (one.model < other.model ? -1 : 1);
}
