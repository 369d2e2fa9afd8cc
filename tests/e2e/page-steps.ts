import { expect, type Locator, type Page } from "@playwright/test";

/** Opens the page at a link (`#…`, or a whole address) and waits until it answers to a person. */
export async function openPage(page: Page, link = "./"): Promise<void> {
  await holdToPolicy(page);
  await page.goto(link);
  await awaitReady(page);
}

/** Comes again as a person who types an address or opens a link: into a page of its own, even where only the fragment is another. */
export async function comeAgain(page: Page, link = "./"): Promise<void> {
  await page.goto("about:blank");
  await openPage(page, link);
}

const held = new WeakSet<Page>();
const REFUSED = "The page's policy refused";

// R1: whatever a test is about, it fails where its page, or a frame in it, tries what the policy refuses.
async function holdToPolicy(page: Page): Promise<void> {
  if (held.has(page)) return;
  held.add(page);
  page.on("console", (message) => {
    if (message.text().startsWith(REFUSED)) expect.soft(message.text(), "R1: nothing is tried that the policy refuses").toBe("");
  });
  await page.addInitScript((refused) => {
    addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sourceFile }) =>
      console.error(`${refused}: ${violatedDirective} ${blockedURI} ${sourceFile}`),
    );
  }, REFUSED);
}

/** Waits until each part of the page answers to a person. */
export async function awaitReady(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(isTakenOver), { message: "the page answers to clicks" }).toBe(true);
}

// The page comes drawn, and until React has taken a part over, its buttons do nothing: one element of each chunk stands for it.
function isTakenOver(): boolean {
  const parts = ["#sessions", "#batch", "[data-chart-slot]"].map((selector) => document.querySelector(selector));
  return parts.every((part) => part !== null && Object.keys(part).some((key) => key.startsWith("__reactProps")));
}

/** The answer's sentence; on a phone the bar at the bottom says it too. */
export function sentence(page: Page): Locator {
  return page.locator("[data-answer]");
}

/** The value of a figure under the answer. */
export function figure(page: Page, id: "session" | "day" | "developer" | "month" | "year"): Locator {
  return page.locator(`[data-figure=${id}] dd`).first();
}

/** Waits until what lags behind the answer has caught up with the last input. */
export async function caughtUp(page: Page): Promise<void> {
  await expect(page.locator("[data-lagging]")).toHaveCount(0);
}

/** The text of something that stands on the page now; where it lags behind the answer, it may be that of an earlier input. */
export async function textOf(place: Locator): Promise<string> {
  return (await place.textContent()) ?? "";
}

/** A number field by its label. */
export function numberField(page: Page, label: string): Locator {
  return page.getByRole("textbox", { name: label, exact: true });
}

/** The slider that stands under the number field of that label. */
export function slider(page: Page, label: string): Locator {
  return page.getByRole("slider", { name: `${label} slider`, exact: true });
}

/** Types a number over the old one and leaves it with Enter. */
export async function typeNumber(page: Page, label: string, text: string): Promise<void> {
  await numberField(page, label).fill(text);
  await numberField(page, label).press("Enter");
}

/** Chooses "By its totals" and sets every class that is not given to 0. */
export async function describeByTotals(page: Page, totals: Readonly<Record<string, string>>): Promise<void> {
  await page.getByRole("radio", { name: "By its totals" }).check();
  for (const label of ["Input", "Output", "Cache read", "Cache write, 5 minutes", "Cache write, 1 hour"])
    await typeNumber(page, label, totals[label] ?? "0");
}

/** Where on the screen a slider's thumb is when it stands at a stop (0-based), px. */
export async function placeOfStop(range: Locator, stop: number): Promise<{ readonly x: number; readonly y: number }> {
  const thumb = 24;
  const box = await range.boundingBox();
  if (!box) throw new Error("the slider is not on the screen");
  const last = Number(await range.getAttribute("max"));
  return { x: box.x + thumb / 2 + ((box.width - thumb) * stop) / last, y: box.y + box.height / 2 };
}

/** Unfolds everything that is folded, the charts' tables too; a part that comes only when it is opened may bring more. */
export async function unfoldAll(page: Page): Promise<void> {
  await reachTheEnd(page);
  await expect(async () => {
    expect(await page.evaluate(openFolded)).toBe(0);
    await expect(page.locator("details[open] .min-h-60:empty")).toHaveCount(0, { timeout: 50 });
  }).toPass({ intervals: [100] });
}

// Runs in the page, all at once: the page has some eighty parts to unfold, and a press by the mouse takes a tenth of a second.
function openFolded(): number {
  const folded = Array.from(document.querySelectorAll<HTMLElement>("details:not([open]) > summary")).filter((summary) =>
    summary.checkVisibility(),
  );
  const tables = Array.from(document.querySelectorAll<HTMLElement>('button[aria-expanded="false"]')).filter(
    ({ textContent }) => textContent === "Table",
  );
  for (const closed of [...folded, ...tables]) closed.click();
  return folded.length + tables.length;
}

/** Comes near to each part that stands far down and is drawn only then, and back to the top. */
export async function reachTheEnd(page: Page): Promise<void> {
  await awaitReady(page);
  await expect(async () => {
    await page.evaluate(() => document.querySelector("[data-later]")?.scrollIntoView());
    await expect(page.locator("[data-later]")).toHaveCount(0, { timeout: 500 });
  }).toPass();
  await page.evaluate(() => scrollTo(0, 0));
}

/** Scrolls to each chart until it is drawn. */
export async function drawCharts(page: Page): Promise<void> {
  await reachTheEnd(page);
  const slots = page.locator("[data-chart-slot]");
  // Folded parts have further ones.
  await expect(slots.nth(7)).toBeAttached();
  for (const slot of await slots.all()) {
    await slot.scrollIntoViewIfNeeded();
    await expect(slot.locator("svg").first()).toBeVisible();
  }
}

/** Presses "Copy link" and returns what is then on the clipboard. */
export async function copyLink(page: Page): Promise<string> {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.getByRole("button", { name: "Copy link" }).click();
  await expect(page.getByText("Copied", { exact: true })).toBeVisible();
  return page.evaluate(() => navigator.clipboard.readText());
}

/** Waits until the page has fetched its later chunks too and counts what is asked for from then on, and returns what it says of that. */
export async function requestsSinceLoad(page: Page): Promise<string> {
  const words = page.getByText(/Requests since the page was loaded: \d/);
  await expect(words).toBeAttached();
  return textOf(words);
}

/** Everything that a browser complains of from now on: errors and warnings of the console, and errors that nobody caught. */
export function noteComplaints(page: Page): readonly string[] {
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type()))
      complaints.push(`${message.type()}: ${message.text()} ${message.location().url}`);
  });
  return complaints;
}
