import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvText, readCsv } from "../../src/lib/csv.ts";
import { MOST_USAGE_LINES, readUsageRows } from "../../src/scenario/usage-rows.ts";

const ANNA_AND_BEN = [
  { user: "anna", usdPerMonth: 1234.5 },
  { user: "ben", usdPerMonth: 90 },
];

function usersOf(text: string): { readonly user: string; readonly usdPerMonth: number }[] {
  return readUsageRows(text).rows.map(({ user, usdPerMonth }) => ({ user, usdPerMonth }));
}

function reasonFor(line: string): string | undefined {
  return readUsageRows(`anna,1\n${line}`).refused.find((refused) => refused.line === 2)?.reason;
}

describe("a pasted table of users", () => {
  it.each([
    ["bare", "anna,1234.50\nben,90"],
    ["with column names", "user,API-equivalent USD a month\nanna,1234.50\nben,90\n"],
    ["with semicolons and thousands", "User;Cost\r\nanna;1,234.50\r\nben;90\r\n"],
    ["with tabs, as a spreadsheet copies", "Email\tSpend\nanna\t$1,234.50\nben\t$90.00"],
    ["with quotes and a blank behind the comma", '"anna", "$1,234.50"\n"ben", "90"'],
    ["with USD before or behind", "anna,USD 1234.5\nben,90 USD"],
    ["with US$ before and $ behind", "anna,US$1234.5\nben,90$"],
    ["with a byte order mark and blank lines", "\uFEFFanna,1234.5\n\n  \nben,90\n\n"],
    ["with empty cells at the end of rows, and rows of nothing else", "anna,1234.5,,\n,,,\nben,90,,"],
    ["with apostrophes that group", "anna;1'234.50\nben;90"],
    ["with k for a thousand", "anna,1.2345k\nben,90"],
    ["with USD at the left edge of a wide column", `anna,USD${" ".repeat(40)}1234.5\nben,90`],
  ])("is read %s", (_how, text) => {
    expect(usersOf(text)).toEqual(ANNA_AND_BEN);
    expect(readUsageRows(text).refused).toEqual([]);
  });

  it("says which line held the column names", () => {
    expect(readUsageRows("\nuser,USD\nanna,1").headerLine).toBe(2);
    expect(readUsageRows("anna,1").headerLine).toBeNull();
  });

  it("of nothing is nothing", () => {
    expect(readUsageRows("")).toEqual({ rows: [], refused: [], headerLine: null });
  });

  it("takes a first line for names only if it speaks of users and of money: any other is refused, not lost", () => {
    expect(readUsageRows("username,unknown\nanna,1")).toMatchObject({ headerLine: null, refused: [{ line: 1 }] });
    expect(readUsageRows("anna,cost\nben,1")).toMatchObject({ headerLine: null, refused: [{ line: 1 }] });
    // A user called "user" with an amount is a user.
    expect(usersOf("user,$5")).toEqual([{ user: "user", usdPerMonth: 5 }]);
  });

  it("has column names in its first line only", () => {
    expect(readUsageRows("anna,1\nuser,USD").refused.map(({ line }) => line)).toEqual([2]);
  });

  it("takes 0 for an amount", () => {
    expect(usersOf("anna,0")).toEqual([{ user: "anna", usdPerMonth: 0 }]);
  });
});

