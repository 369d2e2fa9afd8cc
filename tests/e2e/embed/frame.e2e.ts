import { gzipSync } from "node:zlib";
import { expect, type FrameLocator } from "@playwright/test";
import { embedSnippet, PLAIN_EMBED } from "../../../src/scenario/embed-snippet.ts";
import { noteComplaints } from "../page-steps.ts";
import { embedIn, frame, test } from "./docs-host.ts";
import { awaitUsable, field, LINK, month, triesStorage } from "./embed-steps.ts";

/** Uses inputs, result, chart, table, folded parts and the link of an embed that shows the answer and the month. */
async function useEmbed(embed: FrameLocator): Promise<void> {
  await awaitUsable(embed);
  // 194.54 / 15 × 20 = 259.38, by unrounded figures 259.38 or 259.39
  await field(embed, "Working days a month").fill("20");
  await field(embed, "Working days a month").press("Enter");
  await expect(month(embed)).toHaveText(/^\$259\.3\d$/);
  await embed.getByRole("slider", { name: "Developers slider" }).press("ArrowRight");
  await expect(month(embed)).toHaveText(/^\$518\.7\d$/);
  await embed.getByText("Assumptions", { exact: true }).click();
  await expect(field(embed, "Base prompt")).toBeVisible();
  const slot = embed.locator("[data-chart-slot]");
  await slot.scrollIntoViewIfNeeded();
  await expect(slot.locator("svg").first()).toBeVisible();
  await embed.getByRole("button", { name: "Table" }).click();
  await expect(embed.getByRole("table")).toBeVisible();
  await month(embed).getByRole("button").click();
  await embed.getByRole("dialog").getByRole("button", { name: "Close" }).click();
  await embed.getByRole("button", { name: "Copy link" }).click();
  await expect(embed.getByText("Copied", { exact: true })).toBeVisible();
}

const WITH_MONTH = "?show=verdict,month";

