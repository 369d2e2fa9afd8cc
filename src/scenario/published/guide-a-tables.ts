import { cheapestByFormerName, perMonth, rateOf, savedByCheapest } from "./claim-readings.ts";
import { byTotals, HAIKU_4_5, OPUS_4_6, SONNET_4_6, scenarioOf, statedSessions } from "./claim-scenarios.ts";
import type { PublishedClaim } from "./published-claim.ts";

type CheapestRow = readonly [usdPerDay: number, monthly: number, cheapest: string, saves: number];

const CHEAPEST: readonly CheapestRow[] = [
  [0.5, 11, "api", 0],
  [1, 22, "pro", 2],
  [3, 66, "pro", 46],
  [6, 132, "max5x", 32],
  [10, 220, "max20x", 20],
  [15, 330, "max20x", 130],
];

const NAMES: Readonly<Record<string, string>> = {
  api: "the API",
  pro: "Pro",
  max5x: "Max 5x (now Max)",
  max20x: "Max 20x (now Ultra)",
};

const BATCH: readonly (readonly [code: string, name: string, model: string, input: number, output: number])[] = [
  ["sonnet-4.6", "Sonnet 4.6", SONNET_4_6, 1.5, 7.5],
  ["opus-4.6", "Opus 4.6", OPUS_4_6, 2.5, 12.5],
  ["haiku-4.5", "Haiku 4.5", HAIKU_4_5, 0.5, 2.5],
];

const BY_PRICE_ALONE =
  "Holds only if Pro covers no more than $100 of work a month and Max no more than $200, which the guide does not say: by price alone Pro would be cheaper, $20 for the same $132.";

/** The two tables of guide a: the cheapest choice by the day's spending, and what batch costs. */
export const GUIDE_A_TABLES: readonly PublishedClaim[] = [...CHEAPEST.map(cheapest), ...BATCH.map(batchRates)];

function cheapest([usd, monthly, choice, saves]: CheapestRow, index: number): PublishedClaim {
  return {
    id: `A6.${index + 1}`,
    subject: "plans",
    says: `At $${usd.toFixed(2)} of API use a day the cheapest choice is ${NAMES[choice]}`,
    inputs: "22 days a month; how much work a plan covers is left unsaid",
    figures: [
      { key: "monthly", label: "a month on the API", unit: "usd", published: monthly, ours: perMonth },
      { key: "cheapest", label: "cheapest", unit: "choice", published: choice, ours: cheapestByFormerName },
      { key: "saves", label: "saved a month against the API", unit: "usd", published: saves, ours: savedByCheapest },
    ],
    ...(choice === "max5x" ? { reason: BY_PRICE_ALONE } : {}),
    scenario: statedSessions(usd, { workingDays: 22, limitRule: "guides", overflow: "not-allowed" }),
    look: "the cheapest plan, under the guides' rule that a plan covers work up to the next one's price",
  };
}

function batchRates([code, name, model, input, output]: (typeof BATCH)[number]): PublishedClaim {
  return {
    id: `A7.${code}`,
    subject: "rates",
    says: `In batch ${name} costs half`,
    inputs: `${name} in batch, a million tokens`,
    figures: [
      { key: "input", label: "input", unit: "usd-per-million", published: input, ours: rateOf(model, "input") },
      { key: "output", label: "output", unit: "usd-per-million", published: output, ours: rateOf(model, "output") },
    ],
    scenario: scenarioOf(
      [byTotals(model, { input: 1_000_000, output: 1_000_000, requests: 10 }, { name: "A million of each" })],
      {
        batchPercent: 100,
      },
    ),
    look: "the lines of the bill: input and output, each a million tokens",
  };
}
