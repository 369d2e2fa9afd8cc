import { expect, test } from "@playwright/test";
import { violations } from "./axe-check.ts";
import { LINK, MONTH, openDialog, TYPICAL, tool } from "./header-steps.ts";
import { comeAgain, figure, noteComplaints, openPage, sentence, textOf } from "./page-steps.ts";

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`U11: the share dialog in the ${colorScheme} page`, () => {
    test.use({ colorScheme });

    test("has a link that opens the same figures, Markdown with the number, a QR code of at most 57 modules, and nothing that axe finds", async ({
      page,
      context,
    }) => {
      await openPage(page, LINK);
      const dialog = await openDialog(page, "Share");
      const link = await dialog.getByLabel("Link", { exact: true }).inputValue();
      await expect(dialog.getByLabel("Markdown with the number")).toHaveValue(
        `1 developer, Opus 5.5: ${MONTH} a month (prices 2026-11-20) <${link}>`,
      );
      const code = dialog.getByRole("img", { name: "QR code of the link" });
      const [, , side = 0] = (await code.getAttribute("viewBox"))?.split(" ").map(Number) ?? [];
      // A side is the modules and 4 light ones at either end.
      expect(side - 8).toBeGreaterThanOrEqual(21);
      expect(side - 8).toBeLessThanOrEqual(57);
      await dialog.getByText("Open a file or a link").click();
      expect(await violations(page)).toEqual([]);

      const other = await context.newPage();
      await openPage(other, link);
      await expect(figure(other, "month")).toHaveText(MONTH);
      await expect(sentence(other)).toHaveText(await textOf(sentence(page)));
    });
  });
}

test("U11: a downloaded file opens with the same figures, as a step that can be undone; what is no such file is refused by name", async ({
  page,
}) => {
  const complaints = noteComplaints(page);
  await openPage(page, LINK);
  const dialog = await openDialog(page, "Share");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    dialog.getByRole("button", { name: "Download JSON" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("claude-code-cost.json");
  const file = await download.path();

  await comeAgain(page, "#v=1&pd=2026-11-20&z=2");
  await openDialog(page, "Share");
  await dialog.getByText("Open a file or a link").click();
  const text = dialog.getByLabel("A link, or the text of a file");
  await text.fill('{"__proto__":{"calculator":"claude-code-cost","version":1,"link":"v=1"}}');
  await dialog.getByRole("button", { name: "Open", exact: true }).click();
  await expect(dialog.getByRole("status").filter({ hasText: "not a file of this calculator" })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await expect(figure(page, "month")).toHaveText(TYPICAL);

  await dialog.getByLabel("File to open").setInputFiles(file);
  await expect(dialog).toHaveCount(0);
  await expect(figure(page, "month")).toHaveText(MONTH);
  await tool(page, "Undo").click();
  await expect(figure(page, "month")).toHaveText(TYPICAL);
  expect(complaints).toEqual([]);
});

test("U4: prices of an earlier day stand beside today's, and one click takes these", async ({ page }) => {
  await openPage(page, "#v=1&pd=2026-10-01&of=s5.5&mix=s5.5_100&z=4");
  // 16.6752 × 2.50 + 339.7968 × 0.20 + 2.16 × 10 = 131.24736; a read costs $0.10 since 2026-10-07: 97.26768
  const note = page.getByRole("status").filter({ hasText: "Prices as of 2026-10-01: $131.25 a month." });
  await expect(note).toContainText("With today's prices (2026-11-20) it would be $97.27 (−$33.98, −26%).");
  expect(await violations(page)).toEqual([]);
  await note.getByRole("button", { name: "Use today's prices" }).click();
  await expect(figure(page, "month")).toHaveText("$97.27");
  await expect(note).toHaveCount(0);
  await page.goBack();
  await expect(figure(page, "month")).toHaveText("$131.25");
});

test("U4: a retired model still computes, and the page says so at its top", async ({ page }) => {
  await openPage(page, "#v=1&pd=2026-11-20&of=o4&mix=o4_100&z=4");
  // 16.6752 × 18.75 + 339.7968 × 1.50 + 2.16 × 75 = 984.3552
  await expect(figure(page, "month")).toHaveText("$984.36");
  await expect(page.getByRole("banner").getByText("Opus 4: no longer served, so it is priced at the last rates.")).toBeVisible();
});

test("A1: axe finds nothing in the dialog of saved scenarios", async ({ page }) => {
  await openPage(page, LINK);
  await openDialog(page, "Saved");
  expect(await violations(page)).toEqual([]);
});

test("A4: on a phone the header's tools stand in one row, each at least 44 px", async ({ page, isMobile }) => {
  test.skip(!isMobile, "a mouse needs 24 px");
  await openPage(page);
  for (const width of [375, 320]) {
    await page.setViewportSize({ width, height: 700 });
    const boxes = await Promise.all((await page.getByRole("banner").getByRole("button").all()).map((it) => it.boundingBox()));
    expect(boxes).toHaveLength(5);
    expect(new Set(boxes.map((box) => box?.y)).size).toBe(1);
    for (const box of boxes) {
      expect(box?.width).toBeGreaterThanOrEqual(44);
      expect(box?.height).toBeGreaterThanOrEqual(44);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
});
