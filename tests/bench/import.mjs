// How fast a folder of session logs is read in Chromium, beside the native binary of ccusage on the same files: in pairs in turn, medians.
// Prints one JSON line.
//   node tests/bench/import.mjs [--mb 500] [--pairs 5] [--plain] [--dense]
import { execFile } from "node:child_process";
import { chmodSync, copyFileSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { parseArgs, promisify } from "node:util";
import { chromium } from "@playwright/test";
import { build } from "vite";
import { launchOptions } from "../../scripts/browser.mjs";
import { root } from "../../scripts/run.mjs";
import { logCorpus } from "./log-corpus.mjs";

const INPUT = "Session log files";

const { values: options } = parseArgs({
  options: {
    mb: { type: "string", default: "500" },
    pairs: { type: "string", default: "5" },
    /** Without WebAssembly: the scanner in TypeScript. */
    plain: { type: "boolean", default: false },
    /** Logs with next to no text, for the memory that responses take. */
    dense: { type: "boolean", default: false },
  },
});

/** @typedef {{ totalsAt: number, summaryAt: number, longestTask: number }} Seen */

/** The binary by itself: its launcher in JavaScript takes longer than its work. npm installs it without the right to run. */
function ccusageBinary() {
  const folder = "node_modules/.cache/bench-ccusage";
  mkdirSync(folder, { recursive: true });
  const binary = join(folder, "ccusage");
  copyFileSync(`node_modules/@ccusage/ccusage-${process.platform}-${process.arch}/bin/ccusage`, binary);
  chmodSync(binary, 0o755);
  return binary;
}

/**
 * @param {string} binary
 * @param {string} corpus
 */
async function runCcusage(binary, corpus) {
  const folder = join(root, corpus);
  const env = { HOME: folder, CLAUDE_CONFIG_DIR: folder, TZ: "UTC", PATH: process.env.PATH };
  const start = performance.now();
  const { stdout } = await promisify(execFile)(binary, ["claude", "session", "--json", "-O"], { env, maxBuffer: 1e9 });
  const ms = performance.now() - start;
  const { inputTokens, outputTokens, cacheCreationTokens, cacheReadTokens } = JSON.parse(stdout).totals;
  return { ms, tokens: { input: inputTokens, output: outputTokens, writes: cacheCreationTokens, reads: cacheReadTokens } };
}

/** The built page; where WebAssembly is to be off, with a policy that has no word for it. */
async function servedPage() {
  await build({ logLevel: "error" });
  const types = new Map([
    [".html", "text/html"],
    [".js", "text/javascript"],
    [".css", "text/css"],
  ]);
  const server = createServer((request, response) => {
    const name = (request.url ?? "/").split("?")[0] ?? "/";
    const path = name === "/" ? "/index.html" : name;
    response.setHeader("content-type", types.get(extname(path)) ?? "application/octet-stream");
    try {
      const file = readFileSync(join("dist", path));
      response.end(options.plain && path.endsWith(".html") ? file.toString().replace(" 'wasm-unsafe-eval'", "") : file);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(null)));
  const address = server.address();
  return { server, url: `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}/` };
}

/**
 * The page with its own panel open, and what is noted of each import there: times in milliseconds from the input event.
 * @param {import("@playwright/test").Browser} browser
 * @param {string} url
 */
async function openedPage(browser, url) {
  const page = await browser.newPage();
  page.on("console", (message) => console.error(message.text()));
  page.on("pageerror", (error) => console.error(error.message));
  await page.goto(url);
  await page.getByRole("button", { name: "Start from your own usage" }).click();
  await page.getByLabel(INPUT).waitFor({ state: "attached" });
  await page.evaluate(watch, INPUT);
  return page;
}

/**
 * Runs in the page. Totals are on screen when the frame after their words has been painted; the summary when its sentence is.
 * @param {string} label
 */
function watch(label) {
  const seen = { startedAt: Number.POSITIVE_INFINITY, totalsAt: 0, summaryAt: 0, longestTask: 0, cancelledAfter: 0 };
  Object.assign(globalThis, { seen });
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries())
      if (startTime >= seen.startedAt) seen.longestTask = Math.max(seen.longestTask, duration);
  }).observe({ type: "longtask" });
  const panel = document.querySelector("#own-usage");
  const painted = (/** @type {() => void} */ task) => requestAnimationFrame(() => setTimeout(task));
  // On the document: the input is another one after each import.
  document.addEventListener(
    "input",
    (event) => {
      if (!(event.target instanceof HTMLInputElement) || event.target.ariaLabel !== label) return;
      Object.assign(seen, { startedAt: event.timeStamp, totalsAt: 0, summaryAt: 0, longestTask: 0 });
      const since = () => performance.now() - event.timeStamp;
      let sawTotals = false;
      const look = new MutationObserver(() => {
        const text = panel?.textContent ?? "";
        const hasSummary = /over [\d,.]+[KM]? requests on/.test(text) && !/Reading|Adding up/.test(text);
        if (!sawTotals && (hasSummary || /over [\d,.]+[KM]? responses/.test(text))) {
          sawTotals = true;
          painted(() => {
            seen.totalsAt = since();
          });
        }
        if (!hasSummary) return;
        look.disconnect();
        painted(() => {
          seen.summaryAt = since();
        });
      });
      if (panel) look.observe(panel, { subtree: true, childList: true, characterData: true });
    },
    { capture: true },
  );
}

