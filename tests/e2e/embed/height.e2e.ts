import { expect, type Page } from "@playwright/test";
import { EMBED_PANELS, EMBED_WIDTHS, type EmbedPanel, embedHeight } from "../../../src/scenario/embed-snippet.ts";
import { embedIn, frame, heardOf, shiftOf, test } from "./docs-host.ts";
import { awaitUsable, slotsOf } from "./embed-steps.ts";

test.describe("the height", () => {
  test("E4: no height in the embed's styles follows the window's", async ({ page, calculator }) => {
    await page.goto(`${calculator}embed/v1/`);
    const sheets = await page
      .locator("link[rel=stylesheet]")
      .evaluateAll((links) => links.map((link) => (link as HTMLLinkElement).href));
    expect(sheets).toHaveLength(1);
    for (const sheet of sheets)
      expect(await (await page.request.get(sheet)).text()).not.toMatch(/\d(vh|[dsl]vh|vmin|vmax|vb|cqh)\b/);
  });

  test("E4: a host that adds 8 pixels each time comes to rest, a drag tells at most 10 heights, rest none", async ({
    page,
    host,
    calculator,
  }) => {
    const generous = `<script>addEventListener("message", ({ data }) => {
      const { type, height } = data["claude-code-cost"] ?? {};
      if (type === "resize") document.querySelector("iframe").height = height + 8;
    })</script>`;
    await host.open(page, frame(calculator, { attributes: 'width="420" height="300"' }) + generous);
    const embed = embedIn(page);
    await awaitUsable(embed);
    await expect.poll(async () => (await heardOf(page, "resize")).length).toBeGreaterThan(0);
    await page.waitForTimeout(1_000);
    expect((await heardOf(page, "resize")).length).toBeLessThanOrEqual(2);

    const before = (await heardOf(page, "resize")).length;
    const slider = embed.getByRole("slider", { name: "Sessions a working day slider" });
    for (let press = 0; press < 20; press++) await slider.press("ArrowRight");
    await page.waitForTimeout(1_000);
    const settled = (await heardOf(page, "resize")).length;
    expect(settled - before).toBeLessThanOrEqual(10);

    await page.waitForTimeout(5_000);
    const heights = await heardOf(page, "resize");
    expect(heights.length - settled).toBeLessThanOrEqual(2);
    const content = await embed.locator("#page").evaluate((element) => element.getBoundingClientRect().height);
    expect(Math.abs((heights.at(-1)?.height ?? 0) - content)).toBeLessThanOrEqual(4);
  });

  test("E5: published heights are within 8 pixels of the embed's own", async ({ page, calculator }) => {
    test.slow();
    // "1 day ago": later on the line would wrap in a narrow frame.
    await page.clock.setFixedTime(new Date("2026-11-21T12:00:00Z"));
    const shows: readonly (readonly EmbedPanel[])[] = [
      ["verdict"],
      ["month"],
      ...EMBED_PANELS.slice(1).map((panel) => ["verdict", panel] as const),
    ];
    const off: string[] = [];
    for (const width of EMBED_WIDTHS)
      for (const show of shows) {
        await page.setViewportSize({ width, height: 800 });
        await page.goto(`${calculator}embed/v1/?show=${show.join(",")}`);
        await expect(page.locator("[data-chart-slot]")).toHaveCount(slotsOf(show));
        const height = await restingHeight(page);
        const published = embedHeight(show, width);
        if (Math.abs(height - published) > 8) off.push(`${show} at ${width}: ${height}, published ${published}`);
      }
    expect(off).toEqual([]);
  });

  for (const width of EMBED_WIDTHS)
    test(`E5: at ${width} pixels the docs page is shifted by at most 0.02, and the first height is the last`, async ({
      page,
      host,
      calculator,
    }) => {
      const show = ["verdict", "month"] as const;
      const attributes = `width="${width}" height="${embedHeight(show, width)}"`;
      const query = `?show=${show.join(",")}`;
      await host.open(page, `<h1>Docs</h1>${frame(calculator, { query, attributes })}<p>Below</p>${ADAPTING}`);
      await awaitUsable(embedIn(page));
      await expect.poll(async () => (await heardOf(page, "resize")).length).toBeGreaterThan(0);
      await page.waitForTimeout(1_500);
      const heights = (await heardOf(page, "resize")).map(({ height = 0 }) => height);
      expect(Math.abs((heights[0] ?? 0) - (heights.at(-1) ?? 0))).toBeLessThanOrEqual(8);
      const shift = await shiftOf(page);
      test.info().annotations.push({ type: "heights, CLS", description: `${heights}; ${shift}` });
      expect(shift).toBeLessThanOrEqual(0.02);
    });
});

/** How high the embed is once that has not changed for a while. */
async function restingHeight(page: Page): Promise<number> {
  const heights: number[] = [];
  await expect(async () => {
    heights.push(Math.ceil((await page.locator("#page").boundingBox())?.height ?? 0));
    expect(new Set(heights.slice(-4)).size + Number(heights.length < 4)).toBe(1);
  }).toPass({ intervals: [150] });
  return heights.at(-1) ?? 0;
}

const ADAPTING = `<script>addEventListener("message", ({ data }) => {
  const { type, height } = data["claude-code-cost"] ?? {};
  if (type === "resize") document.querySelector("iframe").height = height;
})</script>`;
