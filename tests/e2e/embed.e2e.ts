import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { expect, type FrameLocator, type Page } from "@playwright/test";
import { launchOptions } from "../../scripts/browser.mjs";
import {
  EMBED_PANELS,
  EMBED_WIDTHS,
  type EmbedPanel,
  embedHeight,
  embedSnippet,
  PLAIN_EMBED,
} from "../../src/scenario/embed-snippet.ts";
import { violations } from "./axe-check.ts";
import { embedIn, frame, heardOf, shiftOf, tell, test } from "./hosts/docs-host.ts";
import { THEME_HOSTS, type ThemeHost } from "./hosts/theme-hosts.ts";
import { noteComplaints } from "./page-steps.ts";

const LINK = "v=1&pd=2026-11-20&z=2";
const LIGHT_PAPER = "rgb(247, 246, 243)";
const DARK_PAPER = "rgb(20, 22, 26)";
const fixture = (name: string): string =>
  readFileSync(fileURLToPath(new URL(`../fixtures/embed/${name}`, import.meta.url)), "utf8");

// As in a person's browser: an emulated scheme would hold in every frame, whatever its host says.
test.use({ colorScheme: null });

test.skip(({ isMobile }) => isMobile, "a frame's width is its host's: both kinds of browser show the same");

const month = (embed: FrameLocator) => embed.locator("[data-figure=month] dd").first();
const field = (embed: FrameLocator, name: string) => embed.getByRole("textbox", { name, exact: true });

async function awaitUsable(embed: Pick<Page, "locator">): Promise<void> {
  await expect(async () => {
    const days = embed.locator("#days");
    expect(await days.evaluate((input) => Object.keys(input).some((key) => key.startsWith("__reactProps")))).toBe(true);
  }).toPass();
}

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

function triesStorage(): string {
  try {
    return localStorage.length >= 0 ? "allowed" : "";
  } catch {
    return "denied";
  }
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

function slotsOf(show: readonly EmbedPanel[]): number {
  const slots = { verdict: 0, "break-even": 1, session: 2, month: 1, levers: 1 };
  return show.reduce((sum, panel) => sum + slots[panel], 0);
}

const ADAPTING = `<script>addEventListener("message", ({ data }) => {
  const { type, height } = data["claude-code-cost"] ?? {};
  if (type === "resize") document.querySelector("iframe").height = height;
})</script>`;

test.describe("the protocol", () => {
  test("E6: ready is said until it is acknowledged, and then no more", async ({ page, host, calculator }) => {
    await host.open(page, frame(calculator));
    await expect.poll(async () => (await heardOf(page, "ready")).length).toBeGreaterThan(1);
    await tell(page, { type: "ack" });
    await page.waitForTimeout(100);
    const { length } = await heardOf(page, "ready");
    await page.waitForTimeout(700);
    expect((await heardOf(page, "ready")).length).toBe(length);
  });

  test("E6: theme, scenario and state are taken, changes told at rest, problems said", async ({ page, host, calculator }) => {
    await host.open(page, frame(calculator));
    const embed = embedIn(page);
    await awaitUsable(embed);
    await tell(page, { type: "setTheme", theme: "dark" });
    await expect(embed.locator("body")).toHaveCSS("background-color", DARK_PAPER);

    await tell(page, { type: "getState" });
    await expect.poll(async () => (await heardOf(page, "state")).at(-1)?.link).toBe(LINK);
    const [state] = await heardOf(page, "state");
    expect(Object.keys(state ?? {}).sort()).toEqual(["at", "link", "origin", "totals", "type", "v"]);
    expect(Object.keys(state?.totals ?? {})).toEqual(["perSession", "perDay", "perDeveloperMonth", "perMonth", "perYear"]);

    const days = field(embed, "Working days a month");
    // In one go: between two fills of a test a loaded machine comes to rest, and a rest is told.
    await days.evaluate((input: HTMLInputElement) => {
      for (const text of ["1", "12", "20"]) {
        input.select();
        document.execCommand("insertText", false, text);
      }
      input.blur();
    });
    await expect.poll(async () => (await heardOf(page, "change")).length).toBe(1);
    const [change] = await heardOf(page, "change");
    await tell(page, { type: "setScenario", link: `#${LINK}` });
    await expect(days).toHaveValue("15");
    await tell(page, { type: "setScenario", link: change?.link ?? "" });
    await expect(days).toHaveValue("20");
    // 20 / 15 of the month before.
    expect((change?.totals?.perMonth ?? 0) / (state?.totals?.perMonth ?? 1)).toBeCloseTo(20 / 15, 9);

    await tell(page, { type: "setScenario", link: "v=1&pd=2026-11-20" });
    await expect.poll(async () => (await heardOf(page, "error")).at(-1)?.reason).toContain("its end is missing");
    await expect(embed.getByText("This link did not open as it was made")).toBeVisible();
  });

  test("E6: 1,000 hostile messages of the host, and good ones of another frame, change nothing", async ({
    page,
    host,
    calculator,
  }) => {
    const complaints = noteComplaints(page);
    const ad = `<iframe id="ad" srcdoc="<script>
      setInterval(() => parent.frames[0].postMessage({ 'claude-code-cost': { v: 1, type: 'setTheme', theme: 'dark' } }, '*'), 20);
    </script>"></iframe>`;
    await host.open(page, `${frame(calculator)}${ad}`);
    const embed = page.frameLocator("iframe >> nth=0");
    await awaitUsable(embed);
    await page.evaluate(() => {
      const target = window.frames[0];
      const names = ["setTheme", "setScenario", "getstate", "eval", "__proto__", "constructor", "navigate", ""];
      const values = [
        null,
        1,
        -1,
        Number.NaN,
        "x".repeat(9_000),
        { a: { b: 1 } },
        ["dark"],
        "dark;}",
        "javascript:alert(1)",
        true,
      ];
      for (let round = 0; round < 1_000; round++) {
        const type = names[round % names.length];
        const value = values[round % values.length];
        const body = [
          { v: 1, type, theme: value, link: typeof value === "string" && value.length < 9_000 ? 0 : value },
          { v: 2, type: "setTheme", theme: "dark" },
          { type: "setTheme", theme: "dark" },
          value,
        ][round % 4];
        target?.postMessage(round % 5 === 0 ? body : { "claude-code-cost": body }, "*");
      }
    });
    await page.waitForTimeout(500);
    await expect(embed.locator("body")).toHaveCSS("background-color", LIGHT_PAPER);
    await expect(field(embed, "Working days a month")).toHaveValue("15");
    expect(await heardOf(page, "error")).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test("E6: WordPress gets its own height message with its secret", async ({ page, host, calculator }) => {
    const attributes = 'width="600" height="400" sandbox="allow-scripts" security="restricted"';
    await host.open(page, frame(calculator, { link: `${LINK}#?secret=aB3dE5fG7h`, attributes }));
    await expect
      .poll(() =>
        page.evaluate(() => {
          const { heard } = window as unknown as { readonly heard: readonly { readonly other?: { readonly secret?: string } }[] };
          return heard.find(({ other }) => other?.secret)?.other;
        }),
      )
      .toEqual({ secret: "aB3dE5fG7h", message: "height", value: expect.any(Number) });
    await expect(embedIn(page).getByText("This link did not open as it was made")).toHaveCount(0);
  });
});

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
