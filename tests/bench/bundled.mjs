import { pathToFileURL } from "node:url";
import { build } from "vite";

/**
 * The code of the page, bundled as for the page: the dev server's modules are several times slower.
 * @returns {Promise<typeof import("./core-entry.ts")>}
 */
export async function bundledCore() {
  const outDir = "node_modules/.cache/bench";
  await build({
    logLevel: "error",
    configFile: false,
    build: { ssr: "tests/bench/core-entry.ts", outDir, emptyOutDir: true },
  });
  return import(pathToFileURL(`${outDir}/core-entry.js`).href);
}

/**
 * How long something takes, in milliseconds: median and 95th percentile over many runs.
 * @param {number} runs
 * @param {(run: number) => void} work
 */
export function timed(runs, work) {
  const times = Array.from({ length: runs }, (_, run) => {
    const start = performance.now();
    work(run);
    return performance.now() - start;
  }).sort((a, b) => a - b);
  const at = (/** @type {number} */ share) => Number((times[Math.floor(runs * share)] ?? 0).toFixed(3));
  return { runs, p50: at(0.5), p95: at(0.95) };
}
