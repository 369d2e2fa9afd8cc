import { expect, type FrameLocator, type Locator, type Page, test } from "@playwright/test";
import { violations } from "./axe-check.ts";
import { noteComplaints, openPage, typeNumber } from "./page-steps.ts";

// 6 sessions a day on 18 days: 108 × $4.323008 (the typical session, see answer.e2e.ts) = 466.884864
const LINK = "#v=1&pd=2026-11-20&day=18&s=6&z=4";
const MONTH = "$466.88";
const NOT_LOADED = "The preview did not load.";

async function openEmbedDialog(page: Page): Promise<Locator> {
  await page.getByRole("banner").getByRole("button", { name: "Share", exact: true }).click();
  await page.getByRole("button", { name: "Embed in a page" }).click();
  const dialog = page.getByRole("dialog", { name: "Embed in a page" });
  await expect(dialog).toBeVisible();
  return dialog;
}

const previewOf = (dialog: Locator): FrameLocator => dialog.frameLocator("iframe");
const snippetOf = (dialog: Locator): Locator => dialog.getByLabel("Snippet");

test("the embed dialog asks for the embed's own files alone, and only when it is opened; its preview is the scenario", async ({
  page,
  baseURL,
}) => {
  const complaints = noteComplaints(page);
  await openPage(page, LINK);
  await page.waitForLoadState("networkidle");
  const asked: string[] = [];
  // A worker's blob is asked of nobody.
  page.on("request", (request) => request.url().startsWith("blob:") || asked.push(request.url()));
  await page.getByRole("banner").getByRole("button", { name: "Share", exact: true }).click();
  await expect(page.getByRole("dialog", { name: "Share" })).toBeVisible();
  await page.waitForTimeout(500);
  const later = new Set(await page.evaluate(() => [...document.querySelectorAll("link")].map(({ href }) => href)));
  expect(asked.filter((address) => !later.has(address))).toEqual([]);

  const opener = page.getByRole("button", { name: "Embed in a page" });
  await opener.click();
  const dialog = page.getByRole("dialog", { name: "Embed in a page" });
  const preview = previewOf(dialog);
  await expect(preview.locator("[data-figure=month] dd").first()).toHaveText(MONTH);
  await expect(dialog.locator("iframe")).toBeVisible();
  // Longer than the five seconds after which a frame that says nothing is given up.
  await page.waitForTimeout(6_000);
  await expect(dialog.getByText(NOT_LOADED)).toHaveCount(0);
  expect(asked.some((address) => address.startsWith(`${baseURL}embed/v1/`))).toBe(true);
  expect(asked.filter((address) => !later.has(address) && !/^(data:|.*\/embed\/v1\/)/.test(address))).toEqual([]);
  expect(asked.filter((address) => !address.startsWith("data:") && !address.startsWith(String(baseURL)))).toEqual([]);

  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await expect(opener).toBeFocused();
  expect(complaints).toEqual([]);
});

test("options change the snippet, its height and the preview; what is copied is the snippet", async ({ page, context }) => {
  const complaints = noteComplaints(page);
  await openPage(page, LINK);
  const steps = await page.evaluate(() => history.length);
  const dialog = await openEmbedDialog(page);
  const preview = previewOf(dialog);
  await expect(snippetOf(dialog)).toHaveValue(
    /<iframe src="http:\/\/127\.0\.0\.1:\d+\/embed\/v1\/#v=1&amp;pd=2026-11-20&amp;day=18/,
  );
  // docs/embed.md: 2,185 at 480 pixels, 470 more for the plans' chart, and 1,358 + 458 at 768
  await expect(snippetOf(dialog)).toHaveValue(/height="2185"/);
  await dialog.getByRole("checkbox", { name: "API against plans" }).check();
  await expect(snippetOf(dialog)).toHaveValue(/\?show=verdict,break-even#.*height="2655"/);
  await expect(preview.locator("[data-chart-slot]")).toBeAttached();
  await dialog.getByRole("radio", { name: "768" }).check();
  await expect(snippetOf(dialog)).toHaveValue(/height="1816"/);
  await expect(preview.locator("html")).toHaveJSProperty("clientWidth", 768);

  await dialog.getByRole("checkbox", { name: "Working days, developers" }).check();
  await expect(dialog.getByRole("checkbox", { name: "The preset it starts from" })).toBeChecked();
  await expect(preview.locator("[data-locked=work]")).toBeVisible();
  await expect(preview.locator("#days")).toHaveCount(0);
  await dialog.getByRole("radio", { name: "Dark" }).check();
  await expect(preview.locator("html[data-theme=dark]")).toBeAttached();
  await expect(preview.locator("body")).toHaveCSS("background-color", "rgb(20, 22, 26)");

  await dialog.getByRole("button", { name: /^Use [\d,]+ px$/ }).click();
  await expect(dialog.getByText(", as the preview needed it.")).toBeVisible();
  const [, height] = /height="(\d+)"/.exec(await snippetOf(dialog).inputValue()) ?? [];
  await expect(dialog.locator("iframe")).toHaveJSProperty("clientHeight", Number(height));
  expect(
    await preview.locator("html").evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight),
  ).toBeLessThanOrEqual(4);

  await dialog.getByRole("radio", { name: "MDX (JSX)" }).check();
  await expect(snippetOf(dialog)).toHaveValue(/referrerPolicy="no-referrer" style=\{\{ border: 0, colorScheme: "inherit" \}\}/);
  await dialog.getByRole("radio", { name: "With a script" }).check();
  await expect(snippetOf(dialog)).toHaveValue(/<claude-code-cost .*theme="dark" show="verdict,break-even" lock="work">/);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await dialog.getByRole("button", { name: "Copy snippet" }).click();
  await expect(dialog.getByText("Copied", { exact: true })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await snippetOf(dialog).inputValue());
  expect(await page.evaluate(() => history.length)).toBe(steps);
  expect(complaints).toEqual([]);
});

