import type { VendorCard, VendorRates } from "../../pricing/vendor-cost.ts";
import { CACHED_INPUT_OCT_2024, GUIDE_OF_2026 } from "./vendor-sources.ts";

/** Models that public guides of 2026 still set beside Claude, at the prices that they give. USD per million tokens. */
export const olderModels: readonly VendorCard[] = [
  older("gpt-4o", "GPT-4o", {
    rates: { input: 2.5, cachedInput: 1.25, cacheWrite: null, output: 10 },
    source: CACHED_INPUT_OCT_2024,
  }),
  older("gpt-4o-mini", "GPT-4o mini", {
    rates: { input: 0.15, cachedInput: 0.075, cacheWrite: null, output: 0.6 },
    source: CACHED_INPUT_OCT_2024,
  }),
  older("gpt-3.5-turbo", "GPT-3.5 Turbo", {
    rates: { input: 0.5, cachedInput: null, cacheWrite: null, output: 1.5 },
    source: GUIDE_OF_2026,
  }),
  older("o1", "o1", { rates: { input: 15, cachedInput: null, cacheWrite: null, output: 60 }, source: GUIDE_OF_2026 }),
];

function older(id: string, name: string, price: { readonly rates: VendorRates; readonly source: string }): VendorCard {
  return {
    id,
    name,
    vendor: "OpenAI",
    status: "historical",
    periods: [{ from: null, to: null, longContext: null, checkedOn: "2026-11-21", ...price }],
  };
}
