import { type PricedRequest, priceRequest, type Usage } from "../../src/index.ts";
import { routeByShares } from "../../src/pricing/session-routing.ts";
import type { SessionShape } from "../../src/pricing/session-shape.ts";
import type { Serving } from "../../src/pricing/session-tokens.ts";
import { findModel } from "../../src/rates/resolve-model.ts";
import type { MixShare, Profile, Scenario, SimulatedUsage, TotalsUsage } from "../../src/scenario/scenario.ts";
import { sessionByBlocks } from "../pricing/session-by-blocks.ts";

/** A scenario's month and one of its sessions, USD. */
export interface MonthByRequests {
  readonly perMonth: number;
  readonly perSession: number;
}

/** A scenario worked out a second way: sessions by blocks, every request of every session priced by itself, then added up. */
export function monthByRequests(scenario: Scenario): MonthByRequests {
  const { developers, workingDays, profiles } = scenario;
  const costs = profiles.map((profile) => ({ cost: sessionCost(profile, scenario), sessions: profile.sessionsPerDay }));
  const perDay = costs.reduce((sum, { cost, sessions }) => sum + cost * sessions, 0);
  const sessions = costs.reduce((sum, each) => sum + each.sessions, 0);
  return { perMonth: perDay * developers * workingDays, perSession: perDay / sessions };
}

function sessionCost({ mix, usage }: Profile, scenario: Scenario): number {
  if (usage.kind === "simulated" && usage.routing === "request") return routedCost(usage, mix, scenario);
  const costOn = (model: string): number =>
    usage.kind === "totals" ? totalsCost(usage, model, scenario) : startedCost(usage, model, scenario);
  return mix.reduce((sum, { model, percent }) => sum + (percent / 100) * costOn(model), 0);
}

function totalsCost({ kind: _, requests, ...tokens }: TotalsUsage, model: string, scenario: Scenario): number {
  const scale = scaleOf(model, scenario);
  const counts = Object.entries(tokens).map(([name, count]): readonly [string, number] => [
    name,
    name === "webSearches" ? count : Math.round(count * scale),
  ]);
  const fee = (requests ?? 1) * routerFee(scenario);
  // Nobody knows the prompts: each token by itself passes no threshold.
  if (requests === null)
    return counts.reduce((sum, [name, count]) => sum + count * requestCost(model, { [name]: 1 }, scenario), fee);
  const each = counts.map(([name, count]) => [name, count / requests]);
  return requests * requestCost(model, Object.fromEntries(each), scenario) + fee;
}

function startedCost(usage: SimulatedUsage, model: string, scenario: Scenario): number {
  const { modelSwitch } = usage;
  const models = modelSwitch ? [model, modelSwitch.model] : [model];
  const modelOf = (request: number): number => (modelSwitch && request >= modelSwitch.beforeRequest ? 1 : 0);
  return conversationCost(usage, { models, modelOf }, scenario) + subagentsCost(usage, model, scenario);
}

function routedCost(usage: SimulatedUsage, mix: readonly MixShare[], scenario: Scenario): number {
  const cheapFirst = mix.toSorted((a, b) => perMillionInput(a.model, scenario) - perMillionInput(b.model, scenario));
  const route = routeByShares(
    usage.requests,
    cheapFirst.map(({ percent }) => percent / 100),
  );
  const models = cheapFirst.map(({ model }) => model);
  const lead = mix.toSorted((a, b) => b.percent - a.percent)[0]?.model ?? "";
  const main = conversationCost(usage, { models, modelOf: (request) => route[request - 1] ?? 0 }, scenario);
  return main + subagentsCost(usage, lead, scenario);
}

interface Serves {
  readonly models: readonly string[];
  readonly modelOf: Serving["modelOf"];
}

function conversationCost(usage: SimulatedUsage, serves: Serves, scenario: Scenario): number {
  const { pauseMinutes: minutes, pauseHours: hours, ...sizes } = usage;
  const rows = rowsOf({ ...sizes, pauses: { minutes, hours } }, serves, scenario);
  return rows.reduce((sum, { model, usage: row }) => sum + requestCost(model, row, scenario) + routerFee(scenario), 0);
}

