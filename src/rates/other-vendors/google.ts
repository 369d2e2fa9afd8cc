import type { VendorCard } from "../../pricing/vendor-cost.ts";
import { GEMINI_3_8_FLASH, GEMINI_4_ARGON, GEMINI_4_CARBON, PI_AI_NOV_2026 } from "./vendor-sources.ts";

const checkedOn = "2026-11-21";

/** Google's models that are compared, newest first. USD per million tokens, each as published. */
export const googleModels: readonly VendorCard[] = [
  {
    id: "gemini-4-carbon",
    name: "Gemini 4 Carbon",
    vendor: "Google",
    status: "current",
    periods: [
      {
        from: "2026-11-10",
        to: "2026-12-01",
        rates: { input: 2, cachedInput: 0.1, cacheWrite: null, output: 10 },
        longContext: null,
        source: GEMINI_4_CARBON,
        checkedOn,
      },
      {
        from: "2026-12-01",
        to: null,
        rates: { input: 4, cachedInput: 0.2, cacheWrite: null, output: 20 },
        longContext: null,
        source: GEMINI_4_CARBON,
        checkedOn,
      },
    ],
  },
  {
    id: "gemini-4-argon",
    name: "Gemini 4 Argon",
    vendor: "Google",
    status: "current",
    periods: [
      {
        from: null,
        to: "2026-12-01",
        rates: { input: 2, cachedInput: 0.1, cacheWrite: null, output: 10 },
        longContext: null,
        source: GEMINI_4_ARGON,
        checkedOn,
      },
      {
        from: "2026-12-01",
        to: null,
        rates: { input: 4, cachedInput: 0.2, cacheWrite: null, output: 20 },
        longContext: null,
        source: GEMINI_4_ARGON,
        checkedOn,
      },
    ],
  },
  {
    id: "gemini-3.8-flash",
    name: "Gemini 3.8 Flash",
    vendor: "Google",
    status: "current",
    periods: [
      {
        from: null,
        to: "2027-01-01",
        rates: { input: 0.75, cachedInput: 0.075, cacheWrite: null, output: 3.75 },
        longContext: null,
        source: GEMINI_3_8_FLASH,
        checkedOn,
      },
      {
        from: "2027-01-01",
        to: null,
        rates: { input: 1.5, cachedInput: 0.15, cacheWrite: null, output: 7.5 },
        longContext: null,
        source: GEMINI_3_8_FLASH,
        checkedOn,
      },
    ],
    note: "From 2027 on all three rates are stated to double.",
  },
  {
    id: "gemini-3.1-pro-preview",
    name: "Gemini 3.1 Pro (preview)",
    vendor: "Google",
    status: "current",
    periods: [
      {
        from: null,
        to: null,
        rates: { input: 2, cachedInput: 0.2, cacheWrite: null, output: 12 },
        longContext: {
          thresholdTokens: 200_000,
          rates: { input: 4, cachedInput: 0.4, cacheWrite: null, output: 18 },
        },
        source: PI_AI_NOV_2026,
        checkedOn,
      },
    ],
  },
];
