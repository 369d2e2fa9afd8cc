import { readFile } from "node:fs/promises";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, type Page, test } from "@playwright/test";
import { awaitReady, drawCharts, figure, numberField, reachTheEnd, typeNumber, unfoldAll } from "./page-steps.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const BUILD = resolve(ROOT, process.env.E2E_DIST ?? "dist");
const KINDS: Readonly<Record<string, string>> = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css" };
const MY_LINK = "#v=1&pd=2026-11-20&dev=25&z=3";

/** A server with a build, on which another one can take its place: the same files under another name, as new hashes would give them. */
interface Host {
  readonly address: string;
  /** How often the page itself was asked for. */
  readonly opened: () => number;
  /** From now on the old build's scripts are gone, and the page names those of the next one. */
  readonly deploy: () => void;
  readonly close: () => void;
}

interface Habits {
  /** Scripts that are not answered before the next build is there. */
  readonly holds?: RegExp;
  /** Scripts that are gone from the start, with no newer build. */
  readonly lacks?: RegExp;
  /** Scripts that fail when they run. */
  readonly breaks?: RegExp;
  /** The next build is there as soon as this has been sent. */
  readonly deploysAfter?: RegExp;
  /** The first time the page itself is one that was kept: it names the code of a build that has gone. */
  readonly keepsPage?: boolean;
}

async function startHost({ holds, lacks, breaks, deploysAfter, keepsPage = false }: Habits): Promise<Host> {
  let opened = 0;
  let folder = "assets";
  const waiting: (() => void)[] = [];
  const deploy = (): void => {
    folder = "assets-next";
    for (const answer of waiting.splice(0)) answer();
  };
  const send = async (response: ServerResponse, path: string): Promise<void> => {
    const isPage = path.endsWith("/");
    if (isPage) opened += 1;
    const [, home = "", asked = "", name = ""] = /^(.*\/)(assets|assets-next|assets-gone)\/(.*)$/.exec(path) ?? [];
    if ((asked !== "" && asked !== folder) || lacks?.test(name)) return void response.writeHead(404).end();
    const file = join(BUILD, asked === "" ? path + (isPage ? "index.html" : "") : join(home, "assets", name));
    const content = breaks?.test(name)
      ? Buffer.from(`throw new Error("${name} fails");`)
      : await readFile(file).catch(() => null);
    if (content === null) return void response.writeHead(404).end();
    const named = keepsPage && opened === 1 ? "assets-gone" : folder;
    const body = isPage ? content.toString().replaceAll("./assets/", `./${named}/`) : content;
    response.writeHead(200, { "content-type": KINDS[extname(file)] ?? "application/octet-stream", "cache-control": "no-store" });
    response.end(body);
    if (deploysAfter?.test(name)) deploy();
  };
  const server = createServer((request, response) => {
    const path = (request.url ?? "/").split("?", 1)[0] ?? "/";
    if (holds?.test(path) && folder === "assets") waiting.push(() => void send(response, path));
    else void send(response, path);
  });
  await new Promise<void>((go) => server.listen(0, "127.0.0.1", go));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const close = (): void => {
    server.close();
    server.closeAllConnections();
  };
  return { address, opened: () => opened, deploy, close };
}

/** Waits until the page has been asked for a second time and answers to a person. */
async function awaitSecond(page: Page, host: Host): Promise<void> {
  await expect.poll(host.opened).toBe(2);
  // The first page may still be there when the second is asked for.
  await expect(() => awaitReady(page)).toPass();
}

/** Opens what comes in chunks of its own and only when it is asked for. */
async function openLateFeatures(page: Page): Promise<void> {
  await drawCharts(page);
  await unfoldAll(page);
  for (const name of ["Share", "Saved"]) {
    await page.getByRole("button", { name, exact: true }).first().click();
    await expect(page.getByRole("dialog")).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toHaveCount(0);
  }
  await expect(page.getByText(/did not load|could not be (shown|drawn)/).filter({ visible: true })).toHaveCount(0);
}

test("R8: a page whose later code is gone before it came is loaded again once, with its link, and is whole", async ({ page }) => {
  const host = await startHost({ deploysAfter: /^index-.*\.js$/ });
  try {
    await page.goto(host.address + MY_LINK);
    await awaitSecond(page, host);
    await expect(numberField(page, "Developers")).toHaveValue("25");
    await openLateFeatures(page);
    expect(host.opened()).toBe(2);
  } finally {
    host.close();
  }
});

