import { expect, type Page, test } from "@playwright/test";
import { figure, numberField, openPage } from "./page-steps.ts";

const TYPICAL = "$194.54";

/** Holds a chunk back until it is asked for. */
async function holdBack(page: Page, chunk: RegExp): Promise<() => void> {
  let release = (): void => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(chunk, async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

test("what is changed before the code of Undo is there is the first step that is taken back, and is saved", async ({ page }) => {
  const release = await holdBack(page, /\/link-[^/]*\.js$/);
  await page.goto("./");
  const developers = numberField(page, "Developers");
  await expect(async () => {
    await developers.fill("10");
    // 10 × 194.53536 = 1,945.3536
    await expect(figure(page, "month")).toHaveText("$1,945", { timeout: 500 });
  }).toPass();
  await developers.press("Enter");
  release();
  const undo = page.getByRole("button", { name: "Undo", exact: true });
  await expect(undo).toHaveAttribute("aria-disabled", "false");
  await expect.poll(() => page.evaluate(() => localStorage.getItem("claude-code-cost/1/last"))).toContain("dev=10");
  await undo.click();
  await expect(figure(page, "month")).toHaveText(TYPICAL);
  await expect(undo).toHaveAttribute("aria-disabled", "true");
});

test("printed before the code of the sheet is there, it is the answer with its figures, on at most two pages", async ({
  page,
}) => {
  const release = await holdBack(page, /\/print-page-[^/]*\.js$/);
  await openPage(page);
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBeLessThanOrEqual(2);
  await page.emulateMedia({ media: "print" });
  await expect(page.locator("[data-print-sheet]")).toHaveCount(0);
  await expect(page.locator("[data-answer]")).toBeVisible();
  await expect(figure(page, "month")).toBeVisible();
  await expect(page.getByText(/^Prices checked/)).toBeVisible();
  await expect(page.locator("#developers")).toBeHidden();
  await expect(page.locator("[data-chart-slot]").first()).toBeHidden();
  release();
});
