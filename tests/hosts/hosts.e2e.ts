import { type Browser, test as base, chromium, expect, type FrameLocator, type Page } from "@playwright/test";
import { launchOptions } from "../../scripts/browser.mjs";
import { noteComplaints } from "../e2e/page-steps.ts";
import { type Scheme, SITES, type Site, type SitePage } from "./sites.ts";

const PAPER = { light: "rgb(247, 246, 243)", dark: "rgb(20, 22, 26)" } as const;

const embedIn = (page: Page): FrameLocator => page.frameLocator("iframe");
const frameIn = (page: Page) => page.locator("iframe");
const days = (embed: FrameLocator) => embed.getByRole("textbox", { name: "Working days a month", exact: true });

const test = base.extend<{ readonly site: Site }>({
  page: async ({ page }, use) => {
    await page.addInitScript(watchPage);
    await use(page);
  },
  site: async ({ baseURL: _ }, use, { project }) => {
    const site = SITES[project.name];
    if (site) await use(site);
  },
});

/** A layout shift as browsers report it. */
interface Shift {
  readonly startTime: number;
  readonly value: number;
  readonly hadRecentInput: boolean;
  readonly sources: readonly { readonly node: Node | null; readonly previousRect: DOMRect; readonly currentRect: DOMRect }[];
}

// Runs in the page before anything else: sums what it was shifted by, and notes when its reader last used something.
function watchPage(): void {
  if (window.parent !== window) return;
  const noted = Object.assign(window, { shift: 0, shifted: [] as string[], usedAt: 0 });
  new PerformanceObserver((list) => {
    for (const { hadRecentInput, value, sources, startTime } of list.getEntries() as unknown as readonly Shift[]) {
      if (hadRecentInput) continue;
      noted.shift += value;
      for (const { node, previousRect, currentRect } of sources)
        noted.shifted.push(`${Math.round(startTime)} ms: ${node?.nodeName} ${JSON.stringify([previousRect, currentRect])}`);
    }
  }).observe({ type: "layout-shift", buffered: true });
  for (const kind of ["click", "change"]) addEventListener(kind, () => (noted.usedAt = Date.now()), true);
}

const note = (type: string, description: unknown): void => {
  test.info().annotations.push({ type, description: String(description) });
};

async function awaitUsable(embed: FrameLocator): Promise<void> {
  await expect(async () => {
    const isTakenOver = (input: HTMLElement): boolean => Object.keys(input).some((key) => key.startsWith("__reactProps"));
    expect(await embed.locator("#days").evaluate(isTakenOver)).toBe(true);
  }).toPass();
}

/** One frame, that answers and takes an input. */
async function useEmbed(page: Page): Promise<void> {
  await expect(frameIn(page)).toHaveCount(1);
  const embed = embedIn(page);
  await awaitUsable(embed);
  const answer = embed.locator("[data-answer]");
  await expect(answer).toContainText("a month on the API");
  const before = await answer.textContent();
  await days(embed).fill("22");
  await days(embed).press("Enter");
  await expect(answer).not.toHaveText(before ?? "");
}

const contentHeight = (embed: FrameLocator): Promise<number> =>
  embed.locator("#page").evaluate((content) => content.getBoundingClientRect().height);

for (const at of [0, 1] as const) {
  const pageOf = ({ pages }: Site): SitePage => pages[at] as SitePage;

  test(`E11: the embed on page ${at + 1} shows its answer, fits and shifts its host by at most 0.02`, async ({ page, site }) => {
    const { path, adapts, shiftsItself } = pageOf(site);
    const complaints = noteComplaints(page);
    await page.goto(path);
    const embed = embedIn(page);
    await awaitUsable(embed);
    await expect(embed.locator("[data-answer]")).toContainText("a month on the API");
    // The first height comes within half a second, and is the last.
    await page.waitForTimeout(1_500);
    const shift = await page.evaluate(() => (window as unknown as { readonly shift: number }).shift);
    note("CLS", shift.toFixed(4));
    if (!shiftsItself) expect(shift, await page.evaluate("shifted.join('\\n')")).toBeLessThanOrEqual(0.02);

    for (const width of [1280, 375]) {
      await page.setViewportSize({ width, height: 900 });
      await expectToFit(page, adapts);
    }
    await useEmbed(page);
    expect(complaints).toEqual([]);
  });

  test(`E7: the embed on page ${at + 1} follows its host's switch within 200 ms`, async ({ page, site }) => {
    await page.goto(pageOf(site).path);
    await expectToFollow(page, site, "light");
  });

  test(`E7: so it does on page ${at + 1} in a browser that is dark`, async ({ site, baseURL }) => {
    const browser = await darkBrowser();
    const page = await browser.newPage({ colorScheme: null, viewport: { width: 1280, height: 900 }, baseURL: baseURL ?? "" });
    await page.addInitScript(watchPage);
    await page.goto(pageOf(site).path);
    await expectToFollow(page, site, site.followsSystem ? "dark" : "light");
    await browser.close();
  });
}