test("R8: what was put in meanwhile is in the address when the page is loaded again", async ({ page }) => {
  const host = await startHost({ holds: /\/assets\/insights-/ });
  try {
    await page.goto(host.address);
    await awaitReady(page);
    await typeNumber(page, "Developers", "25");
    host.deploy();
    await awaitSecond(page, host);
    await expect(numberField(page, "Developers")).toHaveValue("25");
    expect(new URL(page.url()).hash).toContain("dev=25");
    await reachTheEnd(page);
    await expect(page.getByText("did not load").filter({ visible: true })).toHaveCount(0);
    expect(host.opened()).toBe(2);
  } finally {
    host.close();
  }
});

test("R7, R8: code that is gone for good or fails is missed by nothing else, and the page is loaded again once at most", async ({
  page,
}) => {
  const host = await startHost({ lacks: /^(insights|team)-/, breaks: /^(charts|own-usage)-/ });
  try {
    await page.goto(host.address);
    await awaitSecond(page, host);
    const end = page.locator("#own-usage");
    await expect(async () => {
      await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
      await expect(end.getByRole("alert")).toContainText("Your own usage did not load", { timeout: 500 });
    }).toPass();
    await expect(page.getByRole("alert")).toHaveCount(3);
    await expect(page.getByRole("alert").first().getByRole("button")).toHaveText([
      "Load the page again",
      "Copy the link to my inputs",
      "Start afresh",
    ]);
    await page.evaluate(() => scrollTo(0, 0));
    // Inputs, total and tables.
    const before = await figure(page, "month").textContent();
    await typeNumber(page, "Developers", "25");
    await expect(figure(page, "month")).not.toHaveText(before ?? "");
    const chart = page.locator("[data-chart-slot]").first();
    await chart.scrollIntoViewIfNeeded();
    await expect(chart).toContainText("This chart could not be drawn. Its table holds the same figures.");
    await page.getByRole("button", { name: "Table", expanded: false }).first().click();
    await expect(page.getByRole("table").first()).toBeVisible();
    await page.getByRole("alert").first().getByRole("button", { name: "Start afresh" }).click();
    await expect(figure(page, "month")).toHaveText(before ?? "");
    expect(host.opened()).toBe(2);
  } finally {
    host.close();
  }
});

test("R8: a page that was kept while its code went is loaded again once and opens its link", async ({ page }) => {
  const host = await startHost({ keepsPage: true });
  try {
    await page.goto(host.address + MY_LINK);
    await awaitSecond(page, host);
    await expect(numberField(page, "Developers")).toHaveValue("25");
    await expect(page.getByText("code did not load")).toBeHidden();
    await page.goto(`${host.address}presets/team/`);
    await awaitReady(page);
    expect(host.opened()).toBe(3);
  } finally {
    host.close();
  }
});

test("R8: an embed that was kept while its code went is loaded again once and opens its link", async ({ page }) => {
  const host = await startHost({ keepsPage: true });
  try {
    await page.goto(`${host.address}embed/v1/${MY_LINK}`);
    await expect.poll(host.opened).toBe(2);
    await expect(numberField(page, "Developers")).toHaveValue("25");
    await expect(page.getByText("code did not load")).toBeHidden();
  } finally {
    host.close();
  }
});

for (const path of ["", "embed/v1/"])
  test(`R8, R9: where the first code of /${path} is gone for good, the drawn figures are shown and said to be an example's`, async ({
    page,
  }) => {
    const host = await startHost({ lacks: /\.js$/ });
    try {
      await page.goto(host.address + path + MY_LINK);
      await expect(page.getByText("The calculator's code did not load")).toBeInViewport();
      await expect(figure(page, "month")).toBeVisible();
      expect(new URL(page.url()).hash).toBe(MY_LINK);
      // A third time would come at once.
      await page.waitForTimeout(500);
      expect(host.opened()).toBe(2);
    } finally {
      host.close();
    }
  });

test("R8: what an extension puts into the page and the policy refuses is no reason to load it again", async ({ page }) => {
  const host = await startHost({});
  try {
    await page.addInitScript(() => {
      addEventListener("DOMContentLoaded", () => {
        const style = Object.assign(document.createElement("link"), {
          rel: "stylesheet",
          href: "http://127.0.0.1:9/extension.css",
        });
        style.addEventListener("error", () => document.documentElement.setAttribute("data-refused", ""));
        document.head.append(style);
      });
    });
    await page.goto(host.address + MY_LINK);
    await awaitReady(page);
    await expect(page.locator("html[data-refused]")).toHaveCount(1);
    await expect(page.getByText("code did not load")).toBeHidden();
    expect(host.opened()).toBe(1);
  } finally {
    host.close();
  }
});
