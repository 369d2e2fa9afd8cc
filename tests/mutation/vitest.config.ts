import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const FEW_RUNS = fileURLToPath(new URL("fast-check.ts", import.meta.url));

/** The folders under tests/ whose tests judge the mutants. */
const folders = (process.env.MUTATION_FOLDER ?? "pricing,rates,scenario,usage-import").split(",");

// What says nothing of a rule, or nothing that the tests beside it do not say, at the price of seconds for each mutant.
const LEFT_OUT = [
  // Another program computes the same sums: a million rows in DuckDB, a package's price list.
  "tests/rates/duckdb.test.ts",
  "tests/rates/rates-check.test.ts",
  // Every golden link damaged at every place; link-mangled.test.ts damages a few.
  "tests/scenario/golden-mangled.test.ts",
  // Ten thousand damaged texts each, with a count of how many of them were read.
  "tests/*/hostile-*.test.ts",
  // A built worker and WebAssembly, which Stryker does not mutate.
  "tests/usage-import/log-worker.test.ts",
  "tests/usage-import/log-scan.test.ts",
];

export default defineConfig({
  plugins: [
    {
      name: "few-runs",
      enforce: "pre",
      resolveId: (source, importer) => (source === "fast-check" && importer !== FEW_RUNS ? FEW_RUNS : null),
    },
  ],
  test: {
    name: "mutation",
    environment: "node",
    runner: "./tests/mutation/import-fails.ts",
    include: folders.map((folder) => `tests/${folder}/**/*.test.ts`),
    exclude: LEFT_OUT,
    // A test that is slow on a busy machine must not pass for one that found a mutant; Stryker has a limit of its own.
    testTimeout: 120_000,
  },
});
