export { combineBreakEven } from "../../src/features/break-even/combine-break-even.ts";
export { simulateSession } from "../../src/index.ts";
export { DEFAULT_PROFILE, DEFAULT_SCENARIO } from "../../src/scenario/defaults.ts";
export { estimate } from "../../src/scenario/estimate.ts";
export { waterfall } from "../../src/scenario/levers.ts";
export { rateBook } from "../../src/scenario/rate-book.ts";
export { sessionPricer } from "../../src/scenario/session-cost.ts";
export { shapeOf } from "../../src/scenario/session-run.ts";
export { sessionStory } from "../../src/scenario/session-story.ts";
