import { describe, expect, it } from "vitest";
import { readApiResponses } from "../../src/usage-import/api-usage-responses.ts";

const MODEL = "claude-opus-4-8";
const usage = { input_tokens: 10, output_tokens: 5 };
const answer = { id: "msg_1", model: MODEL, usage };
const plain = { id: "msg_1", model: MODEL, usage, batch: false, line: 1, streamed: false, cutShort: false };
const bare = { ...plain, id: null, model: "unknown" };
const read = (...values: readonly unknown[]) => readApiResponses(JSON.stringify(values));
const responsesOf = (value: unknown) => read(value).responses;

describe("an answer", () => {
  it("is found among what is none", () => {
    expect(read(null, 7, { note: 1 }, answer)).toEqual({ responses: [plain], unbilled: 0, problems: [] });
    expect(readApiResponses(`${JSON.stringify(answer)}\n{"usage"`)).toEqual({
      responses: [plain],
      unbilled: 0,
      problems: [{ line: 2, reason: "not JSON: passed over" }],
    });
  });

  it("keeps an id that the API gave, and no other", () => {
    expect(responsesOf({ ...answer, id: "gen-1" })).toEqual([{ ...plain, id: null }]);
  });

  it.each([
    ["with its output alone", { usage: { output_tokens: 5 } }, { output_tokens: 5 }],
    ["with its input alone", { usage: { input_tokens: 5 } }, { input_tokens: 5 }],
    ["as a bare usage", usage, usage],
    ["as a bare usage with another of no tokens in it", { ...usage, usage: {} }, { ...usage, usage: {} }],
    ["with an id of a batch that has no result", { custom_id: "a", usage }, usage],
  ])("is read %s", (_what, value, expected) => {
    expect(responsesOf(value)).toEqual([{ ...bare, usage: expected }]);
  });

  it.each([
    { usage: {} },
    { input_tokens: 1 },
    { output_tokens: 1 },
    { ...usage, cost_usd: 1 },
    { ...usage, message: "hello" },
    { modelUsage: {}, usage },
    { result: { message: answer } },
    { result: { type: "errored" } },
    { type: "message_start" },
    { type: "message_start", message: { model: MODEL } },
    { type: "message_delta", delta: { stop_reason: "end_turn" } },
    ...["result", "assistant", "user", "system", "progress", "cost-state"].map((type) => ({ ...answer, type })),
  ])("is not %j", (value) => {
    expect(read(value)).toEqual({ responses: [], unbilled: 0, problems: [] });
  });

  it("of a batch stands in its result, and one that did not succeed is not billed", () => {
    const result = (type: string, message?: unknown) => ({ custom_id: "a", result: { type, message } });
    expect(
      read(result("succeeded", answer), result("errored"), result("canceled"), result("expired"), result("pending")),
    ).toEqual({
      responses: [{ ...plain, batch: true }],
      unbilled: 3,
      problems: [],
    });
  });
});

describe("a stream", () => {
  const start = { type: "message_start", message: { id: "msg_1", model: MODEL, usage: { input_tokens: 10, output_tokens: 1 } } };
  const delta = (output: number, more: object = {}) => ({ type: "message_delta", usage: { output_tokens: output, ...more } });
  const streamed = { ...plain, streamed: true };

  it("is cut short until it has stated its output; a count left out or null stands as it was", () => {
    expect(read(start).responses).toEqual([{ ...streamed, usage: { input_tokens: 10, output_tokens: 1 }, cutShort: true }]);
    expect(read(start, { type: "message_delta", delta: {} }).responses[0]?.cutShort).toBe(true);
    expect(read(start, delta(3), delta(5, { input_tokens: null })).responses).toEqual([streamed]);
  });

  it("without its start has what its events say, of a model that nobody names", () => {
    const begun = { ...streamed, id: null, model: "unknown" };
    expect(read(delta(3), delta(5)).responses).toEqual([{ ...begun, usage: { output_tokens: 5 } }]);
    expect(read(answer, delta(5)).responses).toEqual([plain, { ...begun, usage: { output_tokens: 5 } }]);
  });

  it("as a server sends it has values in its lines of data alone", () => {
    const lines = [
      "event: message_start",
      `data: ${JSON.stringify(start)}\r`,
      "",
      "data:",
      `  data:${JSON.stringify(delta(5, { stop: "a\u2028b" }))}`,
      `: data: ${JSON.stringify(delta(99))}`,
      "data: [DONE]",
      "data: {broken",
    ];
    expect(readApiResponses(lines.join("\n"))).toEqual({
      responses: [{ ...streamed, line: 2, usage: { ...usage, stop: "a\u2028b" } }],
      unbilled: 0,
      problems: [{ line: 8, reason: "not JSON: passed over" }],
    });
  });

  it("is not what an answer only speaks of", () => {
    expect(responsesOf({ ...answer, content: "as in data: or event:" })).toEqual([plain]);
  });
});
