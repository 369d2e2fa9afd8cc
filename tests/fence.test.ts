import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";

const project = fileURLToPath(new URL("..", import.meta.url));
const temporary = mkdtempSync(join(tmpdir(), "fence-"));
afterAll(() => rmSync(temporary, { recursive: true }));

/** What Biome finds in a fixture's `src/` under the project's own rules, one `file rule` each. */
function findings(fixture: "bad" | "good"): readonly string[] {
  const folder = join(temporary, fixture);
  cpSync(join(project, "tests/fixtures/fence", fixture), folder, { recursive: true });
  for (const file of ["biome.json", "package.json", ".gitignore", "scripts/no-clock.grit"])
    cpSync(join(project, file), join(folder, file));
  const biome = createRequire(import.meta.url).resolve("@biomejs/biome/bin/biome");
  const args = [biome, "lint", "--reporter=json", "--max-diagnostics=none", "src"];
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8" });
  if (!stdout.startsWith("{")) throw new Error(stderr);
  const { diagnostics, summary } = JSON.parse(stdout) as Report;
  if (summary.unchanged === 0) throw new Error("Biome read no file");
  return diagnostics.map(({ location, category }) => `${location.path} ${category}`).sort();
}

interface Report {
  readonly summary: { readonly unchanged: number };
  readonly diagnostics: readonly { readonly category: string; readonly location: { readonly path: string } }[];
}

const IMPORT = "lint/style/noRestrictedImports";
const GLOBAL = "lint/style/noRestrictedGlobals";
const PROPERTY = "lint/nursery/noJsRestrictedProperties";
const CLOCK_PLUGIN = "plugin";

const VIOLATIONS = [
  // Imports go down only: at least one file for each level, by each way of writing an import.
  ["lib/imports-pricing.ts", IMPORT],
  ["lib/imports-package.ts", IMPORT],
  ["pricing/imports-rates.ts", IMPORT],
  ["pricing/imports-feature-type.ts", IMPORT],
  ["pricing/imports-store.ts", IMPORT],
  ["pricing/deep/imports-state.ts", IMPORT],
  ["rates/imports-scenario.ts", IMPORT],
  ["rates/imports-react-dom.ts", IMPORT],
  ["scenario/imports-usage-import.ts", IMPORT],
  ["scenario/imports-charts.ts", IMPORT],
  ["usage-import/imports-scenario.ts", IMPORT],
  ["usage-import/worker.ts", IMPORT],
  ["ui/imports-pricing.ts", IMPORT],
  ["ui/imports-state.tsx", IMPORT],
  ["ui/imports-store.ts", IMPORT],
  ["state/imports-ui.ts", IMPORT],
  ["state/imports-feature.ts", IMPORT],
  ["features/bill/imports-plans.ts", IMPORT],
  ["features/bill/imports-plans-from-top.ts", IMPORT],
  ["features/bill/imports-app.ts", IMPORT],
  ["app/imports-main.ts", IMPORT],
  ["index.ts", IMPORT],
  // Levels 0-3 know no clock, chance, page or network.
  ["lib/reads-clock.ts", PROPERTY],
  ["scenario/rolls-dice.ts", PROPERTY],
  ["pricing/reads-date.ts", CLOCK_PLUGIN],
  ["rates/reads-date-text.ts", CLOCK_PLUGIN],
  ["usage-import/reads-page.ts", GLOBAL],
  ["rates/reads-window.ts", GLOBAL],
  ["lib/reads-performance.ts", GLOBAL],
  ["pricing/fetches.ts", GLOBAL],
  ["scenario/stores.ts", GLOBAL],
  // All of src/.
  ["lib/logs.ts", "lint/suspicious/noConsole"],
  ["ui/logs.ts", "lint/suspicious/noConsole"],
  ["rates/cycle-there.ts", "lint/suspicious/noImportCycles"],
  ["rates/cycle-back.ts", "lint/suspicious/noImportCycles"],
  ["ui/exports-default.tsx", "lint/style/noDefaultExport"],
  ["ui/barrel.ts", "lint/performance/noBarrelFile"],
  ["app/without-extension.ts", "lint/correctness/useImportExtensions"],
  ["app/CamelCase.ts", "lint/style/useFilenamingConvention"],
] as const;

describe("the fence between the levels of src/", () => {
  const found = findings("bad");

  test.each(VIOLATIONS)("%s is stopped by %s", (file, rule) => {
    expect(found).toContain(`src/${file} ${rule}`);
  });

  test("each file of the bad house is stopped by its own rule and no other", () => {
    expect(found).toEqual(VIOLATIONS.map(([file, rule]) => `src/${file} ${rule}`).sort());
  });

  test("a house whose imports all go down passes, new Date(milliseconds) and the worker's client included", () => {
    expect(findings("good")).toEqual([]);
  });
});
