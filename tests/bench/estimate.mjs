// How long one change takes to work out: `estimate` of 5 profiles × 12 models and every curve of the plans. Prints JSON, milliseconds.
import { performance } from "node:perf_hooks";
import { pathToFileURL } from "node:url";
import { build } from "vite";

const RUNS = 2_000;
const MODELS = [
  "claude-fable-5-2",
  "claude-fable-5-1",
  "claude-opus-5-5",
  "claude-opus-5",
  "claude-opus-4-8",
  "claude-opus-4-6",
  "claude-sonnet-5-5",
  "claude-sonnet-5",
  "claude-sonnet-4-6",
  "claude-haiku-5-5",
  "claude-haiku-4-5-20251001",
  "claude-sonnet-4-5-20250929",
];

// Bundled as for the page: the dev server's modules are several times slower.
const OUT = "node_modules/.cache/bench";
await build({
  logLevel: "error",
  configFile: false,
  build: { ssr: "tests/bench/estimate-entry.ts", outDir: OUT, emptyOutDir: true },
});
const { estimate, combineBreakEven, DEFAULT_SCENARIO, DEFAULT_PROFILE } = await import(
  pathToFileURL(`${OUT}/estimate-entry.js`).href
);

const mix = MODELS.map((model, index) => ({ model, percent: index === 0 ? 45 : 5, locked: false }));
const profiles = Array.from({ length: 5 }, (_, index) => ({
  ...DEFAULT_PROFILE,
  name: `P${index}`,
  mix,
  usage: { ...DEFAULT_PROFILE.usage, requests: 60 + 20 * index },
}));
const times = Array.from({ length: RUNS }, (_, run) => {
  const scenario = { ...DEFAULT_SCENARIO, developers: 1 + (run % 50), profiles };
  const start = performance.now();
  combineBreakEven(scenario, estimate(scenario));
  return performance.now() - start;
}).sort((a, b) => a - b);
const at = (/** @type {number} */ share) => Number((times[Math.floor(RUNS * share)] ?? 0).toFixed(3));
console.log(JSON.stringify({ profiles: 5, models: MODELS.length, runs: RUNS, p50: at(0.5), p95: at(0.95) }));
