import { expect, type Locator, type Page, test } from "@playwright/test";
import { numberField, openPage, reachTheEnd, sentence, textOf, typeNumber } from "./page-steps.ts";

// The typical developer's month: 45 sessions of $4.323008 on the API = $194.53536. With the 1-hour cache of a subscription a session is
//   written 176,440 × $8 = $1.411520, read 7,745,160 × $0.20 = $1.549032, output 48,000 × $20 = $0.960000: together $3.920552
// so the month is worth $176.42484 there, and limits scale by 194.53536 / 176.42484 = 1.102653.

function panel(page: Page, title: string): Locator {
  return page.locator("section").filter({ has: page.getByRole("heading", { level: 2, name: title, exact: true }) });
}

async function unfold(page: Page, title: string): Promise<void> {
  await page.locator("summary").filter({ hasText: title }).click();
}

async function openCalibration(page: Page): Promise<void> {
  await openPage(page);
  await unfold(page, "Plans and limits");
  await unfold(page, "Find your own limit");
}

/** The outline of Pro's band in the chart of API against plans. */
async function bandOfPro(page: Page): Promise<string> {
  // Drawn when it is near, and out of sight once the input rests.
  await page.getByRole("heading", { name: "API against plans" }).scrollIntoViewIfNeeded();
  const band = page.locator('[data-band="Pro"]');
  await expect(band).toBeAttached();
  return (await band.getAttribute("d")) ?? "";
}

test("a limit from one's own meter changes the answer and the band of the chart", async ({ page }) => {
  await openCalibration(page);
  await expect(sentence(page)).toContainText("Pro is cheaper: $20–$35 a month");
  const measured = await bandOfPro(page);
  await page.getByRole("switch", { name: "The week had just begun" }).check();
  await typeNumber(page, "Meter after", "45");
  await typeNumber(page, "The work in between cost", "12");
  // 12 / 0.455 and 12 / 0.445 a week, × 52/12 a month
  const table = page.getByRole("table", { name: /band that the meter's rounding leaves/ });
  await expect(table.getByRole("row", { name: /^A week/ })).toHaveText(/\$26\.37\s*\$26\.67\s*\$26\.97/);
  await expect(table.getByRole("row", { name: /^A month/ })).toHaveText(/\$114\.29\s*\$115\.56\s*\$116\.85/);
  await page.getByRole("button", { name: "Use as my limit of Pro" }).click();
  await expect(page.getByText("Pro now covers $114.29 to $116.85 a month here.")).toBeVisible();
  // 114.29 × 1.102653 = 126.02 is covered, 20 + 194.54 − 126.02 = 88.52; 116.85 × 1.102653 = 128.85, so 85.69
  await expect(sentence(page)).toContainText("Pro is cheaper: $86–$89 a month");
  await expect.poll(() => bandOfPro(page)).not.toBe(measured);
  await expect(numberField(page, "Pro, at least")).toHaveValue("114.29");
});

test("a meter that may not have moved gives its low end alone, and says so", async ({ page }) => {
  await openCalibration(page);
  await typeNumber(page, "Meter before", "44");
  await typeNumber(page, "The work in between cost", "2");
  await expect(page.getByText("may not have moved at all here")).toBeVisible();
  await page.getByLabel("The meter is that of").selectOption("Max");
  await page.getByRole("button", { name: "Use as my limit of Max" }).click();
  // 2 / 0.02 = 100 a week
  await expect(page.getByText("Max now covers $433.33 a month here.")).toBeVisible();
});

test("what imported usage cost goes into the reading of the meter", async ({ page }) => {
  await openCalibration(page);
  await expect(page.getByRole("button", { name: "Take its cost" })).toHaveCount(0);
  await reachTheEnd(page);
  // 1,000,000 output tokens at $15 per MTok = $15
  const usage = { input_tokens: 0, cache_creation_input_tokens: 0, cache_read_input_tokens: 0, output_tokens: 1_000_000 };
  await page.getByLabel("Paste", { exact: true }).fill(JSON.stringify({ model: "claude-sonnet-4-6", usage }));
  await page.getByRole("button", { name: "Read", exact: true }).click();
  // What reads the imported usage is fetched when the fields are in sight.
  await numberField(page, "The work in between cost").scrollIntoViewIfNeeded();
  await page.getByRole("button", { name: "Take its cost" }).click();
  await expect(numberField(page, "The work in between cost")).toHaveValue("15");
});

test("a meter that did not rise gives nothing to take over", async ({ page }) => {
  await openCalibration(page);
  await typeNumber(page, "The work in between cost", "12");
  await expect(page.getByRole("button", { name: /^Use as my limit/ })).toBeVisible();
  await typeNumber(page, "Meter before", "45");
  await expect(page.getByText("The meter has to stand higher after the work than before it.")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Use as my limit/ })).toHaveCount(0);
});

test("each kind of work has its verdict", async ({ page }) => {
  await openPage(page);
  const plans = panel(page, "Which plan fits");
  await plans.scrollIntoViewIfNeeded();
  const verdict = plans.locator("[data-verdict]");
  const choose = async (name: string): Promise<void> => plans.getByRole("radio", { name, exact: true }).check();
  await expect(verdict).toContainText("Where the rest is bought at API rates, Pro is cheapest: $20.00 to $34.80 a month.");
  for (const name of ["An app that calls Claude", "Batch items", "A chatbot for customers"]) {
    await choose(name);
    await expect(verdict).toContainText(`${name}: the API is what serves it, at $194.54 a month`);
    await expect(verdict).toContainText("Max's takes $100.00 off and leaves $94.54");
    await expect(sentence(page)).toContainText("Plans do not cover programs");
  }
  await expect(plans).toContainText("Access: A plan is for the person who holds it.");
  await choose("Headless and CI");
  await expect(plans).toContainText("Unresolved: claude -p");
  await choose("Now and then");
  await expect(verdict).toContainText("Pro is cheapest");
  await expect(sentence(page)).toContainText("Pro is cheaper");
});

