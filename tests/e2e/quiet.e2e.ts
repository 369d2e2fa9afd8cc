import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, type Page, test } from "@playwright/test";
import { faultsIn } from "../../scripts/quiet-build.mjs";
import {
  awaitReady,
  copyLink,
  drawCharts,
  figure,
  noteComplaints,
  openPage,
  requestsSinceLoad,
  slider,
  textOf,
  typeNumber,
  unfoldAll,
} from "./page-steps.ts";

const QUIET =
  /^Nothing you enter leaves this browser\. Requests since the page was loaded: 0\. Loading it took \d+ files, (\d+) kB\.$/;
// The scripts' budget of 420 (.size-limit.json), 12 for styles, and the page itself.
const MOST_LOADED_KB = 460;

/** The page says that it asked for nothing since it was loaded. Returns how much loading took, kB. */
async function expectQuiet(page: Page): Promise<number> {
  const said = await requestsSinceLoad(page);
  expect(said).toMatch(QUIET);
  return Number(QUIET.exec(said)?.[1]);
}

/** A line of a session log: 1,000,000 input tokens on Sonnet 4.6, at $3. */
function logLine(id: string, text = ""): string {
  const usage = { input_tokens: 1_000_000, output_tokens: 0 };
  const message = { model: "claude-sonnet-4-6", id, content: [{ type: "text", text }], stop_reason: "end_turn", usage };
  return JSON.stringify({ message, type: "assistant", timestamp: "2026-10-01T09:00:00.000Z", sessionId: "s", uuid: id });
}

/** Has the log worker read a small log, and the range's worker draw the months anew. */
async function startWorkers(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Start from your own usage" }).click();
  const log = { name: "log.jsonl", mimeType: "application/jsonl", buffer: Buffer.from(`${logLine("a")}\n${logLine("b")}\n`) };
  await page.getByLabel("Session log files").setInputFiles(log);
  await expect(page.locator("#own-usage").getByText("$6.00").first()).toBeVisible();
  const months = page.getByRole("region", { name: "The month as a range", exact: true }).locator("p").first();
  // Its code comes while the page scrolls to it, and takes the place of what kept its room.
  await expect(() => months.scrollIntoViewIfNeeded()).toPass();
  await expect(months).toContainText("Half of the months");
  const before = await textOf(months);
  await typeNumber(page, "Developers", "7");
  await expect(months).not.toHaveText(before);
}

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
    await page.getByLabel("Start from", { exact: true }).selectOption({ label: name });
  // The published month of the last one: 0.3414 × 6 × 18
  await expect(figure(page, "month")).toHaveText("$36.87");
  await page.goBack();
  await expect(figure(page, "month")).not.toHaveText("$36.87");
  await drawCharts(page);
}

test("R2: once the page is there nothing is asked of any server; everything works with the network cut, and keeps its own scenario only", async ({
  page,
  context,
}) => {
  test.slow();
  const complaints = noteComplaints(page);
  const asked: string[] = [];
  context.on("request", (request) => asked.push(request.url()));
  await openPage(page);
  expect(await expectQuiet(page)).toBeLessThanOrEqual(MOST_LOADED_KB);
  const { origin } = new URL(page.url());
  const toServers = (): readonly string[] => asked.filter((address) => /^(http|ws)/.test(address));
  expect(toServers().map((address) => new URL(address).origin)).toEqual(toServers().map(() => origin));

  const fetched = new Set(asked);
  await context.setOffline(true);
  await startWorkers(page);
  await useEverything(page);
  // A chunk that was fetched ahead may be named again; without a network it comes from the browser itself, or fails loudly.
  expect(toServers().filter((address) => !fetched.has(address))).toEqual([]);
  await expectQuiet(page);
  expect(complaints).toEqual([]);
  expect(await context.cookies()).toEqual([]);
  expect(await page.evaluate(allThatIsKept)).toEqual({
    local: ["claude-code-cost/1/last"],
    session: [],
    databases: [],
    caches: [],
    workers: [],
  });
});

/** Runs in the page: the names of all that a browser keeps for it. */
async function allThatIsKept() {
  return {
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    databases: await indexedDB.databases(),
    caches: await caches.keys(),
    workers: await navigator.serviceWorker.getRegistrations(),
  };
}

test("R2: a preset's page is as quiet and works as well without the network, with its policy as a header too", async ({
  page,
  context,
}) => {
  const complaints = noteComplaints(page);
  const header = headerOf("/presets/team/");
  expect(header).toContain("connect-src 'none'");
  await page.route("**/presets/team/", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), "content-security-policy": header } });
  });
  await openPage(page, "presets/team/");
  await expectQuiet(page);
  await context.setOffline(true);
  await startWorkers(page);
  await drawCharts(page);
  await expectQuiet(page);
  expect(complaints).toEqual([]);
});

/** The policy that the built `_headers` gives an address. */
function headerOf(path: string): string {
  const root = fileURLToPath(new URL("../..", import.meta.url));
  const text = readFileSync(join(resolve(root, process.env.E2E_DIST ?? "dist"), "_headers"), "utf8");
  return new RegExp(`^${path}\\n  Content-Security-Policy: (.*)$`, "m").exec(text)?.[1] ?? "";
}

