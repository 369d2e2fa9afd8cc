import { callCost } from "../../pricing/call-cost.ts";
import type { ModelCard } from "../../pricing/rate-card.ts";
import { type CallPreset, callPresets, callPresetsSource, type PublishedCall } from "../../rates/call-presets.ts";
import { catalog } from "../../rates/catalog.ts";
import { findModel } from "../../rates/resolve-model.ts";
import { shortName } from "../../scenario/bill-in-words.ts";
import type { CallQuestion } from "../../scenario/questions.ts";
import type { Scenario } from "../../scenario/scenario.ts";
import type { DataColumn, DataRow } from "../../ui/data-table.tsx";
import { formatTokens } from "../../ui/format-count.ts";
import { formatRate, formatUsd } from "../../ui/format-money.ts";
import { countedBy, scaleBetween } from "./calls-on-models.ts";

/** The uses of the API that guides publish, at list prices: what they say, what it comes to there, and what it is today. */
export interface CallPresetsView {
  readonly columns: readonly DataColumn[];
  readonly rows: readonly DataRow[];
  /** Where they were published, and what was assumed for some of them: sentences. */
  readonly notes: readonly string[];
}

type Factor = Pick<Scenario, "tokenizerFactor">;

const COLUMNS: readonly DataColumn[] = [
  { id: "use", label: "Use" },
  { id: "published", label: "Published", numeric: true, fileLabel: "Published, US$" },
  { id: "reckoned", label: "Worked out", numeric: true, fileLabel: "Worked out, US$" },
  { id: "today", label: "Today", numeric: true, fileLabel: "Today, US$" },
  { id: "per", label: "US$" },
  { id: "models", label: "Published on, today on" },
];

/** What the amounts of a use are of. */
const PER: { readonly [of in NonNullable<CallPreset["published"]>["of"]]: string } = {
  call: "a call",
  month: "a month",
  "saved-by-caching": "saved a month",
};

/** @throws RangeError as `callCost` */
export function combineCallPresets(factor: Factor): CallPresetsView {
  return {
    columns: COLUMNS,
    rows: callPresets.map((preset) => rowOf(preset, factor)),
    notes: [
      `Uses, counts and amounts: ${callPresetsSource}.`,
      ...callPresets.flatMap(({ name, note }) => (note === null ? [] : [`${name}: ${note}`])),
    ],
  };
}

/** USD that a use comes to on the models that it was published on. @example "chat-reply": 2,000 × 0.80 + 500 × 4 a million = $0.0036 */
export function publishedUsd(preset: CallPreset): number {
  return usdOf(preset, (call) => ({ card: cardOf(call.model), call }));
}

/** USD of the same texts on today's models of the same families. */
export function todayUsd(preset: CallPreset, factor: Factor): number {
  return usdOf(preset, (call) => onToday(call, factor));
}

/** The call that a use of one kind of call stands for, on today's model; null for one of several kinds. */
export function callOfPreset(
  { calls }: CallPreset,
  factor: Factor,
): (Partial<CallQuestion> & Pick<CallQuestion, "model">) | null {
  const [published, ...others] = calls;
  if (others.length > 0) return null;
  const { card, call } = onToday(published, factor);
  const { model: _, callsPerMonth, ...counts } = call;
  return { ...counts, thinkingTokens: 0, model: card.id, ...(callsPerMonth !== null && { callsPerMonth }) };
}

/** Which use a call is, or null for one of the person's own. */
export function presetOfCall(question: CallQuestion, factor: Factor): CallPreset | null {
  const isLike = (preset: CallPreset): boolean => {
    const stated = callOfPreset(preset, factor);
    return stated !== null && Object.entries(stated).every(([name, value]) => question[name as keyof CallQuestion] === value);
  };
  return callPresets.find(isLike) ?? null;
}

interface Served {
  readonly card: ModelCard;
  readonly call: PublishedCall;
}

function onToday(call: PublishedCall, factor: Factor): Served {
  const published = cardOf(call.model);
  const card = catalog.models.find(({ status, family }) => status === "current" && family === published.family) ?? published;
  const { thinkingTokens: _, ...counted } = countedBy({ ...call, thinkingTokens: 0 }, scaleBetween(published, card, factor));
  return { card, call: counted };
}

function cardOf(model: string): ModelCard {
  const card = findModel(model);
  if (!card) throw new RangeError(`${model}: a use of the API names a model that is not in the price list`);
  return card;
}

function usdOf({ calls, published }: CallPreset, serve: (call: PublishedCall) => Served): number {
  const saved = published?.of === "saved-by-caching";
  return calls.reduce((sum, call) => {
    const served = serve(call);
    const usd = (cachedPercent: number): number => oneCall(served, cachedPercent) * (call.callsPerMonth ?? 1);
    return sum + (saved ? usd(0) - usd(call.cachedPercent) : usd(call.cachedPercent));
  }, 0);
}

function oneCall({ card, call }: Served, cachedPercent: number): number {
  const terms = { day: catalog.date, webSearch: catalog.webSearch, scale: 1 };
  const cost = callCost(card, { ...call, thinkingTokens: 0, cachedPercent }, terms);
  if (cost.noPrice !== null) throw new RangeError(`${card.id}: a use of the API has no price on it`);
  return cost.total;
}

function rowOf(preset: CallPreset, factor: Factor): DataRow {
  const { id, name, calls, published } = preset;
  const [there, today] = [publishedUsd(preset), todayUsd(preset, factor)];
  const per = published === null ? PER.month : PER[published.of];
  const use = `${name}: ${calls.map(callInWords).join("; ")}`;
  const on = (cards: readonly ModelCard[]): string => cards.map((card) => shortName(card.name)).join(", ");
  const models = `${on(calls.map(({ model }) => cardOf(model)))}; ${on(calls.map((call) => onToday(call, factor).card))}`;
  const range = published === null ? "put together here" : rangeInWords(published);
  return {
    id,
    cells: [use, range, formatUsd(there), formatUsd(today), per, models],
    values: [use, range, there, today, per, models],
  };
}

function callInWords({ promptTokens, outputTokens, callsPerMonth, batch, cachedPercent }: PublishedCall): string {
  const tokens = `${formatTokens(promptTokens)} in${cachedPercent === 100 ? ", all cached" : ""}, ${formatTokens(outputTokens)} out`;
  return `${tokens}${callsPerMonth === null ? "" : `, ${formatTokens(callsPerMonth)} calls`}${batch ? " in batch" : ""}`;
}

function rangeInWords({ low, high }: NonNullable<CallPreset["published"]>): string {
  return low === high ? formatRate(low) : `${formatRate(low)}–${formatRate(high)}`;
}