describe("a line that cannot be read is refused by its number", () => {
  it("and the rest counts", () => {
    const read = readUsageRows('user,USD\nanna,1234.50\n\nben,much\n"cara,7\nben,90');
    expect(read.rows.map(({ user }) => user)).toEqual(["anna", "ben"]);
    expect(read.refused).toEqual([
      { line: 4, reason: '"much" is not an amount in USD, such as 1234.50 or 1,234.50' },
      { line: 5, reason: "its quotation mark is never closed" },
    ]);
  });

  it.each([
    ["ben", "it has no amount"],
    ["ben,", "it has no amount"],
    [",5", "it names no user"],
    ["ben,5,6", "it has 3 columns, not 2 (an amount such as 1,234.50 needs quotes between commas)"],
    ["ben,$1,234.50", "it has 3 columns, not 2 (an amount such as 1,234.50 needs quotes between commas)"],
    ["ben,-5", '"-5" is below 0'],
    ["ben,($5)", '"($5)" is below 0'],
    ["ben,-", '"-" is not an amount in USD, such as 1234.50 or 1,234.50'],
    ["ben,5-10", '"5-10" is not an amount in USD, such as 1234.50 or 1,234.50'],
    ["ben,5USD0", '"5USD0" is not an amount in USD, such as 1234.50 or 1,234.50'],
    ["ben,€5", '"€5" is not an amount in USD, such as 1234.50 or 1,234.50'],
    ["ben,50%", '"50%" is not an amount in USD, such as 1234.50 or 1,234.50'],
    ['ben,"12,50"', '"12,50" is not an amount in USD, such as 1234.50 or 1,234.50'],
    ["ben,NaN", '"NaN" is not an amount in USD, such as 1234.50 or 1,234.50'],
    ["ben,=1+1", '"=1+1" is not an amount in USD, such as 1234.50 or 1,234.50'],
    ['"ben"x,5', "it has text behind a closing quotation mark"],
  ])("%s", (line, reason) => {
    expect(reasonFor(line)).toBe(reason);
  });

  it.each([
    ["999999.99", undefined],
    ["1000000", undefined],
    ["1000000.01", '"1000000.01" is more than $1,000,000 a month'],
  ])("from over a million dollars on: %s", (amount, reason) => {
    expect(reasonFor(`ben,${amount}`)).toBe(reason);
  });

  it("showing at most 40 characters of it", () => {
    expect(reasonFor(`ben,${"x".repeat(41)}`)).toContain(`"${"x".repeat(39)}…"`);
    expect(reasonFor(`ben,${"x".repeat(40)}`)).toContain(`"${"x".repeat(40)}"`);
  });

  it("past the first 10,000", () => {
    const text = Array.from({ length: MOST_USAGE_LINES + 1 }, (_, index) => `user${index},1`).join("\n");
    const read = readUsageRows(`user,USD\n${text}`);
    expect(read.rows).toHaveLength(10_000);
    expect(read.refused).toEqual([{ line: 10_002, reason: "only the first 10,000 lines are read" }]);
  });
});

describe("a user who is listed again", () => {
  it("is one user with the sum, and the lines are stated", () => {
    // 1 + 2.5.
    expect(readUsageRows("anna,1\nben,7\nanna ,2.50").rows).toEqual([
      { user: "anna", usdPerMonth: 3.5, lines: [1, 3] },
      { user: "ben", usdPerMonth: 7, lines: [2] },
    ]);
  });

  it("is the same in capitals and in composed letters, and keeps the first spelling", () => {
    expect(usersOf("Zo\u00eb@x.org,1\nzoe\u0308@X.org,2")).toEqual([{ user: "Zo\u00eb@x.org", usdPerMonth: 3 }]);
  });

  it("is another one where more than capitals differ: an eszett is no double s", () => {
    expect(usersOf("wei\u00df,1\nweiss,2")).toEqual([
      { user: "wei\u00df", usdPerMonth: 1 },
      { user: "weiss", usdPerMonth: 2 },
    ]);
  });
});

describe("laws", () => {
  it("every line that is not blank is a user's, the names' or refused", () => {
    const piece = fc.constantFrom(
      "anna",
      "ben",
      "user",
      "USD",
      ",",
      ";",
      "\t",
      "\n",
      "\r\n",
      '"',
      " ",
      "5",
      "1,234.50",
      "$",
      "-",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join("");
        const { rows, refused, headerLine } = readUsageRows(text);
        const told = [...rows.flatMap(({ lines }) => lines), ...refused.map(({ line }) => line), headerLine ?? []].flat();
        const filled = readCsv(text).rows.filter(({ cells }) => cells === null || cells.join("").trim() !== "");
        expect(told.toSorted((a, b) => a - b)).toEqual(filled.map(({ line }) => line));
        expect(rows.every(({ usdPerMonth }) => usdPerMonth >= 0)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it("what csvText exports is read again, whatever users are called", () => {
    const user = fc.string({ minLength: 1 }).filter((name) => name.trim() !== "");
    const row = fc.tuple(user, fc.integer({ min: 0, max: 1e8 }));
    fc.assert(
      fc.property(fc.uniqueArray(row, { selector: ([name]) => name.trim().replace(/^'/, "").toLowerCase() }), (pairs) => {
        const exported = csvText([["user", "USD"], ...pairs.map(([name, cents]) => [name, cents / 100])]);
        const read = readUsageRows(exported);
        expect(read.refused).toEqual([]);
        expect(read.rows.map(({ usdPerMonth }) => usdPerMonth)).toEqual(pairs.map(([, cents]) => cents / 100));
      }),
    );
  });
});
