import { expect, type Locator, type Page, test } from "@playwright/test";
import { violations } from "./axe-check.ts";
import {
  figure,
  noteComplaints,
  numberField,
  openPage,
  placeOfStop,
  sentence,
  slider,
  textOf,
  typeNumber,
} from "./page-steps.ts";

// 6 sessions a day on 18 days: 108 × $4.323008 (the typical session, see answer.e2e.ts) = 466.884864
const LINK = "#v=1&pd=2026-11-20&day=18&s=6&z=4";
const MONTH = "$466.88";
// The typical month: 45 × $4.323008 = 194.53536
const TYPICAL = "$194.54";
const CANNOT_SAVE = "This browser does not let the page save your inputs";
const CONTINUED = "Your last scenario, as this browser saved it.";
const KEPT = "Your own last scenario is kept";

function tool(page: Page, name: "Undo" | "Redo" | "Saved" | "Share"): Locator {
  return page.getByRole("banner").getByRole("button", { name, exact: true });
}

async function openDialog(page: Page, name: "Saved" | "Share"): Promise<Locator> {
  await tool(page, name).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toBeVisible();
  return dialog;
}

/** Waits until the last scenario is saved: at rest, which is a second. */
async function awaitSaved(page: Page, part: string): Promise<void> {
  await expect.poll(() => page.evaluate(() => localStorage.getItem("claude-code-cost/1/last"))).toContain(part);
}

/** Comes as a person who types the bare address. */
async function comeAgain(page: Page, link = "./"): Promise<void> {
  await page.goto("about:blank");
  await openPage(page, link);
}

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

test("the last scenario comes back without a link and without the default's figures before it; starting afresh can be undone", async ({
  page,
}) => {
  await openPage(page);
  await expect(page.getByText(CONTINUED)).toHaveCount(0);
  await typeNumber(page, "Working days a month", "18");
  await typeNumber(page, "Sessions a working day", "6");
  await awaitSaved(page, "day=18&s=6");
  await page.addInitScript(() => {
    const seen: (string | null)[] = [];
    Object.assign(window, { seen });
    const look = (): void => {
      const month = document.querySelector<HTMLElement>("[data-figure=month] dd");
      if (month && getComputedStyle(month).visibility === "visible") seen.push(month.textContent);
      requestAnimationFrame(look);
    };
    look();
  });
  await comeAgain(page);
  await expect(figure(page, "month")).toHaveText(MONTH);
  const seen = await page.evaluate(() => (window as unknown as { readonly seen: readonly string[] }).seen);
  expect([...new Set(seen)]).toEqual([MONTH]);

  await expect(page.getByText(CONTINUED)).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.getByRole("button", { name: "Start afresh" }).click();
  await expect(figure(page, "month")).toHaveText(TYPICAL);
  await expect(page.getByText(CONTINUED)).toHaveCount(0);
  await tool(page, "Undo").click();
  await expect(figure(page, "month")).toHaveText(MONTH);
});

test("U8: a link beats the saved scenario, and what was saved is kept and offered once the link's is changed", async ({
  page,
}) => {
  await openPage(page);
  await typeNumber(page, "Developers", "25");
  await awaitSaved(page, "dev=25");
  await comeAgain(page, LINK);
  await expect(figure(page, "month")).toHaveText(MONTH);
  await expect(page.getByText(KEPT)).toHaveCount(0);
  // Only looked at: the next visit goes on from the person's own.
  await comeAgain(page);
  await expect(numberField(page, "Developers")).toHaveValue("25");

  await comeAgain(page, LINK);
  await typeNumber(page, "Developers", "2");
  const kept = page.getByRole("status").filter({ hasText: KEPT });
  await expect(kept).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await kept.getByRole("button", { name: "Go back to it" }).click();
  await expect(numberField(page, "Developers")).toHaveValue("25");
  await expect(numberField(page, "Sessions a working day")).toHaveValue("3");
  await tool(page, "Undo").click();
  await expect(numberField(page, "Developers")).toHaveValue("2");
  const dialog = await openDialog(page, "Saved");
  await expect(dialog.getByRole("button", { name: "Open Before the link you opened" })).toBeVisible();
});