/**
 * What the page's process holds in memory, bytes: what it alone holds, as Linux counts it.
 * @param {number} pid
 */
function memoryOf(pid) {
  const status = readFileSync(`/proc/${pid}/smaps_rollup`, "utf8");
  const kilobytes = [...status.matchAll(/^Private_(?:Clean|Dirty):\s+(\d+) kB/gm)].reduce((sum, [, kb]) => sum + Number(kb), 0);
  return kilobytes * 1024;
}

/** @param {import("@playwright/test").Browser} browser */
async function rendererOf(browser) {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  return processInfo.filter(({ type }) => type === "renderer").map(({ id }) => id);
}

/**
 * One import into a page that holds no usage yet.
 * @param {import("@playwright/test").Page} page
 * @param {readonly string[]} files
 * @param {readonly number[]} [pids] whose memory to watch
 */
async function importOnce(page, files, pids = []) {
  const clear = page.getByRole("button", { name: "Clear", exact: true });
  if (await clear.isVisible()) await clear.click();
  // As for a person, the pointer comes before the files, and the worker has started by then.
  await page.getByRole("group", { name: "Drop session logs here" }).hover();
  await page.waitForTimeout(500);
  await page.evaluate(() => Object.assign(Reflect.get(globalThis, "seen"), { summaryAt: 0 }));
  let peak = 0;
  const timer = pids.length > 0 ? setInterval(() => (peak = Math.max(peak, sum(pids.map(memoryOf)))), 20) : undefined;
  await page.getByLabel(INPUT).setInputFiles([...files]);
  await page.waitForFunction(() => /** @type {any} */ (globalThis).seen.summaryAt > 0, undefined, { polling: 50 });
  clearInterval(timer);
  const seen = await page.evaluate(() => /** @type {Seen} */ (/** @type {any} */ (globalThis).seen));
  return { ...seen, peak };
}

/**
 * How long after Cancel the page is as it was before.
 * @param {import("@playwright/test").Page} page
 * @param {readonly string[]} files
 */
async function cancelOnce(page, files) {
  const clear = page.getByRole("button", { name: "Clear", exact: true });
  if (await clear.isVisible()) await clear.click();
  await page.getByLabel(INPUT).setInputFiles([...files]);
  const cancel = page.getByRole("button", { name: "Cancel" });
  await cancel.waitFor();
  return cancel.evaluate(
    (button) =>
      new Promise((/** @type {(ms: number) => void} */ resolve) => {
        const start = performance.now();
        const look = () => (button.isConnected ? setTimeout(look, 1) : resolve(performance.now() - start));
        /** @type {HTMLButtonElement} */ (button).click();
        look();
      }),
  );
}

/** Tokens by class as the page's own table states them, rounded as it rounds. @param {import("@playwright/test").Page} page */
async function tokensOnPage(page) {
  const rows = await page.getByRole("table", { name: "Tokens and cost by class" }).locator("tbody tr").allTextContents();
  return rows;
}

/** @param {readonly number[]} values */
function sum(values) {
  return values.reduce((total, value) => total + value, 0);
}

/** @param {readonly number[]} values */
function median(values) {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}

const corpus = logCorpus(Number(options.mb), options);
const { bytes } = JSON.parse(readFileSync(join(corpus, "made.json"), "utf8"));
const files = readdirSync(corpus, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".jsonl"))
  .map((name) => join(root, corpus, name));
const binary = ccusageBinary();
const { server, url } = await servedPage();
const browser = await chromium.launch(launchOptions());
try {
  const page = await openedPage(browser, url);
  const small = files.slice(0, 3);
  // Code is compiled, the files lie in the system's memory.
  await importOnce(page, small);
  await importOnce(page, files);
  const { tokens } = await runCcusage(binary, corpus);
  const pairs = [];
  for (let pair = 0; pair < Number(options.pairs); pair += 1)
    pairs.push({ page: await importOnce(page, files), ccusage: await runCcusage(binary, corpus) });
  const shown = await tokensOnPage(page);
  const cancelMs = await cancelOnce(page, files);
  await page.close();

  // Memory in a page of its own, where the watching slows nothing that counts.
  const fresh = await openedPage(browser, url);
  await importOnce(fresh, small);
  const pids = await rendererOf(browser);
  const before = sum(pids.map(memoryOf));
  const { peak } = await importOnce(fresh, files, pids);

  const ours = median(pairs.map(({ page: { totalsAt } }) => totalsAt));
  const theirs = median(pairs.map(({ ccusage }) => ccusage.ms));
  const rate = (/** @type {number} */ ms) => Math.round(bytes / 1e3 / ms);
  console.log(
    JSON.stringify({
      megabytes: Math.round(bytes / 1e6),
      files: files.length,
      ratio: Number(median(pairs.map(({ page: { totalsAt }, ccusage }) => ccusage.ms / totalsAt)).toFixed(2)),
      ours: { ms: Math.round(ours), megabytesPerSecond: rate(ours) },
      ccusage: { ms: Math.round(theirs), megabytesPerSecond: rate(theirs) },
      summaryMs: Math.round(median(pairs.map(({ page: { summaryAt } }) => summaryAt))),
      longestTaskMs: Math.round(Math.max(...pairs.map(({ page: { longestTask } }) => longestTask))),
      cancelMs: Math.round(cancelMs),
      memoryMegabytes: Math.round((peak - before) / 1e6),
      tokens: { shown, ccusage: tokens },
    }),
  );
} finally {
  await browser.close();
  server.close();
}
