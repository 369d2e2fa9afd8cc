import { describe, expect, it } from "vitest";
import { type LogLine, readLogLine } from "../../src/usage-import/log-line.ts";
import type { LogRecord } from "../../src/usage-import/log-record.ts";
import { lineObject, logLine } from "./log-lines.ts";

const read = (line: unknown): LogLine | null => readLogLine(JSON.stringify(line));

function recordOf(line: unknown): LogRecord {
  const found = read(line);
  if (found === null || !("record" in found)) throw new Error("no record");
  return found.record;
}

const { type: _type, ...untyped } = lineObject();
const message = untyped.message;

describe("which lines are billable", () => {
  it.each([
    ["an assistant line", lineObject()],
    ["a line without a type", untyped],
    ["an echo of progress", { type: "progress", data: { message: lineObject() } }],
  ])("%s", (_what, line) => {
    expect(recordOf(line)).toMatchObject({ identity: "msg_01", output: 100, tokens: 1_100 });
  });

  it.each([
    ["a user's line", { ...untyped, type: "user" }],
    ["a result's usage", { type: "result", usage: { output_tokens: 5 }, total_cost_usd: 1 }],
    ["a result envelope with a message", { ...untyped, type: "result" }],
    ["what a tool reports", { type: "user", toolUseResult: { usage: { output_tokens: 5 } }, message: { content: [] } }],
    ["a tool's input", { type: "assistant", message: { content: [{ input: { usage: { output_tokens: 5 } } }] } }],
    ["cost-state", { type: "cost-state", totalCostUSD: 12, modelUsage: { m: { outputTokens: 5 } } }],
    ["usage that is no object", { ...untyped, message: { id: "msg_01", usage: [5] } }],
    ["a message that is no object", { type: "assistant", message: "hello", usage: { output_tokens: 5 } }],
    ["progress of something else", { type: "progress", data: { message: { ...untyped, type: "user" } } }],
    ["progress with a message beside it", { type: "progress", message }],
    ["a message that was never sent", lineObject({ model: "<synthetic>", usage: { output_tokens: -5 } })],
    ["a type to come", { type: "atis-latch", message }],
  ])("%s is not", (_what, line) => {
    expect(read(line)).toBeNull();
  });

  it("names of the language are names like any other", () => {
    expect(recordOf(lineObject({ model: "__proto__" })).requests[0]?.model).toBe("__proto__");
    expect(readLogLine('{"__proto__":{"message":{"usage":{"output_tokens":5}}}}')).toBeNull();
    expect(recordOf(lineObject({ model: "constructor", id: "__proto__" })).identity).toBe(
      '["id and request","__proto__","req_1"]',
    );
  });

  it("a message without a model is of an unknown one", () => {
    expect(recordOf(lineObject({ model: null })).requests[0]?.model).toBe("unknown");
  });
});

describe("what a record holds", () => {
  it("instant, session, version and for whom it was made", () => {
    const more = {
      version: "2.1.220",
      attributionSkill: "stocktake",
      attributionPlugin: "warehouse",
      attributionMcpServer: "shelves",
      agentId: "a7f",
      costUSD: 0.5,
    };
    expect(recordOf(lineObject({ at: "1970-01-01T00:00:01Z", stop: null, sidechain: true, more }))).toMatchObject({
      at: 1_000,
      sessionId: "s-1",
      isSidechain: true,
      hasStopReason: false,
      version: "2.1.220",
      skill: "stocktake",
      plugin: "warehouse",
      mcpServer: "shelves",
      agentId: "a7f",
      costUsd: 0.5,
    });
  });

  it("nothing of what was written", () => {
    const line = {
      ...lineObject(),
      message: { ...Object(message), content: [{ type: "text", text: "a secret" }] },
      cwd: "/a secret",
    };
    expect(JSON.stringify(recordOf(line))).not.toContain("secret");
  });

  it("an echo is a sidechain with its own timestamp and request, and the session of the line around it", () => {
    const echoed = lineObject({ id: "gateway", session: null, at: "1970-01-01T00:00:01Z", request: "req_inner" });
    const around = { type: "progress", timestamp: "1970-01-01T00:00:09Z", sessionId: "s-9", requestId: "req_outer" };
    expect(recordOf({ ...around, data: { agentId: "a7f", message: echoed } })).toMatchObject({
      identity: '["id and request","gateway","req_inner"]',
      isSidechain: true,
      at: 1_000,
      sessionId: "s-9",
      agentId: "a7f",
    });
  });
});

describe("what makes lines one response", () => {
  const identity = (line: unknown) => recordOf(line).identity;
  const gateway = { id: "ocgo" };

  it("an id of the provider, whatever the request, the session and the file", () => {
    expect(identity(lineObject({ request: "req_2", session: "s-2" }))).toBe(identity(lineObject({ request: null })));
  });

  it("another id together with its request, whatever the session", () => {
    const one = identity(lineObject(gateway));
    expect(identity(lineObject({ ...gateway, session: "s-2", at: null }))).toBe(one);
    expect(identity(lineObject({ ...gateway, request: "req_2" }))).not.toBe(one);
  });

  it("another id without a request together with session and instant", () => {
    const bare = { ...gateway, request: null };
    const one = identity(lineObject(bare));
    expect(identity(lineObject({ ...bare, at: "2026-10-20T14:00:00+02:00" }))).toBe(one);
    expect(identity(lineObject({ ...bare, session: "s-2" }))).not.toBe(one);
    expect(identity(lineObject({ ...bare, at: "2026-10-20T12:00:00.001Z" }))).not.toBe(one);
  });

  it("without an id the request, then the uuid, then the line itself", () => {
    const nameless = { id: null, request: null };
    const withUuid = (uuid: string) => identity(lineObject({ ...nameless, more: { uuid } }));
    expect(identity(lineObject({ id: null, session: "s-2" }))).toBe(identity(lineObject({ id: null })));
    expect(withUuid("u-1")).not.toBe(withUuid("u-2"));
    expect(identity(lineObject({ ...nameless, session: "s-2" }))).not.toBe(identity(lineObject(nameless)));
    expect(readLogLine(` ${logLine(nameless)}\r`)).toEqual(readLogLine(logLine(nameless)));
  });

  it("an id cannot pass for another kind of id", () => {
    const asRequest = identity(lineObject({ id: null, request: "x" }));
    const asUuid = identity(lineObject({ id: null, request: null, more: { uuid: "x" } }));
    const asId = identity(lineObject({ id: "x", request: null, session: null, at: null }));
    expect(new Set([asRequest, asUuid, asId]).size).toBe(3);
  });
});
