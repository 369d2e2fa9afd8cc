import { describe, expect, it } from "vitest";
import { looksLikeJson, readJson } from "../../src/usage-import/json-values.ts";

describe("the JSON of a text", () => {
  it.each([
    ["one document", '{"a":1}', [1], []],
    ["an array, element by element", '\n[{"a":1},{"a":2}]', [2, 2], []],
    ["a line each", '{"a":1}\n\n{"a":2}\r\n', [1, 3], []],
    ["lines with something else between", '{"a":1}\nhello\n{"a":', [1], [2, 3]],
    ["documents one after another", '{\n"a":1\n}\n{\n"a":"}"\n}', [1, 4], []],
    ["a document behind a prompt, inside a fence", '$ tool\n```json\n{\n"a":1\n}\n```', [3], [1, 2, 6]],
    ["indented documents with blank lines between", '  {\n"a":1\n}\n\n \t\n  [\n{\n"a":2\n}\n]', [1, 6], []],
    ["a document behind a sentence that opens a bracket", 'see {this\n{\n"a":1\n}', [2], [1]],
    ["a document whose text holds a quote and a bracket", '{\n"a":"\\"}",\n"b":2\n}\n{\n"a":2\n}', [1, 5], []],
    ["a document that is cut off", '{\n"a":1', [], [1]],
    ["no object at all", '5\n"text"', [], [1, 2]],
  ])("is %s", (_what, text, lines, malformed) => {
    const json = readJson(text);
    expect(json.values.map(({ line }) => line)).toEqual(lines);
    expect(json.malformed).toEqual(malformed);
  });

  it.each(["{}", '  [{"a":1}]', '{\n  "a": 1', "[]"])("is expected where %j begins", (text) => {
    expect(looksLikeJson(text)).toBe(true);
  });

  it.each(["[1mTotal cost:", "{braces} in prose", "text", ""])("is not expected where %j begins", (text) => {
    expect(looksLikeJson(text)).toBe(false);
  });
});
