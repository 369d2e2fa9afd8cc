import { readFileSync } from "node:fs";
import { type Download, expect, type FrameLocator, type Locator, type Page, test } from "@playwright/test";
import { readCsv } from "../../src/lib/csv.ts";
import { schemaFaults } from "../ui/schema-check.ts";
import { violations } from "./axe-check.ts";
import { drawCharts, noteComplaints, openPage, reachTheEnd } from "./page-steps.ts";

const SCHEMA = JSON.parse(readFileSync(new URL("../../docs/export.schema.json", import.meta.url), "utf8"));

/** The heading of each chart and what its files are called. */
const CHARTS = [
  ["API against plans", "break-even"],
  ["A session on each model", "models"],
  ["The month by kind of session", "month"],
  ["A session, request by request", "session"],
  ["What it has cost so far", "session-cost"],
  ["What would cut the bill", "levers"],
  ["Which input moves the bill most", "sensitivity"],
] as const;
const PRICES = "2026-11-20";

function chart(page: Page | FrameLocator, title: string): Locator {
  return page.getByRole("region", { name: title, exact: true });
}

async function openExport(page: Page | FrameLocator, title: string): Promise<Locator> {
  await chart(page, title).getByRole("button", { name: "Export" }).click();
  const dialog = page.getByRole("dialog", { name: /^Export: / });
  await expect(dialog).toBeVisible();
  return dialog;
}

async function exported(page: Page, title: string, kind: "CSV" | "JSON" | "SVG" | "PNG"): Promise<Download> {
  const dialog = await openExport(page, title);
  const [download] = await Promise.all([page.waitForEvent("download"), dialog.getByRole("button", { name: kind }).click()]);
  await expect(dialog.getByText(`Saved as ${download.suggestedFilename()}`)).toBeVisible();
  await dialog.getByRole("button", { name: "Close" }).click();
  return download;
}

async function bytesOf(download: Download): Promise<Buffer> {
  return readFileSync(await download.path());
}

function cellsOf(csv: string): readonly (readonly string[])[] {
  return readCsv(csv, ",").rows.map(({ cells }) => cells ?? []);
}

test("the bill as CSV and JSON adds up to the page's month, with day and link", async ({ page }) => {
  await openPage(page);
  const csv = await exported(page, "The bill by class", "CSV");
  expect(csv.suggestedFilename()).toBe(`claude-code-cost-bill-${PRICES}.csv`);
  const [labels = [], ...rows] = cellsOf((await bytesOf(csv)).toString());
  const amount = labels.indexOf("Amount, US$ a month");
  const sum = rows.reduce((total, cells) => total + Number(cells[amount]), 0);
  // 12.969024 an active day × 15 days, as the typical preset is sized: about $13 × 15
  expect(sum).toBeCloseTo(194.53536, 6);
  for (const cells of rows) {
    const [, quantity, , rate] = cells.map(Number);
    expect(((quantity ?? 0) / 1e6) * (rate ?? 0)).toBeCloseTo(Number(cells[amount]), 9);
    expect(cells.at(-2)).toBe(PRICES);
    expect(cells.at(-1)).toContain("#v=1&");
  }
  const json = JSON.parse((await bytesOf(await exported(page, "The bill by class", "JSON"))).toString());
  expect(schemaFaults(SCHEMA, json)).toEqual([]);
  expect(json.total.amount).toBeCloseTo(sum, 9);
  expect(json.link).toContain("#v=1&");
});

