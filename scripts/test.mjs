// `npm test`: everything a change must pass, in order, to the first step that fails; the last line counts what passed and failed.
// Plain Node: works in a bare clone.
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { install } from "./install.mjs";
import { node, npm, root, run } from "./run.mjs";

const UNIT = "node_modules/.cache/unit.json";
const E2E = "node_modules/.cache/e2e.json";
const HOSTS = "node_modules/.cache/hosts.json";
// Starlight and Docusaurus, slow to install, have `npm run test:hosts`.
const QUICK_HOSTS = ["plain", "mkdocs-material", "wordpress", "vitepress"];
const COUNTED_ONE = { passed: 1, failed: 0 };

/**
 * @typedef {{ readonly passed: number, readonly failed: number }} Count
 * @typedef {{ name: string, run: () => Promise<boolean>, report?: string, count?: (report: any) => Count }} Step
 */

/** Steps without which the others cannot run: they count only when they fail. @type {readonly Step[]} */
const preparations = [
  { name: "install", run: install },
  { name: "browser", run: () => node("scripts/browser.mjs") },
];

/** @type {readonly Step[]} */
const steps = [
  { name: "lint", run: () => npm("run", "--silent", "lint") },
  { name: "typecheck", run: () => npm("run", "--silent", "typecheck") },
  { name: "knip", run: () => node("node_modules/knip/bin/knip.js") },
  {
    name: "unit",
    run: () => npm("run", "--silent", "test:unit", "--", "--reporter=default", "--reporter=json", `--outputFile.json=${UNIT}`),
    report: UNIT,
    count: (report) => ({ passed: report.numPassedTests, failed: report.numFailedTests }),
  },
  { name: "build", run: () => npm("run", "--silent", "build") },
  { name: "reproducible", run: () => node("scripts/reproducible.mjs") },
  { name: "size", run: () => npm("run", "--silent", "size") },
  {
    name: "e2e",
    run: () => endToEnd(),
    report: E2E,
    count: opened,
  },
  { name: "hosts", run: () => node("tests/hosts/run.mjs", ...QUICK_HOSTS), report: HOSTS, count: opened },
];

/** @type {Count[]} */
const counts = [];
for (const step of [...preparations, ...steps]) {
  const count = await take(step);
  if (steps.includes(step) || count.failed > 0) counts.push(count);
  if (count.failed > 0) break;
}
const total = (/** @type {keyof Count} */ key) => counts.reduce((sum, count) => sum + count[key], 0);
console.log(`\n${total("passed")} passed, ${total("failed")} failed`);
process.exitCode = total("failed") > 0 ? 1 : 0;

/**
 * Runs one step. One that ends badly, or ran no test, failed at least once, whatever its report says.
 * @param {Step} step
 * @returns {Promise<Count>}
 */
async function take(step) {
  const from = performance.now();
  console.log(`\n── ${step.name}`);
  if (step.report) rmSync(join(root, step.report), { force: true });
  const endedWell = await step.run();
  const count = countOf(step, endedWell);
  const isBad = !endedWell || count.passed === 0;
  const result = { ...count, failed: Math.max(count.failed, isBad ? 1 : 0) };
  console.log(`── ${step.name} ${result.failed ? "FAILED" : "ok"} in ${((performance.now() - from) / 1000).toFixed(1)} s`);
  return result;
}

/**
 * @param {Step} step
 * @param {boolean} endedWell
 * @returns {Count}
 */
function countOf({ report, count }, endedWell) {
  if (!report || !count) return endedWell ? COUNTED_ONE : { passed: 0, failed: 1 };
  try {
    return count(JSON.parse(readFileSync(join(root, report), "utf8")));
  } catch {
    return { passed: 0, failed: 1 };
  }
}

/** What Playwright counted. @param {any} report @returns {Count} */
function opened({ stats }) {
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected };
}

function endToEnd() {
  const cli = "node_modules/@playwright/test/cli.js";
  const args = ["test", "--config", "tests/e2e/playwright.config.ts", "--reporter=list,json"];
  return run(process.execPath, [cli, ...args], { PLAYWRIGHT_JSON_OUTPUT_FILE: join(root, E2E) });
}
