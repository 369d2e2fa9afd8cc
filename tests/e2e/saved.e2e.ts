import { expect, type Page, test } from "@playwright/test";
import { violations } from "./axe-check.ts";
import { LINK, MONTH, openDialog, TYPICAL, tool } from "./header-steps.ts";
import { comeAgain, figure, noteComplaints, numberField, openPage, typeNumber } from "./page-steps.ts";

const CANNOT_SAVE = "This browser does not let the page save your inputs";
const CONTINUED = "Your last scenario, as this browser saved it.";
const KEPT = "Your own last scenario is kept";

/** Waits until the last scenario is saved: at rest, which is a second. */
async function awaitSaved(page: Page, part: string): Promise<void> {
  await expect.poll(() => page.evaluate(() => localStorage.getItem("claude-code-cost/1/last"))).toContain(part);
}

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
