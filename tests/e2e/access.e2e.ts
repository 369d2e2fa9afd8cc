import { expect, test } from "@playwright/test";
import { violations } from "./axe-check.ts";
import { drawCharts, figure, openPage, typeNumber, unfoldAll } from "./page-steps.ts";
import { tabThrough } from "./tab-walk.ts";

const BAR = "The answer, always in sight";

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`A1: axe finds nothing in the ${colorScheme} page`, () => {
    test.use({ colorScheme });

    test("as it opens, unfolded with the charts' tables, and with more kinds of session, models, own rates and limits", async ({
      page,
    }) => {
      test.slow();
      await openPage(page);
      await drawCharts(page);
      expect(await violations(page)).toEqual([]);
      await unfoldAll(page);
      expect(await violations(page)).toEqual([]);
      await page.getByRole("button", { name: "Add a kind of session" }).click();
      await page.getByLabel("Add a model").selectOption({ label: "Haiku 5.5" });
      await page.getByLabel("Name of a further model").fill("mine");
      await page.getByRole("button", { name: "Add", exact: true }).click();
      await page.getByRole("radio", { name: "Your own" }).check();
      expect(await violations(page)).toEqual([]);
    });

    test("with a text that is no number, and with the lines of a figure open", async ({ page }) => {
      await openPage(page);
      await typeNumber(page, "Developers", "abc");
      await expect(page.getByText(/^Not a number we can read/)).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await figure(page, "month").getByRole("button").click();
      await expect(page.getByRole("dialog")).toBeVisible();
      expect(await violations(page)).toEqual([]);
    });

    test("with the notice of a link that was cut", async ({ page }) => {
      await openPage(page, "#v=1&pd=2026-11-20&day=18&s=");
      await expect(page.getByText("This link did not open as it was made")).toBeVisible();
      expect(await violations(page)).toEqual([]);
    });
  });
}

test("A14: nothing has to be scrolled sideways at 1280, 375 and 320 px, folded or not", async ({ page }) => {
  const expectToFit = async (): Promise<void> => {
    for (const width of [1280, 375, 320]) {
      await page.setViewportSize({ width, height: 800 });
      // A chart follows the width of its place a moment later.
      await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
  };
  await openPage(page);
  await drawCharts(page);
  await expectToFit();
  await unfoldAll(page);
  await expectToFit();
});

test("A4, A10: on the way by Tab each control shows a ring of 2 px and is never more than half covered", async ({
  page,
  isMobile,
}) => {
  test.slow();
  await page.setViewportSize(isMobile ? { width: 320, height: 568 } : { width: 1280, height: 720 });
  await openPage(page);
  await unfoldAll(page);
  await drawCharts(page);
  const places = await tabThrough(page);
  expect(places.length).toBeGreaterThan(40);
  expect(places.filter(({ hasRing }) => !hasRing)).toEqual([]);
  expect(places.filter(({ visible }) => visible < 0.5)).toEqual([]);
});

test.describe("A10: on a phone the bar with the answer", () => {
  test.skip(({ isMobile }) => !isMobile, "a wide screen shows the answer beside the inputs and has no bar");

  test("is in sight without scrolling, says the sentence, and covers at most a fifth of the height", async ({ page }) => {
    await openPage(page);
    const bar = page.getByRole("complementary", { name: BAR });
    await expect(bar).toBeInViewport({ ratio: 1 });
    await expect(bar).toContainText("About $195 a month on the API.");
    for (const [width, height] of [
      [375, 812],
      [320, 568],
    ] as const) {
      await page.setViewportSize({ width, height });
      expect((await bar.boundingBox())?.height).toBeLessThanOrEqual(height * 0.2);
    }
  });

  test("stays in sight while the inputs scroll, and follows them", async ({ page }) => {
    await openPage(page);
    await typeNumber(page, "Sessions a working day", "6");
    const bar = page.getByRole("complementary", { name: BAR });
    // 90 × $4.323008 = 389.07072
    await expect(bar).toContainText("About $389 a month on the API.");
    await expect(bar).toBeInViewport({ ratio: 1 });
  });

  test("lies still at the end of the page where the screen is lower than 400 px", async ({ page }) => {
    await page.setViewportSize({ width: 640, height: 360 });
    await openPage(page);
    await expect(page.getByRole("complementary", { name: BAR })).not.toBeInViewport();
  });
});

test("on a wide screen the answer stays in sight while the charts scroll", async ({ page, isMobile }) => {
  test.skip(isMobile, "a phone shows the bar instead");
  await openPage(page);
  await page.getByRole("heading", { name: "Which plan fits" }).scrollIntoViewIfNeeded();
  await expect(page.locator("[data-answer]")).toBeInViewport({ ratio: 1 });
});
