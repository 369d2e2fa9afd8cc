import { type ApiResponse, readApiResponses } from "./api-usage-responses.ts";
import { shownModel } from "./counts.ts";
import { readUsage } from "./log-usage.ts";
import { type DetailedUsage, measuredTotal } from "./measured-total.ts";
import type { UsageEntry } from "./usage-entry.ts";
import type { ImportProblem, UsageFormat } from "./usage-format.ts";

/**
 * What the Messages API answers: a bare `usage` object, one response or several (array, JSON Lines), the results of a batch, or the events
 * of a stream. Each answer is one request, billed by the rules of session logs (model.md section 7, rules 3 to 5). A bare `usage` names no
 * model: its tokens are listed under "unknown" and not priced. Answers have no date: the catalog's day applies.
 */
export const apiUsageFormat: UsageFormat = { id: "api-usage", detect: isApiUsage, parse: readApiUsage };

function isApiUsage(text: string): boolean {
  if (!/_tokens"|"custom_id"/.test(text)) return false;
  const { responses, unbilled } = readApiResponses(text);
  return responses.length > 0 || unbilled > 0;
}

function readApiUsage(text: string): DetailedUsage {
  const { responses, problems: found, unbilled } = readApiResponses(text);
  const entries: UsageEntry[] = [];
  const problems: ImportProblem[] = [...found];
  for (const response of uniqueResponses(responses)) {
    try {
      entries.push(...entriesOf(response));
    } catch {
      problems.push({
        line: response.line,
        reason: "a usage with a count that is no whole number from 0 to 1,000,000,000: left out",
      });
    }
    if (response.cutShort)
      problems.push({
        line: response.line,
        reason: `the stream of ${shownModel(response.model)} was cut short: its output is the least it can have been`,
      });
  }
  if (unbilled > 0)
    problems.push({ line: 1, reason: `requests of a batch that did not succeed, and are not billed: ${unbilled}` });
  return measuredTotal({ entries, problems, stated: null });
}

function entriesOf({ model, line, usage, batch }: ApiResponse): readonly UsageEntry[] {
  return readUsage(usage, model)
    .requests.filter((request) => request.model !== "<synthetic>")
    .map((request) => ({
      model: request.model,
      line,
      usage: request.usage,
      requests: 1,
      stated: null,
      modifiers: { speed: request.speed, geo: request.geo, batch: batch || request.batch },
    }));
}

// One answer under one id, whichever copy has got furthest.
function uniqueResponses(responses: readonly ApiResponse[]): readonly ApiResponse[] {
  const byId = new Map<string, ApiResponse>();
  responses.forEach((response, index) => {
    const id = response.id ?? `#${index}`;
    const known = byId.get(id);
    if (!known || outputOf(response) > outputOf(known)) byId.set(id, response);
  });
  return [...byId.values()];
}

function outputOf({ usage }: ApiResponse): number {
  const output = usage.output_tokens;
  return typeof output === "number" ? output : 0;
}
