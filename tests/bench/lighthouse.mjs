// Lighthouse on the built page, phone and desktop: the four scores, medians of three runs each. Prints JSON.
//   node tests/bench/lighthouse.mjs http://127.0.0.1:4193/
// Lighthouse is fetched once into node_modules/.cache: among the dev dependencies it would break `npm ci` (it asks for a package "latest").
import { execFile, execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
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

// Lighthouse asks for robots.txt in the page's name, which the page's policy refuses as it refuses every request: the one audit that needs
// it is run on the same page with requests to its own origin allowed.
const askable = createServer(async (request, response) => {
  const answer = await fetch(new URL(request.url ?? "/", url));
  const type = answer.headers.get("content-type") ?? "";
  const body = Buffer.from(await answer.arrayBuffer());
  response.writeHead(answer.status, { "content-type": type });
  response.end(type.startsWith("text/html") ? body.toString().replace("connect-src 'none'", "connect-src 'self'") : body);
});
await new Promise((resolve) => askable.listen(0, "127.0.0.1", () => resolve(null)));
const address = askable.address();
const askableUrl = `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}/`;

/**
 * @param {"mobile" | "desktop"} form
 * @param {{ page?: string, categories?: readonly string[] }} [what]
 */
const scoresOf = async (form, { page = url, categories = CATEGORIES } = {}) => {
  const folder = mkdtempSync(join(tmpdir(), "lighthouse-"));
  try {
    const out = join(folder, "report.json");
    const flags = ["--headless=new", "--no-sandbox", ...launchOptions().args].join(" ");
    const args = [
      CLI,
      page,
      "--quiet",
      "--output=json",
      `--output-path=${out}`,
      `--only-categories=${categories.join(",")}`,
      `--chrome-flags=${flags}`,
    ];
    if (form === "desktop") args.push("--preset=desktop");
    await promisify(execFile)(process.execPath, args, {
      env: { ...process.env, CHROME_PATH: launchOptions().executablePath ?? chromium.executablePath() },
    });
    const { categories: rated, audits } = JSON.parse(readFileSync(out, "utf8"));
    const metric = (/** @type {string} */ id) => Math.round(audits[id]?.numericValue ?? -1);
    return {
      scores: categories.map((id) => Math.round(100 * rated[id].score)),
      failedSeo: (rated.seo?.auditRefs ?? [])
        .map((/** @type {{ id: string }} */ { id }) => id)
        .filter((/** @type {string} */ id) => audits[id]?.score === 0),
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
  const askableRun = await scoresOf(form, { page: askableUrl, categories: ["seo"] });
  const scores = Object.fromEntries(CATEGORIES.map((id, index) => [id, median(runs.map((run) => run.scores[index] ?? 0))]));
  console.log(
    JSON.stringify({
      form,
      ...scores,
      seoFailed: runs[0]?.failedSeo,
      seoWithRobots: askableRun.scores[0],
      fcpMs: median(runs.map(({ fcp }) => fcp)),
      lcpMs: median(runs.map(({ lcp }) => lcp)),
      tbtMs: median(runs.map(({ tbt }) => tbt)),
    }),
  );
}
askable.close();
