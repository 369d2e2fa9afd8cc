import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { linesOf, readLogLine, trimLine } from "../../src/usage-import/log-line.ts";
import { logLine } from "./log-lines.ts";

const GOOD = logLine();

describe("what stands around a line", () => {
  it.each([
    ["a CR", `${GOOD}\r`],
    ["blanks and tabs", ` \t${GOOD}  `],
    ["NULs of a crash", `\0\0${GOOD}\0`],
  ])("%s is taken off", (_what, text) => {
    expect(readLogLine(text)).toEqual(readLogLine(GOOD));
    expect(trimLine(text)).toBe(GOOD);
  });

  it.each([["nothing"], ["blanks"], ["NULs"]])("a line of %s is no problem", (what) => {
    expect(readLogLine({ nothing: "", blanks: " \t\r", NULs: "\0\0\0" }[what] ?? "x")).toBeNull();
  });
});

describe("the lines of a file", () => {
  it("a byte order mark is taken off the file's start and stays elsewhere", () => {
    expect([...linesOf("\ufeffone\ntwo")]).toEqual(["one", "two"]);
    expect([...linesOf("one\n\ufefftwo")]).toEqual(["one", "\ufefftwo"]);
  });

  it("only LF ends a line: U+2028 may stand in JSON", () => {
    expect([...linesOf("a\u2028b\rc\nd\n")]).toEqual(["a\u2028b\rc", "d", ""]);
  });
});

describe("a line that is no JSON object is a problem", () => {
  it.each([
    ["a cut line", GOOD.slice(0, -1)],
    ["words", "not a log"],
    ["a list", `[${GOOD}]`],
    ["a number", "12"],
    ["null", "null"],
    ["two objects", `${GOOD}${GOOD}`],
    ["a NUL inside", GOOD.replace("assistant", "assi\0stant")],
    ["deep nesting", "[".repeat(100_000)],
  ])("%s", (_what, text) => {
    expect(readLogLine(text)).toEqual({ problem: "not a JSON object" });
  });
});

it("lines up to 64 MB count", () => {
  const filled = GOOD.replace('assistant",', `assistant","text":"${"x".repeat(64 * 1_024 * 1_024 - GOOD.length - 10)}",`);
  expect(filled).toHaveLength(67_108_864);
  expect(readLogLine(filled)).toHaveProperty("record.identity", "msg_01");
  expect(readLogLine(filled.replace('"x', '"xx'))).toEqual({ problem: "a line of more than 64 MB" });
});

describe("a count that is none makes the whole line a problem", () => {
  it.each([
    ["-1", "-1"],
    ["0.5", "0.5"],
    ["1000000001", "1000000001"],
    ["1e999", "Infinity"],
    ["true", "true"],
    ["[1]", '"(a list)"'],
    ["{}", '"(an object)"'],
  ])("%s output tokens", (written, shown) => {
    expect(readLogLine(`{"message":{"id":"msg_1","usage":{"output_tokens":${written}}}}`)).toEqual({
      problem: `output_tokens: ${shown} is not a whole number from 0 to 1,000,000,000`,
    });
  });

  it("what a text says there is not repeated", () => {
    const read = readLogLine('{"message":{"usage":{"input_tokens":"my secret"}}}');
    expect(read).toEqual({ problem: 'input_tokens: "(a text)" is not a whole number from 0 to 1,000,000,000' });
  });

  it.each(["cache_creation_input_tokens", "cache_read_input_tokens", "input_tokens"])("%s counts too", (name) => {
    expect(readLogLine(`{"message":{"usage":{"${name}":-1}}}`)).toHaveProperty("problem");
  });

  it.each([
    ["of the split", { cache_creation: { ephemeral_1h_input_tokens: -1 } }],
    ["of searches", { server_tool_use: { web_search_requests: 1.5 } }],
    ["of an iteration", { iterations: [{ type: "message", output_tokens: -1 }] }],
  ])("a count %s", (_what, usage) => {
    expect(readLogLine(logLine({ usage }))).toHaveProperty("problem");
  });

  it.each([
    ["0", 0],
    ["-0", 0],
    ["null", 0],
    ["7.0", 7],
    ["1e3", 1_000],
    ["1000000000", 1_000_000_000],
  ])("%s is one", (written, count) => {
    const read = readLogLine(`{"message":{"usage":{"output_tokens":${written}}}}`);
    expect(read).toMatchObject({ record: { output: count } });
  });
});

describe("laws", () => {
  it("no text makes reading a line throw", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.json(), anyUsageJson), (text) => {
        const read = readLogLine(text);
        expect(read === null || "record" in read || typeof read.problem === "string").toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });
});

const anyUsageJson = fc
  .record({ usage: fc.jsonValue(), id: fc.jsonValue(), model: fc.jsonValue(), timestamp: fc.jsonValue() })
  .map(({ usage, timestamp, ...message }) =>
    JSON.stringify({ timestamp, message: { ...message, usage: { iterations: [usage], cache_creation: usage, speed: usage } } }),
  );
