import { fieldOf, type JsonObject } from "./json-field.ts";
import type { ImportProblem } from "./usage-format.ts";

/** A JSON value and the line on which it begins, counted from 1. */
export interface JsonAt {
  readonly value: unknown;
  readonly line: number;
}

/** What a text holds as JSON, and the lines that are none. */
export interface JsonText {
  readonly values: readonly JsonAt[];
  readonly malformed: readonly number[];
}

/** A field that is a list; an empty one where it is none. */
export function listIn(object: JsonObject, name: string): readonly unknown[] {
  const value = fieldOf(object, name);
  return Array.isArray(value) ? value : [];
}

/** Whether a text begins as JSON does: a cheap look before it is read. */
export function looksLikeJson(text: string): boolean {
  return /^\s*(?:\{\s*["}]|\[\s*[[{\]])/.test(text);
}

/**
 * The values of a text that is one JSON document, JSON Lines, or documents one after another with other words around them (a prompt, a
 * code fence). An array at the top counts as its elements. Never throws: what is no JSON is named by its line.
 *
 * @example readJson('{"a":1}\nnot json') //=> { values: [{ value: { a: 1 }, line: 1 }], malformed: [2] }
 */
export function readJson(text: string): JsonText {
  const whole = parse(text);
  if (whole !== undefined) return { values: elements(whole, firstLine(text)), malformed: [] };
  const lines = readLines(text);
  return lines.values.length > 0 ? lines : readDocuments(text);
}

function firstLine(text: string): number {
  return text.slice(0, text.search(/\S/)).split("\n").length;
}

// Undefined stands for "no JSON object or array": a bare number or word is nobody's usage.
function parse(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

function elements(value: unknown, line: number): JsonAt[] {
  return Array.isArray(value) ? value.map((element: unknown) => ({ value: element, line })) : [{ value, line }];
}

function readLines(text: string): JsonText {
  const values: JsonAt[] = [];
  const malformed: number[] = [];
  text.split("\n").forEach((raw, index) => {
    const line = raw.trim();
    if (line === "") return;
    const value = /^[[{]/.test(line) ? parse(line) : undefined;
    if (value === undefined) malformed.push(index + 1);
    else for (const element of elements(value, index + 1)) values.push(element);
  });
  return { values, malformed };
}

function readDocuments(text: string): JsonText {
  const values: JsonAt[] = [];
  const malformed: number[] = [];
  const lines = text.split("\n");
  for (let index = 0; index < lines.length; ) {
    const line = lines[index] ?? "";
    // A document that never ends eats the rest: looking again from its second line would make that quadratic.
    const end = /^\s*[[{]/.test(line) ? endOfDocument(lines, index) : index;
    const value = parse(lines.slice(index, end + 1).join("\n"));
    if (value !== undefined) for (const element of elements(value, index + 1)) values.push(element);
    else if (line.trim() !== "") malformed.push(index + 1);
    index = end + 1;
  }
  return { values, malformed };
}

/** The line on which the brackets opened on line `from` are all closed again; the end of the text where they never are. */
function endOfDocument(lines: readonly string[], from: number): number {
  let depth = 0;
  for (let index = from; index < lines.length; index++) {
    // JSON has no line ends inside strings, so each line can be rid of its strings by itself. A last \ is taken too: a string that could
    // fail to end would be looked for anew from each quote in it.
    const bare = (lines[index] ?? "").replace(/"(?:[^"\\]|\\.?)*(?:"|$)/g, "");
    for (const mark of bare) depth += mark === "{" || mark === "[" ? 1 : mark === "}" || mark === "]" ? -1 : 0;
    if (depth <= 0) return index;
  }
  return lines.length;
}

/** The problems of lines that are no JSON. */
export function malformedProblems({ malformed }: JsonText): readonly ImportProblem[] {
  return malformed.map((line) => ({ line, reason: "not JSON: passed over" }));
}