test("a request after the page was loaded is said, with where it went", async ({ page }) => {
  await openPage(page);
  await expectQuiet(page);
  // A script of its own server is all that the policy lets through.
  await page.evaluate(() => {
    const script = document.createElement("link");
    script.rel = "modulepreload";
    script.href = "./opening.js?again";
    document.head.append(script);
  });
  await expect(
    page.getByText("Requests since the page was loaded: 1, to the server it came from: /opening.js?again."),
  ).toBeVisible();
});

test("R1: the policy holds against every way out of the page and of its workers: no request arrives anywhere", async ({
  page,
  context,
}) => {
  // A server that answers everybody: only the policy stands between it and the page.
  const heard: string[] = [];
  const server = createServer((request, response) => {
    heard.push(request.url ?? "");
    response.writeHead(200, { "access-control-allow-origin": "*", "content-type": "text/javascript" }).end("1");
  });
  server.on("upgrade", (request, socket) => {
    heard.push(request.url ?? "");
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  try {
    // Not by openPage, which would take the refusals for mistakes.
    await page.goto("./");
    await awaitReady(page);
    await startWorkers(page);
    const workers = page.workers();
    expect(workers.length).toBeGreaterThanOrEqual(2);
    expect(await page.evaluate(waysOutOfPage, address)).toBe("refused");
    for (const worker of workers) {
      expect(worker.url()).toMatch(/^blob:/);
      expect(await worker.evaluate(waysOutOfWorker, address)).toBe("refused");
    }
    expect(heard).toEqual([]);
    // The same server, asked by a page without a policy: it could have been reached.
    const other = await context.newPage();
    await other.goto(address);
    expect(heard[0]).toBe("/");
  } finally {
    server.close();
  }
});

/** Runs in the page: tries each way to a server under a name of its own. Returns what became of asking the page's own server for data. */
async function waysOutOfPage(address: string): Promise<string> {
  const element = (name: string, attributes: Readonly<Record<string, string>>): void => {
    document.body.append(Object.assign(document.createElement(name), attributes));
  };
  const ways = [
    () => fetch(`${address}fetch`),
    () => fetch(`${address}no-cors`, { mode: "no-cors", method: "POST", body: "x", keepalive: true }),
    () => {
      const request = new XMLHttpRequest();
      request.open("GET", `${address}xhr`);
      request.send();
    },
    () => new WebSocket(`${address.replace("http", "ws")}socket`),
    () => new EventSource(`${address}events`),
    () => navigator.sendBeacon(`${address}beacon`, "x"),
    () => element("img", { src: `${address}image` }),
    () => element("script", { src: `${address}script` }),
    () => element("link", { rel: "stylesheet", href: `${address}style` }),
    () => element("link", { rel: "prefetch", href: `${address}prefetch` }),
    () => element("link", { rel: "modulepreload", href: `${address}module` }),
    () => element("iframe", { src: `${address}frame` }),
    () => element("video", { src: `${address}video` }),
    () => element("object", { data: `${address}object` }),
    () => document.body.style.setProperty("background-image", `url(${address}background)`),
    () => new FontFace("x", `url(${address}font)`).load(),
    () => import(/* @vite-ignore */ `${address}import`),
    () => new Worker(`${address}worker`),
    () => {
      const form = document.createElement("form");
      form.action = `${address}form`;
      document.body.append(form);
      form.submit();
    },
  ];
  for (const way of ways)
    try {
      Promise.resolve(way()).catch(() => {});
    } catch {
      // Refused at once.
    }
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  return fetch("./robots.txt").then(
    () => "got out",
    () => "refused",
  );
}

/** Runs in a worker: as {@link waysOutOfPage}. */
async function waysOutOfWorker(address: string): Promise<string> {
  const ways = [
    () => fetch(`${address}worker-fetch`),
    () => {
      const request = new XMLHttpRequest();
      request.open("GET", `${address}worker-xhr`);
      request.send();
    },
    () => new WebSocket(`${address.replace("http", "ws")}worker-socket`),
    () => new EventSource(`${address}worker-events`),
    () => (globalThis as unknown as { importScripts: (address: string) => void }).importScripts(`${address}worker-import`),
    () => import(/* @vite-ignore */ `${address}worker-module`),
    () => new Worker(`${address}worker-worker`),
  ];
  for (const way of ways)
    try {
      Promise.resolve(way()).catch(() => {});
    } catch {
      // Refused at once.
    }
  await new Promise((resolve) => setTimeout(resolve, 500));
  return fetch(new URL("/robots.txt", location.origin)).then(
    () => "got out",
    () => "refused",
  );
}

const SECRET = "sk-ant-e2e-9d41aa";

test("R2: a secret in a dropped log, a pasted text or a table of users gets into no link, storage, console, error or attribute", async ({
  page,
}) => {
  test.slow();
  const said: string[] = [];
  page.on("console", (message) => said.push(message.text()));
  page.on("pageerror", (error) => said.push(`${error} ${error.stack}`));
  await openPage(page);
  await page.getByRole("button", { name: "Start from your own usage" }).click();
  const usage = page.locator("#own-usage");
  // Two that count, with the secret in their text and their session; one that cannot be read, and one of more than 64 MB.
  await page.getByText("Drop session logs here").evaluate(
    (place, { name, lines, secret }) => {
      const carried = new DataTransfer();
      carried.items.add(new File([lines, `{"broken": "${secret}\n`, `{"${secret}":"`, "x".repeat(68_000_000), '"}\n'], name));
      carried.items.add(new File([`${secret} is no log\n`], `2-${name}`));
      place.dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer: carried }));
    },
    { name: `${SECRET}.jsonl`, lines: `${logLine("a", SECRET)}\n${logLine(SECRET, SECRET)}\n`, secret: SECRET },
  );
  // 2 × $3
  await expect(usage.getByText("$6.00").first()).toBeVisible({ timeout: 60_000 });
  const remarks = usage.locator("details", { hasText: "Remarks on what was read" });
  await remarks.locator("summary").click();
  await expect(remarks).toContainText("line 3: not a JSON object");
  await expect(remarks).toContainText("line 4: a line of more than 64 MB");
  await expectNowhere(page, said);
  // What was dropped is named, in words; what stood in it is not.
  expect((await textOf(usage)).replaceAll(new RegExp(`(2-)?${SECRET}\\.jsonl`, "g"), "")).not.toContain(SECRET);

  await page.getByLabel("Paste", { exact: true }).fill(`just words and ${SECRET}`);
  await page.getByRole("button", { name: "Read", exact: true }).click();
  await expect(page.getByText("What was read before is still shown.")).toBeVisible();
  await expectNowhere(page, said);
  await page.getByRole("button", { name: "Use my usage" }).click();

  const seats = page.getByRole("region", { name: "Seats for a team", exact: true });
  await seats.scrollIntoViewIfNeeded();
  await seats.getByText("Paste a table of users").click();
  await seats.getByLabel("Users and what their month is worth").fill(`user,USD\n${SECRET},600\nben,${SECRET}\n${SECRET}-2,15`);
  await seats.getByRole("button", { name: "Read users" }).click();
  await expect(seats.getByText(/^Line 3: /)).toBeVisible();
  await expectNowhere(page, said);
  expect(await copyLink(page)).not.toContain(SECRET);
  await expectQuiet(page);
});

