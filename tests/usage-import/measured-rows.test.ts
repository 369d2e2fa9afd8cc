import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createLogCollector, type LoggedResponse } from "../../src/usage-import/log-collector.ts";
import { readLogLine } from "../../src/usage-import/log-line.ts";
import { isSubagentPath, projectOf } from "../../src/usage-import/log-path.ts";
import { measureResponses } from "../../src/usage-import/measure-responses.ts";
import type { MeasuredResponse } from "../../src/usage-import/measured-response.ts";
import { type MeasuredRows, responsesOf } from "../../src/usage-import/measured-rows.ts";
import { priceBilledRequest } from "../../src/usage-import/price-billed-request.ts";
import { anyLine, logLine } from "./log-lines.ts";

const PATHS = ["projects/-home-ada-shop/s-1.jsonl", "projects/-home-ada-shop/s-1/subagents/agent-7.jsonl", "a.jsonl", null];

function collected(lines: readonly string[]): LoggedResponse[] {
  const collector = createLogCollector();
  lines.forEach((text, index) => {
    const read = readLogLine(text);
    const path = PATHS[index % PATHS.length] ?? null;
    if (read && "record" in read) collector.add(read.record, { path, line: index + 1, raw: () => text });
  });
  return collector.responses();
}

function packed(lines: readonly string[]): MeasuredRows {
  return measureResponses(collected(lines), () => {});
}

/** What a response is, said without rows. */
function measuredAlone({ winner, first }: LoggedResponse): MeasuredResponse {
  const day = first.at === null ? null : new Date(first.at).toISOString().slice(0, 10);
  const { version, skill, plugin, mcpServer, agentId, costUsd } = winner;
  return {
    ...first,
    ...{ day, version, skill, plugin, mcpServer, agentId, costUsd },
    project: projectOf(first.path ?? ""),
    isSubagent: winner.isSidechain || agentId !== null || isSubagentPath(first.path ?? ""),
    requests: winner.requests.map((billed) => priceBilledRequest(billed, day).request),
    isLowerBound: !winner.hasStopReason && winner.output <= 1,
  };
}

describe("packed responses", () => {
  it("come out as they went in, field by field and to the last bit of their cost", () => {
    const more = { attributionSkill: "review", attributionMcpServer: "m", version: "2.1.220", agentId: "a1", costUSD: 0.5 };
    const iterations = [{ type: "advisor_message", model: "claude-opus-5-5", input_tokens: 7, output_tokens: 3 }];
    const several = logLine({ id: "msg_07", more, usage: { output_tokens: 1_000_000_000, iterations } });
    fc.assert(
      fc.property(fc.array(fc.oneof(anyLine, fc.constant(several)), { maxLength: 12 }), (lines) => {
        const logged = collected(lines);
        expect([...responsesOf(packed(lines))]).toEqual(logged.map(measuredAlone));
      }),
      { numRuns: 150 },
    );
  });

  it("can be gone through twice, and what was handed out stays as it is", () => {
    const rows = packed([logLine({ id: "msg_01" }), logLine({ id: "msg_02", session: "s-2" })]);
    const [first, second] = responsesOf(rows);
    expect([first?.sessionId, second?.sessionId]).toEqual(["s-1", "s-2"]);
    expect([...responsesOf(rows)]).toEqual([first, second]);
  });

  it("take 81 bytes each, however many there are", () => {
    const count = 500;
    const rows = packed(Array.from({ length: count }, (_, index) => logLine({ id: `msg_${index}` })));
    const { requests, ...columns } = rows;
    const bytes = [...Object.values(columns), ...Object.values(requests)].reduce<number>(
      (sum, column) => sum + (ArrayBuffer.isView(column) ? column.byteLength : 0),
      0,
    );
    // 8 an instant, 8 × 4 names and places, 1 flags, 4 first request; 6 × 4 counts, 4 terms, 8 cost; and once 4, where requests end.
    expect(bytes).toBe((8 + 32 + 1 + 4 + 24 + 4 + 8) * count + 4);
    expect(requests.allTerms).toHaveLength(1);
  });
});
