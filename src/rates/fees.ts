import type { WebSearchFee } from "../pricing/rate-card.ts";
import { PRICING_AUG_2026 } from "./sources.ts";

/** Server-side web search. A search that failed is not charged; what it found is charged as input tokens besides. */
export const webSearchFee: WebSearchFee = { usdPerThousand: 10, source: PRICING_AUG_2026, checkedOn: "2026-11-20" };
