import type { VendorCard, VendorRates } from "../../pricing/vendor-cost.ts";
import { LAUNCH_OF_GPT_6, LAUNCH_OF_GPT_6_2, LAUNCH_OF_GPT_6_ASTRA, PI_AI_NOV_2026 } from "./vendor-sources.ts";

const checkedOn = "2026-11-21";

/** From GPT-5.4 on, small ones apart: above it the whole request is at twice the input rates and 1.5 times the output rate. */
const above272K = (rates: VendorRates) => ({ thresholdTokens: 272_000, rates });

/** OpenAI's models that are compared, newest first. USD per million tokens, each as published. */
export const openaiModels: readonly VendorCard[] = [
  {
    id: "gpt-6.2-astra",
    name: "GPT-6.2 Astra",
    vendor: "OpenAI",
    status: "current",
    periods: [
      {
        from: "2026-11-17",
        to: null,
        rates: { input: 8, cachedInput: 0.4, cacheWrite: 10, output: 40 },
        longContext: above272K({ input: 16, cachedInput: 0.8, cacheWrite: 20, output: 60 }),
        source: LAUNCH_OF_GPT_6_2,
        checkedOn,
      },
    ],
    note: "Cache writes at 1.25 of input and the rates above 272K are those that all models since GPT-5.6 have; a row of its own was not seen.",
  },
  {
    id: "gpt-6.2-sol",
    name: "GPT-6.2 Sol",
    vendor: "OpenAI",
    status: "current",
    periods: [
      {
        from: "2026-11-17",
        to: null,
        rates: { input: 2, cachedInput: 0.1, cacheWrite: 2.5, output: 10 },
        longContext: above272K({ input: 4, cachedInput: 0.2, cacheWrite: 5, output: 15 }),
        source: LAUNCH_OF_GPT_6_2,
        checkedOn,
      },
    ],
    note: "Stated to cost what GPT-6.1 Sol does.",
  },
  {
    id: "gpt-6.1-terra",
    name: "GPT-6.1 Terra",
    vendor: "OpenAI",
    status: "current",
    periods: [
      {
        from: "2026-10-26",
        to: null,
        rates: { input: 1, cachedInput: 0.05, cacheWrite: 1.25, output: 5 },
        longContext: above272K({ input: 2, cachedInput: 0.1, cacheWrite: 2.5, output: 7.5 }),
        source: PI_AI_NOV_2026,
        checkedOn,
      },
    ],
  },
  {
    id: "gpt-6.1-sol",
    name: "GPT-6.1 Sol",
    vendor: "OpenAI",
    status: "current",
    periods: [
      {
        from: "2026-09-29",
        to: null,
        rates: { input: 2, cachedInput: 0.1, cacheWrite: 2.5, output: 10 },
        longContext: above272K({ input: 4, cachedInput: 0.2, cacheWrite: 5, output: 15 }),
        source: PI_AI_NOV_2026,
        checkedOn,
      },
    ],
  },
  {
    id: "gpt-6-sol",
    name: "GPT-6 Sol",
    vendor: "OpenAI",
    status: "current",
    periods: [
      {
        from: "2026-09-22",
        to: null,
        rates: { input: 2, cachedInput: 0.2, cacheWrite: 2.5, output: 10 },
        longContext: above272K({ input: 4, cachedInput: 0.4, cacheWrite: 5, output: 15 }),
        source: LAUNCH_OF_GPT_6,
        checkedOn,
      },
    ],
  },
  {
    id: "gpt-6-luna",
    name: "GPT-6 Luna",
    vendor: "OpenAI",
    status: "current",
    periods: [
      {
        from: "2026-09-22",
        to: null,
        rates: { input: 0.1, cachedInput: 0.01, cacheWrite: 0.125, output: 0.5 },
        longContext: above272K({ input: 0.2, cachedInput: 0.02, cacheWrite: 0.25, output: 0.75 }),
        source: LAUNCH_OF_GPT_6,
        checkedOn,
      },
    ],
  },
  {
    id: "gpt-6-astra",
    name: "GPT-6 Astra",
    vendor: "OpenAI",
    status: "current",
    periods: [
      {
        from: "2026-09-03",
        to: null,
        rates: { input: 10, cachedInput: 1, cacheWrite: 12.5, output: 50 },
        longContext: above272K({ input: 20, cachedInput: 2, cacheWrite: 25, output: 75 }),
        source: LAUNCH_OF_GPT_6_ASTRA,
        checkedOn,
      },
    ],
  },
  {
    id: "gpt-5.6-sol",
    name: "GPT-5.6 Sol",
    vendor: "OpenAI",
    status: "current",
    periods: [
      {
        from: null,
        to: null,
        rates: { input: 4, cachedInput: 0.4, cacheWrite: 5, output: 20 },
        longContext: above272K({ input: 8, cachedInput: 0.8, cacheWrite: 10, output: 30 }),
        source: PI_AI_NOV_2026,
        checkedOn,
      },
    ],
  },
  {
    id: "gpt-5.5",
    name: "GPT-5.5",
    vendor: "OpenAI",
    status: "current",
    periods: [
      {
        from: null,
        to: null,
        rates: { input: 5, cachedInput: 0.5, cacheWrite: null, output: 30 },
        longContext: above272K({ input: 10, cachedInput: 1, cacheWrite: null, output: 45 }),
        source: PI_AI_NOV_2026,
        checkedOn,
      },
    ],
  },
  {
    id: "gpt-5.3-codex",
    name: "GPT-5.3 Codex",
    vendor: "OpenAI",
    status: "current",
    periods: [
      {
        from: null,
        to: null,
        rates: { input: 1.75, cachedInput: 0.175, cacheWrite: null, output: 14 },
        longContext: null,
        source: PI_AI_NOV_2026,
        checkedOn,
      },
    ],
  },
  {
    id: "gpt-5",
    name: "GPT-5",
    vendor: "OpenAI",
    status: "current",
    periods: [
      {
        from: null,
        to: null,
        rates: { input: 1.25, cachedInput: 0.125, cacheWrite: null, output: 10 },
        longContext: null,
        source: PI_AI_NOV_2026,
        checkedOn,
      },
    ],
  },
];
