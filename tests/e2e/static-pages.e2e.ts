import { expect, type Page, test } from "@playwright/test";
import { violations } from "./axe-check.ts";
import { awaitReady, noteComplaints, openPage } from "./page-steps.ts";

const PAGES = [
  { path: "./rates/", heading: "All rates and their history" },
  { path: "./published/", heading: "Checked against published figures" },
];

async function unfold(page: Page): Promise<void> {
  for (const folded of await page.locator("details > summary").all()) await folded.click();
}

test("the pages of rates and of published figures stand there without scripts, ask for their stylesheet alone and fit into 320 px", async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 320, height: 800 },
    ...(baseURL && { baseURL }),
  });
  const page = await context.newPage();
  const complaints = noteComplaints(page);
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  for (const { path, heading } of PAGES) {
    asked.length = 0;
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1, name: heading })).toBeVisible();
    await expect(page.locator("script, [style]")).toHaveCount(0);
    await unfold(page);
    const spill = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(spill, path).toBe(0);
    expect(asked, path).toEqual([path.slice(1), expect.stringMatching(/^\/assets\/index-[^/]+\.css$/)]);
    await expect(page.getByRole("navigation").getByRole("link")).toHaveCount(3);
  }
  expect(complaints).toEqual([]);
  await context.close();
});

for (const { path, heading } of PAGES)
  test(`A1: axe finds nothing in "${heading}", light and dark`, async ({ page }) => {
    // What is folded has the same parts as what is not, and would take axe three times as long.
    await page.goto(path);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await violations(page), colorScheme).toEqual([]);
    }
  });

test("the files beside the rates are there, and a model's link opens its part of the page", async ({ page, request }) => {
  await page.goto("./rates/");
  for (const file of ["v1.json", "v1.csv", "v1.schema.json"]) {
    const address = await page.getByRole("link", { name: file, exact: true }).evaluate((link: HTMLAnchorElement) => link.href);
    expect((await request.get(address)).status(), file).toBe(200);
  }
  // Opus 4.8 is folded away: the browser unfolds what a link within the page leads to.
  await page
    .getByRole("region", { name: /^What changes next/ })
    .getByRole("link", { name: "Opus 4.8" })
    .click();
  await expect(page.getByRole("heading", { name: /^Opus 4\.8/ })).toBeInViewport();
});

test("a published figure opens in the calculator without a notice, and the calculator leads back, from a preset's page too", async ({
  page,
}) => {
  await page.goto("./published/");
  await page
    .getByRole("link", { name: /^Open .* in the calculator$/ })
    .first()
    .click();
  await awaitReady(page);
  expect(new URL(page.url()).hash).toMatch(/^#v=1&/);
  await expect(page.getByText("did not open as it was made")).toHaveCount(0);
  const { hash } = new URL(page.url());

  // Drawn at build, and drawn afresh for a link: both know where they stand.
  for (const link of ["./presets/team/", `./presets/team/${hash}`]) {
    await openPage(page, link);
    for (const { path, heading } of PAGES) {
      const address = await page.getByRole("link", { name: heading }).evaluate((footer: HTMLAnchorElement) => footer.href);
      expect(new URL(address).pathname, link).toBe(path.slice(1));
    }
  }
  await page.getByRole("link", { name: "All rates and their history" }).click();
  await page.waitForURL("**/rates/");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("All rates and their history");
});
