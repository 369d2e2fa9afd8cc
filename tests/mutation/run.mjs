// npm run test:mutation: how many of the faults that Stryker puts into the code the tests find, a folder at a time.
//   npm run test:mutation -- pricing rates                      these folders
//   npm run test:mutation -- --mutate 'src/pricing/budget.ts'   these files, or a pattern; all of one folder
//   npm run test:mutation -- --sample 0.3 --seed 1              three of ten statements of each file
//   npm run test:mutation -- --concurrency 1                    anything else is Stryker's
// A folder's mutants are judged by that folder's own tests.
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { root, run } from "../../scripts/run.mjs";
import config, { CACHE, FOLDERS } from "./stryker.config.mjs";

const LEAST_SCORE = config.thresholds.break;

const rest = process.argv.slice(2);
const mutate = taken("--mutate");
const sample = taken("--sample") ?? "1";
const seed = taken("--seed") ?? "1";
const named = FOLDERS.filter((folder) => rest.includes(folder) || mutate?.includes(`src/${folder}/`));
const only = mutate ? ["--mutate", mutate] : [];
const others = rest.filter((argument) => !FOLDERS.includes(argument));

/** @type {Record<string, string | number>[]} */
const rows = [];
for (const folder of named.length > 0 ? named : FOLDERS) rows.push(await measured(folder));
console.table(rows);
process.exitCode = rows.every(({ score }) => Number(score) >= LEAST_SCORE) ? 0 : 1;

/** Takes an option with its value out of the arguments. @param {string} name */
function taken(name) {
  const at = rest.indexOf(name);
  return at < 0 ? undefined : rest.splice(at, 2)[1];
}

/** Runs Stryker on a folder and counts what became of its mutants. @param {string} folder */
async function measured(folder) {
  const from = performance.now();
  const report = join(root, `${CACHE}/${folder}.json`);
  rmSync(report, { force: true });
  const stryker = ["node_modules/@stryker-mutator/core/bin/stryker.js", "run", "tests/mutation/stryker.config.mjs"];
  const env = { MUTATION_FOLDER: folder, MUTATION_SAMPLE: sample, MUTATION_SEED: seed };
  await run(process.execPath, [...stryker, ...only, ...others], env);
  // It ends badly below the least score too, but with a report.
  if (!existsSync(report)) process.exit(1);
  return { folder, ...counts(report), minutes: Number(((performance.now() - from) / 60_000).toFixed(1)) };
}

/** @param {string} report */
function counts(report) {
  const files = Object.values(JSON.parse(readFileSync(report, "utf8")).files);
  const statuses = files.flatMap(({ mutants }) => mutants.map((/** @type {{ status: string }} */ { status }) => status));
  const of = (/** @type {string} */ wanted) => statuses.filter((status) => status === wanted).length;
  const found = of("Killed") + of("Timeout");
  const missed = of("Survived") + of("NoCoverage");
  return {
    killed: of("Killed"),
    timeout: of("Timeout"),
    survived: of("Survived"),
    "no coverage": of("NoCoverage"),
    "left out": of("Ignored"),
    score: Number(((100 * found) / (found + missed)).toFixed(1)),
  };
}
