import { expect, type Locator, type Page, test } from "@playwright/test";
import { violations } from "./axe-check.ts";
import { comeAgain, noteComplaints, numberField, openPage, reachTheEnd, textOf, typeNumber } from "./page-steps.ts";

/** Unfolds a question of the last part of the page, which is drawn only near to it. */
async function openQuestion(page: Page, title: string, panel: string): Promise<Locator> {
  await reachTheEnd(page);
  await page.locator("summary").filter({ hasText: title }).click();
  const opened = page.locator(`[${panel}]`);
  await expect(opened).toBeVisible();
  return opened;
}

const openCall = (page: Page): Promise<Locator> => openQuestion(page, "One call", "data-one-call");
const openApp = (page: Page): Promise<Locator> => openQuestion(page, "An app on the API", "data-app-levers");

function row(panel: Locator, name: string): Locator {
  return panel.getByRole("row").filter({ has: panel.page().getByRole("rowheader", { name, exact: true }) });
}

test("a text becomes tokens, a call, a month, and the levers of an app; the link holds all but the text", async ({ page }) => {
  const complaints = noteComplaints(page);
  await openPage(page);
  const call = await openCall(page);

  // 4,000 characters of the earlier tokenizer are 1,000 tokens: × 1.3, from 769 to 1,231 × 1.35.
  await call.getByText("Tokens from a text").click();
  await call.getByLabel("Text to count").fill("mine ".repeat(800));
  await expect(call.getByText("About 1,300 tokens (769–1,660)")).toBeVisible();
  await call.getByRole("button", { name: "Use as the prompt" }).click();
  await expect(numberField(page, "Tokens sent")).toHaveValue("1,300");
  // 1,300 × 2 + 500 × 10 = 7,600 a million on Sonnet 5.5
  await expect(row(call, "Sonnet 5.5")).toContainText("$0.0076");
  await expect(row(call, "Haiku 5.5")).toContainText("cheapest");

  // The same text on the earlier tokenizer, and back to a use that a guide published: 2,000 and 500 tokens × 1.3.
  await page.getByLabel("Model of the call").selectOption({ label: "Sonnet 4.6" });
  await expect(numberField(page, "Tokens sent")).toHaveValue("1,000");
  await page.getByLabel("Start from a use").selectOption({ label: "Chat reply" });
  await expect(numberField(page, "Tokens sent")).toHaveValue("2,600");
  // 2,600 × 0.10 + 650 × 0.50 = 585 a million; 100,000 calls
  await typeNumber(page, "Calls a month", "100k");
  const month = row(call, "Haiku 5.5").getByRole("button", { name: "$58.50 a month" });
  await month.click();
  await expect(page.getByRole("dialog")).toContainText("260,000,000 tokens × $0.10 per MTok");
  await page.keyboard.press("Escape");

  // 5,000 bursts of 20, an hour apart: 1,500 tokens written by 5,000 calls and read by 95,000.
  const app = await openApp(page);
  const words = app.locator("p").filter({ hasText: "month" });
  await expect(words.filter({ hasText: "All levers are off: $58.50 a month." })).toBeVisible();
  await page.getByRole("switch", { name: "A cached prefix" }).check();
  await app.getByText("In bursts", { exact: true }).click();
  // 150M × (0.95 × 0.01 + 0.05 × 0.125 − 0.10) = −$12.64
  await expect(words.filter({ hasText: "From $58.50 to $45.86 a month: cached prefix −$12.64." })).toBeVisible();
  await expect(app.getByText(/^Haiku 5\.5: 5,000 bursts, one every 60 minutes/)).toBeVisible();

  await expect(page).toHaveURL(/&qp=1_1500_5m_burst_20_60&/);
  const address = page.url();
  expect(address).not.toMatch(/mine/);
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toMatch(/mine mine/);
  await comeAgain(page, address);
  const again = await openCall(page);
  await expect(page.getByLabel("Start from a use")).toHaveValue("chat-reply");
  await expect(row(again, "Haiku 5.5").getByRole("button", { name: "$58.50 a month" })).toBeVisible();
  await expect(again.getByLabel("Text to count")).toHaveValue("");
  const opened = await openApp(page);
  expect(await textOf(opened.locator("section").first())).toContain("From $58.50 to $45.86 a month");
  expect(complaints).toEqual([]);

  await page.setViewportSize({ width: 320, height: 700 });
  for (const part of ["[data-one-call]", "[data-app-levers]"]) expect(await violations(page, part)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
});