test("an amount of the verdict opens to its lines: fee and what is past the limit", async ({ page }) => {
  await openPage(page);
  const plans = panel(page, "Which plan fits");
  await plans.getByRole("button", { name: "$34.80 a month: open Pro, one month" }).click();
  const lines = page.getByRole("dialog", { name: "Pro, one month" });
  await expect(lines).toContainText("Pro, paid by the month");
  await expect(lines).toContainText("1 seat × $20 per seat and month");
  await expect(lines.getByRole("row", { name: /^Total/ })).toContainText("$34.80");
});

test("the alerts of a budget move with its cap", async ({ page }) => {
  await openPage(page);
  await reachTheEnd(page);
  const budget = panel(page, "A budget for the API");
  await budget.getByRole("switch", { name: "A cap on the month" }).check();
  const alerts = budget.getByRole("table", { name: "When each alert is reached, all developers" });
  const days = async (name: RegExp): Promise<readonly string[]> =>
    (await alerts.getByRole("row", { name }).getByRole("cell").allTextContents()).slice(-2);
  await expect(alerts.getByRole("columnheader", { name: "p90 month" })).toBeVisible();
  const words = await textOf(budget.locator("[data-budget]"));
  // By the sentence's own amounts, on each of 15 days: a month of $190 is $12.67 a day and reaches $50 on the fourth.
  const dollars = ["p50", "p90"].map((month) => Number(new RegExp(`the ${month} month \\(\\$([\\d.]+)\\)`).exec(words)?.[1]));
  const expected = (alert: number): readonly string[] =>
    dollars.map((usd) => (usd < alert ? "not reached" : `day ${Math.ceil((alert / usd) * 15)} of 15`));
  expect(dollars[0]).toBeLessThan(dollars[1] ?? 0);
  await typeNumber(page, "Monthly cap, before tax", "100");
  await expect.poll(() => days(/^50 %/)).toEqual(expected(50));
  expect(await days(/^75 %/)).toEqual(expected(75));
  expect(await days(/^90 %/)).toEqual(expected(90));
  expect(await days(/^The cap/)).toEqual(expected(100));
  await typeNumber(page, "Monthly cap, before tax", "300");
  await expect.poll(() => days(/^50 %/)).toEqual(expected(150));
  expect(await days(/^75 %/)).toEqual(expected(225));
  // Tax is a line of its own, and the answer stays as it was.
  await typeNumber(page, "Tax on the bill", "19");
  await expect(budget.getByRole("row", { name: /^Tax of 19 %/ })).toContainText(`$${((dollars[0] ?? 0) * 0.19).toFixed(2)}`);
  await expect(sentence(page)).toContainText("About $195 a month on the API.");
});

/** Runs in the page: notes when the whisker that stands there now is taken away. */
function noteRemovals(): void {
  const whisker = document.querySelector("[data-own-range]");
  new MutationObserver(() => {
    if (!whisker?.isConnected) document.documentElement.dataset.removed = "yes";
  }).observe(document.body, { childList: true, subtree: true });
}

test("the range of one's own month stands in the chart while the input rests", async ({ page }) => {
  await openPage(page);
  await page.getByRole("heading", { name: "API against plans" }).scrollIntoViewIfNeeded();
  const whisker = page.locator("[data-own-range]");
  await expect(whisker).toBeAttached();
  const table = page.getByRole("table", { name: /^API against plans/, includeHidden: true });
  await expect(table.locator("caption")).toHaveText(/; you: \$195, p10–p90 \$1\d\d–\$2\d\d$/);
  const heightOf = (): Promise<number> => page.evaluate(() => document.documentElement.scrollHeight);
  const height = await heightOf();
  await page.evaluate(noteRemovals);
  await typeNumber(page, "Sessions a working day", "4");
  // 4/3 of 194.54 = 259.38
  await expect(table.locator("caption")).toContainText("you: $259");
  await expect(whisker).toBeAttached();
  expect(await page.evaluate(() => document.documentElement.dataset.removed)).toBe("yes");
  await typeNumber(page, "Sessions a working day", "3");
  await expect(table.locator("caption")).toContainText("you: $195");
  expect(await heightOf()).toBe(height);
});

test("the arrow of a part inside another turns with its own part only", async ({ page }) => {
  await openPage(page);
  await unfold(page, "Plans and limits");
  const turnOf = (title: string): Promise<string> =>
    page
      .locator("summary")
      .filter({ hasText: title })
      .locator("svg")
      .evaluate((arrow) => getComputedStyle(arrow).rotate);
  await expect.poll(() => turnOf("Plans and limits")).toBe("90deg");
  expect(await turnOf("Find your own limit")).toBe("none");
  await unfold(page, "Find your own limit");
  await expect.poll(() => turnOf("Find your own limit")).toBe("90deg");
});

test("the panels stay within a window of 320 pixels", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await openCalibration(page);
  await typeNumber(page, "The work in between cost", "12");
  await reachTheEnd(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
});
