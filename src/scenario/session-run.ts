import { outOfRange } from "../lib/range-error.ts";
import { type ModelCard, rulesInForce } from "../pricing/rate-card.ts";
import type { SessionTerms } from "../pricing/session-bill.ts";
import { routeByShares } from "../pricing/session-routing.ts";
import type { SessionShape } from "../pricing/session-shape.ts";
import { type Serving, type SessionTokens, sessionTokens, usageByThreshold } from "../pricing/session-tokens.ts";
import { tokenScale } from "../pricing/tokenizer.ts";
import type { RateBook } from "./rate-book.ts";
import type { MixShare, Scenario, SimulatedUsage, TotalsUsage } from "./scenario.ts";

/** A model as a session is run on it. */
export interface Server {
  readonly card: ModelCard;
  /** Tokens of this model for one token as the scenario states it. */
  readonly scale: number;
}

/** A session that has been run: its tokens, and the models by their numbers in them. */
export interface ServedSession {
  readonly tokens: SessionTokens;
  readonly servers: readonly Server[];
}

/** Runs the sessions of one simulated profile. */
export interface SessionRunner {
  /** The conversation begun on a model; after the profile's switch it goes on on another. */
  readonly startedOn: (model: string) => ServedSession;
  /** The conversation with each request on a model of the mix, by its shares. */
  readonly routedOver: (mix: readonly MixShare[]) => ServedSession;
  /** The conversation as the profile has it: routed over a mix, or begun on the model that most of it goes to. */
  readonly conversation: (mix: readonly MixShare[]) => ServedSession;
  /** One of the subagents that a session on this model starts; null where it starts none. */
  readonly subagentOf: (model: string) => ServedSession | null;
}

/** A simulated session, perhaps with one long read in it. */
export type RunnableUsage = SimulatedUsage & Pick<SessionShape, "extraInput">;

/**
 * Runs sessions as a scenario states their tokens. A session on one model is run once for each tokenizer and serves every model of it.
 * @throws RangeError (the functions) for an unknown model or a session that cannot be run
 */
export function sessionRunner(scenario: Scenario, usage: RunnableUsage, book: RateBook): SessionRunner {
  const serverOf = serverFinder(scenario, book);
  const shape = shapeOf(usage);
  const runs = new Map<number, SessionTokens>();
  const aloneAt = (scale: number): SessionTokens => {
    const tokens = runs.get(scale) ?? sessionTokens(shape, aloneOn(scale));
    runs.set(scale, tokens);
    return tokens;
  };
  const startedOn = (model: string): ServedSession => {
    const first = serverOf(model);
    const { modelSwitch } = usage;
    if (!modelSwitch || modelSwitch.model === model) return { tokens: aloneAt(first.scale), servers: [first] };
    const next = serverOf(modelSwitch.model);
    const modelOf: Serving["modelOf"] = (request) => (request < modelSwitch.beforeRequest ? 0 : 1);
    return { tokens: sessionTokens(shape, { scales: [first.scale, next.scale], modelOf }), servers: [first, next] };
  };
  const routedOver = (mix: readonly MixShare[]): ServedSession => {
    const { servers, shares } = byPrice(mix, serverOf, scenario);
    const route = routeByShares(usage.requests, shares);
    const scales = servers.map(({ scale }) => scale);
    return { tokens: sessionTokens(shape, { scales, modelOf: (request) => route[request - 1] ?? 0 }), servers };
  };
  const subagentOf = (model: string): ServedSession | null => {
    if (usage.subagents.count === 0) return null;
    const server = serverOf(usage.subagents.model ?? model);
    return { tokens: sessionTokens(subagentShape(usage), aloneOn(server.scale)), servers: [server] };
  };
  const conversation = (mix: readonly MixShare[]): ServedSession =>
    usage.routing === "request" ? routedOver(mix) : startedOn(leadOf(mix));
  return { startedOn, routedOver, conversation, subagentOf };
}

/** Finds a model in a scenario's price list. @throws RangeError (the function) for one that is not in it */
export function serverFinder(scenario: Scenario, book: RateBook): (model: string) => Server {
  const cardOf = (model: string): ModelCard => {
    const card = book.find(model);
    if (!card) throw outOfRange("model", model, "a model of the catalog or an own one");
    return card;
  };
  const { tokenizer } = cardOf(scenario.tokensOf);
  return (model) => {
    const card = cardOf(model);
    return { card, scale: tokenScale(tokenizer, card.tokenizer, scenario.tokenizerFactor) };
  };
}

/** The model that most of a mix goes to. */
export function leadOf(mix: readonly MixShare[]): string {
  return mix.reduce((most, share) => (share.percent > most.percent ? share : most)).model;
}

function aloneOn(scale: number): Serving {
  return { scales: [scale], modelOf: () => 0 };
}

// A tie between shares goes to the cheaper model, so the router gets them in that order.
function byPrice(
  mix: readonly MixShare[],
  serverOf: (model: string) => Server,
  { priceDate }: Scenario,
): { readonly servers: readonly Server[]; readonly shares: readonly number[] } {
  const inputRate = ({ card }: Server): number =>
    rulesInForce(card, priceDate as SessionTerms["day"]).period.rates.input ?? Infinity;
  const served = mix
    .filter(({ percent }) => percent > 0)
    .map(({ model, percent }) => ({ server: serverOf(model), share: percent / 100 }))
    .sort((a, b) => inputRate(a.server) - inputRate(b.server));
  return { servers: served.map(({ server }) => server), shares: served.map(({ share }) => share) };
}

/** The session that a simulated profile describes, as the core takes it; its subagents are sessions of their own. */
export function shapeOf(usage: RunnableUsage): SessionShape {
  const { kind: _, pauseMinutes, pauseHours, subagents: _subagents, modelSwitch: _switch, routing: _routing, ...shape } = usage;
  return { ...shape, pauses: { minutes: pauseMinutes, hours: pauseHours } };
}

/** One subagent of a session: its cache lives 5 minutes even where that of the conversation lives an hour. */
function subagentShape({ subagents, caching, outputKeptShare }: SimulatedUsage): SessionShape {
  const { count: _, model: _model, ...sizes } = subagents;
  return {
    ...sizes,
    outputKeptShare,
    caching: caching === "off" ? "off" : "5m",
    warmPromptTokens: 0,
    pauses: { minutes: 0, hours: 0 },
    compactAtTokens: null,
    summaryTokens: 0,
  };
}

/** What a simulated session comes to, as totals with their request count; its subagents included. */
export function totalsOfSession(usage: SimulatedUsage): TotalsUsage {
  const main = sessionTokens(shapeOf(usage));
  const { count } = usage.subagents;
  const each = count === 0 ? null : sessionTokens(subagentShape(usage));
  const own = usageByThreshold(main, null).upTo;
  const subagent = each && usageByThreshold(each, null).upTo;
  const sum = (name: keyof typeof own): number => own[name] + count * (subagent?.[name] ?? 0);
  return {
    kind: "totals",
    input: sum("input"),
    cacheWrite5m: sum("cacheWrite5m"),
    cacheWrite1h: sum("cacheWrite1h"),
    cacheRead: sum("cacheRead"),
    output: sum("output"),
    webSearches: sum("webSearches"),
    requests: main.count + count * (each?.count ?? 0),
  };
}
