import { utcDay } from "../lib/calendar.ts";
import { outOfRange } from "../lib/range-error.ts";
import { type BillLine, billLine, totalOf } from "../pricing/bill-line.ts";
import type { Modifiers } from "../pricing/modifiers.ts";
import { priceTotals } from "../pricing/price-totals.ts";
import { type ModelCard, rulesInForce } from "../pricing/rate-card.ts";
import { type SessionTerms, sessionLines } from "../pricing/session-bill.ts";
import { routeByShares } from "../pricing/session-routing.ts";
import type { SessionShape } from "../pricing/session-shape.ts";
import { type Serving, type SessionTokens, sessionTokens, usageByThreshold } from "../pricing/session-tokens.ts";
import { firstOver } from "../pricing/simulate-session.ts";
import { scaleUsage, tokenScale } from "../pricing/tokenizer.ts";
import { isOwnModel, type RateBook } from "./rate-book.ts";
import type { MixShare, Profile, Scenario, SimulatedUsage, TotalsUsage } from "./scenario.ts";

/** What one model costs in a session: the whole session, or its part of one that several serve. */
export interface SessionCost {
  readonly model: string;
  readonly name: string;
  /** The conversation itself, or the subagents that it starts. */
  readonly role: "main" | "subagents";
  readonly lines: readonly BillLine[];
  /** USD, unrounded: the sum of `lines`; the scenario's batch share, router fee, discount and place are inside. */
  readonly cost: number;
  /** Tokens of this model for one token as stated; 1 where the tokenizer is the same. */
  readonly tokenScale: number;
  readonly rates: {
    readonly effectiveFrom: string;
    readonly source: string;
    readonly checkedOn: string;
    readonly retired: boolean;
  };
  /** Totals without a request count, on a model with a long-context tier: it can have cost more. */
  readonly lowerBound: boolean;
  /** Index of the first request whose prompt is above the model's context window, or null. */
  readonly firstOverWindow: number | null;
  /** The person's own rates are in it: an own model or a discount. */
  readonly ownRates: boolean;
}

/** Prices sessions of one profile; what comes back are the parts of one session, one for each model and role. */
export interface SessionPricer {
  /** A session that begins on a model. */
  readonly startedOn: (model: string) => readonly SessionCost[];
  /** A session each request of which is served by a model of the mix, by its shares; null where each session stays on its model. */
  readonly routedOver: ((mix: readonly MixShare[]) => readonly SessionCost[]) | null;
}

/** A model as a session is run on it. */
interface Server {
  readonly card: ModelCard;
  /** Tokens of this model for one token as stated. */
  readonly scale: number;
}

interface MixedServer extends Server {
  /** 0–1 */
  readonly share: number;
}

/** A model's part of a session before the scenario's terms of paying are laid on it. */
interface Part extends Server {
  readonly role: SessionCost["role"];
  readonly lines: readonly BillLine[];
  /** Requests sent, compactions included. */
  readonly requests: number;
  readonly lowerBound: boolean;
  readonly firstOverWindow: number | null;
}

interface Terms extends SessionTerms {
  readonly webSearch: RateBook["webSearch"];
}

/**
 * Prices sessions of one profile on any model. A simulated session is run once for each tokenizer and serves every model of it.
 * @throws RangeError (the functions) for an unknown model, a session that cannot be run, and as `priceWithCard`
 */
export function sessionPricer(scenario: Scenario, usage: Profile["usage"], book: RateBook): SessionPricer {
  const terms: Terms = { ...modifiersOf(scenario), day: utcDay(scenario.priceDate), webSearch: book.webSearch };
  const serverOf = servers(scenario, book);
  const run = usage.kind === "totals" ? totalsRun(usage, terms) : simulatedRun(usage, terms, serverOf);
  const paid = (part: Part): SessionCost => sessionCost(part, scenario, { day: terms.day, isDiscounted: book.discounted });
  const { startedOn, routedOver } = run;
  const mixedServer = ({ model, percent }: MixShare): MixedServer => ({ ...serverOf(model), share: percent / 100 });
  return {
    startedOn: (model) => startedOn(serverOf(model)).map(paid),
    routedOver: routedOver && ((mix) => routedOver(mix.filter(({ percent }) => percent > 0).map(mixedServer)).map(paid)),
  };
}