test("without the network the dialog says that the preview did not load, keeps the snippet, and tries again when asked", async ({
  page,
  context,
}) => {
  await openPage(page, LINK);
  await page.waitForLoadState("networkidle");
  await context.setOffline(true);
  const dialog = await openEmbedDialog(page);
  await expect(dialog.locator("iframe")).toBeHidden();
  await expect(dialog.getByText(NOT_LOADED)).toBeVisible({ timeout: 7_000 });
  await expect(dialog.locator("iframe")).toBeHidden();
  await expect(snippetOf(dialog)).toHaveValue(/^<iframe /);
  expect(await violations(page)).toEqual([]);
  await context.setOffline(false);
  await dialog.getByRole("button", { name: "Try again" }).click();
  await expect(previewOf(dialog).locator("[data-figure=month] dd").first()).toHaveText(MONTH);
  await expect(dialog.locator("iframe")).toBeVisible();
  await expect(dialog.getByText(NOT_LOADED)).toHaveCount(0);
});

test("on a preset's page the snippet leads to the calculator's own folder", async ({ page, baseURL }) => {
  await openPage(page, "presets/team/");
  await typeNumber(page, "Developers", "25");
  const dialog = await openEmbedDialog(page);
  await expect(snippetOf(dialog)).toHaveValue(
    new RegExp(`^<iframe src="${baseURL}embed/v1/#v=1&amp;pd=2026-11-20&amp;p=team&amp;.*dev=25`),
  );
  await expect(previewOf(dialog).getByRole("textbox", { name: "Developers", exact: true })).toHaveValue("25");
});

/** Nothing has to be scrolled sideways, and the preview lies within the window. */
async function expectToFit(page: Page, dialog: Locator, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 800 });
  await expect.poll(() => dialog.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
  const frame = await dialog.locator("iframe").boundingBox();
  expect((frame?.x ?? 0) + (frame?.width ?? 0)).toBeLessThanOrEqual(width);
}

async function expectTargets(dialog: Locator, least: number): Promise<void> {
  for (const box of await dialog.locator("label:has(input[type=checkbox]), button").all())
    expect((await box.boundingBox())?.height).toBeGreaterThanOrEqual(least);
}

for (const [colorScheme, paper] of [
  ["light", "rgb(247, 246, 243)"],
  ["dark", "rgb(20, 22, 26)"],
] as const) {
  test.describe(`the embed dialog in the ${colorScheme} page`, () => {
    test.use({ colorScheme });

    test("has nothing that axe finds, needs no scrolling sideways, and its preview follows the page's colours", async ({
      page,
    }) => {
      await openPage(page, LINK);
      const dialog = await openEmbedDialog(page);
      await expect(dialog.locator("iframe")).toBeVisible();
      await expect(previewOf(dialog).locator("body")).toHaveCSS("background-color", paper);
      expect(await violations(page)).toEqual([]);
      await expectToFit(page, dialog, 1280);
      await expectTargets(dialog, 24);
    });
  });
}

test.describe("the embed dialog on a phone", () => {
  test.use({ viewport: { width: 375, height: 812 }, hasTouch: true, isMobile: true });

  test("has nothing that axe finds, needs no scrolling sideways, and its controls are at least 44 px high", async ({ page }) => {
    await openPage(page, LINK);
    const dialog = await openEmbedDialog(page);
    await expect(dialog.locator("iframe")).toBeVisible();
    expect(await violations(page)).toEqual([]);
    for (const width of [375, 320]) await expectToFit(page, dialog, width);
    await expectTargets(dialog, 44);
  });
});
