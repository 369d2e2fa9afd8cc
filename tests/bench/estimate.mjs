// How long one change takes to work out: `estimate` of 5 profiles × 12 models and every curve of the plans. Prints JSON, milliseconds.
import { bundledCore, timed } from "./bundled.mjs";
import { MODELS } from "./models.mjs";

const { estimate, combineBreakEven, DEFAULT_SCENARIO, DEFAULT_PROFILE } = await bundledCore();

const mix = MODELS.map((model, index) => ({ model, percent: index === 0 ? 45 : 5, locked: false }));
const usage = /** @type {import("../../src/scenario/scenario.ts").SimulatedUsage} */ (DEFAULT_PROFILE.usage);
const profiles = Array.from({ length: 5 }, (_, index) => ({
  ...DEFAULT_PROFILE,
  name: `P${index}`,
  mix,
  usage: { ...usage, requests: 60 + 20 * index },
}));
const time = timed(2_000, (run) => {
  const scenario = { ...DEFAULT_SCENARIO, developers: 1 + (run % 50), profiles };
  combineBreakEven(scenario, estimate(scenario));
});
console.log(JSON.stringify({ profiles: 5, models: MODELS.length, ...time }));
