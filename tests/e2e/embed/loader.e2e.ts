import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect } from "@playwright/test";
import { noteComplaints } from "../page-steps.ts";
import { embedIn, test } from "./docs-host.ts";
import { awaitUsable, DARK_PAPER, field, LINK, triesStorage } from "./embed-steps.ts";

const fixture = (name: string): string =>
  readFileSync(fileURLToPath(new URL(`../../fixtures/embed/${name}`, import.meta.url)), "utf8");

test.describe("the loader", () => {
  test("E8: the first released loader and snippet drive today's embed", async ({ page, host, calculator }) => {
    const complaints = noteComplaints(page);
    await page.route("**/embed/v1.js", (route) => route.fulfill({ body: fixture("v1.js"), contentType: "text/javascript" }));
    await host.open(page, fixture("snippet.html").replaceAll("BASE/", calculator));
    const embed = embedIn(page);
    await awaitUsable(embed);
    const element = page.locator("claude-code-cost");
    const content = () => embed.locator("#page").evaluate((place) => place.getBoundingClientRect().height);
    await expect
      .poll(async () => Math.abs(Number(await page.locator("iframe").getAttribute("height")) - (await content())))
      .toBeLessThanOrEqual(4);

    await element.evaluate((place) => {
      place.addEventListener("change", (event) => place.setAttribute("data-told", (event as CustomEvent).detail.link));
    });
    await field(embed, "Working days a month").fill("20");
    await field(embed, "Working days a month").blur();
    await expect(element).toHaveAttribute("data-told", /^v=1&pd=2026-11-20&.+&z=3$/);
    await element.evaluate((place, link) => place.setAttribute("scenario", link), LINK);
    await expect(field(embed, "Working days a month")).toHaveValue("15");
    await element.evaluate((place) => place.setAttribute("theme", "dark"));
    await expect(embed.locator("body")).toHaveCSS("background-color", DARK_PAPER);
    await element.evaluate((place) => place.setAttribute("show", "month"));
    await expect(embed.locator("[data-answer]")).toHaveCount(0);
    await expect(embed.getByText("The month by kind of session")).toBeVisible();
    expect(complaints).toEqual([]);
  });

  test("E8: loaded twice, and taken along by a page that navigates without loading, it is one frame and no global", async ({
    page,
    host,
    calculator,
  }) => {
    const complaints = noteComplaints(page);
    const script = `<script src="${calculator}embed/v1.js"></script>`;
    const count = "<script>names = new Set(Object.getOwnPropertyNames(window))</script>";
    await host.open(page, `<div id="view"><claude-code-cost></claude-code-cost></div>${script}`, `${count}${script}`);
    await awaitUsable(embedIn(page));
    // `names` is this test's; the frame stands in a shadow and gives the page no number.
    const added = await page.evaluate("Object.getOwnPropertyNames(window).filter((name) => !names.has(name))");
    expect(added).toEqual(["names"]);
    await page.evaluate(() => {
      const view = document.querySelector("#view") as HTMLElement;
      view.replaceChildren("another page");
      const place = document.createElement("claude-code-cost");
      place.setAttribute("scenario", "v=1&pd=2026-11-20&z=2");
      place.setAttribute("theme", "dark");
      view.replaceChildren(place);
    });
    await expect(page.locator("iframe")).toHaveCount(1);
    await awaitUsable(embedIn(page));
    await expect(embedIn(page).locator("body")).toHaveCSS("background-color", DARK_PAPER);
    expect(complaints).toEqual([]);
  });

  test("E3: from the loader's sandbox the full calculator opens with these inputs, outside of it", async ({
    page,
    host,
    calculator,
  }) => {
    await host.open(page, "<claude-code-cost></claude-code-cost>", `<script src="${calculator}embed/v1.js"></script>`);
    const embed = embedIn(page);
    await awaitUsable(embed);
    await field(embed, "Working days a month").fill("20");
    const opened = page.waitForEvent("popup");
    await embed.getByRole("link", { name: "Open the full calculator with these inputs" }).click();
    const full = await opened;
    await expect(full.locator("[data-figure=month] dd").first()).toHaveText(/^\$259\.3\d$/);
    expect(full.url()).toMatch(new RegExp(`^${calculator}#v=1&.+&z=3$`));
    expect(await full.evaluate(triesStorage)).toBe("allowed");
  });

  test("E8: heights beyond 200 to 4,000 pixels, and those of other frames, are not taken", async ({ page, host, calculator }) => {
    await host.open(
      page,
      `<claude-code-cost></claude-code-cost><iframe id="ad" srcdoc="<script>
        setInterval(() => parent.postMessage({ 'claude-code-cost': { v: 1, type: 'resize', height: 333 } }, '*'), 20);
      </script>"></iframe>`,
      `<script src="${calculator}embed/v1.js"></script>`,
    );
    const element = page.locator("claude-code-cost iframe");
    const embed = element.contentFrame();
    await awaitUsable(embed);
    for (const [sent, taken] of [
      [50, "200"],
      [9_000, "4000"],
      [1_234, "1234"],
    ] as const) {
      await embed.locator("body").evaluate((_, height) => {
        parent.postMessage({ "claude-code-cost": { v: 1, type: "resize", height } }, "*");
      }, sent);
      await expect(element).toHaveAttribute("height", taken);
    }
  });
});
