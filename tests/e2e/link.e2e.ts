import { expect, type Page, test } from "@playwright/test";
import {
  awaitReady,
  comeAgain,
  copyLink,
  figure,
  numberField,
  openPage,
  sentence,
  textOf,
  typeNumber,
  unfoldAll,
} from "./page-steps.ts";

const NOTICE = "This link did not open as it was made";
// 6 sessions a day on 18 days: 108 × $4.323008 (the typical session, see answer.e2e.ts) = 466.884864
const LINK = "#v=1&pd=2026-11-20&day=18&s=6&z=4";
const MONTH = "$466.88";

/** What a person sees of a scenario: the answer, its figures and every input. */
async function seen(page: Page): Promise<unknown> {
  await unfoldAll(page);
  return page.evaluate(() => ({
    answer: document.querySelector("main section")?.textContent,
    inputs: Array.from(document.querySelectorAll<HTMLInputElement>("input, select"), ({ value, checked }) => [value, checked]),
  }));
}

async function changeMuch(page: Page): Promise<void> {
  await unfoldAll(page);
  await typeNumber(page, "Working days a month", "18");
  await typeNumber(page, "Developers", "3");
  await typeNumber(page, "Sessions a working day", "4.5");
  await typeNumber(page, "Context growth a request", "1,234");
  await page.getByLabel("Model", { exact: true }).selectOption({ label: "Sonnet 5.5" });
  await page.getByLabel("Add a model").selectOption({ label: "Haiku 5.5" });
  await page.getByRole("group", { name: "Cache lifetime" }).getByRole("radio", { name: "1 hour" }).check();
  await page.getByRole("switch", { name: "Compact long conversations" }).check();
  await page.getByRole("radio", { name: "US only" }).check();
  await typeNumber(page, "Contract discount on list prices", "12.5");
  await page.getByRole("radio", { name: "Your own" }).check();
  await typeNumber(page, "Pro, at least", "150");
}

test("U1, U2: a copied link of many changes is short, plain, and opens the same sentence, figures and inputs elsewhere and after a reload", async ({
  page,
  context,
}) => {
  await openPage(page);
  await changeMuch(page);
  const link = await copyLink(page);
  expect(link.length).toBeLessThanOrEqual(300);
  expect(link.split("#")[1]).toMatch(/^[A-Za-z0-9._~=&-]*[A-Za-z0-9]$/);
  const sent = await seen(page);

  const other = await context.newPage();
  await openPage(other, link);
  await expect(sentence(other)).toHaveText(await textOf(sentence(page)));
  expect(await seen(other)).toEqual(sent);
  await expect(other.getByText(NOTICE)).toHaveCount(0);
  await other.reload();
  await awaitReady(other);
  expect(await seen(other)).toEqual(sent);
});

test("a link without its last 5 characters opens with a notice in a status region that names what is wrong", async ({ page }) => {
  // Cut behind "s=": the sessions cannot be read, and the end that counts the entries is gone.
  await openPage(page, LINK.slice(0, -5));
  const notice = page.getByRole("status").filter({ hasText: NOTICE });
  await expect(notice).toBeVisible();
  await expect(notice.getByRole("listitem")).toContainText([/^link: its end is missing/, /^s: .+; ignored$/]);
  // What could be read counts: 18 days; the sessions are the default's 3.
  await expect(numberField(page, "Working days a month")).toHaveValue("18");
  await expect(numberField(page, "Sessions a working day")).toHaveValue("3");
  await notice.getByRole("button", { name: "Put away" }).click();
  await expect(page.getByText(NOTICE)).toHaveCount(0);
});

test("U6: no bad link shows the preset in silence", async ({ page }) => {
  const bad = [
    "#hello",
    "#s=6",
    "#v=1",
    "#v=9&pd=2026-11-20&s=6&z=3",
    "#v=1&pd=2026-11-20&s=abc&z=3",
    "#v=1&pd=2026-11-20&s=-6&z=3",
    "#v=1&pd=2026-11-20&s=6&s=7&z=4",
    "#v=1&pd=2026-11-20&s=6&z=5",
    "#v=1&pd=2026-11-20&__proto__=6&z=3",
    "#%E0%A4%A",
    `#v=1&pd=2026-11-20&as=${"a".repeat(4_100)}&z=3`,
    ...Array.from({ length: LINK.length - 2 }, (_, cut) => LINK.slice(0, cut + 2)).filter((_, cut) => cut % 6 === 0),
  ];
  for (const link of bad) {
    // Else it would be a change of the hash only, and the page would not be opened anew.
    await page.goto("about:blank");
    await page.goto(link);
    await expect(page.getByRole("status").filter({ hasText: NOTICE }), link).toBeVisible();
    await expect(page.locator("body"), link).not.toContainText(/NaN|Infinity|undefined/);
  }
});

test("U7: what mail and chat programs do to a link does it no harm", async ({ page }) => {
  for (const link of [
    `./${LINK}&utm_source=mail&fbclid=abc`,
    `./?utm_source=mail${LINK}`,
    `./${LINK.replaceAll("&", "&amp;")}`,
    `./#${encodeURIComponent(LINK.slice(1))}`,
    `./${LINK}#?secret=abc`,
  ]) {
    await comeAgain(page, link);
    await expect(figure(page, "month"), link).toHaveText(MONTH);
    await expect(page.getByText(NOTICE), link).toHaveCount(0);
  }
});

test("U10: a hash edited by hand is opened without a reload", async ({ page }) => {
  await openPage(page);
  await numberField(page, "Developers").evaluate((input) => input.setAttribute("data-before", ""));
  await page.evaluate((hash) => {
    location.hash = hash;
  }, LINK);
  await expect(figure(page, "month")).toHaveText(MONTH);
  await expect(numberField(page, "Sessions a working day")).toHaveValue("6");
  await expect(page.locator("[data-before]")).toHaveCount(1);
});

test("U10: Back after a preset brings back what was there just before, Forward the preset again", async ({ page }) => {
  await openPage(page);
  await typeNumber(page, "Working days a month", "18");
  await typeNumber(page, "Sessions a working day", "6");
  await page.getByLabel("Start from").selectOption({ label: "Team of 20" });
  // 20 developers × $194.53536 = 3,890.7072
  await expect(figure(page, "month")).toHaveText("$3,891");
  await page.goBack();
  await expect(figure(page, "month")).toHaveText(MONTH);
  await expect(page.getByLabel("Start from").locator("option:checked")).toHaveText("Typical developer (edited)");
  await expect(numberField(page, "Sessions a working day")).toHaveValue("6");
  await page.goForward();
  await expect(figure(page, "month")).toHaveText("$3,891");
  await expect(page.getByText(NOTICE)).toHaveCount(0);
});
