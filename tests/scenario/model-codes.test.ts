import { describe, expect, it } from "vitest";
import { catalog } from "../../src/rates/catalog.ts";
import { codeOfModel, modelOfCode } from "../../src/scenario/model-codes.ts";
import { grownLines } from "./golden-entries.ts";

const published = grownLines("model-codes.txt").map((line) => line.split(" ") as [code: string, id: string]);
const ids = catalog.models.map(({ id }) => id);

describe("every model of the price list has a code of its own", () => {
  it.each(ids)("%s", (id) => {
    // A model without one would be written by its id, and its links would change on the day on which it gets a code.
    expect(codeOfModel(id)).not.toBe(id);
    expect(modelOfCode(codeOfModel(id))).toBe(id);
  });

  it("no two have the same", () => {
    expect(new Set(ids.map(codeOfModel)).size).toBe(ids.length);
  });

  it.each(ids.map(codeOfModel))("%s can stand in a mix, a group of values and for no word of a link", (code) => {
    // `_` and `~` separate, `same` and `none` are words of links, `own-` begins a model of one's own.
    expect(code).toMatch(/^[a-z][a-z0-9.-]*[a-z0-9]$/);
    expect(["same", "none"]).not.toContain(code);
    expect(code.startsWith("own")).toBe(false);
    expect(ids).not.toContain(code);
  });
});

describe("a code that was published stays", () => {
  it.each(published)("%s is %s", (code, id) => {
    expect(modelOfCode(code)).toBe(id);
    expect(codeOfModel(id)).toBe(code);
  });

  it("every code in use is published: a new one is appended to tests/fixtures/golden-links/model-codes.txt", () => {
    const known = published.map(([code]) => code);
    expect(ids.map(codeOfModel).filter((code) => !known.includes(code))).toEqual([]);
    expect(new Set(known).size).toBe(known.length);
  });
});

describe("what is no code", () => {
  it.each(["", "o", "O5.5", "o5.5 ", "o5.6", "gpt-5", "own-house", "toString", "__proto__", "claude-"])(
    "%j is no model",
    (text) => {
      expect(modelOfCode(text)).toBeNull();
    },
  );

  it.each([
    ["claude-opus-5-5", "claude-opus-5-5"],
    ["opus-5-5", "claude-opus-5-5"],
    ["haiku-4-5-20251001", "claude-haiku-4-5-20251001"],
  ])("%s is read all the same, for links written by hand", (text, id) => {
    expect(modelOfCode(text)).toBe(id);
  });
});