test.describe("the frame", () => {
  test("E1: the snippet is one frame and a link, and both stand in a host and a browser without scripts", async ({
    browser,
    host,
    calculator,
  }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    const snippet = embedSnippet({ base: calculator, link: LINK, options: PLAIN_EMBED }, "html", { height: 900 });
    await host.open(page, snippet);
    await expect(page.getByRole("link", { name: "Open the Claude Code cost calculator with these inputs" })).toHaveAttribute(
      "href",
      `${calculator}#${LINK}`,
    );
    const element = page.locator("iframe");
    for (const [name, value] of [
      ["title", "Claude Code cost calculator"],
      ["width", "100%"],
      ["height", "900"],
      ["loading", "lazy"],
      ["allow", "clipboard-write"],
      ["referrerpolicy", "no-referrer"],
      ["style", "border:0"],
    ] as const)
      await expect(element).toHaveAttribute(name, value);
    await expect(embedIn(page).locator("[data-answer]")).toContainText("a month on the API");
    await context.close();
  });

  for (const [name, attributes] of [
    ["a frame of another site, where storage is denied", 'width="700" height="900" allow="clipboard-write"'],
    ['sandbox="allow-scripts"', 'width="700" height="900" sandbox="allow-scripts"'],
    ["320 pixels of width", 'width="320" height="900" sandbox="allow-scripts"'],
    ["200 pixels of height", 'width="700" height="200" sandbox="allow-scripts"'],
    ["1,000 pixels of height", 'width="700" height="1000" sandbox="allow-scripts"'],
  ] as const)
    test(`E2: inputs, result, chart, table and copy work in ${name}`, async ({ page, host, calculator }) => {
      const complaints = noteComplaints(page);
      await host.open(page, frame(calculator, { query: WITH_MONTH, attributes }));
      const embed = embedIn(page);
      expect(await embed.locator("html").evaluate(triesStorage)).toBe("denied");
      await useEmbed(embed);
      const root = embed.locator("html");
      expect(await root.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
      // It scrolls by itself to its last line.
      await embed.getByRole("button", { name: "Copy link" }).scrollIntoViewIfNeeded();
      await expect(embed.getByRole("button", { name: "Copy link" })).toBeInViewport();
      expect(complaints).toEqual([]);
    });

  test("E3: with storage, clipboard, history, windows and workers denied nothing fails, and the link stands there as text", async ({
    page,
    host,
    calculator,
  }) => {
    const complaints = noteComplaints(page);
    await page.addInitScript(denyEverything);
    await host.open(
      page,
      frame(calculator, { query: WITH_MONTH, attributes: 'width="700" height="900" sandbox="allow-scripts"' }),
    );
    const embed = embedIn(page);
    await awaitUsable(embed);
    await field(embed, "Working days a month").fill("20");
    await expect(month(embed)).toHaveText(/^\$259\.3\d$/);
    await expect(embed.getByLabel("Address of the full calculator with these inputs")).toHaveValue(
      new RegExp(`^${calculator}#v=1&pd=2026-11-20&.+&z=3$`),
    );
    await embed.getByRole("button", { name: "Copy link" }).click();
    await expect(embed.getByText("Could not copy: please copy it by hand")).toBeVisible();
    await embed.locator("[data-chart-slot]").scrollIntoViewIfNeeded();
    await expect(embed.locator("[data-chart-slot] svg").first()).toBeVisible();
    expect(complaints).toEqual([]);
  });

  test("locked inputs stand there as text, and nothing on the page moves them", async ({ page, host, calculator }) => {
    await host.open(page, frame(calculator, { query: "?lock=work,session", attributes: 'width="700" height="900"' }));
    const embed = embedIn(page);
    await expect(embed.locator("[data-locked=work]")).toHaveText(/Working days a month15 days/);
    await expect(embed.locator("#days, #sessions, #preset")).toHaveCount(0);
    await embed.getByLabel("Add a model").selectOption({ label: "Haiku 5.5" });
    await expect(embed.getByLabel("Share of Haiku 5.5", { exact: true })).toBeVisible();
  });

  test("what a link cannot be read as is said", async ({ page, host, calculator }) => {
    await host.open(page, frame(calculator, { link: "v=1&pd=2026-11-20&day=18" }));
    await expect(embedIn(page).getByText("This link did not open as it was made")).toBeVisible();
  });
});

// Runs in the page before anything else.
function denyEverything(): void {
  const deny = (): never => {
    throw new DOMException("denied", "SecurityError");
  };
  const hide = (owner: object, name: string): void => {
    Object.defineProperty(owner, name, { configurable: true, get: deny });
  };
  if (window.parent === window) return;
  for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches", "Worker", "SharedWorker"]) hide(window, name);
  for (const name of ["clipboard", "serviceWorker", "storage"]) hide(navigator, name);
  hide(document, "cookie");
  history.pushState = deny;
  history.replaceState = deny;
  window.open = deny;
  document.execCommand = () => false;
}

test.describe("the load", () => {
  test("E9: at most 150 kB until it is usable, nothing but its own files, no cookie, nothing stored", async ({
    page,
    host,
    calculator,
    context,
  }) => {
    const bodies: { readonly url: string; readonly bytes: Promise<number> }[] = [];
    page.on("response", (response) => {
      if (!response.url().startsWith(calculator)) return;
      const bytes = response.body().then((body) => gzipSync(body, { level: 9 }).length);
      bodies.push({ url: response.url(), bytes });
    });
    const asked: string[] = [];
    context.on("request", (request) => asked.push(request.url()));
    await host.open(page, frame(calculator, { attributes: 'width="700" height="2000" allow="clipboard-write"' }));
    const embed = embedIn(page);
    await awaitUsable(embed);
    const first = await Promise.all(bodies.map(({ bytes }) => bytes));
    const kilobytes = first.reduce((sum, bytes) => sum + bytes, 0) / 1_000;
    test.info().annotations.push({ type: "first load, kB gzip", description: kilobytes.toFixed(1) });
    expect(kilobytes).toBeGreaterThan(50);
    expect(kilobytes).toBeLessThanOrEqual(150);

    await field(embed, "Working days a month").fill("20");
    await embed.getByText("Assumptions", { exact: true }).click();
    await embed.getByRole("button", { name: "Copy link" }).click();
    await page.waitForTimeout(300);
    const own = new URL("embed/v1/", calculator).href;
    expect(asked.filter((url) => !url.startsWith(own) && new URL(url).hostname !== "localhost")).toEqual([]);
    expect(await context.cookies()).toEqual([]);
    // As a page of its own it could keep something; it does not.
    await page.goto(`${calculator}embed/v1/?show=verdict,month`);
    await awaitUsable(page);
    const entries = await page.evaluate(() => history.length);
    await page.locator("#days").fill("20");
    await page.waitForTimeout(500);
    expect(await page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)])).toEqual([]);
    expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
    expect(await page.evaluate(() => history.length)).toBe(entries);
    expect(new URL(page.url()).hash).toBe("");
  });

  test("E9: on a slow line (1.6 Mbit/s, 150 ms) the answer is painted within 2.5 seconds", async ({ page, calculator }) => {
    const devtools = await page.context().newCDPSession(page);
    await devtools.send("Network.emulateNetworkConditions", {
      offline: false,
      latency: 150,
      downloadThroughput: 1_600_000 / 8,
      uploadThroughput: 750_000 / 8,
    });
    await page.goto(`${calculator}embed/v1/`, { waitUntil: "load" });
    const largest = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          new PerformanceObserver((list) => resolve(list.getEntries().at(-1)?.startTime ?? 0)).observe({
            type: "largest-contentful-paint",
            buffered: true,
          });
        }),
    );
    test.info().annotations.push({ type: "largest paint, ms", description: largest.toFixed(0) });
    expect(largest).toBeLessThanOrEqual(2_500);
  });
});

test.describe("on paper", () => {
  test("E10: inputs, total, table, link and the prices' date are printed on one A4 page", async ({ page, calculator }) => {
    await page.goto(`${calculator}embed/v1/?show=verdict,month,break-even`);
    await awaitUsable(page);
    await expect(page.locator("[data-chart-slot]")).toHaveCount(2);
    const sheet = page.locator("[data-print-sheet]");
    // Its code comes behind the answer.
    await expect(async () => {
      await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
      await expect(sheet).toBeAttached({ timeout: 200 });
    }).toPass();
    const paper = await page.pdf({ preferCSSPageSize: true, printBackground: false });
    const pages = paper.toString("latin1").match(/\/Type\s*\/Page\b/g) ?? [];
    expect(pages).toHaveLength(1);

    await page.emulateMedia({ media: "print" });
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    await expect(sheet).toContainText("working days");
    await expect(sheet).toContainText("About $195 a month on the API");
    await expect(sheet.getByRole("table", { name: "One month on the API, all developers" })).toContainText("$194.54");
    await expect(sheet).toContainText("2026-11-20");
    await expect(sheet).toContainText(`${calculator}#${LINK}`);
    await expect(page.locator("#days")).toBeHidden();
  });

  test("E10: search engines are sent to the calculator", async ({ page, calculator }) => {
    await page.goto(`${calculator}embed/v1/`);
    await expect(page.locator("meta[name=robots]")).toHaveAttribute("content", "noindex");
    expect(await page.locator("link[rel=canonical]").evaluate((link) => (link as HTMLLinkElement).href)).toBe(calculator);
  });
});
