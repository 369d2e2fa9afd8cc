import type { IsoDay } from "../lib/calendar.ts";
import type { Catalog, ModelCard } from "../pricing/rate-card.ts";
import { webSearchFee } from "./fees.ts";
import { fableModels } from "./models/fable.ts";
import { haikuModels } from "./models/haiku.ts";
import { mythosModels } from "./models/mythos.ts";
import { opusModels } from "./models/opus.ts";
import { sonnetModels } from "./models/sonnet.ts";

/** The day on which the price list was last checked; a request without a date is priced on it. */
export const catalogDate: IsoDay = "2026-11-20";

const STATUS_ORDER: readonly ModelCard["status"][] = ["current", "legacy", "limited", "retired"];

/** Everything that Anthropic sells to Claude Code, as known on `catalogDate`: current models first, each group newest first. */
export const catalog: Catalog = {
  date: catalogDate,
  models: [...fableModels, ...opusModels, ...sonnetModels, ...haikuModels, ...mythosModels].sort(byStatusThenNewest),
  webSearch: webSearchFee,
};

function byStatusThenNewest(a: ModelCard, b: ModelCard): number {
  const byStatus = STATUS_ORDER.indexOf(a.status) - STATUS_ORDER.indexOf(b.status);
  if (byStatus !== 0) return byStatus;
  return a.released === b.released ? 0 : a.released < b.released ? 1 : -1;
}