function servers(scenario: Scenario, book: RateBook): (model: string) => Server {
  const { tokenizer } = knownCard(book, scenario.tokensOf);
  return (model) => {
    const card = knownCard(book, model);
    return { card, scale: tokenScale(tokenizer, card.tokenizer, scenario.tokenizerFactor) };
  };
}

function sessionCost(
  { card, scale, role, lines, requests, lowerBound, firstOverWindow }: Part,
  { batchPercent, routerFee }: Scenario,
  { day, isDiscounted }: { readonly day: Terms["day"]; readonly isDiscounted: boolean },
): SessionCost {
  // A router picks models for the conversation; subagents have theirs.
  const fees = role === "main" ? routerLines(requests, routerFee) : [];
  const paid = [...splitByBatch(lines, card, batchPercent / 100), ...fees];
  const { period, retired } = rulesInForce(card, day);
  return {
    model: card.id,
    name: card.name,
    role,
    lines: paid,
    cost: totalOf(paid),
    tokenScale: scale,
    rates: { effectiveFrom: period.from, source: period.source, checkedOn: period.checkedOn, retired },
    lowerBound,
    firstOverWindow,
    ownRates: isDiscounted || isOwnModel(card.id),
  };
}

interface Run {
  readonly startedOn: (server: Server) => readonly Part[];
  readonly routedOver: ((servers: readonly MixedServer[]) => readonly Part[]) | null;
}

// Totals do not tell one request from another: their mix is one of sessions.
function totalsRun(usage: TotalsUsage, terms: Terms): Run {
  const { kind: _, requests, ...tokens } = usage;
  const startedOn = (server: Server): readonly Part[] => [
    {
      ...server,
      role: "main",
      ...priceTotals(server.card, { usage: scaleUsage(tokens, server.scale), requests }, terms),
      // Nobody counted them, but somebody sent at least one.
      requests: requests ?? 1,
      firstOverWindow: null,
    },
  ];
  return { startedOn, routedOver: null };
}

function simulatedRun(usage: SimulatedUsage, terms: Terms, serverOf: (model: string) => Server): Run {
  const shape = shapeOf(usage);
  const runs = new Map<number, SessionTokens>();
  const alone = (scale: number): SessionTokens => {
    const tokens = runs.get(scale) ?? sessionTokens(shape, { scales: [scale], modelOf: () => 0 });
    runs.set(scale, tokens);
    return tokens;
  };
  const withSubagents = (main: readonly Part[], starter: Server): readonly Part[] => [
    ...main,
    ...subagentParts(usage, usage.subagents.model === null ? starter : serverOf(usage.subagents.model), terms),
  ];
  const startedOn = (first: Server): readonly Part[] => {
    const { modelSwitch } = usage;
    const next = modelSwitch && serverOf(modelSwitch.model);
    if (!next || next.card.id === first.card.id) return withSubagents(partsOf(alone(first.scale), [first], terms), first);
    const modelOf: Serving["modelOf"] = (request) => (request < modelSwitch.beforeRequest ? 0 : 1);
    const tokens = sessionTokens(shape, { scales: [first.scale, next.scale], modelOf });
    return withSubagents(partsOf(tokens, [first, next], terms), first);
  };
  const routedOver = (mixed: readonly MixedServer[]): readonly Part[] => {
    const byRate = [...mixed].sort(byPrice(terms));
    const shares = byRate.map(({ share }) => share);
    const route = routeByShares(usage.requests, shares);
    const scales = byRate.map(({ scale }) => scale);
    const tokens = sessionTokens(shape, { scales, modelOf: (request) => route[request - 1] ?? 0 });
    const largest = byRate.reduce((most, server) => (server.share > most.share ? server : most));
    return withSubagents(partsOf(tokens, byRate, terms), largest);
  };
  return { startedOn, routedOver: usage.routing === "request" ? routedOver : null };
}