test("scenarios are saved under names, renamed, deleted and brought back, opened, and seen by another tab", async ({
  page,
  context,
}) => {
  await openPage(page, LINK);
  const other = await context.newPage();
  await openPage(other);
  const list = await openDialog(other, "Saved");
  await expect(list.getByText("Nothing is saved under a name yet.")).toBeVisible();

  const dialog = await openDialog(page, "Saved");
  await dialog.getByLabel("Save this scenario as").fill("<b>");
  await dialog.getByRole("button", { name: "Save", exact: true }).click();
  await expect(dialog.getByText("A name has 1 to 24 letters")).toBeVisible();
  await dialog.getByLabel("Save this scenario as").fill("Team A");
  await dialog.getByRole("button", { name: "Save", exact: true }).click();
  await expect(list.getByRole("button", { name: "Open Team A" })).toBeVisible();
  await dialog.getByRole("button", { name: "Rename Team A" }).click();
  await expect(dialog.getByLabel("New name of Team A")).toBeFocused();
  await dialog.getByLabel("New name of Team A").fill("Team B");
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press("Enter");
  await dialog.getByRole("button", { name: "Delete Team B" }).click();
  await expect(dialog.getByRole("button", { name: "Open Team B" })).toHaveCount(0);
  await dialog.getByRole("button", { name: "Undo", exact: true }).click();
  await dialog.getByRole("button", { name: "Close" }).click();

  await typeNumber(page, "Developers", "25");
  await openDialog(page, "Saved");
  await dialog.getByRole("button", { name: "Open Team B" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(numberField(page, "Developers")).toHaveValue("1");
  await expect(figure(page, "month")).toHaveText(MONTH);
});

test("A13: a drag is one step; the keys undo and redo, but in a text field they are the field's own; what it comes to is read out", async ({
  page,
  isMobile,
}) => {
  test.skip(isMobile, "a mouse drags here; fingers are tested in touch.e2e.ts");
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

for (const [how, deny] of [
  [
    "forbidden",
    () =>
      Object.defineProperty(window, "localStorage", {
        get: () => {
          throw new DOMException("no", "SecurityError");
        },
      }),
  ],
  [
    "refused at every write",
    () => {
      Storage.prototype.setItem = () => {
        throw new DOMException("no", "InvalidStateError");
      };
    },
  ],
] as const)
  test(`R5: with storage ${how} the page works, and says once that it cannot save`, async ({ page }) => {
    const complaints = noteComplaints(page);
    await page.addInitScript(deny);
    await openPage(page);
    await expect(figure(page, "month")).toHaveText(TYPICAL);
    await typeNumber(page, "Working days a month", "18");
    const told = page.getByRole("status").filter({ hasText: CANNOT_SAVE });
    await expect(told).toBeVisible();
    await told.getByRole("button", { name: "Put away" }).click();
    await typeNumber(page, "Sessions a working day", "6");
    await expect(figure(page, "month")).toHaveText(MONTH);
    await page.waitForTimeout(1_500);
    await expect(page.getByText(CANNOT_SAVE)).toHaveCount(0);
    const dialog = await openDialog(page, "Saved");
    await expect(dialog.getByText(CANNOT_SAVE)).toBeVisible();
    expect(complaints).toEqual([]);
  });

test("R5: what cannot be read is left as it is until a person deletes it", async ({ page }) => {
  await openPage(page);
  await page.evaluate(() => localStorage.setItem("claude-code-cost/1/last", "{"));
  await comeAgain(page);
  await expect(figure(page, "month")).toHaveText(TYPICAL);
  await expect(page.getByRole("status").filter({ hasText: "What was saved in this browser cannot be read." })).toBeVisible();
  await typeNumber(page, "Developers", "25");
  const dialog = await openDialog(page, "Saved");
  expect(await page.evaluate(() => localStorage.getItem("claude-code-cost/1/last"))).toBe("{");
  await dialog.getByRole("button", { name: "Delete what cannot be read" }).click();
  await dialog.getByRole("button", { name: "Close" }).click();
  await typeNumber(page, "Developers", "26");
  await awaitSaved(page, "dev=26");
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
