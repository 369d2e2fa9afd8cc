import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CsvCell, csvText, readCsv } from "../../src/lib/csv.ts";

describe("a CSV that is written", () => {
  it("has commas between cells and CRLF after every row, the last one too", () => {
    expect(
      csvText([
        ["user", "USD"],
        ["anna", 12.5],
      ]),
    ).toBe("user,USD\r\nanna,12.5\r\n");
  });

  it("of no rows is empty", () => {
    expect(csvText([])).toBe("");
  });

  it.each([
    ["a comma", "a,b", '"a,b"'],
    ["a semicolon, which some countries' spreadsheets take for a separator", "a;b", '"a;b"'],
    ["a tab", "a\tb", '"a\tb"'],
    ["a line end", "a\r\nb", '"a\r\nb"'],
    ["a quote, which is doubled", 'a "b" c', '"a ""b"" c"'],
  ])("puts quotes around a cell with %s", (_what, cell, written) => {
    expect(csvText([[cell, "x"]])).toBe(`${written},x\r\n`);
  });

  it("writes an empty cell as nothing, but a row of only that as quotes, since an empty line is no row", () => {
    expect(csvText([["a", null, ""], [""], [null], []])).toBe('a,,\r\n""\r\n""\r\n""\r\n');
  });

  it("refuses numbers that no spreadsheet reads", () => {
    expect(() => csvText([[Number.NaN]])).toThrow(new RangeError("cell: NaN is not a finite number"));
    expect(() => csvText([[-Infinity]])).toThrow(new RangeError("cell: -Infinity is not a finite number"));
  });
});

describe("formula injection", () => {
  it.each([
    ["=1+1", "'=1+1"],
    ["+41 44 000", "'+41 44 000"],
    ["-5", "'-5"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["\t=1", '"\'\t=1"'],
    ["\r=1", '"\'\r=1"'],
    ["\n=1", '"\'\n=1"'],
    ["＝1+1", "'＝1+1"],
    ['=HYPERLINK("x","y")', '"\'=HYPERLINK(""x"",""y"")"'],
  ])("text %j gets an apostrophe", (cell, written) => {
    expect(csvText([[cell]])).toBe(`${written}\r\n`);
  });

  it.each([
    [-5, "-5"],
    [-0.000001, "-0.000001"],
    [1e21, "1e+21"],
    [0, "0"],
  ])("the number %d stays a number", (cell, written) => {
    expect(csvText([[cell]])).toBe(`${written}\r\n`);
  });

  it.each([["a=b"], ["anna@example.com"], ["x-1"], [" =1"], ["'=1"]])("text %j is left alone", (cell) => {
    expect(csvText([[cell]])).toBe(`${cell}\r\n`);
  });
});

describe("a CSV that is read", () => {
  it("says on which line each row begins; empty lines and lines inside quotes count", () => {
    const text = 'a,1\r\n\r\n"b\r\nc",2\r\nd,3';
    expect(readCsv(text).rows).toEqual([
      { line: 1, cells: ["a", "1"], fault: null },
      { line: 3, cells: ["b\r\nc", "2"], fault: null },
      { line: 5, cells: ["d", "3"], fault: null },
    ]);
  });

  it.each([
    ["LF", "a,1\nb,2\n"],
    ["CRLF", "a,1\r\nb,2\r\n"],
    ["CR", "a,1\rb,2\r"],
    ["no end of the last line", "a,1\nb,2"],
    ["a byte order mark", "\uFEFFa,1\nb,2"],
    ["blanks around quotes", ' "a" ,1\nb, "2"'],
  ])("may have %s", (_what, text) => {
    expect(readCsv(text).rows).toEqual([
      { line: 1, cells: ["a", "1"], fault: null },
      { line: 2, cells: ["b", "2"], fault: null },
    ]);
  });

  it("of nothing has no rows", () => {
    expect(readCsv("")).toEqual({ separator: ",", rows: [] });
    expect(readCsv("\n\r\n").rows).toEqual([]);
  });

  it("keeps the blanks of bare cells and of quoted ones", () => {
    expect(readCsv('  a ," b "').rows[0]?.cells).toEqual(["  a ", " b "]);
  });

  it("takes a quote inside a bare cell for text", () => {
    expect(readCsv('Jo "JJ" Li,5').rows[0]?.cells).toEqual(['Jo "JJ" Li', "5"]);
  });
});

describe("what separates cells", () => {
  it.each([
    ["a;1,234.50\nb;2", ";"],
    ["a\t1,234.50\nb\t2", "\t"],
    // One line of two has a semicolon, both have a comma.
    ["Doe; J.,1\nb,2", ","],
    // Commas inside quotes are not counted.
    ['"a,b";1\n"c,d";2', ";"],
    ["alone", ","],
  ])("in %j is %j", (text, separator) => {
    expect(readCsv(text).separator).toBe(separator);
  });

  it("is looked for on the first 20 lines that are not blank", () => {
    const commas = "a,1\n".repeat(10);
    // Ten and ten are equal, and a semicolon goes before a comma; the eleventh is looked at no more where eleven have commas.
    expect(readCsv(`\n${commas}${"b;1\n".repeat(10)}`).separator).toBe(";");
    expect(readCsv(`${commas}a,1\n${"b;1\n".repeat(100)}`).separator).toBe(",");
  });
});

describe("quotes that do not work out", () => {
  it("cost the line on which they begin, and no other", () => {
    expect(readCsv('a,1\n"b,2\nc,3').rows).toEqual([
      { line: 1, cells: ["a", "1"], fault: null },
      { line: 2, cells: null, fault: "open-quote" },
      { line: 3, cells: ["c", "3"], fault: null },
    ]);
  });

  it("closed by the next line's opening quote, cost the first line only", () => {
    expect(readCsv('"b,2\n"c",3').rows).toEqual([
      { line: 1, cells: null, fault: "text-after-quote" },
      { line: 2, cells: ["c", "3"], fault: null },
    ]);
  });

  it.each([
    [99, 1],
    [100, 1 + 100],
  ])("are looked for over 100 lines: a cell with %d line ends", (ends, rows) => {
    const read = readCsv(`"x${"\ny".repeat(ends)}",1`).rows;
    expect(read).toHaveLength(rows);
    expect(read[0]?.fault).toBe(rows === 1 ? null : "open-quote");
  });
});

describe("laws", () => {
  const cell: fc.Arbitrary<CsvCell> = fc.oneof(
    fc.string(),
    fc.constantFrom("", '"', '""', ",", ";", "\t", "\r", "\n", "\r\n", "=", "-1", ' "a" '),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.constant(null),
  );
  const guarded = (value: CsvCell): string => {
    if (typeof value === "number") return String(value);
    return /^[=+\-@\t\r\n＝＋－＠]/.test(value ?? "") ? `'${value}` : (value ?? "");
  };

  it("what was written is read again, cell for cell", () => {
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 8 }), (rows) => {
        const { rows: read } = readCsv(csvText(rows), ",");
        expect(read.map(({ cells }) => cells)).toEqual(rows.map((row) => row.map(guarded)));
      }),
      { numRuns: 500 },
    );
  });

  it("any text is read without a throw, and lines only go up", () => {
    const piece = fc.constantFrom('"', ",", ";", "\t", "\n", "\r", " ", "a", "\uFEFF");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const lines = readCsv(pieces.join("")).rows.map(({ line }) => line);
        expect(lines).toEqual([...new Set(lines)].sort((a, b) => a - b));
      }),
    );
  });
});
