import { expect, type Page } from "@playwright/test";
import { launchOptions } from "../../../scripts/browser.mjs";
import { EMBED_PANELS } from "../../../src/scenario/embed-snippet.ts";
import { violations } from "../axe-check.ts";
import { embedIn, frame, test } from "./docs-host.ts";
import { awaitUsable, DARK_PAPER, LIGHT_PAPER, slotsOf } from "./embed-steps.ts";
import { THEME_HOSTS, type ThemeHost } from "./theme-hosts.ts";

test.describe("the theme", () => {
  for (const theme of THEME_HOSTS) {
    test(`E7: a frame on a page as ${theme.name} makes it follows its switch within 200 ms`, async ({
      page,
      host,
      calculator,
    }) => {
      await host.open(page, frame(calculator), `<style>${theme.css}</style>`);
      await expectToFollow(page, theme);
    });

    test(`E7: so does the loader's, in a browser that is dark, though ${theme.name} may not say that it is light`, async ({
      playwright,
      host,
      calculator,
    }) => {
      const { args, ...options } = launchOptions();
      const browser = await playwright.chromium.launch({
        ...options,
        args: [...args, "--blink-settings=preferredColorScheme=0"],
      });
      const page = await browser.newPage({ colorScheme: null });
      expect(await page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")).toBe(true);
      const script = `<script src="${calculator}embed/v1.js"></script>`;
      await host.open(page, "<claude-code-cost></claude-code-cost>", `<style>${theme.css}</style>${script}`);
      await expectToFollow(page, theme);
      await browser.close();
    });
  }

  test("E7: theme=dark stays dark on a light page, and the frame is opaque on any background", async ({
    page,
    host,
    calculator,
  }) => {
    await host.open(page, frame(calculator, { query: "?theme=dark" }), "<style>body{background:#ff0}</style>");
    await expect(embedIn(page).locator("body")).toHaveCSS("background-color", DARK_PAPER);
  });

  for (const theme of ["light", "dark"] as const)
    test(`E7: axe finds nothing in the ${theme} embed with every panel`, async ({ page, calculator }) => {
      await page.goto(`${calculator}embed/v1/?theme=${theme}&show=${EMBED_PANELS.join(",")}`);
      await expect(page.locator("[data-chart-slot]")).toHaveCount(slotsOf(EMBED_PANELS));
      for (const slot of await page.locator("[data-chart-slot]").all()) {
        await slot.scrollIntoViewIfNeeded();
        await expect(slot.locator("svg").first()).toBeVisible();
      }
      expect(await violations(page)).toEqual([]);
    });
});

async function expectToFollow(page: Page, { dark, light }: ThemeHost): Promise<void> {
  await page.evaluate(light);
  const embed = embedIn(page);
  await awaitUsable(embed);
  await expect(embed.locator("body")).toHaveCSS("background-color", LIGHT_PAPER);
  // The quickest of four: what else the machine does at a moment is not the embed's.
  const waits = { dark: [] as number[], light: [] as number[] };
  for (let round = 0; round < 4; round++) {
    waits.dark.push(await switched(page, dark, DARK_PAPER));
    waits.light.push(await switched(page, light, LIGHT_PAPER));
  }
  test.info().annotations.push({ type: "switch, ms", description: JSON.stringify(waits) });
  expect(Math.min(...waits.dark)).toBeLessThanOrEqual(200);
  expect(Math.min(...waits.light)).toBeLessThanOrEqual(200);
}

/** Milliseconds from the host's switch to the embed's new background. */
async function switched(page: Page, script: string, paper: string): Promise<number> {
  const seen = embedIn(page)
    .locator("body")
    .evaluate(
      (body, wanted) =>
        new Promise<number>((resolve) => {
          const look = (): void => {
            if (getComputedStyle(body).backgroundColor === wanted) resolve(Date.now());
            else setTimeout(look, 5);
          };
          look();
        }),
      paper,
    );
  const at = await page.evaluate(`${script}; Date.now()`);
  return (await seen) - Number(at);
}
