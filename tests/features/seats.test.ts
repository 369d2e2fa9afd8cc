import { describe, expect, it } from "vitest";
import { readPasted } from "../../src/features/seats/combine-pasted.ts";
import { combineSeats, rowsAgainstGroups, type SeatsInput } from "../../src/features/seats/combine-seats.ts";
import { FILE_COLUMNS } from "../../src/features/seats/seat-file.ts";
import { rankNames, startingGroups, usdEach, withDevelopers, withUsdEach } from "../../src/features/seats/team-groups.ts";
import type { SeatOffers } from "../../src/pricing/seat-choice.ts";
import { tableCsv } from "../../src/ui/export-table.ts";

/** Max covers $110 at its low end and $200 at its high end. */
const max = (limit: number): SeatOffers => ({ plans: [{ id: "max", name: "Max", fee: 100, limit }], team: null });
const MAX: SeatsInput["offers"] = { low: max(110), high: max(200), unknown: ["team-standard", "team-premium"] };
const STANDARD: SeatOffers = {
  plans: [],
  team: { seats: [{ id: "team-standard", name: "Team, standard seat", fee: 25, limit: null }], least: 5, most: 150 },
};
const input = (fields: Partial<SeatsInput> = {}): SeatsInput => ({
  groups: [
    { count: 5, usdPerMonth: 120 },
    { count: 5, usdPerMonth: 30 },
  ],
  names: ["Group 1", "Group 2"],
  offers: MAX,
  overflow: "api-rates",
  ...fields,
});
const texts = (rows: ReturnType<typeof combineSeats>["bill"]) =>
  rows.map(({ label, low, high }) => [label.text, low.text, low.note, high.text, high.note]);

describe("the seats of a team", () => {
  it("keeps fees, API bills and overflow in lines of their own", () => {
    const { bill, total } = combineSeats(input());
    // Low: 5 × (100 + 10) = 550 < 5 × 120 = 600; the light ones 5 × 30 = 150 on keys. High: no overflow.
    expect(texts(bill)).toEqual([
      ["Fees, Max", "$500.00", "5 developers", "$500.00", "5 developers"],
      ["API bills", "$150.00", "5 developers", "$150.00", "5 developers"],
      ["Overflow, Max", "$50.00", "5 developers", "none", ""],
    ]);
    expect(total).toEqual(["$700.00", "$650.00"]);
  });

  it("says total and saving at both ends", () => {
    // On keys 5 × 120 + 5 × 30 = 750
    expect(combineSeats(input()).takeaway).toBe(
      "The cheapest seats for 10 developers: $700.00 a month with limits at their low end ($50.00 saved), $650.00 at their high end ($100.00 saved); an API key for everybody would cost $750.00.",
    );
    const even = { ...MAX, high: MAX.low };
    expect(combineSeats(input({ offers: even })).takeaway).toBe(
      "The cheapest seats for 10 developers: $700.00 a month, $50.00 saved; an API key for everybody would cost $750.00.",
    );
  });

  it("says what the other policy would come to", () => {
    // Where Max has to hold all of it, at its low end the heavy ones go on keys: 750.
    expect(combineSeats(input()).notes[0]).toContain(
      "the total would be $750.00 with limits at their low end, $650.00 at their high end.",
    );
    expect(combineSeats(input({ overflow: "not-allowed" })).notes[0]).toContain(
      "If the rest were bought at API rates instead, the total would be $700.00 with limits at their low end, $650.00",
    );
  });

  it("names plans whose limits nobody has stated", () => {
    expect(combineSeats(input()).notes.at(-1)).toContain("Team, standard seat; Team, premium seat");
  });

  it("says who of each group gets what", () => {
    const { given } = combineSeats(input());
    expect(given.map(({ label, low }) => [label.text, label.note, low.text.replaceAll("\u00a0", " ")])).toEqual([
      ["Group 1", "5 developers, $120.00 each", "5 × Max"],
      ["Group 2", "5 developers, $30.00 each", "5 × API key"],
    ]);
  });

  it("plans anew with a fifth fewer and more developers", () => {
    const { headCounts } = combineSeats(input());
    // 10 × 0.8 = 8: 5 × 0.8 = 4 heavy, so 4 light: 4 × 110 + 4 × 30 = 560; more: 6 × 110 + 6 × 30 = 840
    expect(headCounts.map(({ label, low }) => [label.note, low.text, low.note.replaceAll("\u00a0", " ")])).toEqual([
      ["8 developers", "$560.00", "4 × Max, 4 × API key"],
      ["10 developers", "$700.00", "5 × Max, 5 × API key"],
      ["12 developers", "$840.00", "6 × Max, 6 × API key"],
    ]);
  });

  it("has no other head count for one developer", () => {
    // 1 × 0.8 and 1 × 1.2 are both 1
    expect(combineSeats(input({ groups: [{ count: 1, usdPerMonth: 50 }], names: ["One"] })).headCounts).toEqual([]);
  });

  it("pays unused seats of the minimum in a line of their own, in the file too", () => {
    const offers = { low: STANDARD, high: STANDARD, unknown: [] };
    const { bill, fileRows } = combineSeats(input({ groups: [{ count: 4, usdPerMonth: 120 }], names: ["Group 1"], offers }));
    // 4 × 25 + 1 × 25 = 125 < 480
    expect(texts(bill).map(([label, low]) => [label, low])).toEqual([
      ["Fees, Team, standard seat", "$100.00"],
      ["Unused seats, Team, standard seat", "$25.00"],
    ]);
    const seats = fileRows()
      .filter(([end]) => end === "low")
      .map(([, , count, , , fee, usage]) => Number(count) * (Number(fee) + Number(usage)));
    expect(seats.reduce((sum, cost) => sum + cost, 0)).toBe(125);
  });

  it("gives programs a key each", () => {
    const none: SeatOffers = { plans: [], team: null };
    const { notes, bill } = combineSeats(input({ offers: { low: none, high: none, unknown: [] } }));
    expect(texts(bill).map(([label]) => label)).toEqual(["API bills"]);
    expect(notes).toEqual(["Plans do not cover this kind of work: everybody works on an API key."]);
  });

  it("shows a hundred rows and counts the others", () => {
    const rowsOf = (count: number) => Array.from({ length: count }, () => ({ count: 1, usdPerMonth: 30 }));
    const shown = (count: number) => {
      const { given, notGiven, fileRows } = combineSeats(input({ groups: rowsOf(count), names: rowsOf(count).map(() => "x") }));
      return [given.length, notGiven, fileRows().length];
    };
    // The file has every row at both ends.
    expect(shown(100)).toEqual([100, 0, 200]);
    expect(shown(101)).toEqual([100, 1, 202]);
  });

  it("guards a user's name that a spreadsheet would run", () => {
    const { fileRows } = combineSeats(input({ groups: [{ count: 1, usdPerMonth: 30 }], names: ["=1+1"] }));
    const csv = tableCsv({ columns: FILE_COLUMNS, rows: fileRows(), total: null }, { pricesOf: "2026-11-20", link: "x" });
    expect(csv.split("\r\n")[1]).toBe("low,'=1+1,1,30,API key,0,30,2026-11-20,x");
  });
});

