// Writes the rates as public files when the site is built: rates/v1.json, its schema and rates/v1.csv.
import { readFileSync } from "node:fs";
import { fromSource } from "./source.mjs";

const SCHEMA = new URL("../docs/rates-v1.schema.json", import.meta.url);

/** @returns {import("vite").Plugin} */
export function publicRates() {
  return {
    name: "public-rates",
    apply: "build",
    async generateBundle() {
      const { catalog } = await fromSource("/src/rates/catalog.ts");
      const { publicRatesJson } = await fromSource("/src/rates/public-rates.ts");
      const { rateTableCsv } = await fromSource("/src/rates/public-rate-table.ts");
      const emit = (/** @type {string} */ name, /** @type {string} */ source) =>
        this.emitFile({ type: "asset", fileName: `rates/${name}`, source });
      emit("v1.json", publicRatesJson(catalog));
      emit("v1.csv", rateTableCsv(catalog));
      emit("v1.schema.json", readFileSync(SCHEMA, "utf8"));
    },
  };
}
