// Lighthouse on the built page, phone and desktop: the four scores, medians of three runs each. Prints JSON.
//   node tests/bench/lighthouse.mjs http://127.0.0.1:4193/
// Lighthouse is fetched once into node_modules/.cache: among the dev dependencies it would break `npm ci` (it asks for a package "latest").
import { execFile, execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { chromium } from "@playwright/test";
import { launchOptions } from "../../scripts/browser.mjs";

const HOME = "node_modules/.cache/lighthouse";
const CLI = join(HOME, "node_modules/lighthouse/cli/index.js");
const RUNS = 3;
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];

const url = process.argv[2];
if (!url) throw new Error("say which page: node tests/bench/lighthouse.mjs http://127.0.0.1:4193/");

if (!existsSync(CLI)) {
  mkdirSync(HOME, { recursive: true });
  writeFileSync(join(HOME, "package.json"), '{ "private": true, "overrides": { "third-party-web": "0.27.0" } }');
  execFileSync("npm", ["install", "--prefix", HOME, "--no-save", "lighthouse@12.8.2"], {
    stdio: ["ignore", "ignore", "inherit"],
  });
}

/**
 * @param {"mobile" | "desktop"} form
 */
const scoresOf = async (form) => {
  const folder = mkdtempSync(join(tmpdir(), "lighthouse-"));
  try {
    const out = join(folder, "report.json");
    const flags = ["--headless=new", "--no-sandbox", ...launchOptions().args].join(" ");
    const args = [
      CLI,
      url,
      "--quiet",
      "--output=json",
      `--output-path=${out}`,
      `--only-categories=${CATEGORIES.join(",")}`,
      `--chrome-flags=${flags}`,
    ];
    if (form === "desktop") args.push("--preset=desktop");
    await promisify(execFile)(process.execPath, args, {
      env: { ...process.env, CHROME_PATH: launchOptions().executablePath ?? chromium.executablePath() },
    });
    const { categories: rated, audits } = JSON.parse(readFileSync(out, "utf8"));
    const metric = (/** @type {string} */ id) => Math.round(audits[id]?.numericValue ?? -1);
    return {
      scores: CATEGORIES.map((id) => Math.round(100 * rated[id].score)),
      lcp: metric("largest-contentful-paint"),
      tbt: metric("total-blocking-time"),
      fcp: metric("first-contentful-paint"),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const median = (/** @type {number[]} */ values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
for (const form of /** @type {const} */ (["mobile", "desktop"])) {
  /** @type {Awaited<ReturnType<typeof scoresOf>>[]} */
  const runs = [];
  for (let run = 0; run < RUNS; run += 1) runs.push(await scoresOf(form));
  const scores = Object.fromEntries(CATEGORIES.map((id, index) => [id, median(runs.map((run) => run.scores[index] ?? 0))]));
  console.log(
    JSON.stringify({
      form,
      ...scores,
      fcpMs: median(runs.map(({ fcp }) => fcp)),
      lcpMs: median(runs.map(({ lcp }) => lcp)),
      tbtMs: median(runs.map(({ tbt }) => tbt)),
    }),
  );
}
