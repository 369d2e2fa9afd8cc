import { describe, expect, it } from "vitest";
import { isConsoleCsv, readConsoleCsv } from "../../src/usage-import/admin-usage-csv.ts";
import { importUsage } from "../../src/usage-import/import-usage.ts";
import { readFixture } from "./fixture-check.ts";

const HEADER = "usage_date_utc,model,speed";
const cellsOf = (text: string) => readConsoleCsv(text).rows.map(({ cells }) => [...cells.values()]);

describe("the Console's export", () => {
  it.each([HEADER, `\n\n  ${HEADER}`, '"usage_date_utc","model"', "usage_date_utc ;model", "usage_date_utc  \tmodel"])(
    "begins with %j",
    (text) => {
      expect(isConsoleCsv(text)).toBe(true);
    },
  );

  it.each([`words\n${HEADER}`, `my_${HEADER}`, "usage_date_utc", "usage_date_utc model", "usage_date_utc: x, y"])(
    "does not begin with %j",
    (text) => {
      expect(isConsoleCsv(text)).toBe(false);
    },
  );

  it("is rows by the names of its header, blank lines passed over", () => {
    const { columns, rows, ragged } = readConsoleCsv(
      `\n${HEADER}\r\n2026-11-10, claude ,\r\n\r\n,,\r\nx,y\r\na,b,c,d\r\n2026-11-11,,fast`,
    );
    expect(columns).toEqual(["usage_date_utc", "model", "speed"]);
    expect(rows.map(({ cells, line }) => ({ line, ...Object.fromEntries(cells) }))).toEqual([
      { line: 3, usage_date_utc: "2026-11-10", model: "claude", speed: "" },
      { line: 8, usage_date_utc: "2026-11-11", model: "", speed: "fast" },
    ]);
    expect(ragged).toEqual([6, 7]);
  });

  it("without a line has neither columns nor rows", () => {
    expect(readConsoleCsv("")).toEqual({ columns: [], rows: [], ragged: [] });
  });

  it.each([
    ["a separator", 'x,"Shop, blog",y', ["x", "Shop, blog", "y"]],
    ["quotes, doubled", 'x,"the ""old"" one",y', ["x", 'the "old" one', "y"]],
    ["quotes at its ends", 'x,"""a""",y', ["x", '"a"', "y"]],
    ["nothing", 'x,"",y', ["x", "", "y"]],
    ["two quotes, doubled, and nothing else", 'x,"""""",y', ["x", '""', "y"]],
    ["a part of a cell", 'x,Shop "A, B" blog,y', ["x", "Shop A, B blog", "y"]],
    ["the whole row", '"x","a","y"', ["x", "a", "y"]],
  ])("quotes %s", (_what, row, cells) => {
    expect(cellsOf(`${HEADER}\n${row}`)).toEqual([cells]);
  });

  it.each([
    ['"usage_date_utc";"model"', ["usage_date_utc", "model"]],
    ["usage_date_utc ;model", ["usage_date_utc", "model"]],
    ["usage_date_utc;a,b", ["usage_date_utc", "a,b"]],
    ["date,model", ["date", "model"]],
  ])("has by its header %s the columns %j", (header, columns) => {
    expect(readConsoleCsv(header).columns).toEqual(columns);
  });

  it.each([";", "\t"])("separates by %j where its header does, and a last cell may be empty", (separator) => {
    const header = HEADER.replaceAll(",", separator);
    expect(cellsOf(`${header}\nx, y${separator}z${separator}\n`)).toEqual([["x, y", "z", ""]]);
    // The speed of both rows is left empty.
    const text = readFixture("admin-usage/console-usage-2026.csv");
    expect(importUsage(text.replaceAll(",", separator))).toEqual(importUsage(text));
  });
});
