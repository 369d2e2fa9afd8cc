import { expect, type Locator, type Page, test } from "@playwright/test";
import { caughtUp, copyLink, figure, numberField, openPage, reachTheEnd, textOf, typeNumber, unfoldAll } from "./page-steps.ts";

const TURNS = "A session, request by request";
const COSTS = "What it has cost so far";
const LEVERS = "Levers";
const WATERFALL = "What would cut the bill";

/** The panel under a heading. */
function panel(page: Page, title: string): Locator {
  return page.getByRole("region", { name: title, exact: true });
}

/** The cells of a chart's table, once it is unfolded. */
async function cellsOf(page: Page, title: string): Promise<readonly (readonly string[])[]> {
  const button = panel(page, title).getByRole("button", { name: "Table" });
  if ((await button.getAttribute("aria-expanded")) === "false") await button.click();
  const rows = await panel(page, title).locator("tbody tr").all();
  return Promise.all(rows.map((row) => row.locator("th, td").allTextContents()));
}

test("compaction moves both curves: what the session has cost as set, and with nothing cached", async ({ page }) => {
  await openPage(page);
  await reachTheEnd(page);
  const [before] = [(await cellsOf(page, COSTS)).at(-1)];
  await unfoldAll(page);
  await page.getByRole("switch", { name: "Compact long conversations" }).check();
  await typeNumber(page, "Compact when the prompt would pass", "80k");
  await expect(panel(page, TURNS)).toContainText("Compaction");
  await caughtUp(page);
  const after = (await cellsOf(page, COSTS)).at(-1);
  // The last row: request, as set, with nothing cached. Two compactions more, a shorter conversation at the end.
  const dollars = (text: string | undefined) => Number((text ?? "").replace(/[^0-9.]/g, ""));
  expect(dollars(after?.[1])).toBeLessThan(dollars(before?.[1]));
  expect(dollars(after?.[2])).toBeLessThan(dollars(before?.[2]));
});

test("a point of the curve opens: the lines of its request add up to what it costs", async ({ page }) => {
  await openPage(page);
  await reachTheEnd(page);
  const chart = panel(page, TURNS);
  await chart.scrollIntoViewIfNeeded();
  const drawing = chart.locator("[data-chart-slot] svg").first();
  await expect(drawing).toBeVisible();
  await expect(chart.locator("[data-chart-slot]")).toHaveAttribute("data-drawn", /\d+/);
  // On the second break of the typical session the whole conversation is written again: the tallest striped column, request 54.
  await typeNumber(page, "Request", "54");
  const lines = panel(page, "What one request is charged");
  await expect(lines).toContainText("its cache gone");
  // Prompt of request 54: 20,000 + 54 × 1,600 + 53 × 360 = 125,480, all written: 125,480 × $5 / MTok = $0.6274; output 600 × $20 / MTok = $0.012.
  await expect(lines.locator("tbody tr")).toHaveCount(2);
  await expect(lines.locator("tbody")).toContainText("125,480 tokens × $5 per MTok");
  await expect(lines.locator("tfoot")).toContainText("$0.639");
  const box = await drawing.boundingBox();
  if (!box) throw new Error("the chart is not on the screen");
  await chart.scrollIntoViewIfNeeded();
  await drawing.click({ position: { x: box.width / 2, y: box.height / 2 } });
  await expect(numberField(page, "Request")).not.toHaveValue("54");
});

test("every lever set survives the link, with the bill that they come to", async ({ page, context }) => {
  await openPage(page);
  await reachTheEnd(page);
  const levers = panel(page, LEVERS);
  for (const lever of await levers.getByRole("switch").all()) await lever.check();
  await unfoldAll(page);
  await typeNumber(page, "Easy work", "55");
  await levers.getByLabel("Model for easy work").selectOption({ label: "Sonnet 5.5" });
  await levers.getByRole("radio", { name: "Each request" }).check();
  await typeNumber(page, "/clear after", "25");
  await typeNumber(page, "Less output", "35");
  await typeNumber(page, "Share of the work in batch", "15");
  const seen = async (on: Page) => ({
    inputs: await panel(on, LEVERS)
      .locator("input, select")
      .evaluateAll((fields) => fields.map((field) => [(field as HTMLInputElement).value, (field as HTMLInputElement).checked])),
    steps: await cellsOf(on, WATERFALL),
    month: await textOf(figure(on, "month")),
  });
  await caughtUp(page);
  expect((await cellsOf(page, WATERFALL)).length).toBeGreaterThan(7);
  const link = await copyLink(page);
  expect(link.length).toBeLessThanOrEqual(520);
  const sent = await seen(page);

  const other = await context.newPage();
  await openPage(other, link);
  await reachTheEnd(other);
  await expect(panel(other, LEVERS)).toBeVisible();
  await unfoldAll(other);
  await expect.poll(() => seen(other)).toEqual(sent);
});

test("levers change nothing else until they are made the inputs; then the month is what they came to, and Back undoes it", async ({
  page,
}) => {
  await openPage(page);
  await reachTheEnd(page);
  const before = await textOf(figure(page, "month"));
  await panel(page, LEVERS)
    .getByRole("switch", { name: /Model routing/ })
    .check();
  await panel(page, LEVERS)
    .getByRole("switch", { name: /Less extended thinking/ })
    .check();
  await caughtUp(page);
  expect((await cellsOf(page, WATERFALL)).at(-1)?.join(" ")).not.toContain(before);
  await expect(figure(page, "month")).toHaveText(before);
  const optimised = (await cellsOf(page, WATERFALL)).at(-1)?.find((cell) => cell.startsWith("$"));
  expect(optimised).toBeDefined();
  await page.getByRole("button", { name: "Make these my inputs" }).click();
  await expect(figure(page, "month")).toHaveText(optimised ?? "");
  await page.goBack();
  await expect(figure(page, "month")).toHaveText(before);
});

test("what cannot be: shares above 100, a limit that compaction cannot keep, no request, half a request", async ({ page }) => {
  await openPage(page);
  await reachTheEnd(page);
  const before = await textOf(figure(page, "month"));
  await unfoldAll(page);
  await page.getByRole("switch", { name: "Compact long conversations" }).check();
  await typeNumber(page, "Compact when the prompt would pass", "20k");
  // Base prompt 20,000 + summary 5,000 + growth 1,600 = 26,600.
  await expect(page.getByText(/compaction cannot get below 26,600 tokens/)).toBeVisible();
  await expect(page.getByText("Not updated: an input cannot be used").first()).toBeVisible();
  await page.getByRole("switch", { name: "Compact long conversations" }).uncheck();
  await expect(figure(page, "month")).toHaveText(before);

  await panel(page, LEVERS)
    .getByRole("switch", { name: /Model routing/ })
    .check();
  await unfoldAll(page);
  await typeNumber(page, "Easy work", "90");
  await expect(panel(page, LEVERS).getByText(/easy and medium work add to 110 %/)).toBeVisible();
  await expect(page.getByText("Not updated: an input cannot be used").first()).toBeVisible();
  await typeNumber(page, "Easy work", "70");
  await expect(page.getByText("Not updated: an input cannot be used")).toHaveCount(0);

  for (const text of ["0", "2.5", "none"]) {
    await numberField(page, "Requests in a session").fill(text);
    await numberField(page, "Requests in a session").press("Enter");
    const box = numberField(page, "Requests in a session");
    const said = page.locator(`#${await box.getAttribute("id")}-message`);
    await expect(said).not.toBeEmpty();
  }
});
