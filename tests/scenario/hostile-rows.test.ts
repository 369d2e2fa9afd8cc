import fc from "fast-check";
import { expect, test } from "vitest";
import { parseNumber } from "../../src/lib/parse-number.ts";
import { readUsageRows } from "../../src/scenario/usage-rows.ts";
import { damaged, isPolluted, isSound, OFTEN } from "../lib/damaged.ts";

const TABLES: readonly string[] = [
  "user,USD\nanna,1234.50\nben,90\n",
  "User;Cost\r\nanna;1,234.50\r\nben;US$90\r\n",
  '"anna", "$1,234.50"\n"ben ""b""", "90 USD"',
  "Email\tSpend\nanna\t1.2k\nben\t(5)",
];

test("R6: of 10,000 tables of users each line is a user with an amount from 0 to a million dollars, or refused with a reason", () => {
  const counts = { rows: 0, refused: 0 };
  fc.assert(
    fc.property(damaged(TABLES), (text) => {
      const read = readUsageRows(text);
      if (!isSound(read)) expect.fail(text);
      const areUsers = read.rows.every(
        ({ user, usdPerMonth, lines }) => user.trim() !== "" && usdPerMonth >= 0 && usdPerMonth <= 1_000_000 * lines.length,
      );
      const haveReasons = read.refused.every(({ line, reason }) => line >= 1 && reason !== "" && reason.length < 200);
      if (!areUsers || !haveReasons) expect.fail(text);
      counts.rows += read.rows.length;
      counts.refused += read.refused.length;
    }),
    OFTEN,
  );
  expect(Math.min(counts.rows, counts.refused)).toBeGreaterThan(1_000);
  expect(isPolluted()).toBe(false);
});

test("R6: of 10,000 texts in a number field each is a number of at least 0 or none", () => {
  const counts = { read: 0, refused: 0 };
  fc.assert(
    fc.property(damaged(["1,234.50", "$ 5k", "US$12.5", "50%", "1 000", "0.29m", "٣٫٥", "１２"]), (text) => {
      const value = parseNumber(text);
      counts[value === null ? "refused" : "read"] += 1;
      if (value !== null && !(Number.isFinite(value) && value >= 0)) expect.fail(text);
    }),
    OFTEN,
  );
  expect(Math.min(counts.read, counts.refused)).toBeGreaterThan(500);
});
