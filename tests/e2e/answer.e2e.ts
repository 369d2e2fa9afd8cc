import { expect, type Page, test } from "@playwright/test";
import {
  describeByTotals,
  drawCharts,
  figure,
  openPage,
  placeOfStop,
  sentence,
  slider,
  textOf,
  typeNumber,
} from "./page-steps.ts";

// The typical developer's session on Opus 5.5 (input $4, 5-minute write $5, read $0.20, output $20 a million), by hand:
//   prompts   request k sends 20,000 + 1,600 k + 0.6 × 600 (k − 1) = 19,640 + 1,960 k tokens; of 80 the last 176,440
//   breaks    two, before requests 27 and 54: prompts 26 and 53 are written again, 2 × 19,640 + 1,960 × 79 = 194,120
//   written   176,440 + 194,120 = 370,560 × $5    = $1.852800
//   read      prompts 1–79, 79 × 19,640 + 1,960 × 3,160 = 7,745,160, less 194,120 = 7,551,040 × $0.20 = $1.510208
//   output    80 × 600 = 48,000 × $20             = $0.960000
const SESSION = 4.323008;

async function expectTypical(page: Page): Promise<void> {
  await expect(sentence(page)).toContainText("About $195 a month on the API.");
  await expect(figure(page, "session")).toHaveText("$4.32");
  // 3 × 4.323008 = 12.969024
  await expect(figure(page, "day")).toHaveText("$12.97");
  // 15 × 12.969024 = 194.53536, for one developer
  await expect(figure(page, "developer")).toHaveText("$194.54");
  await expect(figure(page, "month")).toHaveText("$194.54");
  // 12 × 194.53536 = 2,334.42432; whole dollars from $1,000 up
  await expect(figure(page, "year")).toHaveText("$2,334");
}

test("the page opens on the typical developer, unedited, with a month of about $195 and where that comes from", async ({
  page,
}) => {
  await openPage(page);
  await expect(page.getByLabel("Start from").locator("option:checked")).toHaveText("Typical developer");
  await expect(page.getByText("Anthropic's published average: about $13 a developer and active day")).toBeVisible();
  await expect(page.getByRole("button", { name: "Reset" })).toBeDisabled();
  await expectTypical(page);
});

test("the plan that the answer names costs in the table of plans what the answer says", async ({ page }) => {
  await openPage(page);
  const [, plan = "", least, most] = /\. (\w+) is cheaper: \$(\d+)–\$(\d+) a month/.exec(await textOf(sentence(page))) ?? [];
  const table = page.getByRole("table", { name: "US$ a month for one developer", exact: true });
  const column = (await table.getByRole("columnheader").allInnerTexts()).indexOf("Costs you a month");
  const row = table.getByRole("row").filter({ has: page.getByRole("rowheader", { name: new RegExp(`^${plan}`) }) });
  const costs = await textOf(row.locator("th, td").nth(column));
  const [low = 0, high = 0] = costs.split(" to ").map((text) => Number(text.replace("$", "")));
  // The sentence says "about": whole dollars.
  expect([Math.round(low), Math.round(high)]).toEqual([Number(least), Number(most)]);
});

test("every chart is drawn once a person has scrolled to it", async ({ page }) => {
  await openPage(page);
  await drawCharts(page);
});

test.describe("with scripts switched off", () => {
  test.use({ javaScriptEnabled: false });

  test("the same sentence and figures stand in the page", async ({ page }) => {
    await page.goto("./");
    await expectTypical(page);
  });
});

// The cost is linear in sessions: 6 a day are twice 3.
async function expectTwiceTypical(page: Page): Promise<void> {
  // 90 × 4.323008 = 389.07072
  expect(90 * SESSION).toBeCloseTo(389.07072, 10);
  await expect(sentence(page)).toContainText("About $389 a month on the API.");
  await expect(figure(page, "session")).toHaveText("$4.32");
  await expect(figure(page, "month")).toHaveText("$389.07");
  await page.getByText("Every line", { exact: true }).click();
  await expect(page.getByRole("row", { name: "Total a month" })).toContainText("$389.07");
  await expect(page.getByLabel("Start from").locator("option:checked")).toHaveText("Typical developer (edited)");
}

test("dragging the sessions from 3 to 6 a day by mouse doubles the month, in sentence, figure and bill", async ({
  page,
  isMobile,
}) => {
  test.skip(isMobile, "a phone has no mouse; its finger is in touch.e2e.ts");
  await openPage(page);
  const range = slider(page, "Sessions a working day");
  // Stops: 0, 0.5, 1, 2, 3, 4, 5, 6 …
  const [from, to] = [await placeOfStop(range, 4), await placeOfStop(range, 7)];
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 10 });
  await page.mouse.up();
  await expect(range).toHaveAttribute("aria-valuetext", "6 sessions a day");
  await expectTwiceTypical(page);
});

test("three presses of the right arrow take the sessions from 3 to 6 a day and double the month", async ({ page }) => {
  await openPage(page);
  const range = slider(page, "Sessions a working day");
  await range.focus();
  for (const sessions of [4, 5, 6]) {
    await range.press("ArrowRight");
    await expect(range).toHaveAttribute("aria-valuetext", `${sessions} sessions a day`);
  }
  await expectTwiceTypical(page);
});

test("the published session, typed by hand, costs what was published on Sonnet 4.6, Opus 4.6 and Haiku 4.5", async ({ page }) => {
  await openPage(page);
  await describeByTotals(page, { Input: "45,000", Output: "13,000", "Cache read": "38,000" });
  await typeNumber(page, "Working days a month", "18");
  await typeNumber(page, "Sessions a working day", "6");
  await page.getByText("Rates and terms", { exact: true }).click();
  await page.getByLabel("The token counts are those of").selectOption({ label: "Claude Sonnet 4.6 (older tokens)" });

  const model = page.getByLabel("Model", { exact: true });
  await expect(model.locator("optgroup[label=Retired] option")).not.toHaveCount(0);
  await expect(model.locator("optgroup[label='Legacy: Sonnet'] option").filter({ hasText: "Sonnet 4.6" })).toHaveCount(1);
  const onModel = async (name: string, session: string): Promise<void> => {
    await model.selectOption({ label: name });
    await expect(figure(page, "session")).toHaveText(session);
  };
  // 0.045 × $5 + 0.013 × $25 + 0.038 × $0.50 = 0.225 + 0.325 + 0.019
  await onModel("Opus 4.6", "$0.569");
  // 0.045 × $1 + 0.013 × $5 + 0.038 × $0.10 = 0.045 + 0.065 + 0.0038 = 0.1138
  await onModel("Haiku 4.5", "$0.114");
  // 0.045 × $3 + 0.013 × $15 + 0.038 × $0.30 = 0.135 + 0.195 + 0.0114 = 0.3414
  await onModel("Sonnet 4.6", "$0.341");
  // 0.3414 × 6 × 18 = 36.8712
  await expect(figure(page, "month")).toHaveText("$36.87");
  await expect(sentence(page)).toContainText("About $37 a month on the API.");
});
