import { expect, type Locator, type Page, test } from "@playwright/test";
import { violations } from "./axe-check.ts";
import { copyLink, numberField, openPage, textOf, typeNumber } from "./page-steps.ts";

const panel = (page: Page): Locator => page.locator("#compare");
const cells = (page: Page, row: string): Locator =>
  panel(page)
    .getByRole("row", { name: new RegExp(`^${row}`) })
    .getByRole("cell");
const press = (page: Page, name: string): Promise<void> => panel(page).getByRole("button", { name, exact: true }).click();

/** A beside B with ten developers. The typical month is $194.54 (see answer.e2e.ts). */
async function compareTwo(page: Page): Promise<void> {
  await openPage(page);
  await page.getByRole("button", { name: "Compare with a copy" }).click();
  await expect(page.getByText("Editing B of 2")).toBeVisible();
  await typeNumber(page, "Developers", "10");
}

test("A13: a copy is changed beside the first, with the difference in words, against a baseline that can be another", async ({
  page,
}) => {
  await compareTwo(page);
  // 10 × 194.53536 = 1,945.3536; less 194.53536 = 1,750.81824
  await expect(panel(page).getByText("A → B: +$1,750.81 a month: developers 1 → 10")).toBeVisible();
  await expect(cells(page, "A month on the API")).toHaveText(["$194.54", "$1,945.35▲ +$1,750.81 dearer"]);
  await expect(cells(page, "Per developer a month")).toHaveText(["$194.54", "$194.54same"]);
  await expect(cells(page, "developers")).toHaveText(["1", "10"]);

  await press(page, "Measure against B");
  await expect(cells(page, "A month on the API")).toHaveText(["$194.54▼ −$1,750.81 cheaper", "$1,945.35"]);
  await press(page, "Edit A");
  await expect(page.getByText("Editing A of 2")).toBeVisible();
  await expect(numberField(page, "Developers")).toHaveValue("1");
});

test("A13: the link holds three scenarios, which one is the baseline and which is edited", async ({ page, context }) => {
  await compareTwo(page);
  await press(page, "Add a copy");
  await typeNumber(page, "Sessions a working day", "6");
  await press(page, "Measure against B");
  const link = await copyLink(page);
  expect(link.length).toBeLessThanOrEqual(600);
  // six instead of three sessions a day of B: 2 × 1,945.3536 = 3,890.7072; the change is that of the amounts shown: 3,890.71 − 1,945.35
  await expect(cells(page, "A month on the API").nth(2)).toHaveText("$3,890.71▲ +$1,945.36 dearer");
  const table = await textOf(panel(page).getByRole("table").first());

  const other = await context.newPage();
  await openPage(other, link);
  await expect(other.getByText("Editing C of 3")).toBeVisible();
  await expect(panel(other).getByRole("table").first()).toHaveText(table);
});

test("a scenario that is taken out leaves the others as they were, and Back brings it back", async ({ page }) => {
  await compareTwo(page);
  await press(page, "Remove A");
  await expect(panel(page).getByRole("table")).toHaveCount(0);
  await expect(numberField(page, "Developers")).toHaveValue("10");
  await expect(page.getByRole("button", { name: "Compare with a copy" })).toBeFocused();
  await page.goBack();
  await expect(page.getByText("Editing B of 2")).toBeVisible();
});

test("the difference is copied as a line and as a table with the link", async ({ page }) => {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await compareTwo(page);
  await typeNumber(page, "Sessions a working day", "6");
  await press(page, "Copy as lines");
  await expect(panel(page).getByText("Copied", { exact: true })).toBeVisible();
  // ten times the month is +1,750.81824, twice the sessions of that another 1,945.3536
  const lines = await page.evaluate(() => navigator.clipboard.readText());
  expect(lines).toMatch(
    /^A → B: \+\$3,696\.17 a month: \+\$1,750\.81 developers, \+\$1,945\.36 sessions a day\nPrices of .+#v=1/,
  );
  await press(page, "Copy as Markdown table");
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toContain("| A month on the API | $194.54 | $3,890.71 (▲ +$3,696.17 dearer) |");
});

test("a currency set by hand stands beside the US dollars, with its rate, and comes with the link", async ({ page, context }) => {
  await openPage(page);
  await page.locator("summary", { hasText: "Currency" }).click();
  await page.getByLabel("Show amounts in another currency too").fill("jpy");
  await typeNumber(page, "What US$1 is in JPY", "150");
  // 194.53536 × 150 = 29,180.304: yen have no smaller coin
  const answer = page.locator("main [data-converted]").first();
  await expect(answer).toHaveText("≈ ¥29,180 a month, at 150 JPY for US$1, set by hand");
  const link = await copyLink(page);
  const other = await context.newPage();
  await openPage(other, link);
  await expect(other.locator("main [data-converted]").first()).toHaveText(await textOf(answer));
  // US dollars again: nothing stands beside them
  await page.getByLabel("Show amounts in another currency too").fill("");
  await expect(page.locator("[data-converted]")).toHaveCount(0);
});

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`four scenarios in the ${colorScheme} page`, () => {
    test.use({ colorScheme });

    test("fit into 320 px without a page that scrolls sideways, and axe finds nothing", async ({ page }) => {
      await page.setViewportSize({ width: 320, height: 800 });
      await compareTwo(page);
      await typeNumber(page, "Sessions a working day", "6");
      for (const name of ["C", "D"]) {
        await press(page, "Add a copy");
        await expect(page.getByText(`Editing ${name} of`)).toBeVisible();
      }
      await panel(page).locator("summary").first().click();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      expect(await violations(page, "#compare")).toEqual([]);
    });
  });
}
