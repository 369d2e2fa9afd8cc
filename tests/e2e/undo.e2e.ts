import { expect, test } from "@playwright/test";
import { MONTH, TYPICAL, tool } from "./header-steps.ts";
import { figure, numberField, openPage, placeOfStop, slider, textOf, typeNumber } from "./page-steps.ts";

test("A13: a drag is one step; the keys undo and redo, but in a text field they are the field's own; what it comes to is read out", async ({
  page,
}) => {
  await openPage(page);
  await expect(tool(page, "Undo")).toHaveAttribute("aria-disabled", "true");
  const range = slider(page, "Sessions a working day");
  await range.scrollIntoViewIfNeeded();
  const from = await placeOfStop(range, Number(await range.inputValue()));
  const to = await placeOfStop(range, Number(await range.getAttribute("max")));
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  for (let part = 1; part <= 20; part++) await page.mouse.move(from.x + ((to.x - from.x) * part) / 20, from.y);
  await page.waitForTimeout(600);
  await page.mouse.move(to.x - 30, to.y);
  await page.mouse.up();
  await expect(figure(page, "month")).not.toHaveText(TYPICAL);
  const dragged = await textOf(figure(page, "month"));

  await page.keyboard.press("Control+z");
  await expect(figure(page, "month")).toHaveText(TYPICAL);
  await expect(tool(page, "Undo")).toHaveAttribute("aria-disabled", "true");
  await expect(page.getByRole("status").filter({ hasText: "Undone: about $195 a month on the API, " })).toBeAttached();
  await page.keyboard.press("Control+Shift+z");
  await expect(figure(page, "month")).toHaveText(dragged);
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+y");
  await expect(figure(page, "month")).toHaveText(dragged);

  await numberField(page, "Developers").focus();
  await page.keyboard.press("Control+z");
  await expect(figure(page, "month")).toHaveText(dragged);
});

test("A13: a preset and a reset are taken back, and Back still works beside undo", async ({ page }) => {
  await openPage(page);
  await typeNumber(page, "Working days a month", "18");
  await typeNumber(page, "Sessions a working day", "6");
  await expect(figure(page, "month")).toHaveText(MONTH);
  await page.getByLabel("Start from").selectOption({ label: "Team of 20" });
  // 20 developers × $194.53536 = 3,890.7072
  await expect(figure(page, "month")).toHaveText("$3,891");
  await tool(page, "Undo").click();
  await expect(figure(page, "month")).toHaveText(MONTH);
  await tool(page, "Redo").click();
  await expect(figure(page, "month")).toHaveText("$3,891");
  await expect.poll(() => page.evaluate(() => location.hash)).toContain("p=team");
  await page.goBack();
  await expect(figure(page, "month")).toHaveText(MONTH);
  await tool(page, "Undo").click();
  await expect(figure(page, "month")).toHaveText("$3,891");
});