function byPrice({ day }: Terms): (a: Server, b: Server) => number {
  const inputRate = ({ card }: Server): number => rulesInForce(card, day).period.rates.input ?? Infinity;
  return (a, b) => inputRate(a) - inputRate(b);
}

function partsOf(tokens: SessionTokens, servers: readonly Server[], terms: Terms): readonly Part[] {
  return servers.flatMap((server, servedBy) => {
    const requests = servers.length === 1 ? tokens.count : tokens.servedBy.filter((model) => model === servedBy).length;
    if (requests === 0) return [];
    const window = rulesInForce(server.card, terms.day).period.contextWindow;
    const lines = sessionLines(server.card, tokens, { ...terms, servedBy });
    return [
      { ...server, role: "main", lines, requests, lowerBound: false, firstOverWindow: firstOver(tokens, window, servedBy) },
    ];
  });
}

function subagentParts(usage: SimulatedUsage, server: Server, terms: Terms): readonly Part[] {
  const { count } = usage.subagents;
  if (count === 0) return [];
  const tokens = sessionTokens(subagentShape(usage), { scales: [server.scale], modelOf: () => 0 });
  return partsOf(tokens, [server], terms).map((part) => ({ ...timesPart(part, count), role: "subagents" }));
}

function timesPart(part: Part, times: number): Part {
  const lines = part.lines.map((line) => ({ ...line, quantity: line.quantity * times, amount: line.amount * times }));
  return { ...part, lines, requests: part.requests * times };
}

/** The session that a simulated profile describes, as the core takes it; its subagents are sessions of their own. */
export function shapeOf(usage: SimulatedUsage): SessionShape {
  const { kind: _, pauseMinutes, pauseHours, subagents: _subagents, modelSwitch: _switch, routing: _routing, ...shape } = usage;
  return { ...shape, pauses: { minutes: pauseMinutes, hours: pauseHours } };
}

/** One subagent of a session: its cache lives 5 minutes even where that of the conversation lives an hour. */
export function subagentShape({ subagents, caching, outputKeptShare }: SimulatedUsage): SessionShape {
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

/** What a simulated session comes to, as totals with their request count; its subagents' share of them included. */
export function totalsOfSession(usage: SimulatedUsage): TotalsUsage {
  const main = sessionTokens(shapeOf(usage));
  const { count } = usage.subagents;
  const each = count === 0 ? null : sessionTokens(subagentShape(usage));
  const of = (tokens: SessionTokens) => usageByThreshold(tokens, null).upTo;
  const [own, subagent] = [of(main), each && of(each)];
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

/** The modifiers that a scenario lays on every request; batch is a share of the work and applied to lines. */
export function modifiersOf({ place, fast }: Pick<Scenario, "place" | "fast">): Modifiers {
  return { geo: place === "us" ? "us" : "global", regional: place === "regional", speed: fast ? "fast" : "standard" };
}

function knownCard(book: RateBook, model: string): ModelCard {
  const card = book.find(model);
  if (!card) throw outOfRange("model", model, "a model of the catalog or an own one");
  return card;
}

// Batch halves tokens, not searches; where a model has no batch, the work simply runs synchronously.
function splitByBatch(lines: readonly BillLine[], card: ModelCard, share: number): readonly BillLine[] {
  const multiplier = card.batchMultiplier;
  if (share === 0 || multiplier === null) return lines;
  return lines.flatMap((line) => {
    if (line.item === "webSearch") return [line];
    const { item, quantity, rate, per } = line;
    const batched = billLine({ item, quantity: quantity * share, rate: rate * multiplier, per });
    return share === 1 ? [batched] : [billLine({ item, quantity: quantity * (1 - share), rate, per }), batched];
  });
}

function routerLines(requests: number, fee: number): BillLine[] {
  return fee === 0 ? [] : [billLine({ item: "routerFee", quantity: requests, rate: fee, per: 1 })];
}