test("each chart's table as CSV and JSON, and its picture as SVG and PNG", async ({ page }) => {
  test.slow();
  const complaints = noteComplaints(page);
  await openPage(page);
  await drawCharts(page);
  for (const [title, name] of CHARTS) {
    const takeaway = (await chart(page, title).getByRole("paragraph").first().textContent()) ?? "";
    const csv = await exported(page, title, "CSV");
    expect(csv.suggestedFilename()).toBe(`claude-code-cost-${name}-${PRICES}.csv`);
    const json = JSON.parse((await bytesOf(await exported(page, title, "JSON"))).toString());
    expect(schemaFaults(SCHEMA, json)).toEqual([]);
    expect(json).toMatchObject({ name, title, takeaway, pricesOf: PRICES });
    const [labels, ...rows] = cellsOf((await bytesOf(csv)).toString());
    expect(labels).toEqual([...json.columns.map(({ label }: { label: string }) => label), "Prices of", "Link"]);
    const texts = json.rows.map((row: Record<string, unknown>) => [
      ...Object.values(row).map((cell) => String(cell ?? "")),
      PRICES,
      json.link,
    ]);
    expect(rows).toEqual(texts);

    const svg = (await bytesOf(await exported(page, title, "SVG"))).toString();
    const read = await readSvg(page, svg);
    expect(read.isWellFormed, name).toBe(true);
    expect(read.title).toBe(title);
    expect(read.texts).toContain(title);
    for (const said of [takeaway, `prices of ${PRICES}`, json.link])
      expect(read.texts.replace(/\s+/g, "")).toContain(said.replace(/\s+/g, ""));
    expect(svg).not.toMatch(/var\(|class=|style=|<style|<script|<foreignObject/);
    expect(read.danglingReferences).toEqual([]);

    const png = await bytesOf(await exported(page, title, "PNG"));
    expect(png.subarray(0, 8)).toEqual(Buffer.from("\x89PNG\r\n\x1a\n", "latin1"));
    // Width and height stand behind the first chunk's name, each in four bytes.
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([read.width * 2, read.height * 2]);
  }
  expect(complaints).toEqual([]);
});

interface ReadSvg {
  readonly isWellFormed: boolean;
  readonly title: string;
  /** Every text of the picture; lines that were broken come one after the other. */
  readonly texts: string;
  /** References to ids that the picture does not hold. */
  readonly danglingReferences: readonly string[];
  readonly width: number;
  readonly height: number;
}

// In a page without a policy: the calculator's lets no text become a document.
async function readSvg(page: Page, text: string): Promise<ReadSvg> {
  const reader = await page.context().newPage();
  const read = await reader.evaluate((svg): ReadSvg => {
    const file = new DOMParser().parseFromString(svg, "image/svg+xml");
    const root = file.documentElement;
    const references = Array.from(svg.matchAll(/url\(["']?#([^"')]+)/g), ([, id]) => id ?? "");
    return {
      isWellFormed: file.querySelector("parsererror") === null && root.localName === "svg",
      title: root.querySelector(":scope > title")?.textContent ?? "",
      texts: Array.from(root.querySelectorAll("text"), (line) => line.textContent).join(" "),
      danglingReferences: references.filter((id) => file.getElementById(id) === null),
      width: Number(root.getAttribute("width")),
      height: Number(root.getAttribute("height")),
    };
  }, text);
  await reader.close();
  return read;
}

test("a picture is the same in the light and in the dark page, textures included", async ({ browser, baseURL }) => {
  const pictures: string[] = [];
  for (const colorScheme of ["light", "dark"] as const) {
    const page = await browser.newPage({ colorScheme, viewport: { width: 1280, height: 900 }, baseURL: baseURL ?? "" });
    await openPage(page);
    await chart(page, "A session on each model").scrollIntoViewIfNeeded();
    await expect(chart(page, "A session on each model").locator("[data-chart-slot] svg").first()).toBeVisible();
    pictures.push((await bytesOf(await exported(page, "A session on each model", "SVG"))).toString());
    await page.close();
  }
  const [light = "", dark = ""] = pictures;
  expect(dark).toBe(light);
  expect(light).toMatch(/<pattern /);
  // Mark 2 of the light palette
  expect(light).toContain("rgb(218, 77, 5)");
});

test("a name that a spreadsheet would take for a formula is guarded", async ({ page }) => {
  await openPage(page);
  await page.getByText("Rates and terms").click();
  await page.getByLabel("Name of a further model").fill("-1");
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await chart(page, "A session on each model").getByRole("button", { name: "Table" }).click();
  await expect(chart(page, "A session on each model").getByRole("rowheader", { name: "-1", exact: true })).toBeVisible();
  const rows = cellsOf((await bytesOf(await exported(page, "A session on each model", "CSV"))).toString());
  expect(rows.map(([first]) => first)).toContain("'-1");
});

test("axe finds nothing in the dialog, and the keyboard opens and leaves it", async ({ page }) => {
  await openPage(page);
  const button = chart(page, "The bill by class").getByRole("button", { name: "Export" });
  await button.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Export: The bill, every line" });
  await expect(dialog).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(button).toBeFocused();
});

test("in a frame that may not save files, what they hold can be taken from the dialog", async ({ page, baseURL }) => {
  await page.route("**/host.html", (route) =>
    route.fulfill({
      contentType: "text/html",
      body: '<iframe title="calculator" src="./" sandbox="allow-scripts allow-same-origin" width="1200" height="800"></iframe>',
    }),
  );
  let downloads = 0;
  page.on("download", () => {
    downloads += 1;
  });
  await page.goto(`${baseURL}host.html`);
  const frame = page.frameLocator("iframe");
  const exportButton = chart(frame, "A session on each model").getByRole("button", { name: "Export" });
  await exportButton.scrollIntoViewIfNeeded();
  await expect(chart(frame, "A session on each model").locator("[data-chart-slot] svg").first()).toBeVisible();
  const dialog = await openExport(frame, "A session on each model");
  await dialog.getByRole("button", { name: "CSV" }).click();
  const text = dialog.getByRole("textbox", { name: "The file's text" });
  await expect(text).toHaveValue(/^Model,/);
  await expect(dialog.getByRole("button", { name: "Copy the text" })).toBeVisible();
  await dialog.getByRole("button", { name: "PNG" }).click();
  const picture = dialog.getByRole("img", { name: "The chart, to be copied or saved" });
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(600);
  expect(downloads).toBe(0);
});

// Its code comes behind everything else: until it is there, the page itself would be printed.
async function awaitPrinter(page: Page): Promise<void> {
  const isThere = (): boolean => {
    dispatchEvent(new Event("beforeprint"));
    const found = document.querySelector("[data-print-sheet]") !== null;
    dispatchEvent(new Event("afterprint"));
    return found;
  };
  await expect.poll(() => page.evaluate(isThere), { timeout: 20_000 }).toBe(true);
}

for (const [preset, total] of [
  ["Typical developer", "$194.54"],
  ["Team of 20", "$3,891"],
] as const) {
  test(`${preset} is printed on one A4 page, in light colours from a dark page`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: "dark" });
    await openPage(page);
    await page.getByLabel("Start from").selectOption({ label: preset });
    await reachTheEnd(page);
    await awaitPrinter(page);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    // A4 in points: 210 mm is 595, 297 mm is 842.
    const [, width, height] = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? [];
    expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([595, 842]);

    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    const sheet = page.locator("[data-print-sheet]");
    await expect(sheet.getByRole("heading", { level: 1 })).toHaveText(`What Claude Code costs: ${preset}`);
    await expect(sheet.getByRole("row", { name: /^Total/ })).toContainText(total);
    await expect(sheet.getByRole("row", { name: /^Max/ })).toBeVisible();
    await expect(sheet).toContainText("sessions a day 3");
    await expect(sheet).toContainText(`Prices of ${PRICES}`);
    await expect(sheet.getByRole("link")).toHaveAttribute("href", /#v=1&/);
    await expect(page.locator("#page")).toBeHidden();
    // On paper nobody can scroll to what is too wide.
    await page.setViewportSize({ width: 703, height: 1032 });
    const tooWide = await sheet.evaluate(
      (box) => Array.from(box.querySelectorAll("*")).filter((part) => part.scrollWidth > 704).length,
    );
    expect(tooWide).toBe(0);
    // The ink of the light palette
    await expect(sheet).toHaveCSS("color", "rgb(29, 31, 35)");
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    await expect(sheet).toHaveCount(0);
  });
}
