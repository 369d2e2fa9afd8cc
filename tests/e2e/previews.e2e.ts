import { type APIRequestContext, expect, type Page, test } from "@playwright/test";
import { CARD, EDGE, previewCard } from "../../scripts/preview-cards.mjs";
import { estimate } from "../../src/scenario/estimate.ts";
import { PRESETS } from "../../src/scenario/presets.ts";
import { formatUsd } from "../../src/ui/format-money.ts";
import { copyLink, figure, noteComplaints, openPage, sentence, slider, textOf } from "./page-steps.ts";

const PAGES = [
  { path: "./", preset: PRESETS[0] },
  ...PRESETS.map((preset) => ({ path: `./presets/${preset.id}/`, preset })),
].flatMap(({ path, preset }) =>
  preset ? [{ path, name: preset.name, month: formatUsd(estimate(preset.scenario).perMonth) }] : [],
);

// The team: 20 × 15 days × 3 sessions × $4.323008 (answer.e2e.ts) = $3,890.7072
const TEAM = { path: "./presets/team/", month: "$3,891" };

/** What a program that runs no scripts reads of a page. */
async function read(request: APIRequestContext, path: string) {
  const answer = await request.get(path);
  expect(answer.status(), path).toBe(200);
  const html = await answer.text();
  const content = (name: string): string =>
    new RegExp(`<meta\\s+(?:name|property)="${name}"\\s+content="([^"]*)"`).exec(html)?.[1] ?? "";
  return { html, url: answer.url(), title: /<title>(.*?)<\/title>/.exec(html)?.[1] ?? "", content };
}

async function pictureOf(request: APIRequestContext, { url, content }: Awaited<ReturnType<typeof read>>): Promise<Buffer> {
  const picture = await request.get(new URL(content("og:image"), url).href);
  expect(picture.status()).toBe(200);
  return picture.body();
}

test("U11: every static page, fetched without scripts, has a title, a description and a picture of its own", async ({
  request,
}) => {
  const pages = await Promise.all(PAGES.map(({ path }) => read(request, path)));
  const pictures = await Promise.all(pages.map((page) => pictureOf(request, page)));
  expect(pages.length).toBeGreaterThanOrEqual(7);
  for (const of of [
    pages.map(({ title }) => title),
    pages.map(({ content }) => content("description")),
    pictures.map((bytes) => bytes.toString("base64")),
  ])
    expect(new Set(of).size).toBe(pages.length);
  for (const [index, { title, content }] of pages.entries()) {
    const bytes = pictures[index] ?? Buffer.alloc(0);
    // A PNG begins with its signature and, from byte 16, its width and height.
    expect(bytes.subarray(1, 4).toString("latin1")).toBe("PNG");
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 630]);
    expect([content("og:image:width"), content("og:image:height")]).toEqual(["1200", "630"]);
    expect(content("og:title")).toBe(title);
    expect(content("og:description")).toBe(content("description"));
    expect(content("og:image:alt")).toContain(" a month on the API");
    expect(content("twitter:card")).toBe("summary_large_image");
  }
});

test("U11, R9: every static page shows its figures, the formula, the rates and their date without JavaScript", async ({
  browser,
  baseURL,
  viewport,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL && { baseURL }), viewport });
  const page = await context.newPage();
  const complaints = noteComplaints(page);
  for (const { path, name, month } of PAGES) {
    await page.goto(path);
    await expect(page.getByRole("heading", { name: `${name}, without JavaScript` })).toBeVisible();
    // Playwright's search by text leaves noscript out.
    const lines = page.locator("noscript li");
    await expect(lines.filter({ hasText: `Per month: ${month} (` })).toBeVisible();
    await expect(figure(page, "month")).toHaveText(month);
    await expect(lines.filter({ hasText: "tokens × rate ÷ 1,000,000" })).toBeVisible();
    await expect(page.getByRole("heading", { name: "API rates checked 2026-11-20" })).toBeVisible();
    const opus = page.getByRole("table", { name: "US dollars per million tokens" }).getByRole("row", { name: /^Opus 5\.5/ });
    await expect(opus.getByRole("cell")).toHaveText(["$4", "$5", "$8", "$0.20", "$20"]);
    const spill = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(spill, path).toBe(0);
    const ids = await page.evaluate(() => Array.from(document.querySelectorAll("[id]"), ({ id }) => id));
    expect(ids.filter((id, place) => ids.indexOf(id) !== place)).toEqual([]);
  }
  await page.getByRole("link", { name: "Team of 20" }).click();
  await expect(figure(page, "month")).toHaveText(TEAM.month);
  expect(complaints).toEqual([]);
  await context.close();
});

test("no text of a picture leaves its sheet", async ({ page }) => {
  await page.goto("./robots.txt");
  for (const { path } of PAGES)
    expect(await page.evaluate(edgeColours, { address: `${path}card.png`, edge: EDGE, ...CARD }), path).toEqual({
      // Only paper outside, and white between the sheet's border and its text.
      outside: ["247 246 243"],
      inside: ["255 255 255"],
    });
});

