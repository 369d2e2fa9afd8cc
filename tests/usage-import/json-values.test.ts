import { describe, expect, it } from "vitest";
import { listIn, looksLikeJson, malformedProblems, readJson } from "../../src/usage-import/json-values.ts";

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
    ["a line each, one of them cut off in the middle", '{"a":\n{"a":1}\n{"a":2}', [2, 3], [1]],
    ["one document that has a whole value on a line of its own", '[\n{"a":1}\n]', [1], []],
    ["a line each, a list among them", '{"a":1}\n[{"a":2},{"a":3}]\nhello', [1, 2, 2], [3]],
    ["a line each, some of them blank or set in", '{"a":1}\r\n \r\n  {"a":2}', [1, 3], []],
    ["documents one after another, lists and texts with brackets among them", '[\n"]] }",\n{\n}\n]\n{\n"a":1\n}', [1, 1, 6], []],
    ["a document behind a sentence that opens and closes a bracket", 'see {this\n}\n{\n"a":1\n}', [3], [1, 2]],
    ["a document behind one whose text does not end on its line", '{"a{\n}\n{\n"a":1\n}', [3], [1]],
    ["a document behind one whose text ends in a backslash", '{"a{\\\n}\n{\n"a":1\n}', [3], [1]],
    ["a document behind a list that lacks its comma", '[1\n2]\n{\n"a":1\n}', [3], [1]],
    ["a document behind a bracket too many", '}\n{\n"a":1\n}', [2], [1]],
    ["no object at all", '5\n"text"', [], [1, 2]],
    ["a number alone", "5", [], [1]],
    ["null alone", "null", [], [1]],
    ["nothing", " \n", [], []],
  ])("is %s", (_what, text, lines, malformed) => {
    const json = readJson(text);
    expect(json.values.map(({ line }) => line)).toEqual(lines);
    expect(json.malformed).toEqual(malformed);
  });

  it.each(["{}", '  [{"a":1}]', '{\n  "a": 1', "[]", '[\n  {"a":1}'])("is expected where %j begins", (text) => {
    expect(looksLikeJson(text)).toBe(true);
  });

  it.each(["[1mTotal cost:", "{braces} in prose", "text", "", 'see {"a":1}', "see [[1]]"])(
    "is not expected where %j begins",
    (text) => {
      expect(looksLikeJson(text)).toBe(false);
    },
  );

  it("has its values whole, and its other lines named", () => {
    const json = readJson('{"a":[1,{"b":"}"}]}\nhello');
    expect(json).toEqual({ values: [{ value: { a: [1, { b: "}" }] }, line: 1 }], malformed: [2] });
    expect(malformedProblems(json)).toEqual([{ line: 2, reason: "not JSON: passed over" }]);
  });

  it("has a list only where its field is one", () => {
    expect(listIn({ list: [1] }, "list")).toEqual([1]);
    for (const list of [undefined, null, "12", { length: 1 }]) expect(listIn({ list }, "list")).toEqual([]);
  });
});