describe("rows against the groups that a link holds", () => {
  it("says how far the groups' plan is off", () => {
    const rows = input({
      groups: [
        { count: 1, usdPerMonth: 200 },
        { count: 1, usdPerMonth: 20 },
      ],
    });
    // Low: rows max(100 + 90 = 190) + 20 = 210; as one group 2 × 110 = 2 × min(110, 100 + 0) = 200, so 10 less. High: rows 100 + 20 = 120; group 2 × 100 = 200, 80 more.
    expect(rowsAgainstGroups(rows, { groups: [{ count: 2, usdPerMonth: 110 }] })).toBe(
      "The plan is made of the 2 rows. A link holds 1 group and no names: planned from those, the total is $10.00 (5%) less with limits at their low end, $80.00 (67%) more at their high end.",
    );
  });

  it("says that it is the same where it is", () => {
    expect(rowsAgainstGroups(input(), input())).toContain("the total is the same.");
  });
});

describe("a pasted table of users", () => {
  it("refuses a line by its number and tells header and repeated users", () => {
    const { users, title, tone, items } = readPasted("user,USD\nanna,$90\nben,much\nAnna,10");
    expect(title).toBe("1 user read, $100.00 a month; 1 line was not.");
    expect(tone).toBe("warn");
    expect(items[0]).toMatch(/^Line 3: "much" is not an amount in USD/);
    expect(items.slice(1)).toEqual(["Line 1 holds the column names.", '"anna" stands on lines 2 and 4: added up.']);
    expect(users?.team).toEqual([{ developers: 1, totalUsd: 100 }]);
  });

  it("keeps names out of what enters the link", () => {
    expect(JSON.stringify(readPasted("anna,90\nben,40").users?.team)).not.toMatch(/anna|ben/);
  });

  it("is refused as a whole where nobody could be read", () => {
    expect(readPasted("user,USD\nben,much")).toMatchObject({ users: null, tone: "error", title: "No user was read." });
  });

  it("is refused where a link could not hold a group's total", () => {
    // 101 users at $1,000,000 are one group of $101,000,000; 100 are as much as a link holds.
    const table = (users: number) => Array.from({ length: users }, (_, index) => `u${index},1000000`).join("\n");
    expect(readPasted(table(101)).users).toBeNull();
    expect(readPasted(table(100)).users?.team).toEqual([{ developers: 100, totalUsd: 100_000_000 }]);
  });

  it("lists twenty refused lines at most", () => {
    const { items } = readPasted(`a,1\n${Array.from({ length: 25 }, (_, index) => `u${index},much`).join("\n")}`);
    // 25 − 20
    expect(items.at(-1)).toBe("5 more lines.");
    expect(items).toHaveLength(21);
  });
});

describe("groups by hand", () => {
  it("keep the work of each when their developers change", () => {
    // 300 / 3 = 100, × 5
    expect(withDevelopers({ developers: 3, totalUsd: 300 }, 5)).toEqual({ developers: 5, totalUsd: 500 });
    expect(withUsdEach({ developers: 3, totalUsd: 300 }, 33.33)).toEqual({ developers: 3, totalUsd: 99.99 });
    expect(usdEach({ developers: 3, totalUsd: 100 })).toBe(33.33);
  });

  it("begin as three of ten light, one heavy and the others as in the estimate", () => {
    // 200 × 30/13 = 461.54
    expect(startingGroups(10, 200)).toEqual([
      { developers: 3, totalUsd: 300 },
      { developers: 6, totalUsd: 1_200 },
      { developers: 1, totalUsd: 462 },
    ]);
    expect(startingGroups(1, 200).map(({ developers }) => developers)).toEqual([1, 1, 1]);
  });

  it("are called light, typical and heavy by their work, where there are three that differ", () => {
    const of = (...each: readonly number[]) => rankNames(each.map((totalUsd) => ({ developers: 1, totalUsd })));
    expect(of(200, 50, 100)).toEqual(["heavy", "light", "typical"]);
    expect(of(50, 50, 100)).toEqual([null, null, null]);
    expect(of(50, 100)).toEqual([null, null]);
  });
});
