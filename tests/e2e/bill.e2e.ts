import { expect, type Locator, type Page, test } from "@playwright/test";
import { figure, openPage, textOf } from "./page-steps.ts";

/** A line of the bill as a person reads it. */
interface ReadLine {
  readonly item: string;
  readonly quantity: number;
  readonly rate: number;
  /** How many of its unit the rate is for: a million tokens, 1,000 searches, one request. */
  readonly per: number;
  readonly amount: number;
  readonly source: string;
}

const MONTH = "One month on the API, all developers";
const PER: Readonly<Record<string, number>> = { MTok: 1_000_000, "1,000 searches": 1_000, request: 1 };
const SUM = /([\d,.]+) \w+ × \$([\d,.]+) per (MTok|1,000 searches|request)/;

/** Unfolds every line of the bill. */
async function openLines(page: Page): Promise<Locator> {
  await page.getByText("Every line", { exact: true }).click();
  return page.getByRole("table", { name: MONTH }).filter({ hasText: " × " });
}

async function readLine(row: Locator): Promise<ReadLine> {
  const [item = "", sum = "", source = ""] = await row.locator("th > span").allTextContents();
  const [, quantity = "", rate = "", per = ""] = SUM.exec(sum) ?? [];
  const amount = numberOf(await textOf(row.getByRole("cell")));
  return { item, quantity: numberOf(quantity), rate: numberOf(rate), per: PER[per] ?? Number.NaN, amount, source };
}

/** A shown number; an amount too small to show ("<$0.01") adds nothing to what is shown. */
function numberOf(text: string): number {
  return text.startsWith("<") ? 0 : Number(text.replace(/[$,]/g, ""));
}

/** The size of the last digit that an amount shows: $0.01, or $1 from $1,000 up. */
function lastDigit(text: string): number {
  return 10 ** -(text.split(".")[1]?.length ?? 0);
}

/** Each amount is its quantity × its rate, with a source and its date, and the amounts add to the total to the last digit shown. */
async function expectSound(table: Locator): Promise<void> {
  const lines = await Promise.all((await table.locator("tbody tr").all()).map(readLine));
  const total = await textOf(table.locator("tfoot td"));
  const unit = lastDigit(total);
  expect(lines.length).toBeGreaterThan(0);
  for (const { item, quantity, rate, per, amount, source } of lines) {
    // The quantity is shown to the whole from 100 up: off by half a token or search; the amount may be rounded either way.
    const slack = unit + (0.5 * rate) / per;
    expect(Math.abs((quantity / per) * rate - amount), item).toBeLessThanOrEqual(slack + 1e-9);
    expect(source, item).toMatch(/in force from \d{4}-\d{2}-\d{2}; .+, checked \d{4}-\d{2}-\d{2}/);
  }
  const added = lines.reduce((sum, { amount }) => sum + amount, 0);
  expect(Math.round(added / unit)).toBe(Math.round(numberOf(total) / unit));
}

test("A12: the bill of each preset can be checked by hand: quantity × rate = amount, and the amounts add to the total", async ({
  page,
}) => {
  await openPage(page);
  const table = await openLines(page);
  for (const preset of ["Light user", "Heavy user", "Team of 20", "CI in batch", "API app", "Agent team", "Typical developer"]) {
    await page.getByLabel("Start from").selectOption({ label: preset });
    // What stands under the answer may lag behind it.
    await expect(table.locator("tfoot td")).toHaveText(await textOf(figure(page, "month")));
    await expectSound(table);
  }
});

test("A12: the lines of the typical month are the three that a hand finds", async ({ page }) => {
  await openPage(page);
  const table = await openLines(page);
  // 45 sessions (3 a day × 15 days) of 370,560 written, 7,551,040 read and 48,000 output tokens: see answer.e2e.ts.
  const expected = [
    // 45 × 370,560 = 16,675,200; × $5 = 83.376
    ["Cache write, 5 minutes, Opus 5.5", "16,675,200 tokens × $5 per MTok", "$83.38"],
    // 45 × 7,551,040 = 339,796,800; × $0.20 = 67.95936
    ["Cache read, Opus 5.5", "339,796,800 tokens × $0.20 per MTok", "$67.96"],
    // 45 × 48,000 = 2,160,000; × $20 = 43.20
    ["Output, Opus 5.5", "2,160,000 tokens × $20 per MTok", "$43.20"],
  ] as const;
  await expect(table.locator("tbody tr")).toHaveCount(expected.length);
  for (const [item, sum, amount] of expected) {
    const row = table.locator("tbody tr").filter({ hasText: item });
    await expect(row).toContainText(sum);
    await expect(row.getByRole("cell")).toHaveText(amount);
  }
  // 83.38 + 67.96 + 43.20
  await expect(table.locator("tfoot td")).toHaveText("$194.54");
});

test("the classes of the bill add to the same total as its lines and as the answer's month", async ({ page }) => {
  await openPage(page);
  await page.getByLabel("Start from").selectOption({ label: "Heavy user" });
  const lines = await openLines(page);
  const classes = page.getByRole("table", { name: MONTH }).filter({ hasText: "Of the bill" });
  const month = await textOf(figure(page, "month"));
  await expect(classes.locator("tfoot td").nth(1)).toHaveText(month);
  await expect(lines.locator("tfoot td")).toHaveText(month);
  const amounts = await classes.locator("tbody tr td:nth-child(3)").allTextContents();
  expect(amounts.reduce((sum, text) => sum + numberOf(text), 0)).toBeCloseTo(numberOf(month), 6);
});

test("A12: every figure of the answer opens to lines that add to it, and gives the focus back when it is closed", async ({
  page,
}) => {
  await openPage(page);
  await page.getByLabel("Start from").selectOption({ label: "Heavy user" });
  for (const id of ["session", "day", "developer", "month", "year"] as const) {
    const amount = figure(page, id).getByRole("button");
    const shown = await textOf(amount);
    await amount.click();
    const dialog = page.getByRole("dialog");
    await expect(dialog.locator("tfoot td")).toHaveText(shown);
    await expectSound(dialog.getByRole("table"));
    await page.keyboard.press("Escape");
    await expect(dialog).toHaveCount(0);
    await expect(amount).toBeFocused();
  }
});
