import { expect, type Page, test } from "@playwright/test";
import { copyLink, drawCharts, figure, noteComplaints, openPage, slider, typeNumber, unfoldAll } from "./page-steps.ts";

/** Uses every part of the page once. */
async function useEverything(page: Page): Promise<void> {
  await unfoldAll(page);
  await slider(page, "Sessions a working day").press("PageUp");
  await typeNumber(page, "Developers", "3");
  await typeNumber(page, "Developers", "abc");
  await typeNumber(page, "Developers", "2");
  await page.getByLabel("Add a model").selectOption({ label: "Haiku 5.5" });
  await page.getByRole("group", { name: "Cache lifetime" }).getByRole("radio", { name: "1 hour" }).check();
  await page.getByRole("switch", { name: "Compact long conversations" }).check();
  await page.getByRole("radio", { name: "Your own" }).check();
  await page.getByRole("button", { name: "Add a kind of session" }).click();
  await page.getByRole("radio", { name: "By its totals" }).check();
  await typeNumber(page, "Web searches", "5");
  await page.getByLabel("Name of a further model").fill("mine");
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await figure(page, "month").getByRole("button").click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.getByRole("button", { name: "Close" }).click();
  await copyLink(page);
  for (const name of ["Team of 20", "CI in batch", "API app", "Heavy user", "Light user"])
    await page.getByLabel("Start from").selectOption({ label: name });
  // The published month of the last one: 0.3414 × 6 × 18
  await expect(figure(page, "month")).toHaveText("$36.87");
  await page.goBack();
  await expect(figure(page, "month")).not.toHaveText("$36.87");
  await drawCharts(page);
}

test("once the page is there nothing is asked of any server, and everything works with the network cut", async ({
  page,
  context,
}) => {
  const complaints = noteComplaints(page);
  const asked: string[] = [];
  context.on("request", (request) => asked.push(request.url()));
  await openPage(page);
  await drawCharts(page);
  await page.waitForLoadState("networkidle");
  const { origin } = new URL(page.url());
  expect(asked.map((address) => new URL(address).origin)).toEqual(asked.map(() => origin));

  const fetched = new Set(asked);
  await context.setOffline(true);
  await useEverything(page);
  // A chunk that was fetched ahead may be named again; without a network it comes from the browser itself, or fails loudly.
  expect(asked.filter((address) => !fetched.has(address))).toEqual([]);
  expect(complaints).toEqual([]);
});

test("the page keeps its own scenario and nothing else: no cookie, no other storage, no database, no worker in the background", async ({
  page,
  context,
}) => {
  await openPage(page);
  await useEverything(page);
  expect(await context.cookies()).toEqual([]);
  const kept = await page.evaluate(async () => ({
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    databases: await indexedDB.databases(),
    caches: await caches.keys(),
    workers: await navigator.serviceWorker.getRegistrations(),
  }));
  expect(kept).toEqual({ local: ["claude-code-cost/1/last"], session: [], databases: [], caches: [], workers: [] });
});

test("a bad link and a bad input make no noise in the console", async ({ page }) => {
  const complaints = noteComplaints(page);
  await openPage(page, "#v=1&pd=2026-11-20&day=18&s=");
  await typeNumber(page, "Developers", "abc");
  await expect(page.getByText(/^Not a number we can read/)).toBeVisible();
  expect(complaints).toEqual([]);
});
