export { combineBreakEven } from "../../src/features/break-even/combine-break-even.ts";
export { DEFAULT_PROFILE, DEFAULT_SCENARIO } from "../../src/scenario/defaults.ts";
export { estimate } from "../../src/scenario/estimate.ts";
