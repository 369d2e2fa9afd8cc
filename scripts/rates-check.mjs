// `npm run rates:check`: compares our cards with the installed @pydantic/genai-prices, and lists every difference with the side that our
// sources support. A difference that scripts/rates-judged.json does not hold, figure by figure, ends it with 1. Needs no network.
//
// `--judged=<file>` takes the judgements from another file.
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { calcPrice, findProvider } from "@pydantic/genai-prices";
import { differencesOf } from "./rates-differences.mjs";
import { fromSource } from "./source.mjs";

const PROVIDER = "anthropic";
const SIDES = ["ours", "theirs", "undecided"];

/** @typedef {import("./rates-differences.mjs").Difference} Difference */
/** @typedef {Difference & { supported: "ours" | "theirs" | "undecided", why: string, source: string }} Judgement */

const { values } = parseArgs({ options: { judged: { type: "string" } } });
const judgements = readJudgements(values.judged ?? new URL("rates-judged.json", import.meta.url));
const { catalog } = await fromSource("/src/rates/catalog.ts");
const { rulesInForce } = await fromSource("/src/pricing/rate-card.ts");
const provider = findProvider({ providerId: PROVIDER });
if (!provider) throw new Error(`genai-prices has no provider ${PROVIDER}`);

const differences = differencesOf(catalog, { models: provider.models, find: theirPrice }, rulesInForce);
const keys = new Set(differences.map(keyOf));
const judged = differences.flatMap((each) => judgements.get(keyOf(each)) ?? []);
const unjudged = differences.filter((each) => !judgements.has(keyOf(each)));
const gone = [...judgements.values()].filter((each) => !keys.has(keyOf(each)));

console.log(`Our cards of ${catalog.date} and @pydantic/genai-prices ${installedVersion()}: ${differences.length} differences`);
for (const side of SIDES) {
  const group = judged.filter(({ supported }) => supported === side);
  if (group.length > 0) console.log(`\nOur sources support: ${side}`);
  for (const each of group) console.log(`  ${inWords(each)}\n    ${each.why} [${each.source}]`);
}
if (unjudged.length > 0) console.log("\nNot judged yet: look it up, then mend the card or add it to scripts/rates-judged.json");
for (const each of unjudged) console.log(`  ${inWords(each)}\n    ${JSON.stringify(each)}`);
if (gone.length > 0) console.log("\nJudged, but no longer found: take it out of scripts/rates-judged.json");
for (const each of gone) console.log(`  ${inWords(each)}`);
console.log(`\n${judged.length} judged, ${unjudged.length} not judged, ${gone.length} no longer found`);
process.exitCode = unjudged.length > 0 ? 1 : 0;

/**
 * @param {string} id
 * @param {string} day
 */
function theirPrice(id, day) {
  const found = calcPrice({ input_tokens: 1 }, id, { providerId: PROVIDER, timestamp: new Date(`${day}T12:00:00Z`) });
  return found && { model: found.model, prices: found.model_price };
}

/**
 * @param {string | URL} file
 * @returns {ReadonlyMap<string, Judgement>}
 */
function readJudgements(file) {
  /** @type {Judgement[]} */
  const all = JSON.parse(readFileSync(file, "utf8")).judged;
  for (const each of all)
    if (!SIDES.includes(each.supported) || !each.why || !each.source)
      throw new Error(`${file}: a side (${SIDES.join(", ")}), a reason and a source are missing in ${JSON.stringify(each)}`);
  return new Map(all.map((each) => [keyOf(each), each]));
}

/** A judgement is of these figures: others have to be judged anew. */
function keyOf(/** @type {Difference} */ { model, what, from, to, ours, theirs }) {
  return JSON.stringify([model, what, from, to, ours, theirs]);
}

function inWords(/** @type {Difference} */ { model, what, from, to, ours, theirs }) {
  const days = from === null ? "" : ` [${from}, ${to ?? "open"})`;
  return `${model} ${what}${days}: ours ${ours ?? "none"}, genai-prices ${theirs ?? "none"}`;
}

function installedVersion() {
  return JSON.parse(readFileSync(new URL("../node_modules/@pydantic/genai-prices/package.json", import.meta.url), "utf8"))
    .version;
}
