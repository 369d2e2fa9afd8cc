// How long a session of 1,000 requests takes to simulate and price on 12 models, and what the panels make of it. Prints JSON, milliseconds.
import { bundledCore, timed } from "./bundled.mjs";
import { MODELS } from "./models.mjs";

const RUNS = 300;
const REQUESTS = 1_000;
const core = await bundledCore();
const { DEFAULT_PROFILE, DEFAULT_SCENARIO } = core;
const usage = /** @type {import("../../src/scenario/scenario.ts").SimulatedUsage} */ (DEFAULT_PROFILE.usage);
// Another session at every run, so that nothing is remembered from the one before.
const longUsage = (/** @type {number} */ run) => ({
  ...usage,
  requests: REQUESTS,
  basePromptTokens: usage.basePromptTokens + run,
  compactAtTokens: 160_000,
});
const profileOf = (/** @type {number} */ run) => ({ ...DEFAULT_PROFILE, usage: longUsage(run) });
const scenarioOf = (/** @type {number} */ run) => ({ ...DEFAULT_SCENARIO, profiles: [profileOf(run)] });

const everyModel = timed(RUNS, (run) => {
  const { startedOn } = core.sessionPricer(DEFAULT_SCENARIO, longUsage(run), core.rateBook(DEFAULT_SCENARIO));
  for (const model of MODELS) startedOn(model);
});
const requestByRequest = timed(RUNS, (run) => {
  const shape = core.shapeOf(longUsage(run));
  for (const model of MODELS) core.simulateSession({ ...shape, model });
});
const story = timed(RUNS, (run) => core.sessionStory(scenarioOf(run), profileOf(run)));
const levers = timed(RUNS, (run) => core.waterfall(scenarioOf(run)));
console.log(JSON.stringify({ requests: REQUESTS, models: MODELS.length, everyModel, requestByRequest, story, levers }));