test("a picture has room for the longest answer, and none is made of words that do not fit", () => {
  const words = {
    subject: "Example: typical developer",
    headline: "At least $1,234,567 a month on the API at your own rates for 1,000 developers ($1,235 each)",
    verdict:
      "Cheapest per developer is Team Premium ($1,000) or Team Standard ($1,234): it depends on what the plans cover, which nobody publishes.",
    figures: ["Per session", "Per calendar day", "Per month"].map((label) => ({
      label,
      value: "$1,234,567",
      note: "1,000 developers, own rates",
    })),
    date: "Prices checked 2026-11-20",
  };
  expect(previewCard(words).equals(previewCard(words))).toBe(true);
  expect(() => previewCard({ ...words, headline: words.headline.repeat(3) })).toThrow("no room");
  expect(() => previewCard({ ...words, subject: words.subject.repeat(2) })).toThrow("440 px");
});

/** The colours in the strip along a picture's edge, and in the strips along the sides of its sheet. */
async function edgeColours(card: { address: string; edge: number; width: number; height: number }) {
  const { address, edge, width, height } = card;
  const image = new Image();
  image.src = new URL(address, location.href).href;
  await image.decode();
  const canvas = document.createElement("canvas");
  Object.assign(canvas, { width, height });
  const drawing = canvas.getContext("2d");
  if (!drawing) throw new Error("the browser draws nothing");
  drawing.drawImage(image, 0, 0);
  const coloursIn = (...box: readonly [number, number, number, number]): string[] => {
    const { data } = drawing.getImageData(...box);
    const colours = new Set<string>();
    for (let at = 0; at < data.length; at += 4) colours.add(data.slice(at, at + 3).join(" "));
    return [...colours];
  };
  const [strip, top, tall] = [28, 140, 380];
  return {
    // The sheet's border is 2 px wide, half of it outside; descenders of the last line reach below it.
    outside: [
      ...new Set([
        ...coloursIn(0, 0, width, edge - 6),
        ...coloursIn(0, height - edge / 2, width, edge / 2),
        ...coloursIn(0, 0, edge - 2, height),
        ...coloursIn(width - edge + 2, 0, edge - 2, height),
      ]),
    ],
    inside: [...new Set([...coloursIn(edge + 2, top, strip, tall), ...coloursIn(width - edge - 2 - strip, top, strip, tall)])],
  };
}

for (const { id, name } of PRESETS)
  test(`${name}: the page is taken over as it was drawn, and its sliders move the figures`, async ({ page, request }) => {
    const { html } = await read(request, `./presets/${id}/`);
    const drawn = /data-figure="month".*?<button[^>]*>([^<]*)</s.exec(html)?.[1];
    const complaints = noteComplaints(page);
    await openPage(page, `./presets/${id}/`);
    const month = await textOf(figure(page, "month"));
    expect(month).toBe(drawn);
    await expect(page.getByLabel("Start from")).toHaveValue(id);
    await slider(page, "Working days a month").press("ArrowRight");
    await expect(figure(page, "month")).not.toHaveText(month);
    expect(complaints).toEqual([]);
  });

async function settledHash(page: Page): Promise<string> {
  await expect.poll(() => page.evaluate(() => location.hash)).not.toBe("");
  return page.evaluate(() => location.hash);
}

test("a preset's address stays bare until something is changed, and Back brings the preset back", async ({ page }) => {
  await openPage(page, TEAM.path);
  await page.waitForTimeout(1_000);
  expect(await page.evaluate(() => location.hash)).toBe("");
  await page.getByLabel("Start from").selectOption({ label: "Light user" });
  expect(await settledHash(page)).toContain("p=light");
  await page.goBack();
  await expect(figure(page, "month")).toHaveText(TEAM.month);
});

test("the link of a preset's page opens the same on the main page, and a fragment wins over the preset", async ({
  page,
  context,
}) => {
  await openPage(page, TEAM.path);
  await slider(page, "Working days a month").press("ArrowRight");
  await expect(figure(page, "month")).not.toHaveText(TEAM.month);
  const link = await copyLink(page);
  const other = await context.newPage();
  for (const address of [`./#${link.split("#")[1]}`, `./presets/light/#${link.split("#")[1]}`]) {
    await openPage(other, address);
    await expect(sentence(other)).toHaveText(await textOf(sentence(page)));
    await expect(figure(other, "month")).toHaveText(await textOf(figure(page, "month")));
    await other.goto("about:blank");
  }
});

test("a preset's page shows the preset where other input is saved, and leaves that as it is", async ({ page }) => {
  await openPage(page);
  await slider(page, "Working days a month").press("ArrowRight");
  await settledHash(page);
  // Longer than saved input waits for a rest.
  await page.waitForTimeout(1_500);
  const saved = await page.evaluate(() => Object.entries(localStorage));
  await openPage(page, TEAM.path);
  await expect(figure(page, "month")).toHaveText(TEAM.month);
  expect(await page.evaluate(() => Object.entries(localStorage))).toEqual(saved);
});
