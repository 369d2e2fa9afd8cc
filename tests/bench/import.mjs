// How fast a folder of session logs is read in Chromium, beside the native binary of ccusage on the same files: in pairs in turn, medians.
// Prints one JSON line.
//   node tests/bench/import.mjs [--mb 500] [--pairs 5] [--plain]
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

const PAGE = "node_modules/.cache/bench-import";
const CANCEL_AFTER = 150;

const { values: options } = parseArgs({
  options: {
    mb: { type: "string", default: "500" },
    pairs: { type: "string", default: "5" },
    /** Without WebAssembly: the scanner in TypeScript. */
    plain: { type: "boolean", default: false },
  },
});

/** @typedef {{ done: boolean, failed: string | null, totalsAt: number, summaryAt: number, longestTask: number, handler: number, progress: number, report: import("../../src/usage-import/log-worker-protocol.ts").ReadReport | null, cancelled: { refusedAfter: number, idleAfter: number } | null }} Seen */

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

async function servedPage() {
  await build({
    configFile: false,
    root: "tests/bench",
    logLevel: "error",
    base: "./",
    build: {
      outDir: join(root, PAGE),
      emptyOutDir: true,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: join(root, "tests/bench/import-page.html") },
    },
  });
  const types = new Map([
    [".html", "text/html"],
    [".js", "text/javascript"],
  ]);
  const server = createServer((request, response) => {
    const path = (request.url ?? "/").split("?")[0] ?? "/";
    response.setHeader("content-type", types.get(extname(path)) ?? "application/octet-stream");
    try {
      const file = readFileSync(join(PAGE, path));
      // Without this word in its policy a page has no WebAssembly.
      response.end(options.plain && path.endsWith(".html") ? file.toString().replace(" 'wasm-unsafe-eval'", "") : file);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(null)));
  const address = server.address();
  return { server, url: `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}/import-page.html` };
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
 * One import on the page.
 * @param {import("@playwright/test").Page} page
 * @param {string[]} files
 * @param {{ cancelAfter?: number, pids?: number[] }} [how]
 */
async function importOnce(page, files, { cancelAfter = 0, pids = [] } = {}) {
  await page.evaluate((after) => {
    const { seen, orders } = /** @type {any} */ (globalThis);
    seen.done = false;
    orders.cancelAfter = after;
    // The same files once more would be no change, and no event.
    const input = document.querySelector("input");
    if (input) input.value = "";
  }, cancelAfter);
  let peak = 0;
  const watch = pids.length > 0 ? setInterval(() => (peak = Math.max(peak, sum(pids.map(memoryOf)))), 20) : undefined;
  await page.setInputFiles("input", files);
  const seen = await page.evaluate(
    () =>
      new Promise((/** @type {(seen: Seen) => void} */ resolve) => {
        const look = () => {
          const { seen } = /** @type {any} */ (globalThis);
          if (seen.done) resolve(seen);
          else setTimeout(look, 50);
        };
        look();
      }),
  );
  clearInterval(watch);
  if (seen.failed) throw new Error(seen.failed);
  return { ...seen, peak };
}

/** @param {readonly number[]} values */
function sum(values) {
  return values.reduce((total, value) => total + value, 0);
}

/** @param {readonly number[]} values */
function median(values) {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** @param {Seen["report"]} report */
function tokensOf(report) {
  const all = report?.usage.models ?? [];
  const total = (/** @type {(usage: import("../../src/pricing/usage.ts").FullUsage) => number} */ of) =>
    sum(all.map(({ usage }) => of(usage)));
  return {
    input: total((usage) => usage.input),
    output: total((usage) => usage.output),
    writes: total((usage) => usage.cacheWrite5m + usage.cacheWrite1h),
    reads: total((usage) => usage.cacheRead),
  };
}

const corpus = logCorpus(Number(options.mb));
const { bytes } = JSON.parse(readFileSync(join(corpus, "made.json"), "utf8"));
const files = readdirSync(corpus, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".jsonl"))
  .map((name) => join(root, corpus, name));
const binary = ccusageBinary();
const { server, url } = await servedPage();
const browser = await chromium.launch(launchOptions());
try {
  const page = await browser.newPage();
  page.on("console", (message) => console.error(message.text()));
  page.on("pageerror", (error) => console.error(error.message));
  await page.goto(url);
  const small = files.slice(0, 3);
  // Code is compiled, the files lie in the system's memory.
  await importOnce(page, small);
  await importOnce(page, files);
  await runCcusage(binary, corpus);
  const pairs = [];
  for (let pair = 0; pair < Number(options.pairs); pair += 1)
    pairs.push({ page: await importOnce(page, files), ccusage: await runCcusage(binary, corpus) });
  const cancelled = await importOnce(page, files, { cancelAfter: CANCEL_AFTER });
  await page.close();

  // Memory in a page of its own, where the watching slows nothing that counts.
  const fresh = await browser.newPage();
  await fresh.goto(url);
  await importOnce(fresh, small);
  const pids = await rendererOf(browser);
  const before = sum(pids.map(memoryOf));
  const { peak } = await importOnce(fresh, files, { pids });

  const [first] = pairs;
  const ours = median(pairs.map(({ page: { totalsAt } }) => totalsAt));
  const theirs = median(pairs.map(({ ccusage }) => ccusage.ms));
  const rate = (/** @type {number} */ ms) => Math.round(bytes / 1e3 / ms);
  const isEqual = JSON.stringify(tokensOf(first?.page.report ?? null)) === JSON.stringify(first?.ccusage.tokens);
  console.log(
    JSON.stringify({
      megabytes: Math.round(bytes / 1e6),
      files: files.length,
      responses: first?.page.report?.responses,
      problems: first?.page.report?.problemCount,
      ratio: Number(median(pairs.map(({ page: { totalsAt }, ccusage }) => ccusage.ms / totalsAt)).toFixed(2)),
      ours: { ms: Math.round(ours), megabytesPerSecond: rate(ours) },
      ccusage: { ms: Math.round(theirs), megabytesPerSecond: rate(theirs) },
      summaryMs: Math.round(median(pairs.map(({ page: { summaryAt } }) => summaryAt))),
      tokensEqual: isEqual,
      longestTaskMs: Math.round(Math.max(...pairs.map(({ page: { longestTask, handler } }) => Math.max(longestTask, handler)))),
      cancelMs: cancelled.cancelled,
      memoryMegabytes: Math.round((peak - before) / 1e6),
    }),
  );
  if (!isEqual) {
    console.error(tokensOf(first?.page.report ?? null), first?.ccusage.tokens);
    process.exitCode = 1;
  }
} finally {
  await browser.close();
  server.close();
}
