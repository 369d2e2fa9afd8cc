import { expect, type Locator, type Page, test } from "@playwright/test";
import { caughtUp, comeAgain, noteComplaints, openPage, reachTheEnd, textOf, typeNumber } from "./page-steps.ts";

// Max covers $1,354 to $2,383 by users' measurements, Pro $163 to $412: whose figures these are stands in rates/plan-capacity.ts.
const TEAM = "#v=1&pd=2026-11-20&team=5_3000~5_500&z=3";

function panel(page: Page, title: string): Locator {
  return page.getByRole("region", { name: title, exact: true });
}

/** Comes near to the panel, and waits until it answers to a person. */
async function openSeats(page: Page): Promise<Locator> {
  await reachTheEnd(page);
  const seats = panel(page, "Seats for a team");
  await expect(seats.getByText("The cheapest seats for")).toBeVisible();
  await seats.scrollIntoViewIfNeeded();
  return seats;
}

async function openRange(page: Page): Promise<Locator> {
  await openSeats(page);
  const range = panel(page, "The month as a range");
  await expect(range.getByText("Half of the months")).toBeVisible();
  return range;
}

/** The cells of a table's row, one text. */
function row(seats: Locator, name: string | RegExp): Locator {
  return seats.getByRole("row").filter({ has: seats.page().getByRole("rowheader", { name }) });
}

async function paste(seats: Locator, table: string): Promise<void> {
  const field = seats.getByLabel("Users and what their month is worth");
  if (!(await field.isVisible())) await seats.getByText("Paste a table of users").click();
  await field.fill(table);
  await seats.getByRole("button", { name: "Read users" }).click();
}

test("a month is a range, and the same one after a reload", async ({ page }) => {
  const complaints = noteComplaints(page);
  await openPage(page);
  const range = await openRange(page);
  const words = await textOf(range.locator("p").first());
  expect(words).toMatch(
    /^Half of the months cost up to \$\d+ on the API \(p50\); one in ten up to \$\d+ \(p10\), one in ten over \$\d+ \(p90\)\./,
  );
  const shares = await textOf(panel(page, "The cheaper choice, month by month").locator("p").first());
  expect(shares).toMatch(/is the cheaper choice in >?\d+% of months/);
  await page.reload();
  const again = await openRange(page);
  expect(await textOf(again.locator("p").first())).toBe(words);
  expect(await textOf(panel(page, "The cheaper choice, month by month").locator("p").first())).toBe(shares);
  expect(complaints).toEqual([]);
});

test("sessions that all cost the same make a narrower month, which the link keeps", async ({ page }) => {
  await openPage(page);
  const range = await openRange(page);
  const words = range.locator("p").first();
  const wide = await textOf(words);
  await typeNumber(page, "How far sessions differ", "1");
  await expect(words).not.toHaveText(wide);
  const ends = (text: string): number => {
    const [p10 = 0, p90 = 0] = [/up to \$(\d+) \(p10\)/, /over \$(\d+) \(p90\)/].map((figure) => Number(figure.exec(text)?.[1]));
    return p90 - p10;
  };
  const narrow = await textOf(words);
  expect(ends(narrow)).toBeLessThan(ends(wide));
  await expect(page).toHaveURL(/sp=1&/);
  await page.reload();
  expect(await textOf((await openRange(page)).locator("p").first())).toBe(narrow);
});

test("where no worker may start, the months are drawn by the page itself", async ({ page }) => {
  await openPage(page);
  const words = await textOf((await openRange(page)).locator("p").first());
  await page.addInitScript(() => {
    Object.defineProperty(window, "Worker", {
      value: () => {
        throw new Error("not here");
      },
    });
  });
  await page.reload();
  expect(await textOf((await openRange(page)).locator("p").first())).toBe(words);
});

/** A log of one request a day on the last so many days before today, of which every third is a large one. */
function logOfDays(days: number): string {
  return Array.from({ length: days }, (_, index) => {
    const at = new Date(Date.now() - (index + 1) * 86_400_000).toISOString();
    const usage = { input_tokens: 100_000 * (index % 3 === 0 ? 10 : 1), output_tokens: 10_000 };
    const message = { model: "claude-sonnet-4-6", id: `msg_${index}`, type: "message", role: "assistant", content: [], usage };
    return JSON.stringify({
      type: "assistant",
      timestamp: at,
      sessionId: "s",
      requestId: `req_${index}`,
      uuid: `u${index}`,
      message,
    });
  }).join("\n");
}

