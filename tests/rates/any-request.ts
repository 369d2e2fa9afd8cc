import type { PricedRequest } from "../../src/index.ts";
import { isWithin } from "../../src/lib/calendar.ts";
import type { Uniform } from "../../src/lib/random.ts";
import type { ModelCard } from "../../src/pricing/rate-card.ts";
import type { Usage } from "../../src/pricing/usage.ts";
import { catalog } from "../../src/rates/catalog.ts";

/** A generated request and the card of its model. */
export interface AnyRequest {
  readonly card: ModelCard;
  readonly request: PricedRequest & { readonly at: string };
  /** Milliseconds since 1970. */
  readonly time: number;
}

const DAY = 86_400_000;
const LAST_DAY = Date.parse("2027-01-31");

interface Choices {
  readonly card: ModelCard;
  readonly spellings: readonly string[];
  /** Midnights of the days on both sides of every change. */
  readonly edges: readonly number[];
  /** Prompts at n − 1, n and n + 1 of every threshold and window. */
  readonly prompts: readonly number[];
}

/** What is drawn from for every model of the catalog. */
export const CHOICES: readonly Choices[] = catalog.models.map((card) => ({
  card,
  spellings: spellingsOf(card),
  edges: edgesOf(card),
  prompts: promptsOf(card),
}));

/** Every spelling by the forms that are known: region, vendor, Vertex's date, Bedrock's version, [1m]. */
function spellingsOf(card: ModelCard): readonly string[] {
  const plain = [card.id, ...card.aliases];
  const names = [...plain, ...plain.filter((name) => /-\d{8}$/.test(name)).map((name) => name.replace(/-(\d{8})$/, "@$1"))];
  const regions = ["", "global.", "us.", "eu.", "apac.", "au.", "jp.", "in."];
  const bedrock = ["", "-v1", "-v1:0", "-v2:0"].map((version) => ["anthropic.", version] as const);
  const around = [["", ""], ["anthropic/", ""], ...bedrock] as const;
  return names.flatMap((name) =>
    regions.flatMap((region) =>
      around.flatMap(([vendor, version]) => ["", "[1m]"].map((mark) => `${region}${vendor}${name}${version}${mark}`)),
    ),
  );
}

function edgesOf(card: ModelCard): readonly number[] {
  const changes = [...card.periods, ...card.fast].flatMap(({ from, to }) => [from, to]).concat(card.retired);
  const days = changes.flatMap((day) => (day === null ? [] : [Date.parse(day) - DAY, Date.parse(day)]));
  return [...new Set(days)].filter((day) => day >= Date.parse(card.released)).sort((a, b) => a - b);
}

function promptsOf(card: ModelCard): readonly number[] {
  const tiers = card.periods.flatMap(({ longContext }) => (longContext === null ? [] : [longContext.thresholdTokens]));
  const limits = new Set([...tiers, ...card.periods.map(({ contextWindow }) => contextWindow)]);
  return [...limits].flatMap((limit) => [limit - 1, limit, limit + 1]);
}

/** Draws one request that `priceRequest` takes: modifiers only where the model offered them, classes only with a known rate. */
export function anyRequest(uniform: Uniform): AnyRequest {
  const { card, spellings, edges, prompts } = oneOf(uniform, CHOICES);
  const midnight = uniform() < 0.6 ? oneOf(uniform, edges) : anyDay(uniform, card);
  const time = midnight + oneOf(uniform, [0, DAY - 1, below(uniform, DAY)]);
  const at = new Date(time).toISOString();
  const prompt = uniform() < 0.5 ? oneOf(uniform, prompts) : below(uniform, oneOf(uniform, [1, 1_000, 150_000, 1_200_000]));
  const usage = { ...anySplit(uniform, card, prompt), ...anyRest(uniform) };
  return { card, time, request: { model: oneOf(uniform, spellings), at, usage, ...anyModifiers(uniform, card, at) } };
}

function anyDay(uniform: Uniform, card: ModelCard): number {
  const first = Date.parse(card.released);
  return first + DAY * below(uniform, 1 + (LAST_DAY - first) / DAY);
}

// Up to three cuts through the prompt; the classes between two equal cuts are not used.
function anySplit(uniform: Uniform, card: ModelCard, prompt: number): Usage {
  if (card.periods.some(({ rates }) => rates.cacheRead === undefined)) return { input: prompt };
  const cut = (): number => (uniform() < 0.3 ? prompt : below(uniform, prompt + 1));
  const [a = 0, b = 0, c = 0] = [cut(), cut(), cut()].sort((x, y) => x - y);
  return { input: a, cacheWrite5m: b - a, cacheWrite1h: c - b, cacheRead: prompt - c };
}

function anyRest(uniform: Uniform): Usage {
  return {
    output: uniform() < 0.1 ? 0 : below(uniform, 128_000),
    ...(uniform() < 0.3 ? { webSearches: below(uniform, 6) } : {}),
  };
}

function anyModifiers(uniform: Uniform, card: ModelCard, at: string): Pick<PricedRequest, "speed" | "geo" | "batch"> {
  const isFast = uniform() < 0.4 && card.fast.some((period) => isWithin(at.slice(0, 10), period));
  const isUs = uniform() < 0.3 && card.usMultiplier !== null;
  const isBatch = uniform() < 0.3 && !isFast && card.batchMultiplier !== null;
  return {
    ...(isFast ? { speed: "fast" } : uniform() < 0.5 ? { speed: "standard" } : {}),
    ...(isUs ? { geo: "us" } : uniform() < 0.5 ? { geo: "global" } : {}),
    ...(isBatch ? { batch: true } : uniform() < 0.5 ? { batch: false } : {}),
  };
}

function below(uniform: Uniform, limit: number): number {
  return Math.floor(uniform() * limit);
}

function oneOf<Item>(uniform: Uniform, items: readonly Item[]): Item {
  return items[below(uniform, items.length)] as Item;
}
