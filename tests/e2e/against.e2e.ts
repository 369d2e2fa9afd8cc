import { expect, type Locator, type Page, test } from "@playwright/test";
import { violations } from "./axe-check.ts";
import { noteComplaints, openPage, reachTheEnd, textOf, typeNumber } from "./page-steps.ts";

/** Comes near to the part of the page, and opens one of its panels. */
async function openPanel(page: Page, title: string, mark: string): Promise<Locator> {
  await reachTheEnd(page);
  const part = page.getByRole("region", { name: "Against what else", exact: true });
  const panel = part.locator(mark);
  await expect(panel).toHaveCount(0);
  await part.getByText(title, { exact: true }).click();
  await expect(panel).toBeVisible();
  return panel;
}

/** At 320 px nothing sticks out, and axe finds nothing. */
async function fitsNarrow(page: Page, part: string): Promise<void> {
  await page.setViewportSize({ width: 320, height: 800 });
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  expect(await violations(page, part)).toEqual([]);
}

function row(panel: Locator, name: string): Locator {
  return panel.getByRole("row").filter({ has: panel.page().getByRole("rowheader", { name, exact: false }) });
}

test("other vendors' models stand beside the month, for as many tokens as the link says, at 320 px too", async ({ page }) => {
  const complaints = noteComplaints(page);
  await openPage(page);
  const vendors = await openPanel(page, "Other vendors", "[data-vendors]");
  await expect(vendors).toContainText(
    /Your month's tokens cost \$194\.54 on Claude\. For as many tokens, \d+ of \d+ other models/,
  );
  const month = row(vendors, "GPT-6.1 Terra").getByRole("cell").first();
  const asMany = Number((await textOf(month)).replace("$", ""));
  await typeNumber(page, "Tokens for the same task", "200");
  // Twice the tokens are twice the dollars, to the cent that is shown.
  await expect.poll(async () => Math.abs(Number((await textOf(month)).replace("$", "")) - 2 * asMany)).toBeLessThan(0.011);
  await expect(page).toHaveURL(/&qv=200&/);
  await month.getByRole("button").click();
  await expect(page.getByRole("dialog")).toContainText("$0.05 per MTok");
  await page.keyboard.press("Escape");
  await page.reload();
  const again = await openPanel(page, "Other vendors", "[data-vendors]");
  await expect(again).toContainText("For 200% of the tokens");
  await fitsNarrow(page, "[data-vendors]");
  expect(complaints).toEqual([]);
});

test("own hardware meets the API where the sentence says, and moves with what is assumed of it, at 320 px too", async ({
  page,
}) => {
  const complaints = noteComplaints(page);
  await openPage(page, "#v=1&pd=2026-11-20&qc=5000_2000_0_0_0_10000_s4.6&qh=1_720_5000_500_50_3_60&z=4");
  const hardware = await openPanel(page, "Own hardware", "[data-own-hardware]");
  // $720 + $180 of people ÷ $0.045 a call
  await expect(hardware).toContainText(
    "Own hardware meets Sonnet 4.6 at 20,000 calls a month, within the 259,200 of one machine",
  );
  const slot = hardware.locator("[data-chart-slot]");
  await slot.scrollIntoViewIfNeeded();
  await expect(slot.locator("svg").first()).toBeVisible();
  await typeNumber(page, "People's hours a month", "6");
  // (720 + 360) ÷ 0.045
  await expect(hardware).toContainText("meets Sonnet 4.6 at 24,000 calls a month");
  await expect(page).toHaveURL(/&qh=1_720_5000_500_50_6_60&/);
  // A machine that is hardly at work: 259,200 ÷ 50 = 5,184 calls, worth $233.28
  await typeNumber(page, "Of its hours at work", "1");
  await expect(hardware).toContainText("The API is always cheaper: a machine at full work, 5,184 calls a month, costs $720.00");
  await hardware.getByRole("button", { name: "Table" }).click();
  await expect(row(hardware, "5,185").getByRole("cell")).toHaveText(["$233.33", "$1,800", "2", "$6.43", "$49.59"]);
  await fitsNarrow(page, "[data-own-hardware]");
  expect(complaints).toEqual([]);
});
