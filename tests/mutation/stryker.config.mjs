import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Where reports and what an incremental run remembers are kept. */
export const CACHE = "node_modules/.cache/stryker";

const beside = (/** @type {string} */ name) => fileURLToPath(new URL(name, import.meta.url));

const folder = process.env.MUTATION_FOLDER;

// Files of data: figures and words that were read somewhere, no rule. A mutant of one would only ask for each figure to be written
// twice; tests/rates holds them to others' lists. Rows in files that have code too are left out by dated-rows.mjs.
const DATA = [
  "!src/rates/models/*.ts",
  "!src/rates/other-vendors/**",
  "!src/rates/{call-presets,fees,sources,starting-credit,published-averages}.ts",
  "!src/scenario/{presets,preset-ids}.ts",
  "!src/scenario/published/guide-*.ts",
];

// Of importing what reads a form, line by line. What moves bytes between threads is tested built, in a worker and in browsers.
const PARSERS =
  "src/usage-import/{admin-usage*,api-usage*,ccusage*,cost-*,counts,formats,import-usage,json-*,problem-list,result-envelope,session-key,usage-*,log-{collector,fields,identity,line,path,record,usage,winner}}.ts";

const CODE = {
  pricing: ["src/pricing/**/*.ts"],
  rates: ["src/rates/**/*.ts"],
  scenario: ["src/scenario/**/*.ts"],
  "usage-import": [PARSERS],
};

/** The folders that can be measured, in the order of what rests on what. */
export const FOLDERS = Object.keys(CODE);

const code = Object.entries(CODE).flatMap(([name, patterns]) => (name === (folder ?? name) ? patterns : []));

const config = {
  mutate: [...code, ...DATA],
  testRunner: "vitest",
  vitest: { configFile: "tests/mutation/vitest.config.ts", related: true },
  plugins: ["@stryker-mutator/vitest-runner", beside("dated-rows.mjs"), beside("sample.mjs")],
  ignorers: ["dated-rows", "sample"],
  coverageAnalysis: "perTest",
  concurrency: 2,
  // Most loops without end are known by counting, not by the clock: a loaded machine must not turn a survivor into a timeout.
  timeoutMS: 15_000,
  timeoutFactor: 3,
  incremental: true,
  incrementalFile: `${CACHE}/${folder ?? "all"}-incremental.json`,
  // Outside the tree: inside, Biome, knip and Tailwind would read the copy.
  tempDirName: join(tmpdir(), "claude-code-cost-mutation"),
  // Without tsconfig.json: Stryker would rewrite it with a TypeScript older than ours.
  ignorePatterns: [
    "**",
    "!src/**",
    "!tests/{lib,pricing,rates,scenario,usage-import,ui,fixtures,mutation}/**",
    "!docs/**",
    "!package.json",
  ],
  // Vitest checks no types.
  disableTypeChecks: false,
  reporters: ["clear-text", "json", "progress-append-only"],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  allowConsoleColors: false,
  jsonReporter: { fileName: `${CACHE}/${folder ?? "all"}.json` },
  thresholds: { high: 95, low: 85, break: 85 },
  warnings: { slow: false },
};

export default config;
