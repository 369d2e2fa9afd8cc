import { serializeScenario } from "../scenario/link.ts";
import type { Scenario } from "../scenario/scenario.ts";
import type { ExportOrigin } from "../ui/export-origin.ts";
import { pageAddress } from "./page-address.ts";

/** Which prices a scenario's figures rest on and the link that opens just it. To be imported when it is asked for: it brings all links' code. */
export function originOf(scenario: Scenario): ExportOrigin {
  return { pricesOf: scenario.priceDate, link: `${pageAddress()}#${serializeScenario(scenario)}` };
}