function subagentsCost(
  { subagents: { count, model, ...sizes }, caching, outputKeptShare }: SimulatedUsage,
  starter: string,
  scenario: Scenario,
): number {
  const shape: SessionShape = {
    ...sizes,
    outputKeptShare,
    caching: caching === "off" ? "off" : "5m",
    warmPromptTokens: 0,
    pauses: { minutes: 0, hours: 0 },
    compactAtTokens: null,
    summaryTokens: 0,
  };
  if (count === 0) return 0;
  const rows = rowsOf(shape, { models: [model ?? starter], modelOf: () => 0 }, scenario);
  return count * rows.reduce((sum, row) => sum + requestCost(row.model, row.usage, scenario), 0);
}

function rowsOf(
  shape: SessionShape,
  { models, modelOf }: Serves,
  scenario: Scenario,
): readonly { readonly model: string; readonly usage: Usage }[] {
  const scales = models.map((model) => scaleOf(model, scenario));
  const written = shape.caching === "off" ? "input" : shape.caching === "5m" ? "cacheWrite5m" : "cacheWrite1h";
  return sessionByBlocks(shape, { scales, modelOf }).map(([by = 0, read = 0, fresh = 0, output = 0]) => ({
    model: models[by] ?? "",
    usage: { [written]: fresh, cacheRead: read, output },
  }));
}

/** One planned request as the scenario pays for it: answered, perhaps again, or refused once its prompt was read. */
function requestCost(model: string, usage: Usage, scenario: Scenario): number {
  const { output: _, webSearches: __, ...prompt } = usage;
  const { answered, refused } = outcomes(scenario);
  return answered * servedCost(model, usage, scenario) + (refused === 0 ? 0 : refused * servedCost(model, prompt, scenario));
}

function routerFee(scenario: Scenario): number {
  const { answered, refused } = outcomes(scenario);
  return (answered + refused) * scenario.routerFee;
}

/** How often one planned request is billed as a whole, and how often for its prompt alone. */
function outcomes({ failed, priceDate }: Scenario): { readonly answered: number; readonly refused: number } {
  const { erroredPercent, retriedPercent, refusedPercent } = failed;
  return {
    answered: (100 - erroredPercent - refusedPercent) / 100 + retriedPercent / 100,
    refused: priceDate < "2026-06-02" ? refusedPercent / 100 : 0,
  };
}

/** One answer as the scenario pays for it: its part in batch, its discount; own models at the person's rates. */
function servedCost(model: string, usage: Usage, scenario: Scenario): number {
  const batch = scenario.batchPercent / 100;
  const own = scenario.ownModels.find(({ id }) => id === model);
  if (own) {
    const rates: Readonly<Record<string, number>> = own.rates;
    const tokens = Object.entries(usage).reduce((sum, [name, count]) => sum + count * (rates[name] ?? 0), 0) / 1_000_000;
    return tokens * (1 - batch / 2);
  }
  const terms: Omit<PricedRequest, "usage"> = {
    model: scenario.place === "regional" ? `eu.${model}` : model,
    at: scenario.priceDate,
    geo: scenario.place === "us" ? "us" : "global",
    speed: scenario.fast ? "fast" : "standard",
  };
  const now = priceRequest({ ...terms, usage }).total;
  const later = batch === 0 ? 0 : priceRequest({ ...terms, usage, batch: true }).total;
  return (1 - scenario.discountPercent / 100) * ((1 - batch) * now + batch * later);
}

function perMillionInput(model: string, scenario: Scenario): number {
  return servedCost(model, { input: 1 }, { ...scenario, batchPercent: 0 });
}

function scaleOf(model: string, { tokensOf, tokenizerFactor, ownModels }: Scenario): number {
  const tokenizer = (id: string): string | undefined => (ownModels.find((own) => own.id === id) ?? findModel(id))?.tokenizer;
  if (tokenizer(model) === tokenizer(tokensOf)) return 1;
  return tokenizer(model) === "from-4.7" ? tokenizerFactor : 1 / tokenizerFactor;
}
