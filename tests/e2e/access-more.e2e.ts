import { expect, type Page, test } from "@playwright/test";
import { violations } from "./axe-check.ts";
import { drawCharts, figure, numberField, openPage, slider, unfoldAll } from "./page-steps.ts";

// WCAG 1.4.12: what a reader may ask of text without losing any of it.
const SPACED =
  "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }";

/** How far the page could be scrolled sideways, px; asked until the charts have followed their places. */
async function expectNoSpill(page: Page, state: string): Promise<void> {
  const spill = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await expect.poll(spill, { message: state }).toBe(0);
}

/** Where the texts of the first chart stand in their drawing, px from its left edge. */
async function placesOfTexts(page: Page): Promise<readonly number[]> {
  return page.evaluate(() => {
    const drawing = document.querySelector("[data-chart-slot] svg:has(text)");
    const left = drawing?.getBoundingClientRect().left ?? 0;
    return Array.from(drawing?.querySelectorAll("text") ?? [], (text) => Math.round(text.getBoundingClientRect().left - left));
  });
}

test("A1, A14: at 200 % and 400 % zoom, with doubled or spaced text, from right to left and in forced colours nothing is lost, and axe finds nothing", async ({
  page,
}) => {
  test.slow();
  await page.emulateMedia({ forcedColors: "active" });
  await openPage(page);
  await drawCharts(page);
  // axe asks for -webkit-text-fill-color, for which Chromium names the colour that would be without the forced one.
  const found = (await violations(page)).filter((finding) => !finding.startsWith("color-contrast, not judged: equalRatio at"));
  expect(found, "forced colours").toEqual([]);
  const [chosen, other] = await page
    .locator(".segments")
    .first()
    .locator(".segment")
    .evaluateAll((segments) => segments.map((segment) => getComputedStyle(segment).backgroundColor));
  expect(chosen, "the chosen segment is told from the other by its ground").not.toBe(other);
  await page.emulateMedia({ forcedColors: "none" });

  const atRest = await placesOfTexts(page);
  expect(atRest.length).toBeGreaterThan(5);
  await page.evaluate(() => document.documentElement.setAttribute("dir", "rtl"));
  expect(await placesOfTexts(page), "a chart's texts stay where they were measured").toEqual(atRest);
  await page.evaluate(() => document.documentElement.removeAttribute("dir"));

  // 1280 px at 200 % are 640, at 400 % 320. Rules of the page's own sheets would be refused; those that a script makes are a reader's.
  await page.setViewportSize({ width: 640, height: 800 });
  await page.evaluate(() => document.documentElement.style.setProperty("font-size", "200%"));
  await expectNoSpill(page, "200 % zoom and doubled text");
  expect(await violations(page), "200 % zoom and doubled text").toEqual([]);
  await page.evaluate(() => document.documentElement.style.removeProperty("font-size"));

  await page.setViewportSize({ width: 320, height: 568 });
  await expectNoSpill(page, "400 % zoom");
  expect(await violations(page), "400 % zoom").toEqual([]);
  await unfoldAll(page);
  await page.evaluate((rules) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    document.adoptedStyleSheets = [sheet];
  }, SPACED);
  await expectNoSpill(page, "400 % zoom and spaced text, everything unfolded");
  await page.evaluate(() => {
    document.adoptedStyleSheets = [];
    document.documentElement.setAttribute("dir", "rtl");
  });
  await expectNoSpill(page, "from right to left");
});

test("A8: each chart has heading, sentence and table, is read by arrow keys, left by Tab, and nothing moves by itself", async ({
  page,
}) => {
  test.slow();
  await page.emulateMedia({ reducedMotion: "reduce" });
  await openPage(page);
  await drawCharts(page);
  const charts = page.getByRole("application");
  expect(await charts.count()).toBeGreaterThanOrEqual(4);
  const moved: boolean[] = [];
  for (const chart of await charts.all()) {
    const frame = chart.locator("xpath=ancestor::section[.//h2 or .//h3 or .//h4][1]");
    await expect(frame).toHaveCount(1);
    await expect(frame.locator("table")).not.toHaveCount(0);
    await expect(chart).toHaveAccessibleName(/\w/);
    await expect(chart).toHaveAccessibleDescription(/\. .*Arrow keys read the values\./s);
    const reading = chart.locator("[aria-live] > div");
    await chart.focus();
    await page.keyboard.press("ArrowRight");
    await expect(reading).toHaveCount(1);
    const first = await reading.textContent();
    await page.keyboard.press("End");
    moved.push((await reading.textContent()) !== first);
    await page.keyboard.press("Escape");
    await expect(reading).toHaveCount(0);
    await expect(chart).toBeFocused();
    await page.keyboard.press("Tab");
    expect(await chart.evaluate((box) => box.contains(document.activeElement))).toBe(false);
  }
  // A chart of one bar has one reading only: the models of a month that uses one.
  expect(moved.filter((hasMoved) => !hasMoved).length).toBeLessThanOrEqual(1);
  await slider(page, "Developers").press("ArrowRight");
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
});

test("A14: in browsers set to other languages the figures are the same, and their way to write a number is read or refused in words", async ({
  browser,
  baseURL,
}) => {
  // 1,200 in each; a point between thousands would be a decimal point here, so it is not guessed at.
  const written = { "de-DE": null, "fr-FR": "1,200", "en-IN": "1,200", "ar-EG": "1,200" } as const;
  for (const [locale, read] of Object.entries(written)) {
    const context = await browser.newContext({ locale, baseURL: baseURL ?? "", viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    await openPage(page);
    await expect(figure(page, "month"), locale).toHaveText("$194.54");
    const text = await page.evaluate((language) => new Intl.NumberFormat(language).format(1200), locale);
    expect(text, locale).not.toBe("1200");
    const field = numberField(page, "Requests in a session");
    await field.fill(text);
    await field.blur();
    if (read === null) {
      await expect(page.getByText("Whole numbers only."), locale).toBeVisible();
      await expect(figure(page, "month"), locale).toHaveText("$194.54");
    } else await expect(field, locale).toHaveValue(read);
    await context.close();
  }
});