/** The secret is in nothing that is kept, sent or written down, nor where another script would look first: the attributes of elements. */
async function expectNowhere(page: Page, said: readonly string[]): Promise<void> {
  const kept = await page.evaluate(async () => ({
    address: location.href,
    cookie: document.cookie,
    title: document.title,
    history: JSON.stringify(history.state),
    local: JSON.stringify({ ...localStorage }),
    session: JSON.stringify({ ...sessionStorage }),
    databases: JSON.stringify(await indexedDB.databases()),
    timings: JSON.stringify(performance.getEntries()),
    attributes: Array.from(document.querySelectorAll("*"), ({ attributes }) => Array.from(attributes, ({ value }) => value)).join(
      " ",
    ),
  }));
  for (const [place, text] of Object.entries({ ...kept, console: said.join(" ") })) expect(text, place).not.toContain(SECRET);
}

test("R1: the build's own check refuses what is inline, what becomes code, what asks a server and what is another site's", () => {
  const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'" />`;
  const good = `${policy}<script src="./a.js"></script><a href="https://example.org/">a link</a>`;
  expect(faultsIn("index.html", good)).toEqual([]);
  expect(faultsIn("index.html", "<p>no policy</p>")).toEqual(["no content policy"]);
  for (const bad of [
    "<script>x</script>",
    "<script type=module>x</script>",
    "<style>p{}</style>",
    '<p style="color:red">',
    '<p onclick="x">',
    '<a href="javascript:x">',
    '<script src="https://example.org/a.js"></script>',
    '<link rel="stylesheet" href="//example.org/a.css">',
    '<img src="https://example.org/a.png">',
  ])
    expect(faultsIn("index.html", good + bad), bad).not.toEqual([]);
  expect(faultsIn("a.js", 'prefetch();createElementNS("http://www.w3.org/2000/svg","g")')).toEqual([]);
  for (const bad of [
    'eval("x")',
    'new Function("x")',
    'setTimeout("x",1)',
    "h({dangerouslySetInnerHTML:x})",
    "p.insertAdjacentHTML(x)",
    "fetch(x)",
    "new XMLHttpRequest",
    "navigator.sendBeacon(x)",
    "new WebSocket(x)",
    "navigator.serviceWorker",
    'a("https://example.org/")',
  ])
    expect(faultsIn("a.js", bad), bad).not.toEqual([]);
  expect(faultsIn("a.css", "p{background:url(data:image/png;base64,x)}")).toEqual([]);
  for (const bad of ["p{background:url(https://example.org/a.png)}", '@import "a.css"'])
    expect(faultsIn("a.css", bad), bad).not.toEqual([]);
});