test("imported days take the place of assumed sessions, and say so", async ({ page }) => {
  await openPage(page);
  const range = await openRange(page);
  const assumed = await textOf(range.locator("p").first());
  const file = { name: "log.jsonl", mimeType: "application/jsonl", buffer: Buffer.from(logOfDays(9)) };
  await page.getByLabel("Session log files").setInputFiles(file);
  const words = panel(page, "The cheaper choice, month by month");
  await expect(words.getByText(/months are drawn from your [89] imported days with work, 15 of them a month/)).toBeVisible();
  await expect(range.locator("p").first()).not.toHaveText(assumed);
  await words.getByText("Assumed sessions").click();
  await expect(range.locator("p").first()).toHaveText(assumed);
});

test("a pasted table names the broken line, and its plan is the rows'", async ({ page }) => {
  await openPage(page);
  const seats = await openSeats(page);
  await paste(seats, "user,USD\nanna,$600\nben,much\ncem,15\nAnna,100");
  await expect(seats.getByText(/^Line 3: "much" is not an amount/)).toBeVisible();
  await expect(seats.getByText("Line 1 holds the column names.")).toBeVisible();
  await expect(seats.getByText('"anna" stands on lines 2 and 5: added up.')).toBeVisible();
  // Anna's $700 fit Max at both ends, cem's $15 are cheapest on a key: 100 + 15.
  await expect(row(seats, "Fees, Max")).toContainText("$100.00");
  await expect(row(seats, "API bills")).toContainText("$15.00");
  await expect(row(seats, "Total")).toContainText("$115.00");
  await expect(row(seats, /^anna/)).toContainText("Max");
  await expect(seats.getByText("The plan is made of the 2 rows. A link holds 2 groups and no names")).toBeVisible();
});

test("names stay out of the link, and the link opens the same plan", async ({ page }) => {
  await openPage(page);
  const seats = await openSeats(page);
  await paste(seats, "anna,600\nben,600\ncem,100");
  // By amounts: one user of $100 and two of $600, together $1,200.
  await expect(page).toHaveURL(/team=1_100~2_1200/);
  expect(page.url()).not.toMatch(/anna|ben|cem/i);
  await caughtUp(page);
  const words = await textOf(seats.locator("p").first());
  const address = page.url();
  await comeAgain(page, address);
  expect(await textOf((await openSeats(page)).locator("p").first())).toBe(words);
});

test("seats change with the head count", async ({ page }) => {
  await openPage(page, TEAM);
  const seats = await openSeats(page);
  // 5 at $600 take Max, 5 at $100 take Pro: 500 + 100. A fifth fewer is 8: 4 and 4, 480; a fifth more 6 and 6, 720.
  await expect(row(seats, /^20% fewer/)).toContainText("$480.00");
  await expect(row(seats, /^20% fewer/)).toContainText(/4\s×\sMax, 4\s×\sPro/);
  await expect(row(seats, /^As stated/)).toContainText("$600.00");
  await expect(row(seats, /^20% more/)).toContainText("$720.00");
  await typeNumber(page, "Group 1, developers", "10");
  // 10 × 100 + 5 × 20
  await expect(row(seats, "Total")).toContainText("$1,100");
  await expect(row(seats, "Fees, Max")).toContainText("10 developers");
  await seats.getByRole("button", { name: "Remove Group 2" }).click();
  await expect(row(seats, "Total")).toContainText("$1,000");
  await page.goBack();
  await expect(row(seats, "Total")).toContainText("$1,100");
});

test("a table of users can be dropped or chosen as a file", async ({ page }) => {
  await openPage(page);
  const seats = await openSeats(page);
  await seats.getByText("Paste a table of users").click();
  const dataTransfer = await page.evaluateHandle(() => {
    const dropped = new DataTransfer();
    dropped.items.add(new File(["user;USD\ndora;1,200.50\n"], "team.csv"));
    return dropped;
  });
  await seats.getByLabel("Users and what their month is worth").dispatchEvent("drop", { dataTransfer });
  await expect(seats.getByText("1 user read, $1,201 a month.")).toBeVisible();
  await expect(row(seats, /^dora/)).toContainText("Max");
  const file = { name: "team.csv", mimeType: "text/csv", buffer: Buffer.from("emil,15\n") };
  await seats.getByLabel("CSV file of users").setInputFiles(file);
  await expect(row(seats, /^emil/)).toContainText("API key");
});
