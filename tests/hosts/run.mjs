// npm run test:hosts: installs and builds the docs sites of tests/hosts/, opens their pages in Chromium, and prints the figures of each.
// `node tests/hosts/run.mjs plain vitepress` takes those alone. The calculator is taken as it was built (dist/).
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { install } from "../../scripts/install.mjs";
import { node, npm, root, run } from "../../scripts/run.mjs";
import { HOSTS } from "./host-list.mjs";

const REPORT = "node_modules/.cache/hosts.json";

const asked = process.argv.slice(2);
const hosts = asked.length === 0 ? HOSTS : HOSTS.filter(({ name }) => asked.includes(name));
// Nobody's build tells its maker about itself.
Object.assign(process.env, { ASTRO_TELEMETRY_DISABLED: "1", DOCUSAURUS_NO_UPDATE_NOTIFIER: "1", NO_UPDATE_NOTIFIER: "1" });

/** @type {Map<string, { readonly install: number, readonly build: number }>} */
const seconds = new Map();
for (const { name, isBuilt } of hosts) if (isBuilt) seconds.set(name, await buildHost(name));
if (!(await node("scripts/browser.mjs"))) process.exit(1);
rmSync(join(root, REPORT), { force: true });
const isGood = await openAll();
printFigures();
process.exitCode = isGood ? 0 : 1;

/** @param {string} name */
async function buildHost(name) {
  const folder = `tests/hosts/${name}`;
  const from = performance.now();
  if (!(await install(folder))) process.exit(1);
  const installed = performance.now();
  if (!(await npm("--prefix", folder, "run", "build"))) process.exit(1);
  return { install: (installed - from) / 1_000, build: (performance.now() - installed) / 1_000 };
}

function openAll() {
  const cli = "node_modules/@playwright/test/cli.js";
  const projects = hosts.flatMap(({ name }) => ["--project", name]);
  const args = [cli, "test", "--config", "tests/hosts/playwright.config.ts", "--reporter=list,json", ...projects];
  return run(process.execPath, args, { PLAYWRIGHT_JSON_OUTPUT_FILE: join(root, REPORT) });
}

function printFigures() {
  const { suites } = JSON.parse(readFileSync(join(root, REPORT), "utf8"));
  /** @type {any[]} */
  const tests = suites.flatMap(allSpecs).flatMap((/** @type {any} */ { tests }) => tests);
  console.table(Object.fromEntries(hosts.map(({ name }) => [name, figuresOf(name, tests)])));
}

/** @param {any} suite @returns {any[]} */
function allSpecs({ specs, suites = [] }) {
  return [...specs, ...suites.flatMap(allSpecs)];
}

/** @param {string} name @param {readonly any[]} tests */
function figuresOf(name, tests) {
  const results = tests.filter(({ projectName }) => projectName === name).flatMap((test) => test.results);
  const notes = results.flatMap(({ annotations = [] }) => annotations);
  const noted = (/** @type {string} */ type) =>
    notes.filter((note) => note.type === type).map(({ description }) => JSON.parse(description));
  const waits = noted("switch, ms").map(({ light, dark }) => Math.max(Math.min(...light), Math.min(...dark)));
  const { install = 0, build = 0 } = seconds.get(name) ?? {};
  return {
    "install s": Number(install.toFixed(1)),
    "build s": Number(build.toFixed(1)),
    "tests s": Number((results.reduce((sum, { duration }) => sum + duration, 0) / 1_000).toFixed(1)),
    "switch ms": Math.max(...waits),
    CLS: noted("CLS").join(" "),
  };
}