/** The embed is as wide as its place, scrolls to no side, and is as high as its content where the host adapts it. */
async function expectToFit(page: Page, adapts: boolean): Promise<void> {
  const embed = embedIn(page);
  const { width, place } = await frameIn(page).evaluate((frame) => ({
    width: (frame as HTMLElement).offsetWidth,
    place: frame.parentElement?.clientWidth ?? Number.POSITIVE_INFINITY,
  }));
  expect(width).toBeLessThanOrEqual(place);
  expect(width).toBeGreaterThan(280);
  // A host's own rule for frames may take the height that the snippet asks for.
  const offHeight = (frame: Element): number => (frame as HTMLElement).offsetHeight - Number(frame.getAttribute("height"));
  await expect.poll(() => frameIn(page).evaluate(offHeight)).toBe(0);
  await expect.poll(() => embed.locator("html").evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
  if (!adapts) return;
  const isClamped = (await page.locator("iframe[data-secret]").count()) > 0;
  await expect
    .poll(async () => {
      const wanted = Math.ceil(await contentHeight(embed));
      const height = Number(await frameIn(page).getAttribute("height"));
      return Math.abs(height - (isClamped ? Math.min(1_000, wanted) : wanted));
    })
    .toBeLessThanOrEqual(4);
}

function darkBrowser(): Promise<Browser> {
  const { args, ...options } = launchOptions();
  return chromium.launch({ ...options, args: [...args, "--blink-settings=preferredColorScheme=0"] });
}

async function expectToFollow(page: Page, { switchTo }: Site, first: Scheme): Promise<void> {
  await awaitUsable(embedIn(page));
  const body = embedIn(page).locator("body");
  await expect(body).toHaveCSS("background-color", PAPER[first]);
  // The quickest of a few each way: what else the machine does at a moment is not the embed's.
  const waits: Record<Scheme, number[]> = { light: [], dark: [] };
  const second: Scheme = first === "light" ? "dark" : "light";
  for (let round = 0; round < 2 || (round < 8 && slowestOf(waits) > 200); round++)
    for (const scheme of [second, first] as const) {
      const seen = body.evaluate(
        (element, paper) =>
          new Promise<number>((resolve) => {
            const look = (): void => {
              if (getComputedStyle(element).backgroundColor === paper) resolve(Date.now());
              else setTimeout(look, 5);
            };
            look();
          }),
        PAPER[scheme],
      );
      await switchTo(page, scheme);
      waits[scheme].push((await seen) - Number(await page.evaluate("usedAt")));
    }
  note("switch, ms", JSON.stringify(waits));
  expect(slowestOf(waits)).toBeLessThanOrEqual(200);
}

const slowestOf = ({ light, dark }: Readonly<Record<Scheme, readonly number[]>>): number =>
  Math.max(Math.min(...light), Math.min(...dark));

test("E8: the embed survives going away and back: one frame, it works again, and the history is the reader's", async ({
  page,
  site,
}) => {
  const complaints = noteComplaints(page);
  const [first, second] = site.pages as [SitePage, SitePage];
  const go = async (link: string): Promise<void> => {
    await page.getByRole("link", { name: link, exact: true }).first().click();
    await expect(page.locator("h1")).toContainText(link);
  };
  await page.goto(first.path);
  await useEmbed(page);
  const entries = await page.evaluate(() => history.length);
  await page.evaluate("window.isKept = true");
  await go("Without");
  await expect(frameIn(page)).toHaveCount(0);
  await page.goBack();
  await useEmbed(page);
  await go(second.link);
  await useEmbed(page);
  await go("Without");
  await expect(frameIn(page)).toHaveCount(0);
  await page.goBack();
  await useEmbed(page);
  await page.goForward();
  await expect(frameIn(page)).toHaveCount(0);
  await go(first.link);
  await useEmbed(page);
  expect(await page.evaluate("window.isKept === true")).toBe(site.isClientSide);
  // Without, back; the second page, Without, back, forward; the first page.
  expect(await page.evaluate(() => history.length)).toBe(entries + 3);
  expect(complaints).toEqual([]);
});
