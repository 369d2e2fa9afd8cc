import { expect, it } from "vitest";
import { RATE_COLUMNS, rateRows } from "../../src/app/rate-table.ts";

it("the rate table has a row for each current model, and one for a long-context tier", () => {
  expect(RATE_COLUMNS.map(({ label }) => label)).toEqual([
    "Model",
    "Input",
    "Cache write, 5 minutes",
    "Cache write, 1 hour",
    "Cache read",
    "Output",
  ]);
  // As published, USD per million tokens (tests/rates/published-table.test.ts).
  expect(rateRows().map(({ cells }) => cells)).toEqual([
    ["Fable 5.2", "$8", "$10", "$16", "$0.20", "$40"],
    ["Haiku 5.5", "$0.10", "$0.125", "$0.20", "$0.01", "$0.50"],
    ["Haiku 5.5, prompts over 100,000 tokens", "$0.50", "$0.625", "$1", "$0.05", "$2.50"],
    ["Sonnet 5.5", "$2", "$2.50", "$4", "$0.10", "$10"],
    ["Opus 5.5", "$4", "$5", "$8", "$0.20", "$20"],
  ]);
});
