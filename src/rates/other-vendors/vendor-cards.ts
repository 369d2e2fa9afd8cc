import type { VendorCard } from "../../pricing/vendor-cost.ts";
import { googleModels } from "./google.ts";
import { olderModels } from "./older-models.ts";
import { openaiModels } from "./openai.ts";

/** Other vendors' models that Claude is compared with, by vendor, newest first; historical ones last. None of them is in the catalog. */
export const vendorCards: readonly VendorCard[] = [...openaiModels, ...googleModels, ...olderModels];
