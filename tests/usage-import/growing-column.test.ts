import { describe, expect, it } from "vitest";
import { createColumn, createNumbering, packedColumns } from "../../src/usage-import/growing-column.ts";

const doubles = (length: number) => new Float64Array(length);
const words = (length: number) => new Uint32Array(length);

describe("a column", () => {
  // It begins with room for 64 and then has room for 96, 144…
  it.each([0, 1, 63, 64, 65, 96, 97, 1_000])("of %i numbers has them in order, and no room to spare", (count) => {
    const column = createColumn(doubles);
    for (let number = 0; number < count; number += 1) column.push(number / 2);
    const list = column.packed();
    expect(list.buffer.byteLength).toBe(8 * count);
    expect([...list]).toEqual(Array.from({ length: count }, (_, number) => number / 2));
  });

  it("stands among others by its name", () => {
    const columns = { at: createColumn(doubles), line: createColumn(words) };
    columns.at.push(Number.NaN);
    columns.line.push(4_294_967_295);
    expect(packedColumns(columns)).toEqual({ at: Float64Array.of(Number.NaN), line: Uint32Array.of(4_294_967_295) });
  });
});

describe("a numbering", () => {
  it("gives a value that comes again the number that it had, null and the empty text too", () => {
    const names = createNumbering<string | null>();
    expect(["a", null, "", "a", "__proto__", null].map(names.numberOf)).toEqual([0, 1, 2, 0, 3, 1]);
    expect(names.values()).toEqual(["a", null, "", "__proto__"]);
  });
});
