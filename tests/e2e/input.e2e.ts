import { expect, test } from "@playwright/test";
import {
  copyLink,
  describeByTotals,
  figure,
  numberField,
  openPage,
  sentence,
  slider,
  textOf,
  typeNumber,
  unfoldAll,
} from "./page-steps.ts";
import { tabThrough } from "./tab-walk.ts";

const STALE = "Not updated: an input cannot be used. These are the last valid figures.";
const DAYS = "Working days a month";

test("A6: 1.5k, 1,500 and 1 500 are the same number, 2M is two million, and 25M past the slider's end stays exact", async ({
  page,
}) => {
  await openPage(page);
  await describeByTotals(page, { Input: "0" });
  for (const [text, shown, session] of [
    // Of Opus 5.5's input, $4 a million tokens: 2 × $4
    ["2M", "2,000,000", "$8.00"],
    // 0.0015 × $4
    ["1.5k", "1,500", "$0.006"],
    // 25 × $4; the slider ends at 10 million
    ["25M", "25,000,000", "$100.00"],
    ["1,500", "1,500", "$0.006"],
    ["0", "0", "$0"],
    ["1 500", "1,500", "$0.006"],
  ] as const) {
    await typeNumber(page, "Input", text);
    await numberField(page, "Input").blur();
    await expect(numberField(page, "Input")).toHaveValue(shown);
    await expect(figure(page, "session")).toHaveText(session);
  }
});

test("A6: text that is no number, or none, stays, says what is accepted, and the last valid figures say so", async ({ page }) => {
  await openPage(page);
  const field = numberField(page, DAYS);
  for (const [text, message] of [
    ["abc", /Not a number we can read\. Write a number from 1 to 31\./],
    ["", /Nothing is entered\. Write a number from 1 to 31\./],
    ["-5", /Not a number we can read\. Write a number from 1 to 31\./],
  ] as const) {
    await typeNumber(page, DAYS, "20");
    // 20 × $12.969024, the typical day
    await expect(figure(page, "month")).toHaveText("$259.38");
    await expect(page.getByText(STALE)).toHaveCount(0);
    await expect(field).not.toHaveAttribute("aria-invalid");

    await typeNumber(page, DAYS, text);
    await field.blur();
    await expect(field).toHaveValue(text);
    await expect(field).toHaveAttribute("aria-invalid", "true");
    await expect(field).toHaveAccessibleDescription(message);
    await expect(page.getByRole("main").getByText(STALE)).toBeVisible();
    await expect(figure(page, "month")).toHaveText("$259.38");
  }
});

test("A6: 32 working days become 31 and half a day becomes 1, and the page says so", async ({ page }) => {
  await openPage(page);
  for (const [text, set, message] of [
    ["32", "31", "Highest possible is 31: set to that."],
    ["0.5", "1", "Lowest possible is 1: set to that."],
  ] as const) {
    await typeNumber(page, DAYS, text);
    await expect(numberField(page, DAYS)).toHaveValue(set);
    await expect(page.getByText(message)).toBeVisible();
    await expect(page.getByText(STALE)).toHaveCount(0);
  }
});

test("A3: values between and beyond a slider's stops are still exact after a walk through everything by Tab", async ({
  page,
  isMobile,
}) => {
  test.skip(isMobile, "the walk changes no input whatever the layout; access.e2e.ts walks on a phone too");
  test.slow();
  await openPage(page);
  await unfoldAll(page);
  await typeNumber(page, "Context growth a request", "1,234");
  await typeNumber(page, "Base prompt", "123,456");
  await typeNumber(page, "Sessions a working day", "612.5");
  const [said, link] = [await textOf(sentence(page)), await copyLink(page)];
  expect(link).toContain("&s=612.5&b=123456&g=1234&");

  expect((await tabThrough(page)).length).toBeGreaterThan(40);
  expect(await copyLink(page)).toBe(link);
  await expect(numberField(page, "Context growth a request")).toHaveValue("1,234");
  await expect(sentence(page)).toHaveText(said);
});

test("A5: the mouse wheel over a focused field or slider scrolls the page and changes nothing", async ({ page, isMobile }) => {
  test.skip(isMobile, "a phone has no mouse wheel");
  await openPage(page);
  const said = await textOf(sentence(page));
  for (const control of [numberField(page, DAYS), slider(page, DAYS)]) {
    const value = await control.inputValue();
    await page.evaluate(() => scrollTo(0, 0));
    await control.focus();
    await control.hover();
    await page.mouse.wheel(0, 120);
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(0);
    await expect(control).toHaveValue(value.replace(",", ""));
  }
  await expect(sentence(page)).toHaveText(said);
});
